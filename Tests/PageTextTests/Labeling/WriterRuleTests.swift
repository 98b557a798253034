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
}
