import Foundation
import Glibc
import Screen
import Synchronization
import Testing

@testable import Terminal

extension NcursesTests {
    /// The test plays a terminal that draws pictures, on the other end of a pseudo-terminal.
    struct GraphicsTerminalTests {
        /// What the terminal was sent.
        private final class Played: Sendable {
            private let bytes = Mutex<[UInt8]>([])
            private let place: Int32

            /// Answers the question with some text, once it has come whole; nil for a terminal that says nothing.
            init(_ terminal: Int32, answer: String?) {
                place = terminal
                // A descriptor of its own: the number of one that is closed may be another test's next.
                Thread.detachNewThread { [self, own = dup(terminal)] in
                    var chunk = [UInt8](repeating: 0, count: 4096)
                    var isAnswered = answer == nil
                    while true {
                        let count = read(own, &chunk, chunk.count)
                        guard count > 0 else { break }
                        let all = bytes.withLock { bytes in
                            bytes += chunk[..<count]
                            return bytes
                        }
                        if !isAnswered, String(decoding: all, as: UTF8.self).contains("\u{1B}[6n") {
                            isAnswered = true
                            type(answer ?? "")
                        }
                    }
                    close(own)
                }
            }

            func type(_ text: String) {
                _ = Array(text.utf8).withUnsafeBytes { write(place, $0.baseAddress, $0.count) }
            }

            /// What was sent since the last time, up to some text.
            func sent(upTo end: String) -> String {
                let deadline = Date.now.addingTimeInterval(10)
                while Date.now < deadline {
                    let text = String(decoding: bytes.withLock(\.self), as: UTF8.self)
                    if text.contains(end) {
                        bytes.withLock { $0 = [] }
                        return text
                    }
                    usleep(5000)
                }
                return ""
            }
        }

        private func opened(
            answer: String?, asks: Bool = true
        ) throws -> (terminal: Terminal, played: Played, ends: [Int32]) {
            var (outer, inner): (Int32, Int32) = (-1, -1)
            var window = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 800, ws_ypixel: 480)
            try #require(openpty(&outer, &inner, nil, nil, &window) == 0)
            let played = Played(outer, answer: answer)
            let terminal = try Terminal(
                type: "xterm-256color", output: try #require(fdopen(dup(inner), "w")),
                input: try #require(fdopen(dup(inner), "r")), usesColor: true, asksWidth: true, asksGraphics: asks)
            terminal.take()
            return (terminal, played, [outer, inner])
        }

        private func frame(_ terminal: Terminal, row: Int?, words: String = "渡口") throws -> Frame {
            var frame = Frame(size: terminal.size)
            for (column, character) in words.enumerated() {
                frame.put(String(character), cells: 2, column: 2 * column, row: 20, style: .plain)
            }
            guard let row else { return frame }
            let bitmap = try #require(Bitmap(width: 4, height: 4, bytes: [UInt8](repeating: 90, count: 48)))
            let area = Area(column: 10, row: row, columns: 8, rows: 4)
            frame.pictures = [FramePicture(bitmap, area: area, rows: 4)]
            return frame
        }

        @Test func `a terminal with kitty's graphics is sent a picture once, and rid of it in the end`() throws {
            let (terminal, played, ends) = try opened(answer: "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62c\u{1B}[3;2R")
            defer { ends.forEach { close($0) } }
            #expect(terminal.pictureDisplay == PictureDisplay(.graphics))
            terminal.draw(try frame(terminal, row: 3))
            let first = played.sent(upTo: "\u{1B}8")
            #expect(first.contains("a=t,") && first.contains("\u{1B}[4;11H") && first.contains("a=p,"))
            // A word changes, and then the picture's place.
            terminal.draw(try frame(terminal, row: 3, words: "大桥"))
            #expect(!played.sent(upTo: "桥").contains("\u{1B}_G"))
            terminal.draw(try frame(terminal, row: 5, words: "大桥"))
            let second = played.sent(upTo: "\u{1B}8")
            #expect(second.contains("a=d,d=i") && second.contains("a=p,") && !second.contains("a=t,"))
            // Another program has the terminal meanwhile.
            terminal.lend()
            #expect(played.sent(upTo: "\u{1B}[?1049l").contains(KittyGraphics.removal))
            terminal.takeBack()
            terminal.draw(try frame(terminal, row: 5, words: "大桥"))
            #expect(played.sent(upTo: "\u{1B}8").contains("a=t,"))
            terminal.close()
            #expect(played.sent(upTo: "\u{1B}[?1049l").contains(KittyGraphics.removal))
        }

        @Test func `a terminal with sixels draws them again where cells were written, and has the cells back`() throws {
            let (terminal, played, ends) = try opened(answer: "\u{1B}[?62;4c\u{1B}[?1;0;16S\u{1B}[3;2R")
            defer { ends.forEach { close($0) } }
            #expect(terminal.pictureDisplay.means == .graphics)
            terminal.draw(try frame(terminal, row: 18))
            let first = played.sent(upTo: "\u{1B}8")
            #expect(first.contains("\u{1B}[19;11H\u{1B}P0;1q\"1;1;80;80#"))
            // In row 20, where the picture is too.
            terminal.draw(try frame(terminal, row: 18, words: "大桥"))
            #expect(played.sent(upTo: "\u{1B}8").contains("\u{1B}P0;1q"))
            // The rows are written, though no cell of the frame is another.
            terminal.draw(try frame(terminal, row: nil, words: "大桥"))
            #expect(played.sent(upTo: "大桥").contains("大桥"))
            terminal.close()
        }

        @Test func `answers that come late are no keys, and count`() throws {
            let (terminal, played, ends) = try opened(answer: nil)
            defer { ends.forEach { close($0) } }
            #expect(terminal.pictureDisplay.means != .graphics || getenv("COLORTERM") != nil)
            played.type("a\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c\u{1B}[6;20;10t\u{1B}[3;2Rb")
            var keys: [Key] = []
            let deadline = Date.now.addingTimeInterval(10)
            while Date.now < deadline, keys.last != .character("b") {
                if let key = terminal.nextKey() { keys.append(key) } else { usleep(5000) }
            }
            #expect(keys.filter { $0 != .resize } == [.character("a"), .character("b")])
            #expect(terminal.pictureDisplay == PictureDisplay(.graphics))
            terminal.close()
        }

        @Test func `what was not asked is not believed`() throws {
            let (terminal, played, ends) = try opened(answer: "\u{1B}[3;2R", asks: false)
            defer { ends.forEach { close($0) } }
            let before = terminal.pictureDisplay
            played.type("\u{1B}_Gi=31;OK\u{1B}\\x")
            var key: Key?
            let deadline = Date.now.addingTimeInterval(10)
            while Date.now < deadline, key == nil { key = terminal.nextKey() }
            #expect(key == .character("x") && terminal.pictureDisplay == before)
            terminal.close()
        }
    }
}
