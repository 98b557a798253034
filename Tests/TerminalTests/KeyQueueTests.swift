import CNcurses
import Glibc
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

        @Test(arguments: ["\u{1B}[200z", "\u{1B}[?1;2c", "\u{1B}[?2026;2$y", "\u{1B}[@", "\u{1B}[99~", "\u{1B}[25h"])
        func `a sequence that is no key leaves nothing of itself`(sequence: String) throws {
            #expect(try keys("a" + sequence + "b" + sequence) == characters("ab"))
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
            var queue = KeyQueue()
            queue.append([0xFF, 0x61, 0xE6, 0xB8, 0x62, 0x80])
            #expect([queue.next(), queue.next(), queue.next()] == characters("ab") + [nil])
        }
    }
}
