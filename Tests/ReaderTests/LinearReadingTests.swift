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
        func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }
        for (index, story) in reading.state.edition.stories.enumerated() {
            let text = bare(answer(&reading, String(index + 1)).text)
            let parts = [story.headline, story.deck, story.byline].compactMap(\.self) + story.body.map(\.text)
            for part in parts {
                let shown = typeset(part, ParagraphStyle(measure: 4000, alignment: .ragged, hanging: .none))
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
