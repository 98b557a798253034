import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite("Widths in a real terminal", .serialized)
struct TerminalWidthTests {
    /// Every kind of character that terminals disagree about, as it stands in texts.
    static let kinds = [
        "中", "a", "，", "“", "”", "‘", "’", "…", "—", "–", "·", "•", "□", "■", "◆", "●", "★", "※", "①", "Ⅰ", "℃", "×",
        "±",
        "°", "→", "€", "─", "│", "❤️", "☎️", "©️", "1️⃣", "👍🏽", "👨‍👩‍👧‍👦", "👩‍💻", "🇨🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "\u{1112}\u{1161}\u{11AB}", "か\u{3099}", "a\u{200B}", "a\u{200D}", "a\u{FEFF}", "a\u{2060}", "a\u{AD}",
        "e\u{301}",
        "ﾊﾟ", "Ａ", "ｱ", "한", "〓", "\u{E000}", "\u{302E}", "क\u{93F}", "น\u{E49}", "ก\u{E33}", "\u{3248}", "䷀", "😀",
    ]

    /// A shell loop that prints each line of a file and asks where the cursor is (CSI 6n).
    static let probe = """
        exec 3<"$1"; old=$(stty -g </dev/tty); stty raw -echo </dev/tty
        while IFS= read -r text <&3; do
          printf '\\r\\033[K%s\\033[6n' "$text" >/dev/tty
          reply=; while :; do c=$(dd bs=1 count=1 2>/dev/null </dev/tty); reply="$reply$c"; [ "$c" = R ] && break; done
          column=${reply##*;}; printf '%s\\n' "${column%R}" >>"$2"
        done
        stty "$old" </dev/tty; printf 'done\\n' >>"$2"
        """

    private func printed() -> [(kind: String, text: String, cells: Int)] {
        Self.kinds.map { kind in
            let found = clusters(of: kind)
            return (kind, found.map(\.text).joined(), found.reduce(0) { $0 + $1.cells })
        }
    }

    /// Runs the probe in a terminal and compares what it reports with the width rule. `command` starts the terminal; in it,
    /// %@ stands for the command line of the probe and %folder for a temporary folder.
    private func probe(_ command: String) throws {
        let folder = try TemporaryFolder()
        let (script, texts, columns) = ("\(folder.path)/probe.sh", "\(folder.path)/texts", "\(folder.path)/columns")
        try Self.probe.write(toFile: script, atomically: true, encoding: .utf8)
        try (printed().map(\.text).joined(separator: "\n") + "\n").write(
            toFile: texts, atomically: true, encoding: .utf8)
        let line = command.replacingOccurrences(of: "%@", with: "sh \(script) \(texts) \(columns)")
            .replacingOccurrences(of: "%folder", with: folder.path)
        try run("/bin/sh", ["-c", "export LC_ALL=C.UTF-8; (\(line)) >/dev/null 2>&1 </dev/null"])
        let found = try String(contentsOfFile: columns, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
        try #require(found.count == Self.kinds.count)
        for (expected, column) in zip(printed(), found) {
            #expect(column - 1 == expected.cells, "\(expected.kind) as \(expected.text)")
        }
    }

    @Test("tmux puts the cursor where the width rule says", .enabled(if: Tmux.isThere))
    func tmux() throws {
        try probe(
            "tmux -S %folder/tmux -f /dev/null new-session -d '%@; tmux -S %folder/tmux wait-for -S end';"
                + " timeout 20 tmux -S %folder/tmux wait-for end; tmux -S %folder/tmux kill-server")
    }

    @Test(
        "xterm does too",
        .enabled(
            if: ["/usr/bin/xterm", "/usr/bin/xvfb-run"].allSatisfy(FileManager.default.isExecutableFile(atPath:))))
    func xterm() throws { try probe("timeout 30 xvfb-run -a xterm -u8 -e %@") }
}
