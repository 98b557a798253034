import Foundation
import TestSupport
import Testing

/// Correcting a page in the running program, and on the command line.
struct CorrectionSessionTests {
    private func broadsheet(
        _ folder: TemporaryFolder, _ arguments: String..., input: String? = nil, locale: String = "C.UTF-8"
    ) throws -> (status: Int32, output: String, error: String) {
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        let pipe = input.map { "cat '\($0)' | " } ?? ""
        return try run(
            "/bin/sh", ["-c", "cd '\(folder.path)' && \(pipe)'\(Tmux.program)' \(words)"],
            environment: ["LC_ALL": locale, "HOME": folder.path])
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `a line is corrected by keys, the list follows at once, and the next sitting has it`() throws {
        let folder = try TemporaryFolder()
        folder.write(riverPage.utf8, to: "01.txt")
        var tmux = try Tmux(columns: 80, rows: 24, folder: folder)
        try tmux.type("clear; \(Tmux.program) \(folder.path)/01.txt")
        try tmux.wait(for: "南滩渡口添了新船")
        try tmux.press("C")
        try tmux.wait("the page's lines") { $0.contains("crosshead") && $0.contains("↳") }
        try tmux.press("Down", "Down", "Down", "Down", "Enter")
        try tmux.wait(for: "What is this line?")
        try tmux.press("1")
        try tmux.wait("a second story") { $0.contains("headline * 护林员的望远镜") && $0.contains("● 护林员") }
        try tmux.press("u")
        try tmux.wait("one story again") { $0.contains("crosshead") && !$0.contains("● 护林员") }
        try tmux.press("1")
        try tmux.wait("a second story") { $0.contains("● 护林员") }
        try tmux.press("r", "q")
        try tmux.wait("the shell") { $0.contains("$") && !$0.contains("▌") }
        tmux = try Tmux(columns: 80, rows: 24, folder: folder)
        try tmux.type("clear; \(Tmux.program) \(folder.path)/01.txt")
        try tmux.wait("both stories") { $0.contains("● 护林员") }
        try tmux.press("q")
    }

    @Test func `every command reads with the corrections, and they are listed`() throws {
        let folder = try TemporaryFolder()
        folder.write(riverPage.utf8, to: "01.txt")
        folder.write("headline\t护林员的望远镜\njoins\t没有的一行\nnonsense\n".utf8, to: "01.txt.corrections")
        #expect(try broadsheet(folder, "list", ".").output.split(separator: "\n").count == 2)
        #expect(try broadsheet(folder, "show", "01.txt", "2").output.contains("护林员的望远镜"))
        #expect(try broadsheet(folder, "export", "01.txt").output.contains(#""title":"护林员的望远镜""#))
        for (locale, words) in [
            ("C.UTF-8", "corrected by the reader"), ("zh_CN.UTF-8", "读者改正"), ("zh_HK.UTF-8", "讀者改正"),
        ] {
            let explained = try broadsheet(folder, "explain", "01.txt", locale: locale).output
            #expect(
                explained.split(separator: "\n").count { $0.hasSuffix("\(words) 100%") } == 1)
        }
        let listed = try broadsheet(folder, "corrections", ".")
        #expect(listed.status == 0)
        #expect(listed.output == "./01.txt\t11\theadline\t护林员的望远镜\n./01.txt\t–\tcontinues text\t没有的一行\n")
        #expect(listed.error.contains("1 correction of './01.txt' matches no line any more"))
        #expect(listed.error.contains("'./01.txt' has 1 line that is not a correction; it was skipped"))
        let json = try broadsheet(folder, "corrections", "01.txt", "--json").output
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(rows.map { $0["ruling"] as? String } == ["headline", "joins"])
        #expect(rows.map { $0["line"] as? Int } == [11, nil])
        // What was piped has none.
        #expect(try broadsheet(folder, "corrections", "-", input: "01.txt").output == "")
    }
}
