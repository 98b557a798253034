import CNcurses
import Foundation
import Screen
import TestSupport
import Testing

@testable import Terminal

extension NcursesTests {
    /// Characters of ambiguous width in a terminal that draws them two cells wide.
    struct WideCharactersTests {
        private static let xterm = ["/usr/bin/xterm", "/usr/bin/xvfb-run"]

        /// A frame whose rows are written from the left, each character in the cells that such a terminal draws it in.
        private func frame(_ rows: [String], isWide: Bool = true) -> Frame {
            var frame = Frame(size: Size(columns: 80, rows: 24), ambiguousIsWide: isWide)
            for (row, text) in rows.enumerated() {
                var column = 0
                for character in text {
                    let cells = character.isASCII || !isWide && "“”…●①".contains(character) ? 1 : 2
                    frame.put(String(character), cells: cells, column: column, row: row, style: .plain)
                    column += cells
                }
            }
            return frame
        }

        private func terminal(to path: String) throws -> Terminal {
            let output = try #require(fopen(path, "w"))
            let input = try #require(fopen("/dev/null", "r"))
            return try Terminal(type: "xterm-256color", output: output, input: input, usesColor: false)
        }

        @Test func `ncurses counts them as the frame does`() throws {
            let terminal = try terminal(to: "/dev/null")
            for isWide in [true, false, true] {
                terminal.draw(frame(["“报”"], isWide: isWide))
                erase()
                mvaddwstr(0, 0, [0x201C, 0x62A5, 0x2026, 0])
                #expect(broadsheet_cursor_column() == (isWide ? 6 : 4))
            }
            terminal.close()
        }

        @Test(.enabled(if: xterm.allSatisfy(FileManager.default.isExecutableFile(atPath:))))
        func `what is sent for one frame after another gives the last of them in xterm`() throws {
            let folder = try TemporaryFolder()
            let sent = folder.appending(path: "sent")
            let printed = folder.appending(path: "printed")
            let frames = [
                (["老街“新生”……今天开市", "① 报名——30℃ end", "●●●●●●●●●●●●●●●● x", "plain words only"], false),
                (["老街“新生”……今天开市", "① 报名——30℃ end", "●●●●●●●●●●●●●●●● x", "plain words only"], true),
                (["老街“重生”……明天开市", "② 报名——31℃ and", "●●●●●●●●○●●●●●●● y", "plain “words” only"], true),
                (["老街重生……明“天”开市", "  报名……31℃ and→", "●●●● ●●●○●●●●●●● z", "plain “words", "■"], true),
                (["新街重生……明“天”开市", "→ 报名……31℃ and→", "●●●● ●●●○●●●●●●● z ●", "“plain” words", "■■"], true),
            ]
            let terminal = try terminal(to: sent.path)
            for (rows, isWide) in frames { terminal.draw(frame(rows, isWide: isWide)) }
            // The screen as it is before it is given back; the terminal's own way back is left off.
            let bytes = try Data(contentsOf: sent)
            terminal.close()
            let shown = folder.appending(path: "shown")
            try bytes.write(to: shown)
            try run(
                "/bin/sh",
                [
                    "-c",
                    "LC_ALL=C.UTF-8 timeout 30 xvfb-run -a xterm -u8 -cjk_width -geometry 80x24"
                        + " -xrm 'XTerm*printerCommand: cat >\(printed.path)' -xrm 'XTerm*printAttributes: 0'"
                        + " -e sh -c 'stty raw; cat \(shown.path); printf \"\\033[i\"; sleep 1' >/dev/null 2>&1 </dev/null; true",
                ])
            // xterm prints U+FFFF for the right half of a character.
            let last = frames.last!.0.map { row in
                row.map { $0.isASCII ? String($0) : "\($0)\u{FFFF}" }.joined()
            }
            let screen = try String(contentsOf: printed, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map { row in String(row.reversed().drop { $0.isWhitespace }.reversed()) }
            #expect(Array(screen.prefix(last.count)) == last)
        }
    }
}
