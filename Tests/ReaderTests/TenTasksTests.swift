import Foundation
import Newspaper
import Screen
import TestSupport
import Testing
import Localization

@testable import Reader

/// How many keys ten everyday tasks take, from the screen that the sample edition opens with.
struct TenTasksTests {
    struct Task: Sendable, CustomTestStringConvertible {
        var name: String
        /// What was pressed before, and does not count.
        var before: [Key] = []
        var keys: [Key]
        /// How many newsboat 2.21 takes, with the sections as its feeds.
        var elsewhere: Int
        var isDone: @Sendable (ReaderState, [Effect]) -> Bool

        var testDescription: String { name }
    }

    static let tasks: [Task] = [
        Task(name: "read the lead", keys: [.enter], elsewhere: 2) { state, _ in
            state.story == 0 && state.focus == .body
        },
        Task(
            name: "read the first story of the second section", keys: [.left, .down, .down, .enter, .enter],
            elsewhere: 3
        ) {
            state, _ in
            state.section == 2 && state.story == state.sections[2].stories[0] && state.focus == .body
        },
        Task(name: "a screen on in the story", before: [.enter], keys: [.character(" ")], elsewhere: 1) { state, _ in
            state.place(in: 0) != .start
        },
        Task(
            name: "from a story's end on to the next unread", before: [.enter, .end], keys: [.character(" ")],
            elsewhere: 1
        ) { state, _ in
            state.story == 1 && state.focus == .body
        },
        Task(
            name: "find a word in all stories and see it in its sentence",
            keys: [.character("F"), .character("棋"), .enter], elsewhere: 4
        ) { state, _ in
            state.results?.entries.isEmpty == false && state.compose().text.contains("桥头棋摊")
        },
        Task(
            name: "find a word in the open story", before: [.enter],
            keys: [.character("/"), .character("县"), .enter], elsewhere: 3
        ) { state, _ in
            state.find?.hits.isEmpty == false && state.prompt == nil
        },
        Task(
            name: "mark a section of four read, and take it back",
            keys: [.left, .down, .character("A"), .character("u")], elsewhere: 7
        ) { state, effects in
            effects.count == 2 && state.unread(in: 0) == 26
        },
        Task(name: "star a story (newsboat: flag)", keys: [.character("s")], elsewhere: 4) { state, _ in
            state.marks.starred.count == 1
        },
        Task(name: "show the unread alone", keys: [.character("f")], elsewhere: 1) { state, _ in state.filter == .unread
        },
        Task(name: "leave from within a story", before: [.enter], keys: [.character("q")], elsewhere: 1) { _, effects in
            effects.last == .quit
        },
    ]

    @Test(arguments: tasks)
    func `each takes the keys that are said`(task: Task) throws {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "en"), size: Size(columns: 80, rows: 24))
        for key in task.before { _ = state.press(key) }
        #expect(!task.isDone(state, []))
        var effects: [Effect] = []
        for key in task.keys {
            effects += state.press(key)
            while state.isFinding { state.goOnFinding() }
        }
        let marks = effects.filter { if case .mark = $0 { true } else { $0 == .quit } }
        #expect(task.isDone(state, marks))
    }

    @Test func `the page of comparisons has the numbers`() throws {
        let page = projectRoot.appending(path: "Sources/broadsheet/broadsheet.docc/Comparison.md")
        let comparison = try String(contentsOf: page, encoding: .utf8)
        let rows = Self.tasks.map { "| \($0.name) | \($0.keys.count) | \($0.elsewhere) |" }
        let sum = Self.tasks.reduce((0, 0)) { ($0.0 + $1.keys.count, $0.1 + $1.elsewhere) }
        let table =
            "| keys for everyday tasks | Broadsheet | newsboat 2.21 |\n|---|---|---|\n" + rows.joined(separator: "\n")
            + "\n| all ten | \(sum.0) | \(sum.1) |\n"
        #expect(comparison.contains(table), "it should hold:\n\(table)")
    }
}
