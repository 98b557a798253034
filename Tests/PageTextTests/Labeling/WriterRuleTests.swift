import Newspaper
import Testing

@testable import PageText

/// Each rule on a page that would be read differently without it.
@Suite("Rules find the writers of a story")
struct WriterRuleTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `a signature at the end is a byline`() throws {
        let story = try Sample.story("老街看花\n\n\(body)\n\n\(more)(王明)\n")
        #expect(story.byline == "(王明)")
        #expect(story.credits == [Credit(.reporter, "王明")])
        #expect(story.body.last?.text == more)
    }

    @Test func `a name after the place where somebody works is the writer's`() throws {
        let story = try Sample.story("老街看花\n\n市中医院主任医师 李明花\n\n\(body)\n\n\(more)\n")
        #expect(story.credits == [Credit(.reporter, "李明花")])
    }

    @Test func `four Han without a family name are a headline, not a writer`() throws {
        let found = try Sample.story("港闻\n\n雾锁东湾\n\n昨日有雾,两艘渔船结伴驶入避风塘,船头的灯在白茫茫中一闪一闪。(麦少东 摄)\n")
        #expect(found.headline == "雾锁东湾")
        #expect(found.credits.map(\.name) == ["麦少东"])
    }

    @Test func `a role between two words that are not names makes no byline`() throws {
        let found = try Sample.story("清水镇政府大院\n昨起向市民敞开\n\n本报讯(记者 王明)\(body)\n")
        #expect(found.headline == "清水镇政府大院 昨起向市民敞开")
        #expect(found.credits == [Credit(.reporter, "王明")])
    }

    @Test func `a letter is signed with a name and where its writer is from`() throws {
        let page = """
            YOUR LETTERS

            The bus that never stops

            Sir, – Is the 64 bus shy? For the third time this month it sailed past the stop at the bridge.

            I am 78 and I do not mind waiting. I do mind being waved at.

            Martha Quill, Mill Lane, Tarn Vale

            Cold snap to last until the weekend

            Frost and freezing fog will persist until Saturday, forecasters said on Tuesday evening.
            """
        let found = try Sample.story(page)
        #expect(found.byline == "Martha Quill, Mill Lane, Tarn Vale")
        #expect(found.credits == [Credit(.reporter, "Martha Quill")])
        #expect(try Sample.story(page, 1).headline == "Cold snap to last until the weekend")
    }

    @Test func `the newsroom as a writer gives no credit`() throws {
        let page =
            "El puente se cierra en marzo\n\nREDACCIÓN\n\nEl ayuntamiento cerrará el puente viejo durante tres semanas para cambiar las barandillas.\n\nLos vecinos cruzarán por el vado.\n"
        #expect(try Sample.story(page).byline == "REDACCIÓN")
        #expect(try Sample.story(page).credits.isEmpty)
    }

    @Test func `a German interview names the interviewer at its end`() throws {
        let page = """
            „Die Glocke hat einen Riss“

            Der Gutachter erklärt, warum der Turm bis Ostern stumm bleibt und was eine neue Glocke kosten würde.

            „Sie klingt wie ein Topf“, sagt er und lacht.

            Das Interview führte Jutta Brandes.
            """
        #expect(try Sample.story(page).byline == "Das Interview führte Jutta Brandes.")
        #expect(try Sample.story(page).credits == [Credit(.reporter, "Jutta Brandes")])
    }

    @Test(arguments: ["来源：青石县融媒体中心", "文、圖：本報記者 林小禾", "稿件来源：青石县文化馆", "撰文：林小禾", "图/文：周小禾"])
    func `a source or a writer behind a colon is no speaker`(byline: String) throws {
        let found = try Sample.story("老街看花\n\n\(byline)\n\n\(body)\n\n\(more)\n")
        #expect(found.headline == "老街看花")
        #expect(found.byline == byline)
        #expect(found.body.map(\.text) == [body, more])
    }

    @Test func `a source at the end is no speaker`() throws {
        let found = try Sample.story("老街看花\n\n本报记者 王明\n\n\(body)\n\n\(more)\n\n稿件来源：青石县文化馆\n")
        #expect(found.byline == "本报记者 王明 稿件来源：青石县文化馆")
        #expect(found.body.map(\.text) == [body, more])
    }

    @Test(arguments: ["核心阅读", "编者按", "【内容提要】", "閱讀提示"])
    func `a label above the summary is nobody`(label: String) throws {
        let found = try Sample.story("老街看花\n\n\(label)\n\n\(body)\n\n\(more)\n")
        #expect(found.headline == "老街看花")
        #expect(found.credits.isEmpty)
        #expect(found.body.map(\.text) == [label, body, more])
    }

    @Test(arguments: ["港聞", "追跡", "殷安区", "City & County", "Police Beat"])
    func `the name of a page or a column is nobody`(label: String) throws {
        let line = "老街看花\n\n\(label)\n\n\(body)\n\n\(more)\n"
        #expect(parse(line).stories.allSatisfy { $0.credits.isEmpty && $0.byline == nil })
    }

    @Test func `a list of places with bullets names no writers`() throws {
        let found = try Sample.story("道路施工通告\n\n下列道路今起施工：\n\n●安平路\n\n●青石街\n\n●柳林巷\n\n\(body)\n")
        #expect(found.byline == nil)
        #expect(found.body.map(\.text) == ["下列道路今起施工：", "●安平路", "●青石街", "●柳林巷", body])
    }

    @Test func `a Japanese report begins with where its writer is`() throws {
        let page = "橋が三つ直った\n\n【北浜 早瀬健一】川沿いの茶店は朝五時に開く。やかんの湯が音を立てる。\n\n店主は四十年続く習わしだと話した。\n"
        let found = try Sample.story(page)
        #expect(found.headline == "橋が三つ直った")
        #expect(found.byline == "【北浜 早瀬健一】")
        #expect(found.credits == [Credit(.reporter, "早瀬健一")])
    }

    @Test(arguments: ["Martha Quill, Staff Writer", "From staff reports", "Story and photos by Martha Quill", "(mq)"])
    func `a byline below an English headline is none of its text`(byline: String) throws {
        let text = [
            "The bridge at Tarn Vale opened on Monday after three weeks of work.", "The council said it had cost less.",
        ]
        let page = byline == "(mq)" ? text + [byline] : [byline] + text
        let found = try Sample.story("The bridge is open again\n\n\(page.joined(separator: "\n\n"))\n")
        #expect(found.byline == byline)
        #expect(found.body.map(\.text) == text)
        #expect(found.photos.isEmpty)
    }
}
