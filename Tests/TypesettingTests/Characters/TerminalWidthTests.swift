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

    private func files(in folder: URL) throws -> (script: URL, texts: URL, columns: URL) {
        let script = folder.appending(path: "probe.sh")
        let texts = folder.appending(path: "texts")
        try Self.probe.write(to: script, atomically: true, encoding: .utf8)
        try (printed().map(\.text).joined(separator: "\n") + "\n").write(to: texts, atomically: true, encoding: .utf8)
        return (script, texts, folder.appending(path: "columns"))
    }

    private func check(_ columns: URL, unlike known: Set<String> = []) throws {
        let widths = try String(contentsOf: columns, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
        try #require(widths.count == Self.kinds.count)
        for (expected, width) in zip(printed(), widths) where !known.contains(expected.kind) {
            #expect(width - 1 == expected.cells, "\(expected.kind) as \(expected.text)")
        }
    }

    @Test("tmux puts the cursor where the width rule says", .enabled(if: Tmux.isThere))
    func tmux() throws {
        let tmux = try Tmux()
        let files = try files(in: tmux.folder)
        try tmux.type("sh '\(files.script.path)' '\(files.texts.path)' '\(files.columns.path)'")
        try tmux.wait("the probe's end") { _ in
            (try? String(contentsOf: files.columns, encoding: .utf8))?.hasSuffix("done\n") == true
        }
        try check(files.columns)
    }

    @Test(
        "xterm does too",
        .enabled(
            if: ["/usr/bin/xterm", "/usr/bin/xvfb-run"].allSatisfy(FileManager.default.isExecutableFile(atPath:))))
    func xterm() throws {
        let folder = try Tmux.temporaryFolder()
        let files = try files(in: folder)
        let result = try run(
            "/usr/bin/xvfb-run",
            ["-a", "xterm", "-u8", "-e", "sh", files.script.path, files.texts.path, files.columns.path],
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path])
        #expect(result.status == 0, "\(result.error)")
        try check(files.columns)
    }
}
