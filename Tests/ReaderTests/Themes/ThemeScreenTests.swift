import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing

@testable import Reader

/// Themes on the reading screen.
struct ThemeScreenTests {
    @Test func `a key cycles through the themes, and says so where there are no colours`() throws {
        func state(_ depth: ColorDepth) throws -> ReaderState {
            ReaderState(
                edition: try Gold.sample(), texts: Localization(language: "en"), depth: depth,
                size: Size(columns: 100, rows: 30))
        }
        var shown = try state(.direct)
        var names: [ThemeName] = []
        for _ in ThemeName.allCases {
            _ = shown.press(.character("t"))
            names.append(shown.themeName)
            #expect(shown.theme == shown.themeName.theme(depth: .direct))
        }
        #expect(names == [.light, .highContrast, .plain, .dark])
        var colourless = try state(.none)
        _ = colourless.press(.character("t"))
        #expect(colourless.theme == .plain && colourless.message == Localization(language: "en")(.noColours))
    }

    @Test func `a theme is named in the reader's language`() throws {
        for (language, names) in [
            ("en", ["light", "high contrast"]), ("zh-Hans", ["浅色", "高对比"]), ("zh-Hant", ["淺色", "高對比"]),
        ] {
            var state = ReaderState(
                edition: try Gold.sample(), texts: Localization(language: language), depth: .direct,
                size: Size(columns: 100, rows: 30))
            for name in names {
                _ = state.press(.character("t"))
                #expect(state.message?.hasSuffix(name) == true)
            }
        }
    }

    /// How a part looks: its style, and where it stands in the measure.
    private struct Look: Hashable {
        var style: Style
        var column: Int
    }

    @Test(arguments: ThemeName.allCases, [ColorDepth.direct, .twoHundredFiftySix, .sixteen, .none])
    func `the parts of a story can be told apart`(name: ThemeName, depth: ColorDepth) {
        let story = Story(
            id: StoryID(1), kicker: "山路之上", headline: "灯塔里的修表匠", deck: "一盏灯走了四十年", byline: "本报记者 林书远",
            body: [
                Block(.paragraph, "春天的风从海上吹来，把灯塔的门吹开了一条缝，老人抬起头来。"), Block(.crosshead, "一只怀表"),
                Block(.paragraph, "问：表停了怎么办？"), Block(.paragraph, "答：等它自己走。"),
            ], photos: [Photo(caption: "老人在灯下修表。")])
        var preferences = Preferences()
        preferences.theme = name
        let state = ReaderState(
            edition: Edition(stories: [story]), texts: Localization(language: "zh-Hans"), preferences: preferences,
            depth: depth, size: Size(columns: 100, rows: 40))
        let frame = state.compose()
        let area = state.layout.body
        var looks: [String: Look] = [:]
        for row in area.row..<area.row + area.rows {
            let cells = Array(frame[row: row].dropFirst(area.column))
            let text = cells.map(\.text).joined()
            let names = [
                ("山路", "kicker"), ("灯塔里的", "headline"), ("一盏灯", "deck"), ("本报记者", "byline"), ("一只怀表", "crosshead"),
                ("问：", "question"), ("答：", "answer"), ("灯下修表", "caption"),
            ]
            for (words, name) in names where text.contains(words) && looks[name] == nil {
                guard let column = cells.firstIndex(where: { $0.text != " " }) else { continue }
                // Where a centred line begins says nothing.
                let isCentred = ["kicker", "headline", "deck", "byline"].contains(name)
                looks[name] = Look(style: cells[column].style, column: isCentred ? -1 : column)
            }
        }
        #expect(looks.count == 8 && Set(looks.values).count == 8, "\(looks)")
        #expect(looks["kicker"]?.style != state.theme.masthead)
    }

    @Test(arguments: ThemeName.allCases, [ColorDepth.direct, .sixteen, .none])
    func `only the pane that has the keys has a block of colour, or is reversed`(name: ThemeName, depth: ColorDepth) {
        let theme = name.theme(depth: depth)
        #expect(theme.selection != theme.quietSelection)
        if name == .highContrast || name == .plain || depth == .none {
            #expect(theme.quietSelection.background == .terminal && !theme.quietSelection.attributes.contains(.reverse))
        }
    }

    @Test func `what is selected, unread and starred can be recognised without colours`() throws {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "en"), depth: .none,
            size: Size(columns: 100, rows: 30))
        let unread = state.compose().text
        _ = state.press(.character("m"))
        let read = state.compose().text
        _ = state.press(.character("s"))
        let starred = state.compose().text
        _ = state.press(.character("m"))
        let starredUnread = state.compose().text
        _ = state.press(.down)
        let moved = state.compose().text
        #expect(unread.contains("▌ ● ") && !read.contains("▌ ● ") && starred.contains("▌★  "))
        #expect(starredUnread.contains("▌★● "))
        #expect(moved.contains("▌ ● "))
    }

    @Test func `the theme suits the background, unless one is settled or was chosen for that background`() throws {
        func state(_ preferences: Preferences = Preferences(), _ themes: ChosenThemes = ChosenThemes()) throws
            -> ReaderState
        {
            ReaderState(
                StoriesInMemory(try Gold.sample()), texts: Localization(language: "en"), preferences: preferences,
                depth: .direct, themes: themes, size: Size(columns: 100, rows: 30))
        }
        var shown = try state()
        #expect(shown.themeName == .dark)
        _ = shown.update(.background(isLight: true))
        #expect(shown.themeName == .light && shown.theme == ThemeName.light.theme(depth: .direct))
        guard case .themes(let chosen)? = shown.update(.key(.character("t"))).first else {
            Issue.record("the choice is not noted")
            return
        }
        #expect(shown.themeName == .highContrast)
        _ = shown.update(.background(isLight: false))
        #expect(shown.themeName == .dark)

        let again = ChosenThemes(chosen.description)
        #expect(again == chosen)
        var other = try state(Preferences(), again)
        _ = other.update(.background(isLight: true))
        #expect(other.themeName == .highContrast)
        var settled = Preferences()
        settled.theme = .plain
        other = try state(settled, again)
        _ = other.update(.background(isLight: true))
        #expect(other.themeName == .plain, "what was settled since counts")
    }

    @Test func `notes of chosen themes that cannot be read are passed over`() {
        let themes = ChosenThemes(
            "auto light plain\nauto green dark\nauto dark\n\nmauve dark plain\nauto dark mauve\nlight unknown dark\u{7}\n"
        )
        #expect(themes.description == "auto light plain\n")
    }
}
