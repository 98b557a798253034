import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// Reading without a screen.
struct LinearReadingTests {
    private func reading(
        _ language: String = "en", columns: Int = 79, markRead: Preferences.MarkRead = .end, keys: [Action: [Key]] = [:]
    ) throws -> LinearReading {
        var preferences = Preferences()
        preferences.markRead = markRead
        preferences.keys = keys
        let state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: language), preferences: preferences, depth: .none,
            size: Size(columns: 80, rows: 24))
        return LinearReading(state: state, columns: columns)
    }

    private func answer(_ reading: inout LinearReading, _ line: String) -> (text: String, effects: [Effect]) {
        var text = ""
        let effects = reading.answer(line) { text += $0 }
        return (text, effects)
    }

    private func opening(_ reading: LinearReading) -> String {
        var text = ""
        reading.open { text += $0 }
        return text
    }

    @Test func `no blank stands beside a quote that has none in the text`() throws {
        var reading = try reading("zh-Hans")
        var text = opening(reading)
        for line in ["5", "1", "/操场"] { text += answer(&reading, line).text }
        #expect(text.contains("周末“不打烊”") && text.contains("”"))
        #expect(!text.contains("” ") && !text.contains(/[^ \n] “/))
    }

    @Test(arguments: Localization.languages)
    func `a sitting, line by line`(language: String) throws {
        var reading = try reading(language)
        var text = opening(reading)
        for line in ["3", "m", "s", "u", "n", "m 1", "/铁皮", "/没有这个词", "what", "99", "?", "l", "q"] {
            text += reading.prompt + line + "\n" + answer(&reading, line).text
        }
        expectGolden(text, "linear/sitting-\(language)")
    }

    @Test(arguments: Localization.languages)
    func `nothing is drawn, and no line is wider than the terminal`(language: String) throws {
        for columns in [40, 79] {
            var reading = try reading(language, columns: columns)
            var text = opening(reading)
            for number in 1...reading.state.edition.stories.count { text += answer(&reading, String(number)).text }
            for line in ["?", "l", "s", "m", "/的"] { text += answer(&reading, line).text }
            // What the paper itself prints is the paper's.
            let own = reading.state.edition.stories.reduce(into: "") { text, story in
                for part in [story.headline, story.byline] + story.body.map(\.text) { text += part ?? "" }
                for photo in story.photos { text += photo.caption + (photo.credit ?? "") }
            }
            let drawn = Set("●★■▣▌│─┤↳↷".unicodeScalars).subtracting(own.unicodeScalars)
            #expect(drawn.count > 5 && drawn.isDisjoint(with: text.unicodeScalars))
            #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
            for line in text.split(separator: "\n") { #expect(cells(of: String(line)) <= columns, "\(line)") }
        }
    }

    @Test func `every word of every story is printed`() throws {
        var reading = try reading()
        // The mark before a brief is no word.
        func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace && $0 != "▲" }) }
        for (index, story) in reading.state.edition.stories.enumerated() {
            let text = bare(answer(&reading, String(index + 1)).text)
            let parts = [story.headline, story.deck, story.byline].compactMap(\.self) + story.body.map(\.text)
            for part in parts {
                let spoken = StoryPartWriter.spoken(part)
                #expect(part.filter { !"▲●□■◇◆".contains($0) }.count - spoken.count <= 1, "\(part)")
                let shown = typeset(spoken, ParagraphStyle(measure: 4000, alignment: .ragged, hanging: .none))
                #expect(text.contains(bare(shown.map(\.text).joined())), "\(part)")
            }
        }
    }

    @Test func `a story that is printed is read, unless the settings say that none is by itself`() throws {
        for (rule, isRead) in [(Preferences.MarkRead.end, true), (.open, true), (.never, false)] {
            var reading = try reading(markRead: rule)
            let effects = answer(&reading, "3").effects
            let id = reading.state.edition.stories[2].id
            #expect(effects == (isRead ? [.mark([Change(story: id, kind: .read, isSet: true)])] : []))
            #expect(reading.state.isRead(2) == isRead)
            #expect(answer(&reading, "3").effects == [])
        }
    }

    @Test func `n reads the first unread story, then one after another, until all are read`() throws {
        var reading = try reading()
        let count = reading.state.edition.stories.count
        for number in 0..<count {
            let text = answer(&reading, "n").text
            #expect(reading.state.isRead(number))
            #expect(text.contains("Next: ") == (number < count - 1))
        }
        #expect(answer(&reading, "n").text == "no unread stories left\n")
    }

    @Test func `marks are made and taken back as on the screen`() throws {
        var reading = try reading()
        let stories = reading.state.edition.stories
        #expect(answer(&reading, "m").text.hasPrefix("no story has been read yet"))
        #expect(answer(&reading, "m 2").effects == [.mark([Change(story: stories[1].id, kind: .read, isSet: true)])])
        #expect(answer(&reading, "s 2").text == "2, starred, read\n")
        #expect(answer(&reading, "m 2").text == "2, starred, unread\n")
        let undone = answer(&reading, "u")
        #expect(undone.effects == [.mark([Change(story: stories[1].id, kind: .read, isSet: true)])])
        #expect(undone.text == "undone\n2, starred, read\n")
        #expect(answer(&reading, "m 99").effects == [])
        #expect(answer(&reading, "q").effects == [.quit])
    }

    @Test func `the reader's own letters count`() throws {
        var reading = try reading(keys: [.quit: [.character("x")], .nextUnread: [.character("w"), .right]])
        #expect(reading.prompt.contains("w next") && reading.prompt.contains("x quit"))
        #expect(answer(&reading, "q").effects == [])
        #expect(answer(&reading, "x").effects == [.quit])
        #expect(!answer(&reading, "w").effects.isEmpty)
    }

    /// With a text of its own.
    private func reading(_ stories: [Story], marks: MarkedStories = MarkedStories()) -> LinearReading {
        let state = ReaderState(
            edition: Edition(title: "渡口报", stories: stories), marks: marks, texts: Localization(language: "en"),
            size: Size(columns: 80, rows: 24))
        return LinearReading(state: state, columns: 79)
    }

    @Test func `f lists the stories that are unread alone`() throws {
        let stories = (1...4).map {
            Story(
                id: StoryID(UInt64($0)), section: $0 < 3 ? "要闻" : "副刊", headline: "渡口\($0)",
                body: [Block(.paragraph, "船来了。")])
        }
        var reading = reading(stories, marks: MarkedStories(read: [StoryID(1), StoryID(3), StoryID(4)]))
        let text = answer(&reading, "f").text
        #expect(text.contains("unread 1/4") && text.contains("2. unread: 渡口2") && text.contains("要闻"))
        #expect(!text.contains("渡口1") && !text.contains("副刊"))
    }

    @Test func `the links of the story that was read last are listed, and opened by their numbers`() throws {
        let body = [Block(.paragraph, "船票见 https://ferry.example/tickets 和 https://ferry.example/times 两处。")]
        var reading = reading([
            Story(headline: "渡口", body: body), Story(headline: "春耕", body: [Block(.paragraph, "翻耕。")]),
        ])
        #expect(answer(&reading, "o").text == "no story has been read yet; give a number\n")
        _ = answer(&reading, "1")
        let list = answer(&reading, "O")
        #expect(list.text == "1. https://ferry.example/tickets\n2. https://ferry.example/times\n" && list.effects == [])
        #expect(answer(&reading, "o 2").effects == [.open(try #require(Link("https://ferry.example/times")))])
        #expect(answer(&reading, "o 3") == ("there is no link 3; the last one is 2\n", []))
        #expect(answer(&reading, "o x").text.contains("unknown command 'x'"))
        _ = answer(&reading, "2")
        #expect(answer(&reading, "o").text == "no links in this story\n")
    }

    @Test func `days are listed, the latest first, and opened by their numbers`() throws {
        var reading = try reading()
        let days = [
            EditionEntry(id: 4, date: "2026-11-18", name: "砚浦日报"),
            EditionEntry(id: 7, date: "2026-11-20", name: "砚浦日报", isOpen: true),
            EditionEntry(id: 9, name: "副刊"),
        ]
        #expect(answer(&reading, "e").effects == [.editions])
        var text = ""
        #expect(reading.show(editions: days) { text += $0 } == [])
        #expect(text == "1. 2026-11-20, 砚浦日报, being read\n2. 2026-11-18, 砚浦日报\n3. 副刊\n")
        #expect(answer(&reading, "e 2").effects == [.editions])
        #expect(reading.show(editions: days) { _ in } == [.openEdition(4, page: nil)])
        #expect(answer(&reading, "e 4").effects == [.editions])
        text = ""
        #expect(reading.show(editions: days) { text += $0 } == [] && text == "there is no day 4; the last one is 3\n")
        #expect(answer(&reading, "e x").effects == [])
        text = ""
        #expect(reading.show(editions: []) { text += $0 } == [] && text == "No editions here\n")
    }

    @Test func `marks that only point are not read out, in stories, lists and hits`() throws {
        let story = Story(
            headline: "▲渡口", byline: "□本报记者 许南星",
            body: [
                Block(.paragraph, "●一是修桥。▲二是铺路，二○二六年完工。"), Block(.paragraph, "■ ◆ 三是通车"), Block(.paragraph, "●"),
            ], photos: [Photo(caption: "▲图为老渡口。")])
        var reading = reading([story])
        var text = ""
        reading.open { text += $0 }
        for line in ["1", "l", "/铺路", "/图为"] { text += answer(&reading, line).text }
        #expect(!text.contains { "▲●■◆□".contains($0) }, "\(text)")
        #expect(text.contains("一是修桥。二是铺路，二○二六年完工。") && text.contains("Picture. 图为老渡口。") && text.contains("三是通车"))
        #expect(text.contains("本报记者 许南星"))
    }

    @Test func `an empty paper, and lines of any kind, are no harm`() throws {
        let state = ReaderState(
            edition: Edition(), texts: Localization(language: "en"), size: Size(columns: 80, rows: 24))
        var reading = LinearReading(state: state, columns: 0)
        #expect(!opening(reading).isEmpty)
        let lines = [
            "", " ", "1", "0", "-1", "99999999999999999999", "n", "m", "m 1", "s x y", "u", "l", "/", "//", "F", "?",
        ]
        for line in lines + [String(repeating: "好", count: 10_000)] { _ = answer(&reading, line) }
    }
}
