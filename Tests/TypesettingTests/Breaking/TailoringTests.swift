import Testing

@testable import Typesetting

@Suite("Where a newspaper's lines may end")
struct TailoringTests {
    /// The text with a bar wherever a line may end, except inside a Korean word.
    private func barred(_ text: String, restoring: Bool = false) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var records = ClusterRecords(capacity: bytes.count)
            records.read(bytes)
            records.readMarks(restoring: restoring)
            records.findBreaks()
            return (0..<records.count).map { index in
                (records[index].breakBefore.rawValue > BreakOpportunity.reluctant.rawValue ? "|" : "")
                    + (records[index].cells > 0 ? records.shown(records[index]).string : "")
            }.joined()
        }
    }

    @Test(
        "the cases that general line breakers get wrong, and the rules 3.1 to 3.3",
        arguments: [
            ("中国——东盟", "中|国——|东|盟"),
            ("1990—2000年", "1990—2000|年"),
            ("北京—广州", "北|京—|广|州"),
            ("金海岸·基层行", "金|海|岸·|基|层|行"),
            ("□本报", "□本|报"),
            ("■ 本报", "■ 本|报"),
            ("５０％的", "５０％|的"),
            ("A股/B股", "A|股/B|股"),
            ("实“疫情”的", "实|“疫|情”|的"),
            ("说:“好。”他", "说：|“好。”|他"),
            ("增长5.3%,约30年", "增|长|5.3%，|约|30|年"),
            ("￥1,200元", "￥1,200|元"),
            ("气温-5℃~10℃", "气|温-5℃～10℃"),
            ("重5kg的A4纸", "重|5kg|的|A4|纸"),
            ("don’t go", "don’t |go"),
            ("人々のコーヒー", "人々|の|コー|ヒー"),
            ("ちょっと", "ちょっ|と"),
            ("서울시 부산", "서울시 |부산"),
            ("그는 “좋다”고", "그는 |“좋다”고"),
            ("第①条", "第|①条"),
            ("真的!!走", "真|的！！|走"),
            ("走了……他", "走|了……|他"),
            ("(注)和[1]", "（注）|和|[1]"),
            ("比例1：500的", "比|例|1：500|的"),
            ("co\u{AD}operate", "co|operate"),
            ("a\u{2060}中\u{200B}，", "a中，"),
        ])
    func snippets(text: String, expected: String) {
        #expect(barred(text, restoring: true) == expected)
    }

    @Test("web addresses break after their marks only")
    func addresses() {
        #expect(
            barred("见 https://www.example.com/a-b/c?d=e&f#g 网")
                == "见 |https://|www.|example.|com/|a-|b/|c?|d=|e&|f#|g |网")
        #expect(barred("写信给ab.c@d-e.org吧") == "写|信|给|ab.|c@d-|e.|org|吧")
    }

    @Test("the table never allows a break that UAX #14 forbids, except beside quotes and in Korean")
    func sooner() {
        let samples: [Role: UInt32] = [
            .han: 0x4E2D, .letter: 0x61, .digit: 0x31, .stop: 0xFF0C, .exclamation: 0xFF01, .opener: 0xFF08,
            .closer: 0xFF09, .dash: 0x2014, .ellipsis: 0x2026, .wideLetter: 0xFF21, .wideDigit: 0xFF11,
        ]
        for (before, first) in samples {
            for (after, second) in samples where Tailoring.ruling(before, after).breakBefore == .free {
                #expect(LineBreaker.opportunities([0x4E2D, first, second, 0x4E2D])[1], "\(before) \(after)")
            }
        }
    }
}
