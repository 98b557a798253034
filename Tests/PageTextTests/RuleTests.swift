import Newspaper
import Testing

@testable import PageText

/// Each rule on a page that would be read otherwise without it.
@Suite("Rules decide what a line is")
struct RuleTests {
    private let body = "四月的第一个星期天,城南的老街上挤满了人,有人来看花,有人来吃面,也有人只是路过,在桥头站一站,听一听河水的声音。"
    private let more = "守桥的老人说,这座桥有三百多年了,每年春天,河水涨起来的时候,桥上的石头就会发出轻轻的响声,像有人在说话。"

    private func story(_ text: String, _ at: Int = 0) throws -> Story {
        let stories = parse(text).stories
        return try #require(stories.indices.contains(at) ? stories[at] : nil)
    }

    @Test("a paragraph that ends inside a sentence goes on behind the blank lines")
    func unfinishedSentence() throws {
        let cut = body.replacing("有人来吃面,", with: "有人来吃\n\n\n面,")
        #expect(try story("老街看花\n\n本报讯(记者 王明)\(cut)\n\n\(more)\n").body.map(\.text) == [body, more])
    }

    @Test("a paragraph that ends with its sentence does not")
    func finishedSentence() throws {
        #expect(try story("老街看花\n\n本报讯(记者 王明)\(body)\n\n\n\(more)\n").body.count == 2)
    }

    @Test("on an indented page a flush line goes on, full stop or not")
    func flushLine() throws {
        let page = "老街看花\n\n　　本报讯(记者 王明)\(body)\n\n\(more)\n\n　　\(body)\n\n　　\(more)\n"
        #expect(try story(page).body.map(\.text) == [body + more, body, more])
    }

    @Test("an open quotation goes on over a full stop")
    func openQuotation() throws {
        let page = "老街看花\n\n本报讯(记者 王明)\(body)他说:“桥老了。\n\n可是人还年轻,桥上的人换了一代又一代,桥还在。”\n\n\(more)\n"
        #expect(try story(page).body.count == 2)
    }

    @Test("a caption between two halves is moved out of the paragraph")
    func insideParagraph() throws {
        let cut = body.replacing("有人来吃面,", with: "有人来吃\n\n游客在老街赏花\n\n面,")
        let story = try story("老街看花\n\n本报讯(记者 王明)\(cut)\n\n\(more)\n")
        #expect(story.body.map(\.text) == [body, more])
        #expect(story.photos.map(\.caption) == ["游客在老街赏花"])
    }

    @Test("a credit leaves the caption, and its name is a photographer's")
    func pictureCredit() throws {
        let story = try story("老街看花\n\n\(body)\n\n游客在老街赏花(李明 摄)\n\n\(more)(王明)\n")
        #expect(story.photos == [Photo(caption: "游客在老街赏花", credit: "(李明 摄)")])
        #expect(story.credits.contains(Credit(.photographer, "李明")))
    }

    @Test("numbered headings are crossheads, not headlines")
    func numberedCrosshead() throws {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n一、桥\n\n\(more)\n\n二、河\n\n\(body)\n"
        #expect(try story(page).body.filter { $0.kind == .crosshead }.map(\.text) == ["一、桥", "二、河"])
    }

    @Test("a heading with a byline begins a story, one without is a crosshead")
    func beforeByline() {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n桥上的人\n\n\(more)\n\n河道清淤开工\n\n□本报记者 李明\n\n\(body)\n"
        #expect(parse(page).stories.map(\.headline) == ["老街看花", "河道清淤开工"])
    }

    @Test("a rubric names the section of the story behind it and of no other")
    func rubrics() {
        let page = "第2版 民生\n2024年5月6日 星期一\n\n乡村观察\n\n老街看花\n\n□本报记者 王明\n\n\(body)\n\n河道清淤开工\n\n□本报记者 李明\n\n\(more)\n"
        #expect(parse(page).stories.map(\.section) == ["乡村观察", "民生"])
    }

    @Test("briefs in a run take the run's rubric")
    func briefs() {
        let page =
            "第2版 民生\n\n简讯\n\n河东镇\n\n4月6日,河东镇组织了一场插秧比赛。\n\n柳林乡\n\n近日,柳林乡新修了两座便民桥。\n\n老街看花\n\n□本报记者 王明\n\n\(body)\n"
        let stories = parse(page).stories
        #expect(stories.map(\.kind) == [.brief, .brief, .story])
        #expect(stories.map(\.section) == ["简讯", "简讯", "民生"])
    }

    @Test("under a rubric each bullet is a brief of its own")
    func bullets() {
        let stories = parse("一句话新闻\n\n●县图书馆将于周三闭馆一天。\n\n●12路公交车延伸至火车站。\n").stories
        #expect(stories.map(\.kind) == [.brief, .brief])
        #expect(stories.allSatisfy { $0.section == "一句话新闻" })
    }

    @Test("a notice keeps its signature and its date as paragraphs")
    func noticeLines() throws {
        let page = "关于城南大桥限行的公告\n\n因桥面维修,自5月10日起城南大桥禁止货车通行。\n\n特此公告。\n\n青石县交通局\n\n2024年5月6日\n"
        #expect(try story(page).body.map(\.text).suffix(3) == ["特此公告。", "青石县交通局", "2024年5月6日"])
    }

    @Test("each line of verse is a paragraph")
    func verse() throws {
        let page = "诗苑\n\n春\n\n鲁小满\n\n第一声雷还在路上\n泥土翻了个身\n种子该起床了\n把被子蹬开\n\n母亲筛着豆子\n好的归好的\n瘪的归瘪的\n春天也是这样\n"
        #expect(try story(page).body.count == 8)
    }

    @Test("a signature at the end is a byline")
    func signature() throws {
        let story = try story("老街看花\n\n\(body)\n\n\(more)(王明)\n")
        #expect(story.byline == "(王明)")
        #expect(story.credits == [Credit(.reporter, "王明")])
        #expect(story.body.last?.text == more)
    }

    @Test("hyphens of the printing go, a word's own stay")
    func hyphens() throws {
        let page = """
            Ferry fares to rise

            By JOEL HAVER

            Walk-on passengers will pay more for a one-
            way trip on the island ferry begin-
            ning in January, the first rise in seven
            years, the county transit board said on
            Friday. Two boats will be kept for night-
            shift workers at the harbor, it added.

            """
        let text = try story(page).body[0].text
        #expect(text.contains("a one-way trip"))
        #expect(text.contains("ferry beginning in"))
    }

    @Test("full lines go on, and a short one ends its paragraph")
    func fullLine() throws {
        let lines = [
            "　　四月的第一个星期天，城南的", "老街上挤满了人，有人来看花，", "有人来吃面。", "　　守桥的老人说，这座桥有三百", "多年了，每年春天，河水涨起来", "的时候，桥上的石头就会发出轻",
            "轻的响声。",
        ]
        let page = "老街看花\n\n" + (lines + lines).joined(separator: "\n") + "\n"
        #expect(try story(page).body.count == 4)
    }

    @Test("the two ends of a jump are one story, whatever pages lie between")
    func jumps() {
        let edition = PageParser.edition(from: [
            PageSource(path: "01.txt", text: "老街看花\n\n□本报记者 王明\n\n\(body.dropLast(8))(下转第三版)\n"),
            PageSource(path: "02.txt", text: "河道清淤开工\n\n□本报记者 李明\n\n\(more)\n"),
            PageSource(path: "03.txt", text: "老街看花\n\n(上接第一版)\(body.suffix(8))\n\n\(more)\n"),
        ])
        #expect(edition.stories.count == 2)
        #expect(edition.stories[0].body.map(\.text) == [body, more])
        #expect(edition.stories[0].continues == "(下转第三版)")
        #expect(edition.stories[0].continued == "(上接第一版)")
        #expect(edition.furniture.contains("老街看花"))
    }

    @Test("page number and date come from the path where the page is silent")
    func paths() {
        let page = PageParser.edition(from: [PageSource(path: "/papers/2026-03-06/第3版.txt", text: "老街看花\n\n\(body)\n")])
            .pages[0]
        #expect(page.number == "3")
        #expect(page.date == "2026-03-06")
    }

    @Test("characters set downwards, one a line, are one text")
    func setDownwards() throws {
        let page = body.map { "\($0)\n" }.joined()
        #expect(try story(page).body.map(\.text) == [body])
    }

    @Test("headings over one short paragraph each, under a label, are briefs, whatever the label says")
    func briefRun() throws {
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

    @Test("a short line over a caption with a credit heads the picture")
    func picturesHeading() throws {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n\n花开时节\n\n昨天傍晚,几名游客在老桥头的花树下停住脚步,拍照留念。 李明 摄\n"
        let photo = try story(page, 1)
        #expect(photo.kind == .photo)
        #expect(photo.headline == "花开时节")
    }

    @Test("a sentence ends inside single quotes inside double ones")
    func innerQuotes() throws {
        let page = "老街看花\n\n本报讯(记者 王明)\(body)他说:“有人问我:‘花开了没有?’”\n\n\(more)\n"
        #expect(try story(page).body.count == 2)
    }

    @Test("a name behind the place where somebody works signs the story")
    func station() throws {
        let story = try story("老街看花\n\n市中医院主任医师 李明花\n\n\(body)\n\n\(more)\n")
        #expect(story.credits == [Credit(.reporter, "李明花")])
    }

    // MARK: Names

    @Test("four Han without a family name are a headline, not a writer")
    func noName() throws {
        let found = try story("港闻\n\n雾锁东湾\n\n昨日有雾,两艘渔船结伴驶入避风塘,船头的灯在白茫茫中一闪一闪。(麦少东 摄)\n")
        #expect(found.headline == "雾锁东湾")
        #expect(found.credits.map(\.name) == ["麦少东"])
    }

    @Test("a role between two words that are no names makes no byline")
    func roleInWords() throws {
        let found = try story("清水镇政府大院\n昨起向市民敞开\n\n本报讯(记者 王明)\(body)\n")
        #expect(found.headline == "清水镇政府大院 昨起向市民敞开")
        #expect(found.credits == [Credit(.reporter, "王明")])
    }

    @Test("who wrote a letter, and where from, signs it")
    func addressed() throws {
        let page = """
            YOUR LETTERS

            The bus that never stops

            Sir, – Is the 64 bus shy? For the third time this month it sailed past the stop at the bridge.

            I am 78 and I do not mind waiting. I do mind being waved at.

            Martha Quill, Mill Lane, Tarn Vale

            Cold snap to last until the weekend

            Frost and freezing fog will persist until Saturday, forecasters said on Tuesday evening.
            """
        let found = try story(page)
        #expect(found.byline == "Martha Quill, Mill Lane, Tarn Vale")
        #expect(found.credits == [Credit(.reporter, "Martha Quill")])
        #expect(try story(page, 1).headline == "Cold snap to last until the weekend")
    }

    // MARK: Captions that nobody is credited for

    @Test("of two lines behind a cut the one whose first character meets the cut's last elsewhere goes on")
    func seams() throws {
        let page = """
            桥头新事

            本报讯(记者 王明)桥头的信号接收机装了三年。\(body)

            站里的人说,桥修好以后,山上的收音机也听得见了,村里又添了一台卫星信号接

            学生排着队走过新修的桥。

            收机,孩子们第一次听见了城里的广播,大家围在一起,听了整整一个下午。

            \(more)
            """
        let found = try story(page)
        #expect(found.photos.map(\.caption) == ["学生排着队走过新修的桥。"])
        #expect(found.body.contains { $0.text.contains("卫星信号接收机,孩子们") })
    }

    @Test("a sentence that says what somebody is doing, and lies in a paragraph's way, is a caption")
    func doing() throws {
        let page = "桥头新事\n\n本报讯(记者 王明)\(body.dropLast(12))\n\n选手在决赛中施焊。\n\n\(body.suffix(12))\n\n\(more)\n"
        let found = try story(page)
        #expect(found.photos.map(\.caption) == ["选手在决赛中施焊。"])
        #expect(found.body.map(\.text) == [body, more])
    }

    @Test("a capital between a word and the small letter that goes on with it begins a caption")
    func latinSeam() throws {
        let page = """
            Water bills to rise in July

            By PETER OKON

            The vote allows the city to apply for a loan that would pay for a new main under the

            A crew repairs a broken main on Locust Street on Monday.

            east side of town, where the pipes were laid before the war and break every winter.
            """
        let found = try story(page)
        #expect(found.photos.map(\.caption) == ["A crew repairs a broken main on Locust Street on Monday."])
        #expect(found.body.count == 1)
    }

    // MARK: Tables, heads and feet

    @Test("rows of cells are a table's, and no furniture")
    func table() throws {
        let page = """
            未来三天天气

            日期  天气  气温  风力
            3月6日  多云转阴  1~9℃  偏北风3级
            3月7日  小雨  2~6℃  东北风4级
            3月8日  阴转晴  0~10℃  偏西风2级
            """
        let found = try story(page)
        #expect(found.headline == "未来三天天气")
        #expect(found.body.count == 4)
    }

    @Test("a page that has its head at its foot is named by it")
    func foot() throws {
        let page = "老街看花\n\n本报讯(记者 王明)\(body)\n\n\(more)\n\n渡口日报 2012年3月6日 星期二\n\n7\n\n农家生活\n\n责编:艾青青 电话:8862079\n"
        let edition = parse(page)
        #expect(edition.pages.first?.name == "农家生活")
        #expect(edition.stories.first?.section == "农家生活")
    }

    @Test("a kicker below the folio is no furniture, a slogan is")
    func kickerAtHead() throws {
        let rest = "一街花市\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n"
        let folio = "第5版 文化 2012年3月6日 星期二\n\n"
        #expect(try story(folio + "城南老街三月花开,十万游人涌来\n\n" + rest).kicker == "城南老街三月花开,十万游人涌来")
        #expect(try story(folio + "定格瞬间 看见渡口\n\n" + rest).kicker == nil)
    }

    @Test("rows of results stand under their heading as they are")
    func results() throws {
        let page = """
            第4版 体育 2012年3月6日

            县联赛战报

            渡口队3:1柳林队

            河东一中0:2县一中

            农机厂队2:2供销社队

            老街看花

            □本报记者 王明

            \(body)
            """
        #expect(try story(page).headline == "县联赛战报")
        #expect(try story(page).body.map(\.text) == ["渡口队3:1柳林队", "河东一中0:2县一中", "农机厂队2:2供销社队"])
        #expect(try story(page, 1).headline == "老街看花")
    }

    // MARK: Between two halves

    @Test("captions in a row that wide gaps part from both halves lie in a paragraph's way")
    func captionsInARow() throws {
        let start = "老街看花\n\n本报讯(记者 王明)\(more)\n\n\(body)\(more.dropLast(10))"
        let page = start + "\n\n\n茶馆里坐满了人\n\n\n桥头的石狮子披了红布。\n\n\n\(more.suffix(10))\n\n\(body)\n\n\(more)\n"
        let found = try story(page)
        #expect(found.photos.map(\.caption) == ["茶馆里坐满了人", "桥头的石狮子披了红布。"])
        #expect(found.body.map(\.text) == [more, body + more, body, more])
    }

    @Test("a name behind a slash credits the picture that lies in a paragraph's way")
    func slashCredit() throws {
        let page = """
            나루 시장에 봄이 왔다

            [나루=한서윤 기자] 나루 시장 골목에 봄나물이 쌓였다. 상인들은 새벽 네 시부터 좌판을 펴고 손님을 기다린다. 올해는 비가 잦아 냉이가 유난히 달

            14일 나루 시장에서 손님들이 봄나물을 고르고 있다. /한서윤 기자

            다고 했다. 값은 지난해보다 조금 내렸다.

            상인회는 다음 달 봄나물 잔치를 연다.
            """
        let found = try story(page)
        #expect(found.body.count == 2)
        #expect(found.photos.map(\.caption) == ["14일 나루 시장에서 손님들이 봄나물을 고르고 있다."])
    }

    // MARK: Labels

    @Test("第一本, 第二本 with a colon number crossheads")
    func ordinals() throws {
        let page = "老街账本\n\n□本报记者 王明\n\n\(body)\n\n第一本:花账\n\n\(more)\n\n第二本:人情账\n\n\(body)\n"
        #expect(try story(page).body.filter { $0.kind == .crosshead }.map(\.text) == ["第一本:花账", "第二本:人情账"])
    }

    @Test("where headings have small letters a line in capitals names a column or a writer")
    func capitalLabels() throws {
        let text =
            "The council voted on Monday to repair the old bridge before the winter, and to pay for it from the tolls."
        let page = ["Bridge to be mended", text, "Market opens late", text, "School roof leaks", text]
            .joined(separator: "\n\n")
        let found = parse(page + "\n\nIN PASSING\n\nThe ferryman retires\n\nNORA PELL\n\n\(text)\n").stories
        #expect(found.last?.section == "IN PASSING")
        #expect(found.last?.headline == "The ferryman retires")
        #expect(found.last?.credits == [Credit(.reporter, "NORA PELL")])
    }

    @Test("a run of briefs needs no blanks between its headings and its texts")
    func closeBriefs() {
        let page =
            "老街看花\n\n□本报记者 王明\n\(body)\n\(more)\n\(body)\n\n街坊播报\n\n明日三条街停水\n因换水管,明天8时至15时桥头巷、油坊街和后河沿停水,请居民备足用水。\n河边学剪纸\n老年大学星期天上午在河边公园教剪纸,红纸由学校准备,剪刀自带。\n"
        #expect(parse(page).stories.map(\.headline) == ["老街看花", "明日三条街停水", "河边学剪纸"])
    }

    @Test("the word for briefs inside a sentence makes no rubric")
    func briefWord() throws {
        let page = "老街看花\n\n□本报记者 王明\n\n\(body)\n\n一句话点醒守桥人\n\n\(more)\n\n短消息传遍老街\n\n\(body)\n"
        #expect(parse(page).stories.count == 1)
        #expect(try story(page).body.filter { $0.kind == .crosshead }.count == 2)
    }

    @Test("a report by the newsroom is by nobody")
    func newsroom() throws {
        let page =
            "El puente se cierra en marzo\n\nREDACCIÓN\n\nEl ayuntamiento cerrará el puente viejo durante tres semanas para cambiar las barandillas.\n\nLos vecinos cruzarán por el vado.\n"
        #expect(try story(page).byline == "REDACCIÓN")
        #expect(try story(page).credits.isEmpty)
    }

    @Test("the line with the issue's number is the page's own")
    func issue() {
        let page = "坝上社区报　第12期　2021年4月号　总编辑:王明\n\n老街看花\n\n□本报记者 李明\n\n\(body)\n"
        #expect(parse(page).furniture.first?.hasPrefix("坝上社区报") == true)
        #expect(parse(page).stories.map(\.kicker) == [nil])
    }

    @Test("a notice ends with its day")
    func noticeEnds() {
        let page =
            "关于老桥封闭施工的公告\n\n因更换栏杆,老桥自3月6日起封闭三天,请绕行新桥。\n\n渡口镇人民政府\n\n2021年3月1日\n\n灶边笔记\n\n外婆的米糕\n\n文、图/林小满\n\n\(body)\n"
        let stories = parse(page).stories
        #expect(stories.map(\.headline) == ["关于老桥封闭施工的公告", "外婆的米糕"])
        #expect(stories.last?.section == "灶边笔记")
    }

    @Test("what stands over large words in quotes is their kicker")
    func quotedHeadline() throws {
        let page = "修桥匠下班后琢磨出新办法\n\n“土点子”省下大工钱\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n"
        #expect(try story(page).kicker == "修桥匠下班后琢磨出新办法")
        #expect(try story(page).headline == "“土点子”省下大工钱")
    }

    @Test("capitals over a headline in small letters are its kicker")
    func capitalKicker() throws {
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

    @Test("a photographer's surname on the next line belongs to the credit")
    func cutName() throws {
        let page = """
            Ferry sold for a song

            By NORA PELL

              The old ferry left the town landing on
            Saturday for the last time, with a band
            on deck and the mayor at the wheel, and
            half of the town on the bank to see it.

            The ferry passes the mill on its last
            crossing on Saturday. Photo by Gus
            Marlow

              Nobody knows what will become of it on
            the other side, where a man who deals in
            scrap has bought it for the brass alone
            and says that he has no use for a bell.
            """
        let found = try story(page)
        #expect(found.credits.contains(Credit(.photographer, "Gus Marlow")))
        #expect(found.body.count == 2)
    }

    @Test("征稿启事 has two words for notices, and the second ends it")
    func twoNoticeWords() throws {
        let page =
            "老街看花\n\n□本报记者 王明\n\n\(body)\n\n\(more)\n\n“渡口杯”散文大赛征稿启事\n\n一、题材不限,每人限投三篇,每篇不超过一千字。\n\n二、来稿请寄渡口镇文化站,信封注明“征文”。\n"
        #expect(parse(page).stories.map(\.headline) == ["老街看花", "“渡口杯”散文大赛征稿启事"])
    }

    @Test("under a label each text that begins with a place in brackets is a brief")
    func placesInBrackets() {
        let page =
            "老街看花\n\n□本报记者 王明\n\n\(body)\n\n村村响\n\n【河湾村】5月16日,河湾村图书室收到五百册新书。\n\n【前坡村】前坡村给村道装了四十盏路灯。(李小北)\n\n【石桥村】石桥村的老井清淤后重新出水。\n"
        let briefs = parse(page).stories.dropFirst()
        #expect(briefs.map(\.kind) == [.brief, .brief, .brief])
        #expect(briefs.allSatisfy { $0.section == "村村响" })
    }

    @Test("a German interview says at its end who led it")
    func interview() throws {
        let page = """
            „Die Glocke hat einen Riss“

            Der Gutachter erklärt, warum der Turm bis Ostern stumm bleibt und was eine neue Glocke kosten würde.

            „Sie klingt wie ein Topf“, sagt er und lacht.

            Das Interview führte Jutta Brandes.
            """
        #expect(try story(page).byline == "Das Interview führte Jutta Brandes.")
        #expect(try story(page).credits == [Credit(.reporter, "Jutta Brandes")])
    }
}
