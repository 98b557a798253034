import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing

@testable import Reader

/// What the list of stories shows of each.
struct StoriesPaneTests {
    private func state(columns: Int, rows: Int) throws -> ReaderState {
        var edition = try Gold.sample()
        // Gold does not tell which page a story is on.
        for index in edition.stories.indices {
            edition.stories[index].page = index * edition.pages.count / edition.stories.count
        }
        return ReaderState(
            edition: edition, texts: Localization(language: "zh-Hans"), size: Size(columns: columns, rows: rows))
    }

    private func rows(_ area: Area, of frame: Frame) -> [String] {
        (area.row..<area.row + area.rows).map { row in
            frame[row: row].dropFirst(area.column).prefix(area.columns).map(\.text).joined()
        }
    }

    @Test(arguments: [(80, 24), (140, 40), (50, 30)])
    func `in the list of all stories a line names each page where it begins`(columns: Int, rows: Int) throws {
        var state = try state(columns: columns, rows: rows)
        var names: [String] = []
        for _ in 0..<40 {
            for row in self.rows(state.layout.stories, of: state.compose()) {
                guard let found = row.firstMatch(of: /─ (第\d版[^─]*) ─/) else { continue }
                if names.last != String(found.1), !names.contains(String(found.1)) { names.append(String(found.1)) }
            }
            _ = state.press(.down)
        }
        #expect(names.count == state.edition.pages.count && names.first?.hasPrefix("第1版") == true, "\(names)")
        // In a section there are none.
        _ = state.press(.left)
        _ = state.press(.down)
        _ = state.press(.right)
        #expect(!self.rows(state.layout.stories, of: state.compose()).contains { $0.contains("─ 第") })
    }

    @Test func `every row of the list belongs to one story or names a page`() throws {
        for rows in 6...40 {
            var state = try state(columns: 80, rows: rows)
            for _ in 0..<26 {
                let area = state.layout.stories
                let entries = state.storyEntries(area)
                var row = area.row
                for entry in entries {
                    if let page = entry.pageRow {
                        #expect(page == row)
                        row += 1
                    }
                    #expect(entry.rows.lowerBound == min(row, area.row + area.rows))
                    row = entry.rows.upperBound
                }
                let open = try #require(entries.first { $0.position == state.story })
                #expect(!open.rows.isEmpty)
                _ = state.press(.down)
            }
        }
    }

    @Test(arguments: [(159, false), (160, true)])
    func `from 160 columns on the first line of a story stands below its headline`(columns: Int, isThere: Bool) throws {
        let state = try state(columns: columns, rows: 40)
        let rows = rows(state.layout.stories, of: state.compose())
        let headline = try #require(rows.firstIndex { $0.contains("进山的班车") })
        #expect(rows[headline + 1].contains("11月17日7:30，砚浦汽车站") == isThere)
    }

    @Test func `a bar tells which part of a list is shown`() throws {
        var state = try state(columns: 80, rows: 24)
        func bar(_ area: Area) -> [Int] {
            let frame = state.compose()
            return (0..<area.rows).filter {
                Array(frame[row: area.row + $0])[area.column + area.columns - 1].text == "┃"
            }
        }
        let area = state.layout.stories
        let first = bar(area)
        let selected = Array(state.compose()[row: try #require(state.storyEntries(area).first).rows.lowerBound])
        #expect(selected[area.column + area.columns - 1].style == state.theme.selection)
        #expect(first.first == 0 && first.count < area.rows && !first.isEmpty)
        #expect(!bar(state.layout.sections).isEmpty)
        _ = state.press(.end)
        #expect(bar(area).last == area.rows - 1)
        // A list that is shown whole has none.
        _ = state.press(.left)
        _ = state.press(.down)
        _ = state.press(.down)
        #expect(bar(state.layout.stories).isEmpty)
    }

    @Test func `hits and editions have a bar too`() throws {
        var state = try state(columns: 80, rows: 24)
        for key in [Key.character("F"), .character("的"), .enter] { _ = state.press(key) }
        #expect(rows(state.layout.stories, of: state.compose()).contains { $0.hasSuffix("┃") })
        _ = state.press(.escape)
        state.show(editions: (0..<100).map { EditionEntry(id: $0, date: "2025-10-\(10 + $0 % 18)", name: "n\($0)") })
        #expect(rows(state.layout.lists, of: state.compose()).contains { $0.hasSuffix("┃") })
    }

    @Test(arguments: [40, 60])
    func `where one pane has the screen, the masthead names the chosen section`(columns: Int) throws {
        var state = try state(columns: columns, rows: 24)
        #expect(!state.mastheadTitle.contains("民生"))
        _ = state.press(.left)
        while state.sections[state.section].name != .named("民生") { _ = state.press(.down) }
        _ = state.press(.right)
        #expect(state.compose().text.prefix { $0 != "\n" }.contains("民生"))
        _ = state.press(.right)
        #expect(state.focus == .body && state.compose().text.prefix { $0 != "\n" }.contains("民生"))
    }

    private static let headlines = [
        "Fenwick Lane Museum trustees buy the old grain exchange, promise a roof by spring and free entry for all under twelve",
        "Harbour pilots vote to strike, citing night tides and unlit marks on the outer channel beyond Gull Point",
        "Mayor: no, we never said that the swimming baths would close, only that they would open on fewer days a week",
    ]

    @Test(arguments: [40, 50, 64, 70, 80, 100, 140])
    func `an English headline keeps its words and commas where it is cut`(columns: Int) {
        let edition = Edition(
            stories: Self.headlines.enumerated().map {
                Story(id: StoryID(UInt64($0.offset + 1)), headline: $0.element, body: [Block(.paragraph, "It rained.")])
            })
        let state = ReaderState(
            edition: edition, texts: Localization(language: "en"), size: Size(columns: columns, rows: 30))
        let entries = state.storyEntries(state.layout.stories)
        #expect(entries.count == Self.headlines.count)
        for (entry, headline) in zip(entries, Self.headlines) {
            let shown = entry.title.map(\.text).joined(separator: " ")
            if shown.hasSuffix("…") {
                #expect(headline.hasPrefix(shown.dropLast()), "\(shown)")
            } else {
                #expect(shown == headline)
            }
        }
    }
}
