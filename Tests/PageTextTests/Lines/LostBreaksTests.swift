import Newspaper
import Testing

@testable import PageText

@Suite("A page on one line is cut where stories begin")
struct LostBreaksTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `datelines, bylines, and blanks behind full stops part stories`() {
        let page = """
            第3版 民生 2021年4月8日 星期四 老街看花 本报讯（记者 王明）\(body) \(more)（记者 王明） 山坳里的夜校 本报记者 李小满 \(body) \
            \(more) 责编 闻亦
            """
        let edition = parse(page)
        #expect(edition.stories.map(\.headline) == ["老街看花", "山坳里的夜校"])
        #expect(edition.stories.map(\.credits) == [[Credit(.reporter, "王明")], [Credit(.reporter, "李小满")]])
        #expect(edition.stories.allSatisfy { $0.body.map(\.text) == [body, more] })
        #expect(edition.pages.first?.date == "2021-04-08")
        #expect(edition.furniture.contains("责编 闻亦"))
    }

    @Test func `no blank is needed around a dateline`() {
        let edition = parse("老街看花本报讯（记者 王明）\(body)\(more)山坳里的夜校本报讯（记者 李小满）\(more)\(body)")
        #expect(edition.stories.map(\.headline) == ["老街看花", "山坳里的夜校"])
        #expect(edition.stories.map(\.body.first?.text) == [body + more, more + body])
    }

    @Test func `each line of it was printed on the one line`() {
        let page = "\n老街看花 本报讯（记者 王明）\(body) \(more) 山坳里的夜校 本报讯（记者 李小满）\(more) \(body)\n"
        let readings = PageParser.explanation(of: [PageSource(path: "page.txt", text: page)])
        #expect(readings.count == 6)
        #expect(readings.allSatisfy { $0.line == 2 })
    }

    @Test func `a text in which nothing begins a story stays as it is`() {
        let text = Array((body + " " + more + body + more + body).utf8)
        #expect(LostBreaks.restored(text) == nil)
        #expect(LostBreaks.restored(Array("老街看花\n本报讯（记者 王明）\(body)\(more)\(body)\(more)".utf8)) == nil)
    }
}
