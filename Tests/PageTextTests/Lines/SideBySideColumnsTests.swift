import Newspaper
import TestSupport
import Testing

@testable import PageText

@Suite("Columns side by side are read one after another")
struct SideBySideColumnsTests {
    private func read(_ text: String) -> String {
        SideBySideColumns.read(Array(text.utf8)).map { String(decoding: $0.utf8, as: UTF8.self) } ?? text
    }

    /// Lines of several columns, as a program sets them that counts cells or characters.
    private func sideBySide(_ columns: [[String]], width: Int, byCells: Bool = true) -> String {
        (0..<columns.map(\.count).max()!).map { row in
            var line = ""
            for (index, column) in columns.enumerated() where row < column.count && !column[row].isEmpty {
                let used = line.unicodeScalars.reduce(0) { $0 + (byCells && $1.value > 0x2E80 ? 2 : 1) }
                line += String(repeating: " ", count: max(index > 0 ? 1 : 0, index * width - used)) + column[row]
            }
            return line
        }.joined(separator: "\n") + "\n"
    }

    private let ferry = [
        "渡口老船工上岸", "本报记者 何一渡", "", "四月二日清早，老船工段顺水把渡船系上木桩，", "转身走上新修的石阶。撑了三十一年船的他，从",
        "这一天起改当桥上的巡查员。镇里为十二名船工都", "安排了岸上的活计，工钱按月发放。",
    ]
    private let school = [
        "山坳小学有了操场", "本报记者 田小青", "", "停了两年的工程昨天完工，山坳小学的操场铺上", "了塑胶。全校八十七个孩子排着队跑了第一圈，",
        "校长说，往年雨天的体育课只好在走廊里上，今后", "再也不用了。",
    ]
    private let market = [
        "早市挪到了河滩", "本报记者 石小兰", "", "占了半条街的早市搬家了。从今天起，二百来个", "摊位挪到河滩的空地上，摊主每天多走几步路，",
        "街坊却少绕一大圈。搬家的第一天，菜价没有变，", "生意也没有少。",
    ]

    @Test(arguments: [true, false]) func `two columns are two stories`(byCells: Bool) {
        let text = "渡口晚报\n2026年4月3日 第2版 民生\n\n" + sideBySide([ferry, school], width: 52, byCells: byCells)
        let stories = parse(text).stories
        #expect(stories.map(\.headline) == ["渡口老船工上岸", "山坳小学有了操场"])
        #expect(stories.map(\.byline) == ["本报记者 何一渡", "本报记者 田小青"])
        #expect(stories.map { $0.body.map(\.text).joined() } == [ferry, school].map { $0[3...].joined() })
    }

    @Test func `three columns, and bands of columns below each other, each after its headline`() {
        let head = "　　　　　　　　　　　　　　　　　　　　　　　　　三条消息在这一天传遍了整个渡口镇的街头巷尾和沿河的十二个村庄"
        let text =
            sideBySide([ferry, school, market], width: 52) + "\n" + head + "\n\n"
            + sideBySide([Array(market[3...]), Array(ferry[3...])], width: 52)
        let expected = [ferry, school, market, [head], Array(market[3...]), Array(ferry[3...])].joined().joined()
        #expect(read(text).filter { !$0.isWhitespace } == expected.filter { !$0.isWhitespace })
    }

    @Test func `headlines in the middle of their columns, and a folio with gaps above them`() {
        let text =
            "渡口晚报                         2026年4月3日                    第2版\n\n          渡口老船工上岸                                山坳小学有了操场\n\n"
            + sideBySide([Array(ferry[3...]), Array(school[3...])], width: 52)
        let lines = read(text).split(separator: "\n").map { $0.filter { !$0.isWhitespace } }
        #expect(
            lines == ["渡口晚报2026年4月3日第2版", "渡口老船工上岸"] + ferry[3...] + ["山坳小学有了操场"] + school[3...])
    }

    @Test func `a line that fills its column to the edge of the next is divided too`() {
        var full = ferry
        full[4] += "。"
        let text = sideBySide([full, school], width: 45)
        #expect(text.contains("。 了塑胶"))
        #expect(read(text).contains("从。\n这一天起"))
    }

    @Test func `a short headline between two bands stays between them`() {
        let upper = [ferry, school].map { Array($0[3...]) }
        let text =
            sideBySide(upper, width: 52) + "\n\n早市挪到了河滩\n\n" + sideBySide([Array(market[3...]), upper[0]], width: 52)
        let lines = read(text).split(separator: "\n").map { $0.filter { !$0.isWhitespace } }
        #expect(lines == (upper[0] + upper[1] + ["早市挪到了河滩"] + market[3...] + upper[0]))
    }

    @Test func `Western columns with unequal lines and indents`() {
        let left = [
            "Lantern Street reopens", "By ADA MOORHEN", "  The street that floods", "each spring is dry again.",
            "Crews laid forty yards of",
            "pipe, and shops opened on", "Monday, two weeks early.", "  No one was happier than",
        ]
        let right = [
            "Bakers ration their rye", "By TOM PELL", "  A late harvest has left", "millers short of rye, and",
            "loaves are a day late. It",
            "will pass, they said, but", "not before May.",
        ]
        let text = sideBySide([left, right], width: 40)
        #expect(read(text) == left.joined(separator: "\n") + "\n\n" + right.joined(separator: "\n") + "\n\n")
    }

    @Test(arguments: [
        // A table, and results.
        "名次  球队        胜  平  负  积分\n1     渡口队      9   2   1   29\n2     山坳队      8   1   3   25\n3     河滩队      7   2   3   23\n4     老桥队      5   4   3   19\n5     东岭队      5   2   5   17\n",
        "渡口队 3:1 山坳队        河滩队 2:0 老桥队\n东岭队 1:1 西岭队        南街队 0:2 北街队\n码头队 4:2 石桥队        柳湾队 1:0 杏林队\n云坪队 2:2 白塔队        青石队 3:0 红土队\n",
        "8:30   开幕式在文化广场举行，县里的干部致辞。\n9:30   龙舟下水，十二支队伍抽签。\n10:00  预赛第一组，第二组。\n14:00  决赛。各村的锣鼓队沿河助威，游人可以在码头观看。\n",
        // Verse: each line is a sentence's part.
        "渡头的风吹过石阶，        老船系在昨天的木桩。\n孩子数着对岸的灯火，      灯火数着归来的船桨。\n有人把歌留在了水上，      水把歌送到了远方。\n我在岸边等一个春天，      春天在等一场雨的声响。\n",
        // Names below a letter, and at its end.
        "此致敬礼！\n                                  渡口镇　何一渡\n                                  2026年4月3日\n",
        "何一渡        田小青        石小兰\n段顺水        余安宁        倪书扬\n莫北          范一苇        邹平川\n黎小禾        方敏          高有田\n",
        // Indents, and gaps that are nowhere below each other.
        "    停了两年的工程昨天完工，山坳小学的操场铺上\n了塑胶。全校八十七个孩子排着队跑了第一圈，\n    校长说，往年雨天的体育课只好在走廊里上，今后\n再也不用了。\n",
        "The   street that  floods each   spring is\ndry  again.   Crews laid   forty yards  of pipe,\nand   shops opened on  Monday,  two   weeks early.\nNo one  was   happier than   the  baker.\nHe said so.\n",
        "", "\n", "  \n  \n", "a  b", "\u{C}", "a  b\nc  d\ne  f\n",
    ])
    func `what is no column stays as it is`(text: String) {
        #expect(SideBySideColumns.read(Array(text.utf8)) == nil)
    }

    @Test(arguments: Pages.names) func `no page of a column after another is touched`(name: String) throws {
        let text = try Pages.source(name).text
        #expect(read(text) == text)
    }

    @Test func `an explanation names the lines on which the columns are printed`() {
        let text = "渡口晚报\n2026年4月3日 第2版 民生\n\n" + sideBySide([ferry, school], width: 52) + "\u{C}另一页\n"
        let readings = PageParser.explanation(of: [PageSource(path: "page.txt", text: text)])
        let printed = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{C}" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for reading in readings {
            #expect(reading.line <= lines.count && lines[reading.line - 1].contains(reading.text), "\(reading.line)")
        }
        #expect(readings.count == printed.count { !$0.isEmpty } + 6)
        #expect(readings.last?.text == "另一页")
    }

    @Test func `nothing but white space changes, whatever the page`() {
        var random = Seeded(seed: 7)
        let words = ferry + school + market + ["a", "Lantern Street", "。", "，", "　", "\u{C}", "\r", "\t", "😀"]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 4...30, using: &random)).map { _ in
                (0..<Int.random(in: 0...3, using: &random)).map { column in
                    let blanks = String(repeating: " ", count: [0, 1, 2, 8, 52 - 44].randomElement(using: &random)!)
                    return blanks + words.randomElement(using: &random)! + (column == 2 ? "  " : "")
                }.joined(separator: "  ")
            }.joined(separator: "\n")
            let characters = { (text: String) in
                text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value).sorted()
            }
            #expect(characters(read(text)) == characters(text))
        }
    }

    /// In more than linear time this runs for minutes.
    @Test(arguments: [
        "a  ", "字  ", "字，  \n", "a. b  c, d\n",
        String(repeating: "running text, here. ", count: 6) + "  column two. is, here\n",
        String(repeating: "字字字字字字字字，字。字    ", count: 8) + "\n",
    ])
    func `large pages take linear time`(part: String) {
        let text = String(repeating: part, count: 2_000_000 / part.utf8.count)
        _ = SideBySideColumns.read(Array(text.utf8))
        let pages = String(repeating: String(text.prefix(100_000)) + "\u{C}", count: 10)
        _ = SideBySideColumns.read(Array(pages.utf8))
    }
}
