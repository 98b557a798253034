import CNcurses
import Foundation
import Glibc
import Screen
import Testing

@testable import Terminal

extension NcursesTests {
    /// Bytes that were typed before ncurses was started, as keys of xterm.
    struct KeyQueueTests {
        private func keys(_ bytes: String) throws -> [KeyQueue.Key] {
            let output = try #require(fopen("/dev/null", "w"))
            let input = try #require(fopen("/dev/null", "r"))
            let terminal = try Terminal(type: "xterm-256color", output: output, input: input, usesColor: false)
            defer { terminal.close() }
            terminal.take()
            var queue = KeyQueue()
            queue.append(Array(bytes.utf8))
            var keys: [KeyQueue.Key] = []
            while let key = queue.next() { keys.append(key) }
            #expect(queue.isEmpty)
            return keys
        }

        private func characters(_ text: String) -> [KeyQueue.Key] {
            text.unicodeScalars.map { KeyQueue.Key(code: $0.value, isFunction: false) }
        }

        private func function(_ code: Int32) -> KeyQueue.Key { KeyQueue.Key(code: wint_t(code), isFunction: true) }

        @Test func `characters are keys, whatever they take in UTF-8`() throws {
            #expect(try keys("jé渡𠮷\r") == characters("jé渡𠮷\r"))
        }

        @Test func `a key's sequence is that key, with ESC O and with ESC [`() throws {
            let expected = [function(KEY_UP), function(KEY_UP), function(KEY_NPAGE)] + characters("j")
            #expect(try keys("\u{1B}OA\u{1B}[A\u{1B}[6~j") == expected)
        }

        private static let unknown = [
            "[200z", "[?1;2c", "[?2026;2$y", "[@", "[99~", "[25h", "[57414u", "[W", "O1", "[[Z",
        ]

        @Test(arguments: unknown)
        func `a sequence that is no key leaves nothing of itself`(sequence: String) throws {
            #expect(try keys("a\u{1B}\(sequence)b\u{1B}\(sequence)") == characters("ab"))
        }

        @Test(arguments: unknown)
        func `nor does it while one reads, and Escape before it is a key`(sequence: String) throws {
            var (terminal, program): (Int32, Int32) = (-1, -1)
            try #require(openpty(&terminal, &program, nil, nil, nil) == 0)
            defer { for descriptor in [terminal, program] { close(descriptor) } }
            // A descriptor of its own: the number of one that is closed may be another test's next.
            Thread.detachNewThread { [terminal = dup(terminal)] in
                var chunk = [UInt8](repeating: 0, count: 4096)
                while read(terminal, &chunk, chunk.count) > 0 {}
                close(terminal)
            }
            let opened = try Terminal(
                type: "xterm-256color", output: try #require(fdopen(dup(program), "w")),
                input: try #require(fdopen(dup(program), "r")), usesColor: false)
            defer { opened.close() }
            let bytes = Array("a\u{1B}\(sequence)b\u{1B}\u{1B}\(sequence)\u{1B}[A".utf8)
            try #require(write(terminal, bytes, bytes.count) == bytes.count)
            var pressed: [Screen.Key] = []
            for _ in 0..<2000 where pressed.last != .up {
                if let key = opened.nextKey() { pressed.append(key) } else { usleep(1000) }
            }
            #expect(pressed == [.character("a"), .character("b"), .escape, .up])
        }

        @Test func `Escape is a key where no sequence follows`() throws {
            #expect(try keys("\u{1B}") == characters("\u{1B}"))
            #expect(try keys("\u{1B}j") == characters("\u{1B}j"))
            #expect(try keys("\u{1B}\u{1B}[A") == characters("\u{1B}") + [function(KEY_UP)])
        }

        @Test func `bytes that are not UTF-8 are no keys`() throws {
            let output = try #require(fopen("/dev/null", "w"))
            let input = try #require(fopen("/dev/null", "r"))
            let terminal = try Terminal(type: "xterm-256color", output: output, input: input, usesColor: false)
            defer { terminal.close() }
            terminal.take()
            var queue = KeyQueue()
            queue.append([0xFF, 0x61, 0xE6, 0xB8, 0x62, 0x80])
            #expect([queue.next(), queue.next(), queue.next()] == characters("ab") + [nil])
        }
    }
}
