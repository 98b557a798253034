import TestSupport
import Testing

@testable import PageText

@Suite("Doubled characters of faked bold are read once")
struct DoubledCharactersTests {
    private func merged(_ text: String) -> String {
        DoubledCharacters.merged(Array(text.utf8)).map { String(decoding: $0.utf8, as: UTF8.self) } ?? text
    }

    @Test(arguments: [
        ("渡渡口口大大桥桥通通车车\n昨天，渡口大桥通车。", "渡口大桥通车\n昨天，渡口大桥通车。"),
        ("渡渡口口大大桥桥　通通车车\n渡口大桥", "渡口大桥　通车\n渡口大桥"), ("渡渡船船站站\n渡船站", "渡船站\n渡船站"),
        ("渡渡船船站站添了新船\n渡船站", "渡船站添了新船\n渡船站"), ("渡渡船船站站天天开船\n渡船站", "渡船站天天开船\n渡船站"),
        ("船船与与桥桥和和渡渡口口", "船与桥和渡口"),
    ])
    func `what is elsewhere in the text without doubling`(text: String, expected: String) {
        #expect(merged(text) == expected)
    }

    @Test(arguments: [
        ("x\n　　渡渡口口大大桥桥，，通通车车\ny", "x\n　　渡口大桥，通车\ny"), ("本本报报讯讯（（记记者者））今天通车", "本报讯（记者）今天通车"),
        ("22002266年年33月月66日日", "2026年3月6日"), ("22002266年年33月月66日日 星期五", "2026年3月6日 星期五"), ("第第22版版 要要闻闻", "第2版 要闻"),
        ("全全镇镇新新修修1122座座桥桥", "全镇新修12座桥"), ("GGDDPP增增长长", "GDP增长"),
        ("FFeerrrryy  bbrriiddggee  ooppeennss", "Ferry  bridge  opens"), ("わわたたしし船船着着場場", "わたし船着場"),
    ])
    func `Han with figures, letters, kana or marks`(text: String, expected: String) {
        #expect(merged(text) == expected)
    }

    @Test(arguments: [
        ("古古城城墙墙修修缮缮开开工工", "古城墙修缮开工"), ("渡渡船船码码头头换换新新颜颜", "渡船码头换新颜"),
        ("全全镇镇高高考考今今日日开开考考", "全镇高考今日开考"), ("彩彩票票开开奖奖结结果果公公布布", "彩票开奖结果公布"), ("新新桥桥通通车车了了", "新桥通车了"),
        ("縣縣府府撥撥款款修修橋橋", "縣府撥款修橋"),
    ])
    func `a row of words that nobody doubles`(text: String, expected: String) {
        #expect(merged(text) == expected)
    }

    @Test(arguments: [
        ("本报记者 何何一一渡渡", "本报记者 何一渡"), ("本本报报记记者者 何何一一渡渡", "本报记者 何一渡"), ("渡渡口口晚晚报报", "渡口晚报"),
        ("第2版 民民生生", "第2版 民生"),
    ])
    func `bylines, pages and names of papers`(text: String, expected: String) {
        #expect(merged(text) == expected)
    }

    /// Each after two headlines that were plainly doubled.
    @Test(arguments: [
        ("要要闻闻", "要闻"), ("BB座座", "B座"), ("本报记者 王王伟伟", "本报记者 王伟"),
        ("春春耕耕备备耕耕正正当当时时", "春耕备耕正当时"), ("高高兴兴", "高高兴兴"), ("高高兴兴平平安安", "高高兴兴平平安安"),
        ("本报记者 丁丁 冬冬", "本报记者 丁丁 冬冬"), ("家家户户1122", "家家户户1122"), ("一路高高兴兴平平安安回家", "一路高高兴兴平平安安回家"),
    ])
    func `more on a page that fakes bold`(text: String, expected: String) {
        let page = "新新修修33座座桥桥\n新新添添44条条船船\n"
        #expect(merged(page + text) == "新修3座桥\n新添4条船\n" + expected)
    }

    @Test(arguments: [
        "高高兴兴上班平平安安回家", "的的确确实实在在清清白白", "高高兴兴平平安安健健康康快快乐乐", "红红火火热热闹闹欢欢喜喜过过年年", "寻寻觅觅冷冷清清凄凄惨惨戚戚", "爸爸妈妈爷爷奶奶哥哥姐姐弟弟妹妹",
        "来来往往上上下下说说笑笑",
        "家家户户祖祖辈辈缝缝补补", "爸爸妈妈爷爷奶奶哥哥姐姐\n爸妈、爷奶、哥姐都来了", "丽丽 冬冬 芳芳 婷婷 莉莉 燕燕",
        "孩子天天高高兴兴上学\n今天高兴地来了", "哈哈哈哈嘿嘿嘿嘿哈哈哈哈", "冷冷清清！！凄凄惨惨……", "本报记者 丁丁 冬冬", "人人家家", "要要闻闻", "1122334455",
        "家家户户11223344", "112233", "AABB 1122 CCDD", "AABB CCDD EEFF", "1100 2200 3300", "请打电话\n221100\n问问",
        "aabbccddee", "xxxxxxxxxxxxxxxxxxxx", "渡口渡口渡口渡口渡口", "====----====----", "", "渡", "渡渡",
    ])
    func `what words have twice stays`(text: String) {
        #expect(merged(text) == text)
    }

    @Test func `what was removed is counted`() {
        #expect(PageSource(path: "page.txt", text: "渡渡船船站站\n渡船站天天开船").doubled == 3)
        #expect(PageSource(path: "page.txt", text: "高高兴兴\n渡船站天天开船").doubled == 0)
    }

    @Test(arguments: Pages.names) func `a page with a doubled headline has the stories of the page`(name: String) throws
    {
        let text = try Pages.source(name).text
        #expect(merged(text) == text)
        guard
            let headline = parse(text).stories.compactMap(\.headline).first(where: { headline in
                headline.unicodeScalars.count >= 6
                    && headline.unicodeScalars.allSatisfy { $0.value > 0x4E00 && $0.value < 0xA000 }
            })
        else { return }
        let doubled = headline.map { "\($0)\($0)" }.joined()
        // The headline's words once more.
        let page = text + "\n\n" + headline + "。"
        #expect(parse(page.replacing(headline + "\n", with: doubled + "\n")) == parse(page))
    }

    @Test func `a text of nothing else is read once, not once for each run`() {
        let text = Array(String(repeating: "渡渡口口大大桥桥，，", count: 100_000).utf8)
        #expect(DoubledCharacters.merged(text)?.removed == 500_000)
    }
}
