import Newspaper
import PageText
import Testing

@testable import PageLayout

/// What belongs to the page: its head, and adverts.
struct HeadsAndAdvertsTests {
    @Test func `a day in large letters is no number of a page`() {
        let body = BodyStyle(Typesetter.bridge(headingAt: 60).sheet.lines)
        func line(_ text: String, _ left: Double, size: Double) -> SheetLine {
            let width = Double(text.count) * size
            return SheetLine(text, Box(left: left, top: 20, right: left + width, bottom: 20 + size), size: size)
        }
        let head = PageHeading.lines(
            [line("2025年11月", 20, size: 8), line("19", 90, size: 14), line("日 星期三", 120, size: 8)], body)
        #expect(head.map(\.text) == ["2025年11月19日 星期三"])
    }

    @Test func `a page's name may stand far from its number on the same row`() {
        let body = BodyStyle(Typesetter.bridge(headingAt: 60).sheet.lines)
        func line(_ text: String, _ left: Double) -> SheetLine {
            SheetLine(text, Box(left: left, top: 20, right: left + 30, bottom: 30), size: 8)
        }
        let head = PageHeading.lines([line("The Sheldon Packet", 20), line("News", 200), line("7", 370)], body)
        #expect(head.first?.text == "7　News")
        #expect(PageHeading.lines([line("海風日報", 20), line("第五版", 370)], body).map(\.text) == ["海風日報", "第五版"])
    }

    @Test func `the largest name of a head is the page's where the paper's own is smaller`() {
        let body = BodyStyle(Typesetter.bridge(headingAt: 60).sheet.lines)
        func line(_ text: String, _ left: Double, size: Double) -> SheetLine {
            let right = left + Double(text.count) * size
            return SheetLine(text, Box(left: left, top: 20, right: right, bottom: 20 + size), size: size)
        }
        let notices = [line("04", 20, size: 16), line("公告·分类信息", 140, size: 18), line("兰谷日报", 340, size: 10)]
        #expect(PageHeading.lines(notices, body).first?.text == "04　公告·分类信息")
        #expect(PageHeading.lines(Array(notices.prefix(2)), body).map(\.text) == ["公告·分类信息", "04"])
        // A supplement's title is not what stands right before the number.
        let supplement = [
            line("水云间", 160, size: 26), line("水埠日报", 300, size: 14), line("副刊", 362, size: 8), line("8", 384, size: 14),
        ]
        #expect(PageHeading.lines(supplement, body).first?.text == "8　副刊")
    }

    @Test func `words without a sentence in a box are an advert`() {
        var page = Typesetter.bridge(headingAt: 60)
        page.column(20, 300, "海湾书店", "开学文具八折", "翠屏中心二楼")
        page.sheet.drawing = Drawing(
            pictures: [Box(left: 250, top: 60, right: 380, bottom: 130)],
            frames: [Box(left: 14, top: 290, right: 114, bottom: 345)])
        #expect(page.role(of: "开学文具八折") == .furniture)
    }

    @Test func `two lines that end with a page are what the paper has inside`() {
        var page = Typesetter.bridge(headingAt: 60)
        page.heading("导读", 20, 298, size: 10)
        page.column(20, 314, "秋冬交替，怎么体检　3版", "副刊：外婆的柴火灶　4版")
        page.sheet.drawing = Drawing(
            pictures: [Box(left: 250, top: 60, right: 380, bottom: 130)],
            frames: [Box(left: 14, top: 290, right: 134, bottom: 345)])
        #expect(page.role(of: "副刊：外婆的柴火灶　4版") == .furniture)
    }

    @Test func `large words that nothing is said about are an advert`() {
        var page = Typesetter.bridge(headingAt: 60)
        page.heading("鹿鸣自行车行", 20, 310)
        page.sheet.drawing = Drawing(
            pictures: [Box(left: 250, top: 60, right: 380, bottom: 130)],
            frames: [Box(left: 14, top: 300, right: 164, bottom: 345)])
        #expect(page.role(of: "鹿鸣自行车行") == .furniture)
    }

    @Test func `characters of a headline down the page may differ in size`() {
        var page = Typesetter.bridge(headingAt: 60)
        page.down("油菜花期", 60, 200, size: 16, isBold: true)
        page.down("谨防病害", 36, 200, size: 15, isBold: true)
        page.column(100, 200, "¶当前全县油菜陆续开花，", "近期雨日偏多，有利于病", "害发生流行。", "¶防治关键期为开花后的", "一周之内。")
        #expect(page.texts.contains("油菜花期") && page.texts.contains("谨防病害"))
    }
}
