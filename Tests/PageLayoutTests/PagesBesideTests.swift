import Newspaper
import PageText
import TestSupport
import Testing

@testable import PageLayout

/// Two pages on one sheet.
struct PagesBesideTests {
    /// A page with its number and name, two columns and a headline, from a place on.
    private func page(_ left: Double, number: String, _ name: String, _ headline: String) -> [SheetLine] {
        var page = Typesetter()
        page.small("2024年5月6日　星期一", left + 130, 12)
        page.heading(number, left + 20, 10, size: 16)
        page.heading(name, left + 72, 10, size: 16)
        page.heading(headline, left + 40, 45)
        page.column(left + 20, 80, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，", "遇上大风还要停航。桥长", "三百二十米。")
        page.column(left + 120, 80, "¶第一个过桥的是卖豆腐", "的老人，他说从前过河要", "等一锅饭的工夫，今天只", "够抽半袋烟。", "")
        return page.sheet.lines.filter { !$0.text.isEmpty }
    }

    private func sheet(_ lines: [SheetLine], width: Double = 800) -> Sheet {
        Sheet(width: width, height: 600, lines: lines)
    }

    @Test func `pages beside each other are two, each with its own lines, measured from its own corner`() {
        let pages = PageLayout.pages(
            of: sheet(
                page(0, number: "02", "要闻", "渡口新桥今日通车") + page(400, number: "03", "民生", "水渠修到田头")), number: 4)
        #expect(pages.map { $0.lines[0].text } == ["02　要闻", "03　民生"])
        #expect(pages.map { $0.lines.contains { $0.text == "水渠修到田头" } } == [false, true])
        #expect(pages.allSatisfy { $0.sheet.width > 240 && $0.sheet.width < 560 })
        #expect(
            pages.allSatisfy { page in page.lines.allSatisfy { $0.box.map { $0.right <= page.sheet.width } ?? false } })
        #expect(pages.map(\.origin?.sheet) == [4, 4])
        #expect(pages.first?.origin?.left == 0 && pages.last?.origin.map { (240...420).contains($0.left) } == true)
    }

    @Test func `the last page and the first, as they are imposed for the press, are read by their numbers`() {
        let pages = PageLayout.pages(
            of: sheet(
                page(0, number: "第四版", "副刊", "渡口新桥今日通车") + page(400, number: "第一版", "要闻", "水渠修到田头")), number: 0)
        #expect(pages.map { $0.lines.contains { $0.text == "水渠修到田头" } } == [true, false])
    }

    @Test func `a picture of the right page is where it is printed on the sheet`() throws {
        var both = sheet(
            page(0, number: "02", "要闻", "渡口新桥今日通车") + page(400, number: "03", "民生", "水渠修到田头"))
        both.drawing = Drawing(pictures: [Box(left: 430, top: 150, right: 500, bottom: 240)])
        let pages = PageLayout.pages(of: both, number: 4)
        let edition = PageParser.edition(from: [PageSource(path: "01.pdf", laid: pages, file: [7])])
        let story = try #require(edition.stories.first { $0.headline == "水渠修到田头" })
        #expect(
            story.pictures == [
                PrintedPicture(file: [7], page: 4, box: Box(left: 431, top: 151, right: 499, bottom: 239))
            ])
    }

    @Test func `a wide sheet with one number, or with a headline across its middle, is one page`() {
        let second = page(215, number: "", "", "水渠修到田头").filter { $0.box.top > 40 }
        let narrow = page(0, number: "02", "要闻", "渡口新桥今日通车") + second
        #expect(PageLayout.pages(of: sheet(narrow, width: 660), number: 0).count == 1)
        var banner = Typesetter()
        banner.heading("两岸一桥连到底", 250, 300, size: 44)
        let spread =
            page(0, number: "02", "要闻", "渡口新桥今日通车") + page(400, number: "03", "民生", "水渠修到田头")
            + banner.sheet.lines
        #expect(PageLayout.pages(of: sheet(spread), number: 0).count == 1)
    }

    @Test func `nothing of a wide sheet is lost, wherever its lines stand`() {
        var random = Seeded(seed: 3)
        for _ in 0..<200 {
            var lines: [SheetLine] = []
            for number in 0..<Int.random(in: 10...60, using: &random) {
                let left = [20, 120, 440, 560, .nan, -40].randomElement(using: &random)!
                let top = Double.random(in: -20...640, using: &random)
                lines.append(
                    SheetLine(
                        "渡口\(number)", Box(left: left, top: top, right: left + 80, bottom: top + 10),
                        size: [8, 8, 20].randomElement(using: &random)!))
            }
            let pages = PageLayout.pages(of: sheet(lines), number: 0)
            #expect(
                pages.flatMap { $0.lines.map(\.text) }.joined().filter { !$0.isWhitespace }.sorted()
                    == lines.map(\.text).joined().sorted())
        }
    }
}
