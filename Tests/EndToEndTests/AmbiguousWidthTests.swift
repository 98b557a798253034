import Foundation
import TestSupport
import Testing
import Typesetting

/// The built program in terminals that draw “ one cell wide, and two.
@Suite(.serialized)
struct AmbiguousWidthTests {
    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `tmux says one cell: marks and borders are themselves, and what is typed at once is not lost`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.run(["send-keys", "-l", "clear; \(Tmux.program)"])
        // The keys are there before the program is.
        try tmux.press("Enter", "j", "Down", "Right")
        let screen = try tmux.wait("the third story") { $0.contains(/▌ [● ] 山里娃娃/) || $0.contains(/▌ [● ] 粮仓/) }
        #expect(screen.contains("│") && screen.contains("“"))
        #expect(!screen.contains("[6n") && !screen.contains("〝"))
        try tmux.press("q")
        try tmux.wait("the shell") { $0.hasPrefix("$") }
        #expect(!tmux.screen.contains("“") && !tmux.screen.contains("R"))
    }

    /// Runs the program in xterm, which prints its screen to a file (a media copy) when asked to.
    @Test(
        .enabled(
            if: ["/usr/bin/xterm", "/usr/bin/xvfb-run"].allSatisfy(FileManager.default.isExecutableFile(atPath:))),
        arguments: [(true, "|"), (false, "│")])
    func `xterm is asked, and believed`(isWide: Bool, rule: Character) throws {
        let folder = try TemporaryFolder()
        // CSI i prints the screen; the terminal is at the program's end, so a second process asks while it runs.
        let script = """
            export LC_ALL=C.UTF-8 HOME=\(folder.path) XDG_STATE_HOME=\(folder.path)
            (sleep 2; printf '\\033[i' >/dev/tty; sleep 1; kill $$) &
            exec \(Tmux.program)
            """
        let file = folder.appending(path: "run.sh")
        try script.write(to: file, atomically: true, encoding: .utf8)
        let printed = folder.appending(path: "screen")
        try run(
            "/bin/sh",
            [
                "-c",
                "LC_ALL=C.UTF-8 timeout 30 xvfb-run -a xterm -u8 \(isWide ? "-cjk_width" : "+cjk_width") -geometry 100x30"
                    + " -xrm 'XTerm*printerCommand: cat >\(printed.path)' -xrm 'XTerm*printAttributes: 0'"
                    + " -e sh \(file.path) >/dev/null 2>&1 </dev/null; true",
            ])
        // xterm prints U+FFFF for the right half of a character.
        let screen = try String(contentsOf: printed, encoding: .utf8).replacingOccurrences(of: "\u{FFFF}", with: "")
        #expect(screen.contains("“") && screen.contains("●") && screen.contains("▌"), "\(screen)")
        // The rule between list and story stands below itself in every row.
        let rules = screen.split(separator: "\n").compactMap { row in
            row.firstIndex(of: rule).map { cells(of: String(row[..<$0]), ambiguousIsWide: isWide) }
        }
        #expect(rules.count > 20 && Set(rules).count == 1, "\(screen)")
    }
}
