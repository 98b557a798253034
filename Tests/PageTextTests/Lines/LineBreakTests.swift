import Newspaper
import Testing

@testable import PageText

@Suite("Line breaks and blank lines at the ends make no difference")
struct LineBreakTests {
    private func stories(_ text: String) -> [Story] { parse(text).stories }

    @Test(arguments: Pages.names) func `CRLF, CR and LF give the same stories`(name: String) throws {
        let text = try Pages.source(name).text.replacing("\r\n", with: "\n")
        #expect(stories(text.replacing("\n", with: "\r\n")) == stories(text))
        #expect(stories(text.replacing("\n", with: "\r")) == stories(text))
    }

    @Test(arguments: Pages.names) func `blank lines and spaces at the ends of page and lines do not matter`(
        name: String
    ) throws {
        let text = try Pages.source(name).text.replacing("\r\n", with: "\n")
        #expect(stories("\n\n" + text + "\n\n\n") == stories(text))
        let page = samplePage.replacing("\n", with: " \n")
        #expect(stories(page) == stories(samplePage))
    }

    @Test(arguments: 1..<8) func `a cut is joined over any number of blank lines`(blanks: Int) {
        let cut = String(repeating: "\n", count: blanks)
        let page = samplePage.replacing("做了四\n\n郑大顺在磨豆浆\n\n十年", with: "做了四\n\(cut)郑大顺在磨豆浆\n\(cut)十年")
        #expect(stories(page) == stories(samplePage))
    }

    @Test func `a form feed separates pages`() {
        let edition = parse(samplePage + "\u{0C}" + samplePage.replacing("第3版 民生", with: "第4版 乡村"))
        #expect(edition.pages.map(\.number) == ["3", "4"])
        #expect(edition.pages.map(\.name) == ["民生", "乡村"])
        #expect(edition.stories.count == 2 * stories(samplePage).count)
    }

    @Test func `a page of more lines than any printed one is read in pieces, in order`() {
        let copies = 1 + PageParser.longestPage / 8
        let edition = parse(String(repeating: samplePage, count: copies))
        #expect(edition.pages.count == 1)
        #expect(edition.stories.count { $0.headline == "河道清淤今日开工" } >= copies - 8)
    }
}
