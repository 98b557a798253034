import CNcurses
import Foundation
import Glibc
import Screen
import Testing

@testable import Terminal

extension NcursesTests {
    /// The test plays the terminal, on the other end of a pseudo-terminal.
    struct TerminalProbeTests {
        private struct Pair {
            var terminal: Int32 = -1
            var program: Int32 = -1

            init() throws {
                try #require(openpty(&terminal, &program, nil, nil, nil) == 0)
            }

            func type(_ text: String) {
                _ = Array(text.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
            }

            func close() {
                _ = Glibc.close(terminal)
                _ = Glibc.close(program)
            }
        }

        /// What a thread of its own has read; threads of tasks may all be busy with tests.
        private final class Sent: @unchecked Sendable {
            var bytes: [UInt8] = []
            let isDone = DispatchSemaphore(value: 0)
        }

        /// Has a terminal answer the question with some text, and returns what was found and the bytes that it was sent.
        private func ask(
            _ pair: Pair, _ question: TerminalProbe.Question = .width, timeout: Int64 = 100, answer: String?
        ) throws -> (probe: TerminalProbe, sent: String) {
            let sent = Sent()
            Thread.detachNewThread {
                var chunk = [UInt8](repeating: 0, count: 512)
                while !sent.bytes.suffix(4).elementsEqual(question.bytes.suffix(4)) {
                    let count = read(pair.terminal, &chunk, chunk.count)
                    guard count > 0 else { break }
                    sent.bytes += chunk[..<count]
                }
                if let answer { pair.type(answer) }
                sent.isDone.signal()
            }
            var decoder = KeyDecoder { _ in nil }
            let probe = TerminalProbe(
                question, input: pair.program, output: pair.program, decoder: &decoder, timeout: timeout)
            try #require(sent.isDone.wait(timeout: .now() + 5) == .success)
            return (probe, String(decoding: sent.bytes, as: UTF8.self))
        }

        /// A terminal of the pair's other end, which takes all that it is sent and says nothing.
        private func silent(_ pair: Pair) throws -> Terminal {
            // A descriptor of its own: the number of one that is closed may be another test's next.
            Thread.detachNewThread { [terminal = dup(pair.terminal)] in
                var chunk = [UInt8](repeating: 0, count: 4096)
                while read(terminal, &chunk, chunk.count) > 0 {}
                Glibc.close(terminal)
            }
            let opened = try Terminal(
                type: "xterm-256color", output: try #require(fdopen(dup(pair.program), "w")),
                input: try #require(fdopen(dup(pair.program), "r")), usesColor: false, asksWidth: true)
            opened.take()
            return opened
        }

        @Test(arguments: [("\u{1B}[7;2R", false), ("\u{1B}[24;3R", true), ("\u{1B}[1;3R", true)])
        func `the answer tells the width, and nothing is typed by it`(answer: String, isWide: Bool) throws {
            let pair = try Pair()
            defer { pair.close() }
            let (probe, sent) = try ask(pair, timeout: 5000, answer: answer)
            #expect(probe.isWide == isWide)
            #expect(probe.inputs == [] && !probe.isLate)
            #expect(sent == "\r“\u{1B}[6n\r\u{1B}[K")
        }

        @Test func `keys typed before, around and in pieces are all given back, in order`() throws {
            let pair = try Pair()
            defer { pair.close() }
            pair.type("ab\u{1B}[B")
            let (probe, _) = try ask(pair, timeout: 5000, answer: "中\u{1B}\u{1B}[5;3Rq\u{1B}[A")
            #expect(probe.isWide == true)
            #expect(
                probe.inputs
                    == [.character("a"), .character("b"), .down, .character("中"), .escape, .character("q"), .up].map(
                        TerminalInput.key))
        }

        @Test func `the background is told before the cursor's place, or not at all`() throws {
            let pair = try Pair()
            defer { pair.close() }
            let (told, sent) = try ask(
                pair, [.background, .width], timeout: 5000, answer: "j\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[1;2Rk")
            #expect(
                told.background?.isLight == true && told.isWide == false
                    && told.inputs == [.character("j"), .character("k")].map(TerminalInput.key))
            #expect(sent == "\u{1B}]11;?\u{1B}\\\r“\u{1B}[6n\r\u{1B}[K")
            let (silent, _) = try ask(pair, .background, timeout: 5000, answer: "\u{1B}[7;5R")
            #expect(silent.background == nil && silent.isWide == nil && !silent.isLate)
        }

        @Test func `only terminals of xterm's kind are asked for their background`() {
            for (type, asked) in [
                ("xterm-256color", true), ("tmux", true), ("linux", false), ("vt100", false), ("dumb", false),
                ("", false),
            ] {
                let question = TerminalProbe.Question(type: type, asksWidth: true, asksBackground: true)
                #expect(question.contains(.background) == asked, "\(type)")
            }
            #expect(TerminalProbe.Question(type: "dumb", asksWidth: true, asksBackground: true).isEmpty)
        }

        @Test func `a terminal that says nothing is not waited for`() throws {
            let pair = try Pair()
            defer { pair.close() }
            pair.type("x")
            let (probe, _) = try ask(pair, answer: nil)
            #expect(probe.isWide == nil && probe.isLate)
            #expect(probe.inputs == [.key(.character("x"))])
        }

        @Test func `the terminal's modes are what they were`() throws {
            let pair = try Pair()
            defer { pair.close() }
            var before = termios()
            tcgetattr(pair.program, &before)
            _ = try ask(pair, answer: "\u{1B}[1;2R")
            var after = termios()
            tcgetattr(pair.program, &after)
            #expect(
                before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag && before.c_oflag == after.c_oflag)
            #expect(after.c_lflag & UInt32(ECHO) != 0 && after.c_lflag & UInt32(ICANON) != 0)
        }

        /// What a terminal is sent until `!`, which is not sent before the end, and answers after a while.
        private func listen(_ pair: Pair, answerAfter microseconds: UInt32?) -> Sent {
            let sent = Sent()
            Thread.detachNewThread { [terminal = dup(pair.terminal)] in
                var chunk = [UInt8](repeating: 0, count: 4096)
                var isAsked = false
                while true {
                    let count = read(terminal, &chunk, chunk.count)
                    guard count > 0, chunk[count - 1] != UInt8(ascii: "!") else { break }
                    sent.bytes += chunk[..<count]
                    if !isAsked, let microseconds, String(decoding: sent.bytes, as: UTF8.self).contains("\u{1B}[6n") {
                        isAsked = true
                        usleep(microseconds)
                        pair.type("\u{1B}[1;2R")
                    }
                }
                Glibc.close(terminal)
                sent.isDone.signal()
            }
            return sent
        }

        private func open(_ pair: Pair) throws -> Terminal {
            try Terminal(
                type: "xterm-256color", output: try #require(fdopen(dup(pair.program), "w")),
                input: try #require(fdopen(dup(pair.program), "r")), usesColor: true, asksWidth: true)
        }

        /// What whoever uses the terminal next finds typed.
        private func rest(_ pair: Pair, _ modes: termios) -> [UInt8] {
            var modes = modes
            modes.c_lflag &= ~UInt32(ICANON | ECHO)
            tcsetattr(pair.program, TCSANOW, &modes)
            var typed = pollfd(fd: pair.program, events: Int16(POLLIN), revents: 0)
            guard poll(&typed, 1, 400) > 0 else { return [] }
            var bytes = [UInt8](repeating: 0, count: 64)
            return Array(bytes[..<read(pair.program, &bytes, bytes.count)])
        }

        @Test func `a terminal that was shown nothing is left as it was, with what was typed`() throws {
            let pair = try Pair()
            defer { pair.close() }
            var (before, after) = (termios(), termios())
            tcgetattr(pair.program, &before)
            before.c_lflag &= ~UInt32(ECHO)
            tcsetattr(pair.program, TCSANOW, &before)
            let sent = listen(pair, answerAfter: 0)
            pair.type("ls\n")
            let terminal = try open(pair)
            #expect(terminal.size.columns > 0)
            terminal.close()
            tcgetattr(pair.program, &after)
            #expect(
                before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag && before.c_oflag == after.c_oflag)
            #expect(rest(pair, after) == Array("ls\n".utf8))
            _ = write(pair.program, "!", 1)
            try #require(sent.isDone.wait(timeout: .now() + 5) == .success)
            #expect(String(decoding: sent.bytes, as: UTF8.self) == "")
        }

        @Test func `an answer that is late for a short sitting does not come after it`() throws {
            let pair = try Pair()
            defer { pair.close() }
            var (before, after) = (termios(), termios())
            tcgetattr(pair.program, &before)
            let sent = listen(pair, answerAfter: 250_000)
            let terminal = try open(pair)
            terminal.take()
            terminal.close()
            tcgetattr(pair.program, &after)
            #expect(
                before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag && before.c_oflag == after.c_oflag)
            #expect(rest(pair, after) == [])
            _ = write(pair.program, "!", 1)
            try #require(sent.isDone.wait(timeout: .now() + 5) == .success)
            #expect(String(decoding: sent.bytes, as: UTF8.self).contains("\u{1B}[?1049l"))
        }

        @Test func `where output is no terminal nothing is asked and nothing is read`() throws {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            let pair = try Pair()
            defer { pair.close() }
            pair.type("keys\n")
            var decoder = KeyDecoder { _ in nil }
            let probe = TerminalProbe(.width, input: pair.program, output: ends[1], decoder: &decoder)
            #expect(probe.isWide == nil && probe.inputs == [] && !probe.isLate)
            _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
            var byte: UInt8 = 0
            #expect(read(ends[0], &byte, 1) == -1)
            var line = [UInt8](repeating: 0, count: 16)
            #expect(read(pair.program, &line, 16) == 5)
        }

        @Test func `what was typed while the terminal was asked comes first, as keys; a late answer is not a key`()
            throws
        {
            let pair = try Pair()
            defer { pair.close() }
            pair.type("j中\u{1B}[B\u{1B}OA\u{1B}[6~\u{1B}")
            let terminal = try silent(pair)
            #expect(terminal.hasKeys)
            #expect(terminal.ambiguousIsWide == nil)
            #expect(
                Self.keys(terminal) == [.character("j"), .character("中"), .down, .up, .pageDown, .escape])
            pair.type("\u{1B}[12;3Rn")
            #expect(Self.keys(terminal) == [.resize, .character("n")])
            #expect(terminal.ambiguousIsWide == true)
            // Once only: whatever looks like one later was typed.
            pair.type("\u{1B}OB")
            #expect(Self.keys(terminal) == [.down])
            terminal.close()
        }

        @Test func `an Escape while the answer is awaited is the key, with what follows it`() throws {
            let pair = try Pair()
            defer { pair.close() }
            let terminal = try silent(pair)
            pair.type("\u{1B}")
            #expect(Self.keys(terminal) == [.escape])
            pair.type("x")
            #expect(Self.keys(terminal) == [.character("x")])
            pair.type("\u{1B}[99~y")
            #expect(Self.keys(terminal) == [.character("y")])
            pair.type("\u{1B}[9;2R")
            #expect(Self.keys(terminal) == [.resize])
            #expect(terminal.ambiguousIsWide == false)
            terminal.close()
        }

        /// All keys that come within a moment.
        private static func keys(_ terminal: Terminal) -> [Key] {
            var keys: [Key] = []
            for _ in 0..<20 {
                usleep(10_000)
                while let key = terminal.nextKey() { keys.append(key) }
            }
            return keys
        }
    }
}
