import Newspaper
import PageText
import Testing

@testable import PageLayout

struct PictureLayoutTests {
    private func page(_ pictures: Box..., textAt top: Double = 270) -> Typesetter {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 40, 40)
        page.column(20, top, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，")
        page.column(120, top, "遇上大风还要停航。桥长", "三百二十米。", "¶第一个过桥的是卖豆腐")
        page.sheet.drawing = Drawing(pictures: pictures)
        return page
    }

    private func pictures(_ page: Typesetter, at text: String) -> [[Double]] {
        (page.laid.first { $0.text == text }?.pictures ?? []).map { [$0.left, $0.top, $0.width, $0.height] }
    }

    @Test func `a caption has the picture above it, of two the upper one`() {
        var page = page(
            Box(left: 20, top: 70, right: 210, bottom: 150), Box(left: 20, top: 166, right: 210, bottom: 240))
        page.small("摆渡人把船撑过了河", 20, 153)
        page.small("第一天有三千人过桥", 20, 247)
        #expect(pictures(page, at: "摆渡人把船撑过了河") == [[20, 70, 190, 80]])
        #expect(pictures(page, at: "第一天有三千人过桥") == [[20, 166, 190, 74]])
        #expect(pictures(page, at: "渡口新桥今日通车").isEmpty)
    }

    @Test func `a picture without a caption is its story's, and an ornament is not shown`() throws {
        let page = page(
            Box(left: 20, top: 70, right: 210, bottom: 200), Box(left: 100, top: 220, right: 120, bottom: 240))
        #expect(pictures(page, at: "渡口新桥今日通车").first == [20, 70, 190, 130])
        let story = try #require(PageTextEdition([PageSource(path: "01.pdf", laid: [page.laidPage])]).story(at: 0))
        #expect(story.pictures.map(\.box) == [.init(left: 21, top: 71, right: 209, bottom: 199)])
    }

    @Test func `the light part of a picture is a part of it`() {
        let page = page(
            Box(left: 20, top: 70, right: 210, bottom: 120), Box(left: 21, top: 121, right: 210, bottom: 200))
        #expect(pictures(page, at: "渡口新桥今日通车") == [[20, 70, 190, 130]])
    }

    @Test func `a picture with its name at its side is by itself`() {
        var page = page(textAt: 70)
        page.heading("老船谢幕", 220, 204, size: 14)
        page.small("昨晚九点，最后一班渡船靠岸。", 220, 226)
        page.small("何远　摄", 270, 238)
        page.sheet.drawing = Drawing(pictures: [Box(left: 20, top: 200, right: 210, bottom: 300)])
        #expect(page.role(of: "老船谢幕") == .headline)
        #expect(page.role(of: "昨晚九点，最后一班渡船靠岸。") == .caption && page.role(of: "何远　摄") == .captionMore)
        #expect(pictures(page, at: "昨晚九点，最后一班渡船靠岸。") == [[20, 200, 190, 100]])
    }

    @Test func `a row of pictures has one name at its side, and a caption each`() {
        var page = page(textAt: 70)
        page.heading("护膝操", 20, 210, size: 14)
        page.small("①坐直抬腿，停五秒", 80, 283)
        page.small("②放下换左腿", 190, 283)
        page.sheet.drawing = Drawing(
            pictures: [
                Box(left: 80, top: 200, right: 180, bottom: 280), Box(left: 190, top: 200, right: 290, bottom: 280),
            ])
        #expect(page.role(of: "护膝操") == .headline)
        #expect(page.role(of: "①坐直抬腿，停五秒") == .caption && page.role(of: "②放下换左腿") == .caption)
        #expect(pictures(page, at: "②放下换左腿") == [[190, 200, 100, 80]])
    }

    @Test func `on a page that is set from the right a picture is where it is printed`() {
        var page = Typesetter()
        page.down("渡口通車", 360, 40, size: 20, isBold: true)
        for (number, line) in ["昨日上午新橋通車", "兩岸居民步行過河", "只用五分鐘。過去"].enumerated() {
            page.down(line, 330 - Double(number) * 14, 40, size: 8)
        }
        page.sheet.drawing = Drawing(pictures: [Box(left: 200, top: 40, right: 290, bottom: 100)])
        let boxes = page.laid.flatMap(\.pictures)
        #expect(boxes == [Box(left: 200, top: 40, right: 290, bottom: 100)])
    }

    @Test func `stories and captions know where their pictures are`() throws {
        var page = page(
            Box(left: 20, top: 70, right: 100, bottom: 150), Box(left: 120, top: 70, right: 210, bottom: 240))
        page.small("摆渡人把船撑过了河", 20, 153)
        let source = PageSource(
            path: "01.pdf", laid: [LaidPage([], on: page.laidPage.sheet), page.laidPage], file: [7])
        for story in [PageParser.edition(from: [source]).stories.first, PageTextEdition([source]).story(at: 0)] {
            let story = try #require(story)
            #expect(story.photos.map(\.caption) == ["摆渡人把船撑过了河"])
            let captioned = Box(left: 21, top: 71, right: 99, bottom: 149)
            #expect(story.photos.first?.pictures == [PrintedPicture(file: [7], page: 1, box: captioned)])
            #expect(story.pictures.map(\.box) == [.init(left: 121, top: 71, right: 209, bottom: 239)])
        }
    }
}
