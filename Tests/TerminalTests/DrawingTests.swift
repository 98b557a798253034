import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

extension NcursesTests {
    /// ncurses without a terminal: frames are drawn on /dev/null and read back from its window.
    struct DrawingTests {
        private func terminal() throws -> Terminal {
            let output = try #require(fopen("/dev/null", "w"))
            let input = try #require(fopen("/dev/null", "r"))
            return try Terminal(type: "xterm-256color", output: output, input: input, usesColor: true)
        }

        private func row(_ row: Int32, of terminal: Terminal) -> String {
            var text = [wchar_t](repeating: 0, count: 400)
            mvinnwstr(row, 0, &text, 399)
            var line = ""
            for value in text.prefix(while: { $0 != 0 }) { line.unicodeScalars.append(Unicode.Scalar(UInt32(value))!) }
            while line.last == " " { line.removeLast() }
            return line
        }

        private func frame(_ size: Size, _ clusters: [(String, Int)]) -> Frame {
            var frame = Frame(size: size)
            var column = 0
            for (text, cells) in clusters {
                frame.put(text, cells: cells, column: column, row: 0, style: .plain)
                column += cells
            }
            return frame
        }

        @Test func `Han, Latin and marks come back as they were put`() throws {
            let terminal = try terminal()
            terminal.draw(
                frame(terminal.size, [("报", 2), ("a", 1), ("e\u{301}", 1), ("，", 2), ("“", 1), ("か\u{3099}", 2)]))
            #expect(row(0, of: terminal) == "报ae\u{301}，“か\u{3099}")
            terminal.close()
        }

        @Test func `what the C library counts otherwise is replaced, and the row does not shear`() throws {
            let terminal = try terminal()
            // U+1FAE8 is newer than the tables of glibc 2.36; a system with newer ones shows it.
            let isKnown = wcwidth(0x1FAE8) == 2
            terminal.draw(frame(terminal.size, [("\u{1FAE8}", 2), ("x", 1)]))
            #expect(row(0, of: terminal) == (isKnown ? "\u{1FAE8}x" : "〓x"))
            terminal.close()
        }

        @Test func `a second frame replaces the first, to the last cell`() throws {
            let terminal = try terminal()
            let size = terminal.size
            var full = Frame(size: size)
            for row in 0..<size.rows {
                for column in stride(from: 0, to: size.columns - 1, by: 2) {
                    full.put("满", cells: 2, column: column, row: row, style: .plain)
                }
            }
            terminal.draw(full)
            #expect(row(Int32(size.rows - 1), of: terminal) == String(repeating: "满", count: size.columns / 2))
            terminal.draw(Frame(size: size))
            #expect(row(Int32(size.rows - 1), of: terminal) == "")
            terminal.close()
        }

        @Test func `a frame larger or smaller than the screen is drawn as far as it goes`() throws {
            let terminal = try terminal()
            for size in [Size(columns: 500, rows: 200), Size(columns: 3, rows: 1), Size(columns: 1, rows: 1)] {
                terminal.draw(frame(size, [("版", 2), ("x", 1)]))
            }
            terminal.close()
        }

        @Test func `a frame is sent as one piece`() throws {
            // Each write is a message of its own.
            var ends: [Int32] = [-1, -1]
            try #require(socketpair(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0, &ends) == 0)
            defer { close(ends[0]) }
            let output = try #require(fdopen(ends[1], "w"))
            let input = try #require(fopen("/dev/null", "r"))
            let terminal = try Terminal(type: "xterm-256color", output: output, input: input, usesColor: true)
            terminal.draw(Frame(size: terminal.size))
            var bytes = [UInt8](repeating: 0, count: 100_000)
            while recv(ends[0], &bytes, bytes.count, Int32(MSG_DONTWAIT)) > 0 {}
            var full = Frame(size: terminal.size)
            for row in stride(from: 0, to: full.size.rows, by: 3) {
                for column in [2, 30, 60] { full.put("版", cells: 2, column: column, row: row, style: .plain) }
            }
            terminal.draw(full)
            var pieces = 0
            while recv(ends[0], &bytes, bytes.count, Int32(MSG_DONTWAIT)) > 0 { pieces += 1 }
            #expect(pieces == 1)
            terminal.close()
        }

        @Test func `closing twice is harmless`() throws {
            let terminal = try terminal()
            terminal.close()
            terminal.close()
        }

        @Test func `a terminal type that nobody knows is taken for xterm`() throws {
            let output = try #require(fopen("/dev/null", "w"))
            let input = try #require(fopen("/dev/null", "r"))
            let terminal = try Terminal(type: "no-such-terminal", output: output, input: input, usesColor: false)
            terminal.draw(frame(terminal.size, [("报", 2)]))
            #expect(row(0, of: terminal) == "报")
            terminal.close()
        }
    }
}
