import Newspaper
import Testing

@testable import PageText

/// Each rule on a page that would be read differently without it.
@Suite("Rules tell headlines, kickers, crossheads and rubrics apart")
struct HeadingRuleTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `numbered headings are crossheads, not headlines`() throws {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n一、桥\n\n\(more)\n\n二、河\n\n\(body)\n"
        #expect(try Sample.story(page).body.filter { $0.kind == .crosshead }.map(\.text) == ["一、桥", "二、河"])
    }

    @Test func `第一本 and 第二本 with a colon number crossheads`() throws {
        let page = "老街账本\n\n□本报记者 王明\n\n\(body)\n\n第一本:花账\n\n\(more)\n\n第二本:人情账\n\n\(body)\n"
        #expect(try Sample.story(page).body.filter { $0.kind == .crosshead }.map(\.text) == ["第一本:花账", "第二本:人情账"])
    }

    @Test func `a heading with a byline begins a story, one without is a crosshead`() {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n桥上的人\n\n\(more)\n\n河道清淤开工\n\n□本报记者 李明\n\n\(body)\n"
        #expect(parse(page).stories.map(\.headline) == ["老街看花", "河道清淤开工"])
    }

    @Test func `the line above a short headline in quotes is its kicker`() throws {
        let page = "修桥匠下班后琢磨出新办法\n\n“土点子”省下大工钱\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n"
        #expect(try Sample.story(page).kicker == "修桥匠下班后琢磨出新办法")
        #expect(try Sample.story(page).headline == "“土点子”省下大工钱")
    }

    @Test func `capitals above a headline in small letters are its kicker`() throws {
        let text =
            "The council voted on Monday to repair the old bridge before the winter, and to pay for it from the tolls."
        let page = [
            "Bridge to be mended", text, "Market opens late", text, "School roof leaks", text, "Ferry sold", text,
        ]
        .joined(separator: "\n\n")
        let end =
            "\n\nWELL WATER STOOD IN CELLARS FOR A WEEK\n\nMill Street digs its own drain\n\nBy NORA PELL\n\n\(text)\n"
        let found = try #require(parse(page + end).stories.last)
        #expect(found.kicker == "WELL WATER STOOD IN CELLARS FOR A WEEK")
        #expect(found.headline == "Mill Street digs its own drain")
    }

    @Test func `a kicker below the folio is no furniture, a slogan is`() throws {
        let rest = "一街花市\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n"
        let folio = "第5版 文化 2012年3月6日 星期二\n\n"
        #expect(try Sample.story(folio + "城南老街三月花开,十万游人涌来\n\n" + rest).kicker == "城南老街三月花开,十万游人涌来")
        #expect(try Sample.story(folio + "定格瞬间 看见渡口\n\n" + rest).kicker == nil)
    }

    @Test func `征稿启事 has two words for notices, and ends with the second`() throws {
        let page =
            "老街看花\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n\n“渡口杯”散文大赛征稿启事\n\n一、题材不限,每人限投三篇,每篇不超过一千字。\n\n二、来稿请寄渡口镇文化站,信封注明“征文”。\n"
        #expect(parse(page).stories.map(\.headline) == ["老街看花", "“渡口杯”散文大赛征稿启事"])
    }

    @Test func `a rubric names the section of the next story and of no other`() {
        let page = "第2版 民生\n2024年5月6日 星期一\n\n乡村观察\n\n老街看花\n\n□本报记者 王明\n\n\(body)\n\n河道清淤开工\n\n□本报记者 李明\n\n\(more)\n"
        #expect(parse(page).stories.map(\.section) == ["乡村观察", "民生"])
    }

    @Test func `on a page with headings in small letters, capitals name a column or a writer`() throws {
        let text =
            "The council voted on Monday to repair the old bridge before the winter, and to pay for it from the tolls."
        let page = ["Bridge to be mended", text, "Market opens late", text, "School roof leaks", text]
            .joined(separator: "\n\n")
        let found = parse(page + "\n\nIN PASSING\n\nThe ferryman retires\n\nNORA PELL\n\n\(text)\n").stories
        #expect(found.last?.section == "IN PASSING")
        #expect(found.last?.headline == "The ferryman retires")
        #expect(found.last?.credits == [Credit(.reporter, "NORA PELL")])
    }

    @Test func `briefs in a run are filed under the rubric of the run`() {
        let page =
            "第2版 民生\n\n简讯\n\n河东镇\n\n4月6日,河东镇组织了一场插秧比赛。\n\n柳林乡\n\n近日,柳林乡新修了两座便民桥。\n\n老街看花\n\n□本报记者 王明\n\n\(body)\n"
        let stories = parse(page).stories
        #expect(stories.map(\.kind) == [.brief, .brief, .story])
        #expect(stories.map(\.section) == ["简讯", "简讯", "民生"])
    }

    @Test func `under a rubric each bullet is a brief of its own`() {
        let stories = parse("一句话新闻\n\n●县图书馆将于周三闭馆一天。\n\n●12路公交车延伸至火车站。\n").stories
        #expect(stories.map(\.kind) == [.brief, .brief])
        #expect(stories.allSatisfy { $0.section == "一句话新闻" })
    }

    @Test func `short paragraphs with headings below a label are briefs, whatever the label says`() throws {
        let page = """
            水乡走笔

            石桥乡

            \(body)

            柳林乡

            \(more)

            南河乡

            \(body)

            """
        let stories = parse(page).stories
        #expect(stories.map(\.headline) == ["石桥乡", "柳林乡", "南河乡"])
        #expect(stories.allSatisfy { $0.kind == .brief && $0.section == "水乡走笔" })
    }

    @Test func `a run of briefs needs no blank lines between headings and texts`() {
        let page =
            "老街看花\n\n□本报记者 王明\n\(body)\n\(more)\n\(body)\n\n街坊播报\n\n明日三条街停水\n因换水管,明天8时至15时桥头巷、油坊街和后河沿停水,请居民备足用水。\n河边学剪纸\n老年大学星期天上午在河边公园教剪纸,红纸由学校准备,剪刀自带。\n"
        #expect(parse(page).stories.map(\.headline) == ["老街看花", "明日三条街停水", "河边学剪纸"])
    }

    @Test func `the word for briefs inside a sentence makes no rubric`() throws {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n一句话点醒守桥人\n\n\(more)\n\n短消息传遍老街\n\n\(body)\n"
        #expect(parse(page).stories.count == 1)
        #expect(try Sample.story(page).body.filter { $0.kind == .crosshead }.count == 2)
    }

    @Test func `below a label each text that begins with a place in brackets is a brief`() {
        let page =
            "老街看花\n\n□本报记者 王明\n\n\(body)\n\n村村响\n\n【河湾村】5月16日,河湾村图书室收到五百册新书。\n\n【前坡村】前坡村给村道装了四十盏路灯。(李小北)\n\n【石桥村】石桥村的老井清淤后重新出水。\n"
        let briefs = parse(page).stories.dropFirst()
        #expect(briefs.map(\.kind) == [.brief, .brief, .brief])
        #expect(briefs.allSatisfy { $0.section == "村村响" })
    }

    @Test func `a kind of text in brackets proves a headline`() throws {
        let page =
            "老街看花\n\n本报记者 王明\n\n\(Sample.body)\n\n\(Sample.more)\n\n在河湾镇等一场迟来的春雨（组诗）\n\n\(Sample.body)\n\n\(Sample.more)\n"
        #expect(try Sample.story(page, 1).headline == "在河湾镇等一场迟来的春雨（组诗）")
    }

    @Test func `who gives notice and what about are one headline`() throws {
        let notice = "青石县自然资源局\n\n关于国有土地使用权挂牌出让的公告\n\n\(Sample.body)\n\n2021年4月8日\n"
        let page = "老街看花\n\n本报讯（记者 王明）\(Sample.more)\n\n\(notice)"
        #expect(try Sample.story(page, 1).headline == "青石县自然资源局 关于国有土地使用权挂牌出让的公告")
    }

    @Test func `what an interview talks about is no speaker`() throws {
        let page = """
            对话摆渡人郑大顺

            本报记者 李小满

            \(Sample.body)

            聊童年：跟着父亲学撑船

            记者：您几岁开始撑船？

            郑大顺：八岁。那时候河面宽,父亲把竹篙递给我,我连站都站不稳。

            谈坚守：只要有人我就等

            记者：桥修好以后呢？

            郑大顺：桥修好了,我还在,总有人想坐坐船。
            """
        let found = try Sample.story(page)
        #expect(found.body.filter { $0.kind == .crosshead }.map(\.text) == ["聊童年：跟着父亲学撑船", "谈坚守：只要有人我就等"])
        #expect(found.body.count == 7)
    }

    @Test func `a date at the head of a page is no headline`() throws {
        let page = "要闻\n\n2021年4月8日\n\n老街看花\n\n本报记者 王明\n\n\(Sample.body)\n\n\(Sample.more)\n"
        let edition = parse(page)
        #expect(edition.stories.map(\.headline) == ["老街看花"])
        #expect(edition.pages.first?.date == "2021-04-08")
    }

    @Test(arguments: [
        "地域とともに\n\n橋が三つ直った\n\n記者 早瀬健一\n\n川沿いの茶店は朝五時に開く。やかんの湯が音を立てる。\n",
        "Unabhängige Zeitung für die Region\n\nDie Brücke ist wieder offen\n\nVon Greta Wend\n\nDie Brücke in Wiesenau ist nach drei Wochen wieder offen.\n",
        "Serving the valley since 1887\n\nThe bridge is open again\n\nBy Martha Quill\n\nThe bridge at Tarn Vale opened on Monday after three weeks of work.\n",
    ]) func `what a paper says of itself is no headline`(page: String) {
        let edition = parse(page)
        #expect(edition.stories.count == 1)
        #expect(edition.stories.first?.kicker == nil)
        #expect(edition.stories.first?.headline == page.split(separator: "\n")[1].description)
        #expect(edition.title == nil)
    }

    @Test func `a motto above the page's number is no headline`() throws {
        let page = "守护青山绿水 建设美丽家园\n\n第3版\n\n老街看花\n\n\(Sample.body)\n\n\(Sample.more)\n"
        let edition = parse(page)
        #expect(edition.stories.map(\.headline) == ["老街看花"])
        #expect(edition.furniture.contains("守护青山绿水 建设美丽家园"))
    }

    @Test(arguments: ["特此通告", "特此公告"]) func `the words that end a notice head none`(end: String) {
        FoldedText.with(end) { #expect(!FeatureExtractor.endsAsNotice($0)) }
        FoldedText.with("封路通告") { #expect(FeatureExtractor.endsAsNotice($0)) }
    }
}
