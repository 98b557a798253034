import Newspaper
import TestSupport
import Testing

@testable import PageText

@Suite("Letter-spaced characters are closed")
struct LetterSpacingTests {
    private func closed(_ text: String) -> String {
        LetterSpacing.closed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    @Test(arguments: [
        ("渡 口 大 桥 通 车", "渡口大桥通车"), ("　渡　口　晚　报", "　渡口晚报"), ("本报记者 何 一 渡", "本报记者 何一渡"),
        ("本报记者　何 一 渡　通讯员 田 小 青", "本报记者　何一渡　通讯员 田小青"), ("2026 年 3 月 6 日 星期五", "2026年3月6日 星期五"),
        ("第 2 版", "第2版"), ("渡 口 大 桥  昨 日 通 车", "渡口大桥  昨日通车"), ("何 一 渡 摄", "何一渡 摄"),
        ("x\n春 耕 备 耕\ny", "x\n春耕备耕\ny"), ("あ さ い ち", "あさいち"), ("月 投 产 ， 届 时 可 年", "月投产，届时可年"),
        ("月 投 产， 届 时 可 年", "月投产，届时可年"), ("甲 ， 乙 ， 丙", "甲 ， 乙 ， 丙"),
    ])
    func `headlines, names, dates and pages`(text: String, expected: String) {
        #expect(closed(text) == expected)
    }

    @Test(arguments: ["  ", "   ", "\t", "\u{A0}", "\u{2002}", "\u{2009}", "\u{202F}", "　", "　　"])
    func `whatever blank is between them, where all are alike`(blank: String) {
        for text in ["渡口大桥通车", "2026年3月6日", "第2版", "何一渡"] {
            #expect(closed(text.map(String.init).joined(separator: blank)) == text)
        }
        #expect(closed("本报记者 何\(blank)一\(blank)渡") == "本报记者 何一渡")
        #expect(closed("渡 口  大\t桥　通 车") == "渡 口  大\t桥　通 车")
    }

    @Test(arguments: [
        ("2026年 3 月 1 6 日", "2026年3月16日"), ("2 0 2 6 年 3 月 6 日 星期五", "2026年3月6日 星期五"),
        ("2 0 2 6 년 3 월 1 6 일", "2026년3월16일"), ("第 2 版 民 生", "第2版 民生"), ("第2版 民  生", "第2版 民生"),
        ("M a r c h   1 6 ,   2 0 2 6", "March 16, 2026"),
    ])
    func `dates and pages, figure by figure`(text: String, expected: String) {
        #expect(closed(text) == expected)
    }

    @Test(arguments: [
        ("本报讯（记者 何 一 渡）", "本报讯（记者 何一渡）"), ("文/何 一 渡 图/田 小 青", "文/何一渡 图/田小青"),
        ("本报记者 何 一 渡/文 田 小 青/图", "本报记者 何一渡/文 田小青/图"), ("本报记者 何 一 渡、王 伟", "本报记者 何一渡、王伟"), ("王 伟、何 一 渡", "王伟、何一渡"),
        ("□何 一 渡", "□何一渡"), ("本报记者 何 一 渡 田 小 青", "本报记者 何一渡 田小青"), ("（何 一 渡 摄）", "（何一渡 摄）"),
        ("나루신문 한 가 람 기자", "나루신문 한가람 기자"),
        ("B Y   I D A   F E R R Y", "BY IDA FERRY"),
    ])
    func `bylines`(text: String, expected: String) {
        #expect(closed(text) == expected)
    }

    @Test(arguments: [
        "王 伟、李 明", "（王 伟 摄）", "场次 1 2 3 分", "A B C D E F", "A B   C D   E F", "이 한 사 람", "甲 、 乙 、 丙",
        "本报记者 王 伟", "王 伟 李 明", "记者 王 伟 李 明 摄", "渡口大桥 昨日 通车", "a b c d", "1 2 3 4", "甲 1 乙 2 丙",
        "名次 球队 胜 平 负 积分",
        "대 교 개 통", "王 伟 摄", "", " ", "渡", "春 耕",
    ])
    func `what is no run stays as it is`(text: String) {
        #expect(closed(text) == text)
    }

    @Test func `a letter-spaced page has the stories of the page, with the same ids`() {
        let plain =
            "渡口晚报\n2026年3月6日 第2版 要闻\n\n渡口大桥昨日通车\n本报记者 何一渡\n\n3月5日上午，渡口大桥通车，两岸居民结束了靠渡船过河的历史。\n\n春耕备耕正当时\n本报记者 田小青\n\n连日来，各村抢抓农时，翻耕土地，准备春播，田间一派繁忙。\n"
        let spaced = plain.replacing("渡口晚报", with: "渡 口 晚 报").replacing("渡口大桥昨日通车\n", with: "渡　口　大　桥　昨　日　通　车\n")
            .replacing("何一渡", with: "何 一 渡").replacing("春耕备耕正当时", with: "春 耕 备 耕 正 当 时").replacing("田小青", with: "田 小 青")
        #expect(parse(spaced) == parse(plain))
        #expect(parse(plain).stories.count == 2)
    }

    @Test func `a text of nothing else is read once, not once for each line`() {
        let line = "渡 口 大 桥 通 车\n"
        let text = Array(String(repeating: line, count: 100_000).utf8)
        #expect(LetterSpacing.closed(text) == Array(String(repeating: "渡口大桥通车\n", count: 100_000).utf8))
    }

    @Test func `nothing but spaces goes`() {
        var random = Seeded(seed: 21)
        let alphabet = [
            "渡", "口", "王", "第", "1", "20", " ", " ", " ", "　", "\t", "\u{A0}", "、", "/", "文", "\n", "a", "B", "年", "月",
            "あ", "가", "，", "\u{C}", "😀",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
                .joined()
            let result = closed(text)
            #expect(result.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
            #expect(
                result.split(separator: "\n", omittingEmptySubsequences: false).count
                    == text.split(separator: "\n", omittingEmptySubsequences: false).count)
            #expect(closed(result) == result || result.utf8.count > closed(result).utf8.count)
        }
    }
}
