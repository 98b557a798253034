import Foundation
import TestSupport
import Testing

/// The map of a PDF's pages in the running program, and `broadsheet map`.
struct PageMapSessionTests {
    private static let fixtures = projectRoot.appending(path: "Tests/Fixtures/pdf/learning")

    private func map(_ arguments: String..., locale: String = "zh_CN.UTF-8") throws -> (
        status: Int32, output: String, error: String
    ) {
        let folder = try TemporaryFolder()
        return try run(
            Tmux.program, ["map"] + arguments,
            environment: ["LC_ALL": locale, "HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin"])
    }

    @Test(
        .enabled(if: Tmux.isThere && hasPoppler, "tmux or poppler-utils is not installed"),
        arguments: [(80, 24), (140, 40)])
    func `v shows the page of a PDF, arrows and Enter open a story`(columns: Int, rows: Int) throws {
        let tmux = try Tmux(columns: columns, rows: rows, environment: ["LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": ""])
        try tmux.type("clear; \(Tmux.program) \(Self.fixtures.path)/z5-pictures/page.pdf")
        try tmux.wait("the lists") { $0.contains("未读") }
        try tmux.press("v")
        let screen = try tmux.settled("the map") { $0.contains("┏━") }
        expectGolden(screen, "screens/page-map-pdf-\(columns)x\(rows)")
        try tmux.press("Down", "Enter")
        try tmux.wait("the story") { !$0.contains("┏━") && $0.contains("滚动") }
        try tmux.press("q")
        try tmux.wait("the shell") { $0.hasPrefix("$") }
    }

    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func `a map is printed as wide as is asked for, without a sequence where it goes to no terminal`() throws {
        for width in [20, 60, 100] {
            let result = try map("\(Self.fixtures.path)/g1-lokales/page.pdf", "--width", "\(width)", locale: "C.UTF-8")
            #expect(result.status == 0 && result.error == "" && !result.output.contains("\u{1B}"))
            let widest = result.output.split(separator: "\n").map(\.count).max() ?? 0
            #expect((width - 2...width).contains(widest))
        }
        expectGolden(try map("\(Self.fixtures.path)/a1-minsheng/page.pdf").output, "page-map-a1-minsheng")
    }

    @Test func `what has no places has no map, which is said in one line`() throws {
        let folder = try TemporaryFolder()
        folder.write(Array(riverPage.utf8), to: "page.txt")
        let result = try map(folder.path + "/page.txt")
        #expect(result.status == 1 && result.output == "")
        #expect(result.error == "broadsheet: “page.txt”没有版面图：只有 PDF 记着文章的位置\n")
        #expect(try map(folder.path + "/page.txt", "--width", "2").status == 2)
    }
}
