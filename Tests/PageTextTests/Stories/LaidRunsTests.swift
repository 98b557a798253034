import Newspaper
@testable import PageText
import Testing

/// Stories of pages whose layout is known.
struct LaidRunsTests {
    private func edition(_ lines: [LaidLine]) -> PageTextEdition {
        PageTextEdition([PageSource(path: "01.pdf", laid: [LaidPage(lines, on: PageSheet(width: 400, height: 600))])])
    }

    @Test func `a word with a letter beyond ASCII before its hyphen is joined`() throws {
        let page = edition([
            LaidLine("Bücherbus macht Pause", .headline),
            LaidLine("Die Medien werden verlän-", .paragraph), LaidLine("gert, Gebühren fallen nicht an.", .more),
        ])
        let story = try #require(page.story(at: 0))
        #expect(story.body.map(\.text) == ["Die Medien werden verlängert, Gebühren fallen nicht an."])
    }

    @Test func `a headline of several lines, apart from short items, is not filed under their rubric`() throws {
        let page = edition([
            LaidLine("Kurz gemeldet", .rubric),
            LaidLine("Blutspende in der Schule", .item),
            LaidLine("Das Rote Kreuz bittet am Freitag zur Blutspende.", .paragraph),
            LaidLine("Wochenmarkt zieht um", .item),
            LaidLine("Der Markt steht hinter dem Rathaus.", .paragraph),
            LaidLine("Straße am See", .headline, gap: 1), LaidLine("bis Advent gesperrt", .headlineMore),
            LaidLine("Autofahrer müssen sich auf Umwege einstellen.", .paragraph),
        ])
        #expect(page.story(at: 1)?.section == "Kurz gemeldet")
        #expect(page.story(at: 2)?.section != "Kurz gemeldet")
    }
}
