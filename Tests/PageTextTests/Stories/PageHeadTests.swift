import Newspaper
import Testing

@testable import PageText

@Suite("Pages have a name, a number and a date")
struct PageHeadTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `a page with its head at its foot gets its name from there`() throws {
        let page = "老街看花\n\n本报讯(记者 王明)\(body)\n\n\(more)\n\n渡口日报 2012年3月6日 星期二\n\n7\n\n农家生活\n\n责编:艾青青 电话:8862079\n"
        let edition = parse(page)
        #expect(edition.pages.first?.name == "农家生活")
        #expect(edition.stories.first?.section == "农家生活")
    }

    @Test func `the line with the number of the issue is furniture`() {
        let page = "坝上社区报　第12期　2021年4月号　总编辑:王明\n\n老街看花\n\n□本报记者 李明\n\n\(body)\n"
        #expect(parse(page).furniture.first?.hasPrefix("坝上社区报") == true)
        #expect(parse(page).stories.map(\.kicker) == [nil])
    }

    @Test func `page number and date come from the path if the page has none`() {
        let page = PageParser.edition(from: [PageSource(path: "/papers/2026-03-06/第3版.txt", text: "老街看花\n\n\(body)\n")])
            .pages[0]
        #expect(page.number == "3")
        #expect(page.date == "2026-03-06")
    }
}
