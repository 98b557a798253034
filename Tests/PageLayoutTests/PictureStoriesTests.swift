import Newspaper
import PageText
import Testing

@testable import PageLayout

/// Pictures: whose they are, and what is their headline.
struct PictureStoriesTests {
    /// A story of two columns at the right of the sheet.
    private func page(_ pictures: Box...) -> Typesetter {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 160, 40)
        page.column(150, 75, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，", "遇上大风还要停航。")
        page.column(260, 75, "桥长三百二十米，桥面宽", "十二米。", "¶第一个过桥的是卖豆腐", "的老人，挑着两筐豆腐。")
        page.sheet.drawing = Drawing(pictures: pictures)
        return page
    }

    private let picture = Box(left: 20, top: 40, right: 140, bottom: 100)

    private func stories(_ page: Typesetter) -> PageTextEdition {
        PageTextEdition([PageSource(path: "01.pdf", laid: [page.laidPage])])
    }

    @Test func `a picture whose caption says only what is seen belongs to the story at its side`() {
        var page = page(picture)
        page.small("居民步行过桥。", 20, 103)
        #expect(page.role(of: "居民步行过桥。") == .caption)
        #expect(stories(page).count == 1)
    }

    @Test func `a picture whose caption says what happened, and when, is news by itself`() {
        var page = page(picture)
        page.small("9月3日，县文化馆在体育广场举", 20, 103)
        page.small("办渔歌大赛，来自沿江十二个乡", 20, 112)
        page.small("镇的歌手同台比试。何远　摄", 20, 121)
        #expect(page.role(of: "9月3日，县文化馆在体育广场举") == .picture)
        #expect(stories(page).count == 2)
    }

    @Test func `a short name below a picture is its headline`() {
        var page = page(Box(left: 20, top: 200, right: 140, bottom: 280))
        page.heading("老船谢幕", 20, 283, size: 9)
        page.small("昨晚九点，最后一班", 20, 296)
        page.small("渡船靠岸。何远　摄", 20, 305)
        #expect(page.role(of: "老船谢幕") == .headline)
    }

    @Test func `of a name above and one below, the name of a column is no headline`() {
        var page = page(Box(left: 20, top: 200, right: 140, bottom: 280))
        page.heading("镜 头", 20, 184, size: 9)
        page.heading("老船谢幕", 20, 283, size: 9)
        page.small("昨晚九点，最后一班", 20, 296)
        page.small("渡船靠岸。何远　摄", 20, 305)
        #expect(page.role(of: "老船谢幕") == .headline)
        #expect(page.laid.contains { $0.role == .rubric && $0.text.hasPrefix("镜") })
    }

    @Test func `who took a picture may be said in Latin letters`() {
        #expect(PictureWords.endWithCredit("auf dem See. Foto: Marlies Kern"))
        #expect(PictureWords.endWithCredit("by the harbour. Photograph: Colin Ashby"))
        #expect(!PictureWords.endWithCredit("by the harbour on Sunday."))
    }

    @Test func `a sentence is news with a day or with more than one sentence`() {
        #expect(PictureWords.isNews("7月20日，临江县万亩荷塘进入盛花期，采莲人划着木盆穿行其间，一派繁忙。（何远　摄）"))
        #expect(!PictureWords.isNews("7月20日，采莲人划着木盆。（何远　摄）"))
        #expect(!PictureWords.isNews("采莲人划着木盆穿行其间。"))
        #expect(PictureWords.isShortCaption("采莲人划着木盆穿行其间。（何远　摄）"))
        #expect(!PictureWords.isShortCaption("Swimmers in the harbour."))
        #expect(PictureWords.beginsWithNumber("②采莲人") && !PictureWords.beginsWithNumber("2采莲人"))
    }
}
