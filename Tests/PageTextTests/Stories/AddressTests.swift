import Newspaper
import Testing

@testable import PageText

@Suite("Web addresses that go on over a line's end are whole")
struct AddressTests {
    private func body(_ lines: String...) -> String {
        parse(lines.joined(separator: "\n")).stories.flatMap(\.body).map(\.text).joined(separator: "|")
    }

    @Test func `on a page of words`() {
        let text = body(
            "Ferry times are listed by the harbour", "By ADA MOORHEN", "",
            "The ferry runs from six in the morning until nine, and its times are at https://quay.example/times/spring-",
            "and-summer/table.html for all who cross. Fares are at https://quay.example/fares?from=east&to=",
            "west until May. Ask at https://quay.example/", "on weekdays. Boats are at www.quay.example.",
            "Or walk along the shore-",
            "line and ring the bell, says the keeper of the pier, who has seen it all before.")
        #expect(text.contains("https://quay.example/times/spring-and-summer/table.html for"))
        #expect(text.contains("https://quay.example/fares?from=east&to=west until"))
        #expect(text.contains("https://quay.example/ on weekdays"))
        #expect(text.contains("www.quay.example.") && !text.contains("example.Or"))
        #expect(text.contains("shoreline"))
    }

    private let head = ["渡口晚报", "2026年8月6日 星期四", "第3版 民生", "", "渡口新船下水", "本报记者 何一渡", ""]
    private let rest = ["", "灯会开幕", "本报记者 方小灯", "", "灯会昨晚开幕，一千盏灯挂在河边的柳树上，要亮到月底，镇里请各村的人都来看。"]
    private let start = "8月5日清晨，渡口镇的新船在老码头下水，两岸来了三百多人，船长说船上装了二十个座位，时刻表和票价都"

    @Test(arguments: [
        (["写在网页上，见http://", "www.quay.example/a.html也可以看。"], "写在网页上，见http://www.quay.example/a.html也可以看。"),
        (["写在网页上，见www.", "quay.example/a.html，也可以打电话。"], "写在网页上，见www.quay.example/a.html，也可以打电话。"),
        (
            ["在网上，网址是", "https://quay.example/dot.", "也可以到船上看，孩子们的票减半，老人不要票，团体要先打电话。"],
            "在网上，网址是https://quay.example/dot.也可以到船上看，孩子们的票减半，老人不要票，团体要先打电话。"
        ),
        (["在网上，", "照片见www.quay.example。"], "在网上，照片见www.quay.example。"),
        (
            ["在网上，船长的信箱是", "boat@quay.example，", "有事的人可以写信去，他每天晚上都看，第二天早上开船以前回信。"],
            "在网上，船长的信箱是boat@quay.example，有事的人可以写信去，他每天晚上都看，第二天早上开船以前回信。"
        ),
    ])
    func `a line that is an address stays in its story`(lines: [String], end: String) {
        let edition = parse((head + [start + lines[0]] + lines[1...] + rest).joined(separator: "\n") + "\n")
        #expect(edition.stories.first?.body.map(\.text) == [start + end])
        #expect(edition.stories.count == 2)
    }

    @Test(arguments: [
        ["在镇里的网页上，详情请见", "https://quay.example/night"], ["在镇里的网页上，网址：", "https://quay.example/night"],
        ["在镇里的网页上，详情见：", "https://quay.example/night"], ["在网页上https://quay.example/night"],
        ["在网页上。", "　　详见：https://quay.example/night"],
        ["在网上，购票网址：https://quay.example/ticket/2026/08/06/", "index.html"],
        ["在网上，信箱是", "boat@quay.example"],
    ])
    func `an address at the end of a story ends it`(lines: [String]) {
        let edition = parse((head + [start + lines[0]] + lines[1...] + rest).joined(separator: "\n") + "\n")
        #expect(edition.stories.map(\.headline) == ["渡口新船下水", "灯会开幕"])
        #expect(edition.stories.map { $0.kicker ?? $0.deck } == [nil, nil])
        #expect(edition.stories.last?.body.count == 1)
        let words = edition.stories.flatMap(\.body).map(\.text).joined() + edition.furniture.joined()
        #expect(words.contains("quay.example"))
    }

    @Test func `an address at the end of a story in English ends it`() {
        let edition = parse(
            [
                "The Quayside Times", "Thursday 6 August 2026", "", "New ferry is launched", "By ADA MOORHEN", "",
                "The new ferry was launched at the old pier on Wednesday, and three hundred people came to see it and read the timetable at",
                "https://quay.example/ferry", "", "Lanterns hang on the river", "By TOM REEDE", "",
                "A thousand lanterns were hung on the willows by the river last night, and they will be lit until the end of the month.",
            ].joined(separator: "\n"))
        #expect(edition.stories.map(\.headline) == ["New ferry is launched", "Lanterns hang on the river"])
    }

    @Test func `an address of the paper belongs to the page`() {
        let page = head + [start + "在网上。"] + rest + ["", "投稿邮箱：desk@ferrypost.example"]
        let edition = parse(page.joined(separator: "\n") + "\n")
        #expect(edition.furniture.last == "投稿邮箱：desk@ferrypost.example")
    }

    @Test func `the letters of addresses are of no language`() {
        let long = "https://www.quay.example/times/spring-and-summer/of-this-year/table-of-all-the-boats/"
        let page =
            head + [
                "新船的票价见\(long)",
                "that-cross-the-river-by-night-and-day/index.html，也可以打电话。邮箱theferrykeeperofthetown@quay.example。",
            ]
        #expect(parse(page.joined(separator: "\n") + "\n").language == "zh-Hans")
    }

    @Test func `on a page of Han`() {
        let text = body(
            "渡口新船下水", "本报记者 何一渡", "", "新船昨天下水，时刻和票价都写在镇里的网页上，地址是https://quay.example/times/spring-",
            "and-summer/list.html，老人和孩子的票减半，团体要提前一天打电话。")
        #expect(text.contains("https://quay.example/times/spring-and-summer/list.html，老人"))
    }
}
