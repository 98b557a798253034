import Newspaper
import PageText
import Testing

@testable import PageLayout

/// Text whose lines end where they were meant to.
struct VerseAndListsTests {
    @Test func `lines that end anywhere are verse where another stanza is`() {
        var page = Typesetter()
        page.heading("塔台的灯", 20, 60)
        page.column(20, 95, "海把最后一点颜色收走", "塔台的灯就亮了啊", "像一粒没有睡着的煤", "甚高频里有人报船名", "报吃水，报来自哪条江")
        page.column(140, 95, "我把它们一一写进格子", "写成早晨的一列火车", "妻子问夜里冷不冷", "我说不冷", "四十六台门机都举着胳膊", "替我挡风")
        #expect(page.role(of: "像一粒没有睡着的煤") == .paragraph)
        #expect(page.role(of: "报吃水，报来自哪条江") == .paragraph)
    }

    @Test func `poems under one headline have names of their own, and their lines the room that others have`() {
        var page = Typesetter.bridge(headingAt: 40)
        page.heading("冬日辞", 60, 200, size: 14)
        page.small("阙如", 76, 222)
        func line(_ text: String, _ left: Double, _ top: Double, isBold: Bool = false) {
            let box = Box(left: left, top: top, right: left + Double(text.count) * 8.8, bottom: top + 10.5)
            page.sheet.lines.append(SheetLine(text, box, size: 8.8, isBold: isBold, font: isBold ? "Serif" : "Kai"))
        }
        line("晒书", 70, 240, isBold: true)
        for (number, text) in ["把受潮的句子摊在石阶", "风来翻一页，猫翻一页", "祖父的批注淡成茶色", "他的那一笔捺", "还伸着，像要扶谁"].enumerated() {
            line(text, 20, 254 + 14 * Double(number))
        }
        line("井", 74, 334, isBold: true)
        for (number, text) in ["一只木桶下去，提上来半桶", "还有半桶，留给", "夜里来照镜子的星", "母亲俯身的时候"].enumerated() {
            line(text, 20, 348 + 14 * Double(number))
        }
        page.sheet.drawing = Drawing(frames: [Box(left: 10, top: 190, right: 150, bottom: 420)])
        #expect(page.role(of: "晒书") == .crosshead)
        #expect(page.role(of: "井") == .crosshead)
        #expect(page.role(of: "祖父的批注淡成茶色") == .paragraph)
    }

    @Test func `rows that are numbered one after the other are a list, and no advert`() {
        var page = Typesetter.bridge(headingAt: 40)
        page.heading("城市联赛积分榜", 20, 200, size: 12)
        page.column(20, 220, "1　朔原星火　积22分", "2　沧浪海豚　积20分", "3　银滩水手　积18分", "4　麦川飞驰　积16分")
        page.sheet.drawing = Drawing(
            pictures: [Box(left: 250, top: 60, right: 380, bottom: 130)],
            frames: [Box(left: 14, top: 190, right: 150, bottom: 280)])
        #expect(page.role(of: "城市联赛积分榜") == .headline)
        #expect(page.role(of: "3　银滩水手　积18分") == .paragraph)
    }

    @Test func `two characters far apart are one headline`() {
        var page = Typesetter.bridge(headingAt: 40)
        page.heading("更", 70, 200, size: 12)
        page.heading("正", 116, 200, size: 12)
        page.column(20, 220, "¶本报昨日二版一文中，末", "班船应为二十一时十分。", "特此更正。")
        #expect(page.role(of: "更正") == .headline)
    }

    @Test func `spaces of a drawn out item are none`() {
        var page = Typesetter.bridge(headingAt: 40)
        page.small("▲ 边玉梅遗失身份证，证 号", 20, 200)
        #expect(page.texts.contains("▲边玉梅遗失身份证，证号"))
    }

    @Test func `captions on one line are parted where a picture's number begins`() {
        #expect(PictureWords.parted("图①　收盐。　图②　挑盐上垛。") == ["图①　收盐。", "图②　挑盐上垛。"])
        #expect(PictureWords.parted("盐工们（图①）收盐。") == ["盐工们（图①）收盐。"])
        var page = Typesetter.bridge(headingAt: 40)
        page.small("图①　收盐。　图②　挑盐上垛。", 220, 103)
        page.sheet.drawing = Drawing(pictures: [
            Box(left: 220, top: 40, right: 290, bottom: 100), Box(left: 300, top: 40, right: 380, bottom: 100),
        ])
        #expect(page.role(of: "图②　挑盐上垛。").map { [.caption, .picture].contains($0) } == true)
    }

    @Test func `who took a picture, in brackets below its caption, is no text`() {
        var page = Typesetter.bridge(headingAt: 40)
        page.small("凌晨時分，仍有大批市民候車。", 220, 103)
        page.column(220, 112, "（古卓然攝）")
        page.sheet.drawing = Drawing(pictures: [Box(left: 220, top: 40, right: 380, bottom: 100)])
        #expect(page.role(of: "（古卓然攝）") == .captionMore)
    }
}
