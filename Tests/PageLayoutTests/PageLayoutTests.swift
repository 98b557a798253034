import Newspaper
import PageText
import TestSupport
import Testing

@testable import PageLayout

struct PageLayoutTests {
    /// Two stories side by side, the left one in two columns.
    private var twoStories: Typesetter {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 40, 40)
        page.column(20, 70, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，")
        page.column(120, 70, "遇上大风还要停航。桥长", "三百二十米。", "¶第一个过桥的是卖豆腐")
        page.heading("粮站收粮", 250, 40)
        page.column(230, 70, "¶秋粮已经入仓，粮站昼夜", "开秤，排队的拖拉机一直", "排到了镇口的老槐树下。")
        return page
    }

    @Test func `columns are read one after another, and stories one after another`() {
        #expect(
            twoStories.texts == [
                "渡口新桥今日通车", "昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，",
                "遇上大风还要停航。桥长", "三百二十米。", "第一个过桥的是卖豆腐", "粮站收粮", "秋粮已经入仓，粮站昼夜",
                "开秤，排队的拖拉机一直", "排到了镇口的老槐树下。",
            ])
    }

    @Test func `an indented line begins a paragraph, and the top of a column goes on with one`() {
        #expect(twoStories.role(of: "昨日上午新桥通车，两岸") == .paragraph)
        #expect(twoStories.role(of: "居民步行过河，只用五分") == .more)
        #expect(twoStories.role(of: "遇上大风还要停航。桥长") == .more)
        #expect(twoStories.role(of: "第一个过桥的是卖豆腐") == .paragraph)
        #expect(twoStories.role(of: "渡口新桥今日通车") == .headline)
    }

    @Test func `a space at which a line was divided stays between its words`() {
        var page = Typesetter()
        page.column(20, 70, "¶本报讯（记者 尉迟宁", "　通讯员 桂一帆）昨日", "上午新桥通车，两岸居民")
        page.column(120, 70, "步行过河，只用五分钟。", "¶第一个过桥的是卖豆腐", "的老人，挑着担子唱着歌")
        #expect(page.texts.prefix(3) == ["本报讯（记者 尉迟宁　通讯员", "桂一帆）昨日", "上午新桥通车，两岸居民"])
    }

    @Test func `where the lines came in another order they are read the same`() {
        var random = Seeded(seed: 5)
        for _ in 0..<20 {
            var page = twoStories
            page.sheet.lines.shuffle(using: &random)
            #expect(page.texts == twoStories.texts)
        }
    }

    @Test func `small lines around a headline are a rubric, a kicker, a deck or writers`() {
        var page = Typesetter()
        page.heading("一线见闻", 20, 20, size: 9)
        page.small("市里昨天开会要求各县抓好今冬农田水利建设", 60, 34)
        page.heading("水渠修到田头", 60, 48)
        page.small("□本报记者 方敏", 80, 74)
        page.column(20, 90, "¶昨日上午新渠通水，两岸", "居民步行过河，只用五分")
        page.column(120, 90, "遇上大风还要停航。桥长", "三百二十米。")
        #expect(page.role(of: "一线见闻") == .rubric)
        #expect(page.role(of: "市里昨天开会要求各县抓好今冬农田水利建设") == .overline)
        #expect(page.role(of: "水渠修到田头") == .headline)
        #expect(page.role(of: "□本报记者 方敏") == .writers)
    }

    @Test func `a page's number and the name beside it are one line, before all else`() {
        var page = twoStories
        for at in page.sheet.lines.indices {
            page.sheet.lines[at].box.top += 60
            page.sheet.lines[at].box.bottom += 60
        }
        page.small("2024年5月6日　星期一", 280, 12)
        page.heading("A05", 20, 10, size: 16)
        page.heading("民生", 60, 10, size: 16)
        page.heading("渡口晚报", 320, 24, size: 14)
        #expect(page.texts.first == "A05　民生")
        #expect(page.role(of: "渡口晚报") == .furniture)
    }

    @Test func `a name on a bar at the side of a headline is its rubric`() {
        var page = Typesetter()
        page.heading("水渠修到田头", 20, 20)
        page.heading("人物", 170, 24, size: 10)
        page.column(20, 60, "¶昨日上午新渠通水，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，")
        page.column(120, 60, "遇上大风还要停航。渠长", "三百二十米。", "¶第一个放水的是卖豆腐")
        page.sheet.drawing = Drawing(bars: [Box(left: 160, top: 18, right: 200, bottom: 42)])
        #expect(page.texts.prefix(2) == ["人物", "水渠修到田头"])
        #expect(page.role(of: "人物") == .rubric && page.role(of: "水渠修到田头") == .headline)
    }

    @Test func `a headline down the page may have two lines, from the right`() {
        var page = Typesetter()
        page.column(20, 40, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，", "遇上大风还要停航。桥长")
        page.column(20, 84, "三百二十米。", "¶第一个过桥的是卖豆腐", "的老人，他推着车走了三", "个来回。")
        page.down("夏粮入库过七成", 150, 40, size: 16, isBold: true)
        page.down("仓门日夜开着", 128, 40, size: 16, isBold: true)
        #expect(page.texts.prefix(2) == ["夏粮入库过七成", "仓门日夜开着"])
        #expect(page.role(of: "夏粮入库过七成") == .headline && page.role(of: "仓门日夜开着") == .headlineMore)
    }

    @Test func `who speaks begins a paragraph, where no line of an interview is indented`() {
        var page = twoStories
        page.heading("渡口人家说新桥", 220, 300)
        page.column(
            220, 340, "问：桥通了，船还开不开？", "答：开到年底，最后一班晚", "上九点，老人孩子不收钱。", "问：船工们以后做什么呢？", "答：一半人到桥头管停车。")
        #expect(page.role(of: "问：船工们以后做什么呢？") == .paragraph)
        #expect(page.role(of: "答：一半人到桥头管停车。") == .paragraph)
        #expect(page.role(of: "上九点，老人孩子不收钱。") == .more)
    }

    @Test func `a headline down the page is one line`() {
        var page = Typesetter()
        page.down("夏粮入库过七成", 20, 40, size: 16, isBold: true)
        page.column(45, 40, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，")
        page.column(145, 40, "遇上大风还要停航。桥长", "三百二十米。")
        #expect(page.texts.first == "夏粮入库过七成")
        #expect(page.laid.first?.role == .headline)
    }

    @Test func `a page that is set from the right is read from the right`() {
        var page = Typesetter()
        page.down("渡口通車", 360, 40, size: 20, isBold: true)
        for (number, line) in ["昨日上午新橋通車", "兩岸居民步行過河", "只用五分鐘。過去"].enumerated() {
            page.down(line, 330 - Double(number) * 14, 40, size: 8)
        }
        #expect(page.texts == ["渡口通車", "昨日上午新橋通車", "兩岸居民步行過河", "只用五分鐘。過去"])
    }

    @Test func `a caption below a picture is no text`() {
        var page = twoStories
        page.small("新桥上的第一批行人。", 120, 180)
        page.sheet.drawing = Drawing(pictures: [Box(left: 118, top: 110, right: 210, bottom: 176)])
        #expect(page.role(of: "新桥上的第一批行人。") == .caption)
    }

    @Test func `lines know where they stand, and a caption its picture`() {
        var page = twoStories
        page.small("新桥上的第一批行人。", 120, 180)
        let picture = Box(left: 118, top: 110, right: 210, bottom: 176)
        page.sheet.drawing = Drawing(pictures: [picture])
        let laid = page.laid
        for line in laid {
            #expect(page.sheet.lines.contains { $0.text == line.text && $0.box == line.box }, "\(line.text)")
        }
        #expect(laid.filter { !$0.pictures.isEmpty }.map(\.text) == ["新桥上的第一批行人。"])
        #expect(laid.flatMap(\.pictures) == [picture])
    }

    @Test func `a picture without a caption is its story's, one without a story the page's`() {
        var page = twoStories
        let pictures = [
            Box(left: 118, top: 110, right: 210, bottom: 176), Box(left: 20, top: 420, right: 390, bottom: 540),
        ]
        page.sheet.drawing = Drawing(pictures: [pictures[0]])
        #expect(page.laid.filter { !$0.pictures.isEmpty }.map(\.role) == [.headline])
        page = Typesetter()
        page.sheet.drawing = Drawing(pictures: [pictures[1]])
        #expect(PageLayout.read(page.sheet).sheet.pictures == [pictures[1]])
    }

    @Test func `on a page that is set from the right lines are where they are seen`() throws {
        var page = Typesetter()
        page.down("渡口通車", 360, 40, size: 20, isBold: true)
        page.down("昨日上午新橋通車", 330, 40, size: 8)
        page.down("兩岸居民步行過河", 316, 40, size: 8)
        let picture = Box(left: 100, top: 300, right: 200, bottom: 500)
        page.sheet.drawing = Drawing(pictures: [picture])
        let laid = PageLayout.read(page.sheet)
        let headline = try #require(laid.lines.first { $0.text == "渡口通車" }?.box)
        let text = try #require(laid.lines.first { $0.text == "昨日上午新橋通車" }?.box)
        #expect(headline.left > 355 && headline.right < 390 && headline.top == 40 && headline.height > 60)
        #expect(text.right < headline.left)
        #expect(laid.lines.flatMap(\.pictures) + laid.sheet.pictures == [picture])
    }

    @Test func `what stands in a frame is by itself`() {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 40, 40)
        page.column(20, 70, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，")
        page.column(120, 70, "遇上大风还要停航。桥长", "三百二十米。")
        page.heading("小资料", 130, 112, size: 12)
        page.column(124, 130, "¶桥梁由本县石匠修建，", "用石一千二百方。")
        page.column(20, 103, "人人都说好。", "¶老人们坐在桥头，数着来", "往的车。")
        page.sheet.drawing = Drawing(frames: [Box(left: 118, top: 106, right: 222, bottom: 156)])
        #expect(page.texts.suffix(3) == ["小资料", "桥梁由本县石匠修建，", "用石一千二百方。"])
        #expect(page.texts[1...8].contains("往的车。"))
    }

    @Test func `the head and the foot of a page belong to it`() {
        var page = twoStories
        page.small("渡口日报", 20, 10)
        page.small("2026年3月6日 第2版", 200, 10)
        page.small("责编 方敏", 20, 560)
        page.small("电话 0123-4567", 200, 560)
        for text in ["渡口日报", "2026年3月6日 第2版", "责编 方敏", "电话 0123-4567"] {
            #expect(page.role(of: text) == .furniture, "\(text)")
        }
    }

    @Test func `a capital as high as two lines belongs to the first word`() {
        var page = Typesetter()
        page.sheet.lines.append(
            SheetLine("T", Box(left: 20, top: 70, right: 36, bottom: 92), size: 24, font: "Serif"))
        page.column(38, 70, "he bridge opened on", "Monday, with a band")
        page.column(20, 92, "and a long line of carts", "waiting on both banks.")
        #expect(page.texts.first == "The bridge opened on")
    }

    @Test func `spaces that drawing out a line left between its characters are none`() {
        var page = Typesetter()
        page.column(20, 70, "¶月 投 产 ， 届 时 可 年", "加工鲜薯八千吨，收入翻", "记者 方敏 通讯员 余安")
        #expect(page.texts == ["月投产，届时可年", "加工鲜薯八千吨，收入翻", "记者 方敏 通讯员 余安"])
    }

    @Test func `lines of a poem are each one, where its longest stanza shows how far they might have gone`() {
        var page = Typesetter()
        page.heading("渡口", 60, 40)
        page.column(20, 70, "撑船的人不在", "竹篙替他站着")
        page.column(20, 103, "风从对岸过来，翻了一页水", "又翻一页", "没有读完")
        page.column(20, 147, "灯亮的时候", "船自己回来")
        #expect(
            page.laid.filter { $0.text != "渡口" }.allSatisfy { $0.role == .paragraph || $0.role == .text })
        #expect(page.role(of: "竹篙替他站着") == .paragraph)
        #expect(page.role(of: "船自己回来") == .paragraph)
    }

    @Test func `lines that begin with days, one like the other, are items of a timetable`() {
        var page = Typesetter()
        page.heading("停电预告", 60, 40)
        page.column(
            20, 70, "8月11日6:00—14:00柏树", "线：柏树巷、粮站家属院", "8月12日7:00—12:00石桥", "线：石桥村一至四社砂石", "8月13日5:30—18:00东川",
            "站：东川镇全镇")
        #expect(
            page.laid.filter { $0.role == .paragraph }.map(\.text)
                == ["8月11日6:00—14:00柏树", "8月12日7:00—12:00石桥", "8月13日5:30—18:00东川"])
    }

    @Test func `nothing of a sheet is lost, and nothing is made, wherever its lines stand`() {
        var random = Seeded(seed: 77)
        let words = ["渡口", "T", "“", "●", "a b", "水渠修到田头", "第2版", "　", "x", "12", "——", "the"]
        for _ in 0..<300 {
            var page = Typesetter()
            for number in 0..<Int.random(in: 0...60, using: &random) {
                let size = [6, 8, 8, 8, 12, 20, 40, 0.01].randomElement(using: &random)!
                let left = Double.random(in: -50...450, using: &random)
                let top = (Double.random(in: -50...650, using: &random) / 11).rounded() * 11
                // Each differs, as of two alike at one place one is a shadow.
                let text = words.randomElement(using: &random)! + "\(number)"
                page.sheet.lines.append(
                    SheetLine(
                        text,
                        Box(
                            left: left, top: top, right: left + .random(in: 0...120, using: &random), bottom: top + size
                        ),
                        size: size, isBold: .random(using: &random), font: ["A", "B"].randomElement(using: &random)!))
            }
            func boxes() -> [Box] {
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    let (left, top) = (
                        Double.random(in: 0...400, using: &random), Double.random(in: 0...600, using: &random)
                    )
                    return Box(
                        left: left, top: top, right: left + .random(in: 0...300, using: &random),
                        bottom: top + .random(in: 0...300, using: &random))
                }
            }
            page.sheet.drawing = Drawing(across: boxes(), down: boxes(), pictures: boxes(), frames: boxes())
            #expect(characters(page.texts) == characters(page.sheet.lines.map(\.text)))
        }
    }

    private func characters(_ texts: [String]) -> [Unicode.Scalar: Int] {
        texts.joined().unicodeScalars.filter { !$0.properties.isWhitespace }.reduce(into: [:]) {
            $0[$1, default: 0] += 1
        }
    }

    @Test func `where nothing stands together the rows are read from the top`() {
        var page = Typesetter()
        for number in 0..<5000 {
            let (left, top) = (Double(number % 50) * 8, Double(number / 50) * 6 + Double(number % 50) * 0.01)
            page.sheet.lines.append(
                SheetLine(
                    "\(number)", Box(left: left, top: top, right: left + 1, bottom: top + 5),
                    size: 4 + Double(number % 7), font: "\(number % 11)"))
        }
        #expect(characters(page.texts) == characters(page.sheet.lines.map(\.text)))
        #expect(page.laid.allSatisfy { $0.role == .text })
    }

    @Test func `numbers that are none stop nothing`() {
        var page = twoStories
        for value in [Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e-300] {
            var page = Typesetter()
            page.down("渡口通車", 360, 40, size: 20, isBold: true)
            for number in 0..<3 { page.down("昨日上午新橋通車", 330 - Double(number) * 14, 40, size: 8) }
            (page.sheet.width, page.sheet.height) = (value, value)
            let box = Box(left: value, top: value, right: value, bottom: value)
            page.sheet.drawing = Drawing(across: [box], down: [box], pictures: [box], frames: [box])
            #expect(page.texts.joined().count == 28)
        }
        for (number, value) in [Double.nan, .infinity, -.infinity, 1e300].enumerated() {
            page.sheet.lines.append(
                SheetLine(
                    "x\(number)", Box(left: value, top: 3, right: value, bottom: value), size: value, font: "Serif"))
        }
        #expect(page.texts.joined().count { $0 == "x" } == 4)
    }

    @Test func `rows of short cells in columns are a table, its rows from the top and its cells parted by tabs`() {
        var page = twoStories
        for (row, cells) in [("名次", "球队", "积分"), ("1", "石桥", "29"), ("2", "柳湾", "25"), ("3", "盐仓", "24")].enumerated() {
            let top = 200 + Double(row) * 13
            page.column(20, top, cells.0)
            page.column(60, top, cells.1)
            page.column(110, top, cells.2)
        }
        let rows = page.laid.filter { $0.role == .row }.map(\.text)
        #expect(rows == ["名次\t球队\t积分", "1\t石桥\t29", "2\t柳湾\t25", "3\t盐仓\t24"])
    }

    @Test func `text in narrow columns is no table`() {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 40, 40)
        for column in 0..<4 {
            page.column(20 + Double(column) * 80, 70, "昨日上午新桥通", "居民步行过河，", "钟。过去坐船要", "遇上大风还要停")
        }
        #expect(!page.laid.contains { $0.role == .row })
    }

    @Test func `short items under a name, with headings set alike, are each an item`() {
        var page = Typesetter()
        page.heading("城事速览", 20, 30, size: 14)
        for (number, name) in ["免费查肺", "道路封闭", "旧衣换花"].enumerated() {
            page.heading(name, 20, 56 + Double(number) * 46, size: 10)
            page.column(20, 70 + Double(number) * 46, "本周六上午在人民广场", "举行义诊，限前三百名")
        }
        #expect(page.laid.first?.role == .rubric)
        for name in ["免费查肺", "道路封闭", "旧衣换花"] { #expect(page.role(of: name) == .item, "\(name)") }
    }

    @Test func `a heading with a line's white space around it, in a column below a much larger one, parts the text`() {
        var page = twoStories
        page.sheet.lines.removeAll { $0.text == "粮站收粮" || $0.box.left >= 230 }
        page.heading("从一条街说起", 24, 116, size: 9.5)
        page.column(20, 140, "¶街长七百米，两边是老", "屋，门板一块一块卸下")
        #expect(page.role(of: "从一条街说起") == .crosshead)
    }

    @Test func `words between rules that stand out are a quotation, and the text goes on behind them`() {
        var page = twoStories
        page.heading("火要空心，", 22, 116, size: 12)
        page.heading("人要实心。", 22, 130, size: 12)
        page.column(20, 160, "第二天清早，灶里还有", "一点红。")
        page.sheet.drawing = Drawing(across: [
            Box(left: 20, top: 112, right: 100, bottom: 113), Box(left: 20, top: 147, right: 100, bottom: 148),
        ])
        #expect(page.role(of: "火要空心，") == .quotation)
        #expect(page.role(of: "人要实心。") == .quotationMore)
    }

    @Test func `a picture with a name and a few lines below it is by itself`() {
        var page = twoStories
        page.heading("麦香时节", 60, 300, size: 12)
        page.column(22, 318, "收割机首尾相接，抢收冬麦，全县一周内收完（余安 摄）")
        page.sheet.drawing = Drawing(pictures: [Box(left: 20, top: 200, right: 240, bottom: 296)])
        #expect(page.role(of: "麦香时节") == .headline)
        #expect(page.role(of: "收割机首尾相接，抢收冬麦，全县一周内收完（余安 摄）") == .caption)
    }
}
