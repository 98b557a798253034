import Newspaper
import TestSupport
import Testing

@testable import PageText

/// Lines that a reader has said something about.
struct SettledLinesTests {
    private static let page = """
        澜河日报　第1版　要闻　2026年11月20日

        南滩渡口添了新船
        十里八乡不再绕路

        □本报记者 卢一帆 通讯员 邵青禾

        11月18日清晨，南滩渡口的雾还没有散，新下水的钢质渡船已经靠上码头。船工老谭把缆绳绕了三圈，朝岸上喊了一声，挑担的、推车的、背书包的，一个接一个踏上

        老谭在船头系缆。（邵青禾 摄）

        跳板。这条船能载六十人，比旧船多了一倍。

        “从前等一趟要四十分钟。”住在对岸的药农何九龄说，他每天过河卖药材，如今十五分钟就有一班。

        护林员的望远镜

        石梁林场的护林员孟广田有一架旧望远镜，是父亲传下来的。镜筒上的漆掉光了，他用红布条缠了又缠。

        “山里的事，看得远才放心。”孟广田说。今年秋天，他靠这架望远镜发现了两处火情。

        """

    private func source(_ text: String = page, _ corrections: LineCorrection...) -> PageSource {
        var all = PageCorrections()
        for one in corrections {
            all.set(one.ruling, of: LineAddress(page: [1], words: one.words, before: one.before, after: one.after))
        }
        return PageSource(path: "page.txt", text: text, corrections: all)
    }

    private func readings(_ source: PageSource) -> [LineReading] { PageParser.explanation(of: [source]) }

    private func reading(_ words: String, in source: PageSource) throws -> LineReading {
        try #require(readings(source).first { $0.text.hasPrefix(words) })
    }

    @Test func `a crosshead that is a headline begins a story of its own`() throws {
        let corrected = source(Self.page, LineCorrection(.kind(.headline), words: "护林员的望远镜"))
        #expect(PageParser.edition(from: [source()]).stories.map(\.headline) == ["南滩渡口添了新船 十里八乡不再绕路"])
        #expect(
            PageParser.edition(from: [corrected]).stories.map(\.headline)
                == ["南滩渡口添了新船 十里八乡不再绕路", "护林员的望远镜"])
        let line = try reading("护林员的望远镜", in: corrected)
        #expect(line.kind == .headline && line.reasons == [.corrected] && line.confidence > 0.99)
    }

    @Test func `a caption that is text is joined to the paragraph, and parted from it`() throws {
        let joined = source(Self.page, LineCorrection(.joins, words: "老谭在船头系缆。（邵青禾 摄）"))
        let body = PageParser.edition(from: [joined]).stories[0].body
        #expect(body[0].text.contains("踏上老谭在船头系缆。（邵青禾 摄）"))
        #expect(try reading("老谭在", in: joined).isJoined)
        let parted = source(Self.page, LineCorrection(.begins, words: "跳板。这条船能载六十人，比旧船多了一倍。"))
        #expect(PageParser.edition(from: [parted]).stories[0].body[1].text.hasPrefix("跳板。"))
        #expect(try !reading("跳板", in: parted).isJoined)
    }

    @Test(arguments: LineRuling.all)
    func `every line can be said to be anything, and is that`(ruling: LineRuling) throws {
        let lines = Self.page.split(separator: "\n").map(String.init)
        for line in lines {
            let corrected = source(Self.page, LineCorrection(ruling, words: line))
            let found = try #require(readings(corrected).first { $0.text == line.trimmed })
            #expect(found.reasons == [.corrected] && isObeyed(ruling, found), "\(ruling): \(line)")
            #expect(PageParser.edition(from: [corrected]).characters == counted([Self.page]), "\(ruling): \(line)")
        }
    }

    private func isObeyed(_ ruling: LineRuling, _ line: LineReading) -> Bool {
        switch ruling {
        case .kind(let kind): line.kind == kind
        case .joins: line.kind == .paragraph && line.isJoined
        case .begins: line.kind == .paragraph && !line.isJoined
        }
    }

    @Test func `it holds for the page as another program extracts it`() throws {
        let correction = LineCorrection(
            .kind(.headline), words: "护林员的望远镜", before: "别的行", after: "又一行")
        let spaced = Self.page.replacing("护林员的望远镜", with: "  护 林 员 的 望 远 镜  ").replacing("\n\n", with: "\r\n")
        #expect(try reading("护", in: source(spaced, correction)).kind == .headline)
        // Its words are others.
        let other = source(Self.page.replacing("护林员的望远镜", with: "护林员的眼镜"), correction)
        #expect(try reading("护林员的眼镜", in: other).reasons != [.corrected])
        #expect(other.listedCorrections.map(\.line) == [nil])
    }

    @Test func `of equal lines the one between the same lines is meant`() {
        let text = "晚潮\n\n渔火\n\n第一段话说的是海边的灯，一盏一盏亮到天明，没有人去数它们。\n\n渔火\n\n第二段话说的是山里的月亮，照着回家的路，也照着没有回家的人。\n"
        let first = LineCorrection(.kind(.furniture), words: "渔火", before: "晚潮", after: "第一段话说的是海边的灯，一盏一盏亮到天明，没有人去数它们。")
        let second = LineCorrection(.kind(.caption), words: "渔火", before: "变了", after: "第二段话说的是山里的月亮，照着回家的路，也照着没有回家的人。")
        let corrected = source(text, first, second)
        #expect(corrected.listedCorrections.map(\.line) == [3, 7])
        let lines = readings(corrected).filter { $0.text == "渔火" }
        #expect(lines.map(\.kind) == [.furniture, .caption])
        // Which one is meant cannot be told.
        let vague = source(text, LineCorrection(.kind(.caption), words: "渔火", before: "无", after: "无"))
        #expect(vague.listedCorrections.map(\.line) == [nil])
        // Where there is only one, it is that.
        let single = source("晚潮\n\n渔火\n", LineCorrection(.kind(.caption), words: "渔火", before: "无", after: "无"))
        #expect(single.listedCorrections.map(\.line) == [3])
    }

    @Test func `of two corrections of one line the one that fits better counts, then the later`() throws {
        let near = LineCorrection(
            .kind(.deck), words: "护林员的望远镜", before: "无", after: "石梁林场的护林员孟广田有一架旧望远镜，是父亲传下来的。镜筒上的漆掉光了，他用红布条缠了又缠。")
        let far = LineCorrection(.kind(.rubric), words: "护林员的望远镜", before: "无", after: "无")
        #expect(try reading("护林员", in: source(Self.page, near, far)).kind == .deck)
        #expect(try reading("护林员", in: source(Self.page, far, near)).kind == .deck)
        let other = LineCorrection(.kind(.kicker), words: "护林员的望远镜", before: "也无", after: "无")
        #expect(try reading("护林员", in: source(Self.page, far, other)).kind == .kicker)
    }

    @Test func `vertical lines, a line of marks and a page of one line can be corrected`() throws {
        let vertical = "标题在这里\n\n春\n\n江\n\n水\n\n暖\n\n鸭\n\n先\n\n知\n\n又\n\n一\n\n年\n\n花\n\n开\n"
        for (words, before, after) in [("江", "春", "水"), ("春", "标题在这里", "江"), ("开", "花", "")] {
            let corrected = source(
                vertical, LineCorrection(.kind(.headline), words: words, before: before, after: after))
            #expect(try reading(words, in: corrected).kind == .headline)
            #expect(PageParser.edition(from: [corrected]).characters == counted([vertical]))
        }
        #expect(try reading("＊", in: source("＊＊＊\n", LineCorrection(.kind(.byline), words: "＊＊＊"))).kind == .byline)
    }

    @Test(arguments: Pages.names)
    func `whatever is said about the lines of a kept page, it is obeyed, and nothing is lost`(name: String) throws {
        let text = try Pages.source(name).text
        let page = PageSource(path: "page.txt", text: text)
        let plain = readings(page)
        var random = Seeded(seed: FNV1a.of(name))
        for share in [2, 12] {
            var corrections = PageCorrections()
            var wanted: [LineAddress: LineRuling] = [:]
            let edition = PageTextEdition([PageSource(path: "page.txt", utf8: page.utf8, key: [1])])
            // All lines of the page.
            let lines = edition.isEmpty ? [] : edition.printedLines(ofStoryAt: 0) ?? []
            for address in Set(lines.compactMap(\.address)).sorted(by: { "\($0)" < "\($1)" })
            where Int.random(in: 0..<share, using: &random) == 0 {
                let ruling = try #require(LineRuling.all.randomElement(using: &random))
                corrections.set(ruling, of: address)
                wanted[address] = ruling
            }
            let source = PageSource(path: "page.txt", utf8: page.utf8, key: [1], corrections: corrections)
            let corrected = PageParser.explanation(of: [source])
            #expect(corrected.map(\.text) == plain.map(\.text))
            #expect(corrected.count { $0.reasons == [.corrected] } >= min(1, wanted.count))
            let whole = PageParser.edition(from: [source])
            #expect(whole.characters == counted([text]), "\(name), one of \(share)")
            // What is read page by page is the same, and says what was said.
            let again = PageTextEdition([source])
            #expect(again.count == whole.stories.count)
            for position in 0..<again.count {
                #expect(again.story(at: position)?.body == whole.stories[position].body)
                guard position == 0 else { continue }
                for line in again.printedLines(ofStoryAt: position) ?? [] {
                    guard let ruling = line.ruling else { continue }
                    if case .kind(let kind) = ruling {
                        #expect(line.kind == kind)
                    } else {
                        #expect(line.kind == .paragraph)
                    }
                    if ruling == .joins { #expect(line.isJoined) }
                    if ruling == .begins { #expect(!line.isJoined) }
                    #expect(line.address.map { wanted[$0] } == .some(.some(ruling)))
                }
            }
        }
    }

    @Test(arguments: 0..<40) func `on random lines of newspapers' words too`(seed: Int) {
        let words = [
            "本报讯(记者 王明)", "(下转第三版)", "(上接第一版)", "□本报记者 方宁", "图为渡口。(方宁 摄)", "第3版", "2024年6月5日", "●", "一、", "By NAME",
            "天气", "特此公告", "春", "江", "\u{0C}", "在水边走了很久的人说，这里从前没有桥，", "也没有路。", "短讯", "图片新闻",
        ]
        var random = Seeded(seed: UInt64(seed) &* 131)
        let lines = (0..<120).map { _ in
            words.randomElement(using: &random)!
                + (Bool.random(using: &random) ? "\(Int.random(in: 0..<30, using: &random))" : "")
        }
        let text = lines.joined(separator: Bool.random(using: &random) ? "\n" : "\n\n")
        var corrections = PageCorrections()
        for at in lines.indices.dropFirst().dropLast() where Int.random(in: 0..<2, using: &random) == 0 {
            corrections.set(
                LineRuling.all.randomElement(using: &random)!,
                of: LineAddress(page: [1], words: lines[at], before: lines[at - 1], after: lines[at + 1]))
        }
        let source = PageSource(path: "page.txt", text: text, corrections: corrections)
        #expect(PageParser.edition(from: [source]).characters == counted([text]), "seed \(seed)")
        for line in PageParser.explanation(of: [source]) where line.reasons == [.corrected] {
            #expect(line.confidence > 0.99)
        }
    }
}

extension FNV1a {
    fileprivate static func of(_ text: String) -> UInt64 {
        var hash = FNV1a()
        for byte in text.utf8 { hash.add(byte) }
        return hash.value
    }
}
