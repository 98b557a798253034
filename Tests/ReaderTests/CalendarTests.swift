import Newspaper
import Screen
import TestSupport
import Testing
import Localization

@testable import Reader

/// `e`: the editions by month, and a page of one of them.
struct CalendarTests {
    private let entries: [EditionEntry] = {
        var entries = [
            ("2026-10-30", 26), ("2026-10-31", 14), ("2026-11-09", 26), ("2026-11-18", 31), ("2026-11-19", 0),
        ]
        .enumerated().map { id, day in
            EditionEntry(
                id: id, date: day.0, name: day.0, pages: [.init(number: "1"), .init(number: "2", name: "民生")],
                count: id == 2 ? nil : .init(unread: day.1, total: 31))
        }
        entries.append(
            EditionEntry(
                id: 5, date: "2026-11-20", name: "2026-11-20",
                pages: [
                    .init(number: "1", name: "要闻", count: .init(unread: 6, total: 6)),
                    .init(number: "2", name: "民生", count: .init(unread: 0, total: 12)),
                ], count: .init(unread: 6, total: 18), isOpen: true))
        entries.append(EditionEntry(id: 6, date: "2026-11-20", name: "北关晚报", pages: [.init(name: "extra")]))
        entries.append(EditionEntry(id: 7, name: "Sonderdruck", pages: [.init(name: "extra")]))
        return entries
    }()

    private func state(columns: Int = 80, rows: Int = 24, language: String = "zh-Hans") throws -> ReaderState {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: language),
            size: Size(columns: columns, rows: rows))
        #expect(state.press(.character("e")) == [.editions])
        state.show(editions: entries)
        return state
    }

    @Test(arguments: [(80, 24, "zh-Hans"), (140, 40, "zh-Hans"), (40, 12, "zh-Hans"), (80, 24, "en")])
    func `the calendar`(columns: Int, rows: Int, language: String) throws {
        var state = try state(columns: columns, rows: rows, language: language)
        expectGolden(state.picture, "screens/calendar-\(columns)x\(rows)-\(language)")
        _ = state.press(.end)
        let cursor = state.compose().cursor
        #expect(state.compose()[row: cursor.row].map(\.text).joined().contains("Sonderdruck"))
    }

    @Test func `days stand under their months, the latest first, those without one last, pages under the open one`()
        throws
    {
        let calendar = try #require(try state().calendar)
        #expect(
            calendar.rows.rows == [
                .month(year: 2026, month: 11), .edition(5), .page(5, 0), .page(5, 1), .edition(6), .edition(4),
                .edition(3),
                .edition(2), .month(year: 2026, month: 10), .edition(1), .edition(0), .undated, .edition(7),
            ])
        #expect(calendar.rows.selected == .edition(5))
    }

    @Test func `moving passes over headings, and ends where the list does`() throws {
        var state = try state()
        var seen: [CalendarRows.Row?] = [state.calendar?.rows.selected]
        for _ in 0..<20 {
            #expect(state.press(.down) == [])
            seen.append(state.calendar?.rows.selected)
        }
        #expect(!seen.contains { $0?.isHeading ?? true })
        #expect(Set(seen).count == 10 && seen.last == .edition(7))
        for _ in 0..<20 { _ = state.press(.up) }
        #expect(state.calendar?.rows.selected == .edition(5))
        _ = state.press(.end)
        #expect(state.calendar?.rows.selected == .edition(7))
        _ = state.press(.home)
        #expect(state.calendar?.rows.selected == .edition(5))
    }

    @Test func `Enter opens the day or the page, the arrow lists the pages first`() throws {
        var state = try state()
        for _ in 0..<4 { _ = state.press(.down) }
        #expect(state.calendar?.rows.selected == .edition(4))
        #expect(state.press(.right) == [])
        #expect(state.calendar?.rows.unfolded == 4)
        _ = state.press(.down)
        _ = state.press(.down)
        #expect(state.calendar?.rows.selected == .page(4, 1))
        _ = state.press(.left)
        #expect(state.calendar?.rows.selected == .edition(4) && state.calendar?.rows.unfolded == nil)
        _ = state.press(.right)
        _ = state.press(.down)
        #expect(state.press(.enter) == [.openEdition(4, page: 0)])
        #expect(state.calendar == nil)
        state.show(editions: entries)
        _ = state.press(.end)
        #expect(state.press(.enter) == [.openEdition(7, page: nil)])
    }

    @Test func `the arrow goes from the open day to its pages, and lists them again where they were folded up`() throws
    {
        var state = try state()
        #expect(state.press(.right) == [] && state.calendar?.rows.selected == .page(5, 0))
        state.press(.left)
        #expect(state.calendar?.rows.selected == .edition(5) && state.calendar?.rows.unfolded == nil)
        #expect(state.press(.right) == [] && state.calendar?.rows.unfolded == 5)
        #expect(state.press(.right) == [] && state.calendar?.rows.selected == .page(5, 0))
        // Its pages come when it has been looked through.
        var entries = entries
        entries[5].pages = []
        state.show(editions: entries)
        #expect(state.press(.right) == [] && state.calendar?.rows.selected == .edition(5))
    }

    @Test func `a page of the open edition is gone to without reading it again`() throws {
        var state = try state()
        var edition = state.edition
        edition.pages = (0..<4).map { Page(number: "\($0 + 1)") }
        for index in edition.stories.indices { edition.stories[index].page = index / 8 }
        state.receive(edition, marks: MarkedStories(), places: [:])
        _ = state.press(.down)
        _ = state.press(.down)
        #expect(state.press(.enter) == [])
        #expect(state.story == 8 && state.calendar == nil)
    }

    @Test func `Escape goes back to where the reader was, and nothing is marked`() throws {
        var state = try state()
        let before = (state.story, state.focus, state.marks)
        for _ in 0..<5 { _ = state.press(.down) }
        #expect(state.press(.escape) == [])
        #expect(state.calendar == nil && (state.story, state.focus) == (before.0, before.1) && state.marks == before.2)
    }

    @Test func `only what is on the screen is wanted, and what becomes known keeps the selection`() throws {
        var many = (0..<300).map { EditionEntry(id: $0, date: "2025-\(10 + $0 / 100)-\(10 + $0 % 18)", name: "n\($0)") }
        var state = try state()
        _ = state.press(.escape)
        state.show(editions: many)
        #expect(state.wantedCounts.count == 20)
        _ = state.press(.end)
        let wanted = state.wantedCounts
        #expect(wanted.count == 21 && !wanted.contains(299))
        for id in wanted { many[id].count = .init(unread: 1, total: 2) }
        let selected = state.calendar?.rows.selected
        let picture = state.compose().text
        many.append(EditionEntry(id: 300, date: "2026-01-01", name: "new"))
        state.show(editions: many)
        #expect(state.calendar?.rows.selected == selected && state.wantedCounts.isEmpty)
        #expect(state.compose().text != picture)
        many.removeAll { CalendarRows.Row.edition($0.id) == selected }
        state.show(editions: many)
        #expect(state.calendar?.rows.selected?.edition != nil)
        state.show(editions: [])
        _ = state.compose()
        #expect(state.press(.enter) == [] || state.calendar == nil)
    }

    @Test(arguments: [(1, 1), (7, 3), (30, 5), (64, 8), (110, 6)])
    func `no screen is too small for it`(columns: Int, rows: Int) throws {
        var state = try state(columns: columns, rows: rows)
        for key in [
            Key.down, .right, .down, .pageDown, .end, .home, .click(column: 3, row: 2), .wheelDown(column: 1, row: 1),
        ] {
            _ = state.press(key)
            #expect(state.compose().cells.count == columns * rows)
        }
    }

    @Test func `weekdays are those of the Gregorian calendar`() {
        #expect(CalendarOverlay.weekday(year: 2026, month: 11, day: 20) == 5)
        #expect(CalendarOverlay.weekday(year: 2000, month: 2, day: 29) == 2)
        #expect(CalendarOverlay.weekday(year: 1900, month: 3, day: 1) == 4)
    }

    @Test func `what takes long is announced, and Escape asks to stop it`() throws {
        var state = try state()
        state.progress = "正在读…… 第 3 个，共 90 个版面"
        #expect(state.compose().text.contains("第 3 个，共 90 个版面  Esc 取消"))
        #expect(state.press(.escape) == [.cancel])
        #expect(state.calendar != nil)
    }
}
