import Localization
import Newspaper
import Settings
import TextSearch
import Typesetting

/// Reading without a screen: a line is asked for, and what it asks for is printed, one line after another, in letters alone.
///
/// For screen readers, for terminals that can only print, and for programs. The state is the screen's own: marks are made and
/// taken back as there.
package struct LinearReading: Sendable {
    /// The reading screen that is read from.
    package private(set) var state: ReaderState
    /// Cells of a line.
    private let columns: Int
    /// The story that was read last: what `m` and `s` are for.
    private var current: Int?
    /// The editions as they were listed last, and the one of them that is wanted.
    private var editions: [EditionEntry] = []
    private var wantedEdition: Int?

    /// Begins with the list of sections.
    ///
    /// - Parameter columns: cells of a line, 20 at least.
    package init(state: ReaderState, columns: Int) {
        self.state = state
        self.columns = max(20, columns)
        // Blanks between words say nothing to the ear, and nothing can hang over an edge that is not there.
        self.state.appearance.settings.isJustified = false
        self.state.appearance.settings.hanging = .none
        self.state.appearance.settings.ambiguousWidth = .narrow
        self.state.appearance.settings.padsQuotes = false
        self.state.focus = .stories
    }

    /// What a line may be, as it is asked for: "number of a story, n next, …".
    package var prompt: String {
        let commands = LinearCommand.allCases.compactMap { command -> String? in
            guard let hint = command.hint(in: texts), let letter = command.letters(state.keymap).first else {
                return nil
            }
            return "\(letter) \(hint)"
        }
        let all = commands.reduce(texts(.linearNumber)) { texts(.linearJoin, $0, $1) }
        return texts(.linearPrompt, all) + " "
    }

    /// The paper and its stories, before anything is asked.
    package func open(write: (String) -> Void) {
        write(state.mastheadTitle + "\n")
        list(write: write)
    }

    /// Does what a line asks for, and writes what there is to say. The line is clean: it may be quoted.
    package mutating func answer(_ line: String, write: (String) -> Void) -> [Effect] {
        let words = line.split(separator: " ").map(String.init)
        guard let first = words.first else { return [] }
        if let number = Int(first), words.count == 1 { return read(number: number, write: write) }
        for command in LinearCommand.allCases {
            for letter in command.letters(state.keymap) {
                if first == letter { return perform(command, words.dropFirst().joined(separator: " "), write: write) }
                // Words to find may follow at once.
                if command == .find, first.hasPrefix(letter), letter == "/" {
                    return perform(command, String(line.drop { $0 == " " }.dropFirst()), write: write)
                }
            }
        }
        say(texts(.linearUnknown, line), write)
        return []
    }

    private var texts: Localization { state.texts }
    private var stories: ReadingList { state.stories }

    private func say(_ text: String, indent: Int = 0, _ write: (String) -> Void) {
        let style = ParagraphStyle(
            measure: columns, indent: indent, alignment: .ragged, hanging: .none, restoresPunctuation: false,
            padsQuotes: false)
        for line in typeset(text, style) { write(line.text + "\n") }
    }

    private mutating func perform(
        _ command: LinearCommand, _ argument: String, write: (String) -> Void
    ) -> [Effect] {
        switch command {
        case .next:
            guard let next = state.nextUnread(after: current) else {
                say(texts(.noUnread), write)
                return []
            }
            return read(next, write: write)
        case .mark, .star:
            guard let story = argument.isEmpty ? current : story(numbered: argument) else {
                say(argument.isEmpty ? texts(.linearNoStory) : texts(.linearUnknown, argument), write)
                return []
            }
            _ = state.show(story)
            let effects = command.action.map { state.perform($0) } ?? []
            write(texts(.linearJoin, story + 1, self.state(of: story)) + "\n")
            return effects
        case .undo:
            let effects = state.perform(.undo)
            if let message = state.message { say(message, write) }
            for case .mark(let changes) in effects {
                guard let story = changes.first.flatMap({ stories.position(of: $0.story) }) else { continue }
                write(texts(.linearJoin, story + 1, self.state(of: story)) + "\n")
            }
            return effects
        case .list: list(write: write)
        case .unread: list(onlyUnread: true, write: write)
        case .days:
            wantedEdition = Int(argument)
            if !argument.isEmpty, wantedEdition == nil {
                say(texts(.linearUnknown, argument), write)
                return []
            }
            return [.editions]
        case .links: return links(argument, write: write)
        case .find: find(argument, write: write)
        case .help: help(write: write)
        case .quit: return [.quit]
        }
        return []
    }

    private func story(numbered text: String) -> Int? {
        Int(text).flatMap { (1...max(1, stories.count)).contains($0) && stories.count > 0 ? $0 - 1 : nil }
    }

    // MARK: - Lists

    /// In a word, or two.
    private func state(of story: Int) -> String {
        let isStarred = stories.isStarred(story)
        let mark = texts(state.isRead(story) ? .stateRead : .stateUnread)
        return isStarred ? texts(.linearJoin, texts(.stateStarred), mark) : mark
    }

    private func title(of story: Int) -> String {
        let title = StoryPartWriter.spoken(
            Excerpt.beginning(of: stories.header(at: story).title ?? texts(.untitled)))
        return state.shortened(state.restored(title), to: 2 * columns)
    }

    /// Section by section, numbered as `broadsheet list` does.
    private func list(onlyUnread: Bool = false, write: (String) -> Void) {
        write(texts(.unread, state.unread(in: 0), stories.ownCount) + "\n")
        if stories.count == 0 { say(texts(.emptyEdition), write) }
        let sections = state.sections.filter { $0.name != .all && $0.name != .starred }
        for section in sections.isEmpty ? [state.sections[0]] : sections where !onlyUnread || section.unread > 0 {
            write("\n")
            if section.name != .all { say(section.title(in: texts), write) }
            for story in section.stories where story < stories.ownCount && !(onlyUnread && state.isRead(story)) {
                let about = state.about(story, joined: { texts(.linearJoin, $0, $1) })
                let words = texts(.linearEntry, story + 1, self.state(of: story), title(of: story))
                say(about.isEmpty ? words : texts(.linearJoin, words, about), indent: 4, write)
            }
        }
        write("\n")
    }

    private func help(write: (String) -> Void) {
        say(texts(.linearNumberHelp), write)
        for (letters, words) in Self.commands(in: texts, keymap: state.keymap) {
            say("\(letters)  \(words)", indent: 4, write)
        }
    }

    /// All that can be typed but numbers, and what it does.
    package static func commands(in texts: Localization, keymap: Keymap = .standard) -> [(
        letters: String, words: String
    )] {
        LinearCommand.allCases.compactMap { command in
            let letters = command.letters(keymap)
            return letters.isEmpty ? nil : (letters.joined(separator: " "), command.help(in: texts))
        }
    }

    /// The stories in which the words are, each with the first sentence that has them.
    private func find(_ words: String, write: (String) -> Void) {
        guard let pattern = SearchPattern(words) else {
            say(texts(.linearFindHelp), write)
            return
        }
        var isFound = false
        for story in 0..<stories.ownCount {
            let document = StoryDocument(
                stories.story(at: story), texts: texts, settings: state.settings, form: .linear)
            let hits = document.hits(of: pattern)
            guard let hit = hits.first else { continue }
            isFound = true
            say(texts(.linearEntry, story + 1, self.state(of: story), title(of: story)), indent: 4, write)
            let (start, sentence) = Excerpt.sentence(of: hit, in: document)
            let range = hit.range.lowerBound - start..<hit.range.upperBound - start
            let excerpt = Excerpt(sentence, hit: range, cells: columns - 4, settings: state.settings)
            write("    " + excerpt.glyphs.map(\.text).joined() + "\n")
        }
        if !isFound { say(texts(.notFound, words), write) }
    }

    // MARK: - Other days, and links

    /// Lists the editions that `Effect.editions` has asked for, the latest first, or asks for the one that is wanted.
    package mutating func show(editions entries: [EditionEntry], write: (String) -> Void) -> [Effect] {
        editions = entries.sorted { ($0.date ?? "", $1.id) > ($1.date ?? "", $0.id) }
        if let wanted = wantedEdition {
            wantedEdition = nil
            if editions.indices.contains(wanted - 1) { return [.openEdition(editions[wanted - 1].id, page: nil)] }
            say(editions.isEmpty ? texts(.noEditions) : texts(.linearNoDay, wanted, editions.count), write)
            return []
        }
        if editions.isEmpty { say(texts(.noEditions), write) }
        for (index, entry) in editions.enumerated() {
            var parts = [entry.date.map(state.localDate), entry.name == entry.date ? nil : entry.name].compactMap(
                \.self)
            if entry.isOpen { parts.append(texts(.linearOpenDay)) }
            let words = parts.dropFirst().reduce(parts.first ?? "") { texts(.linearJoin, $0, $1) }
            say(texts(.linearItem, index + 1, words), indent: 4, write)
        }
        return []
    }

    private func links(_ argument: String, write: (String) -> Void) -> [Effect] {
        guard let current else {
            say(texts(.linearNoStory), write)
            return []
        }
        let links = state.links(of: current)
        if links.isEmpty { say(texts(.noLink), write) }
        guard !argument.isEmpty, !links.isEmpty else {
            for (index, link) in links.enumerated() {
                say(texts(.linearItem, index + 1, link.shown), indent: 4, write)
            }
            return []
        }
        guard let number = Int(argument) else {
            say(texts(.linearUnknown, argument), write)
            return []
        }
        if links.indices.contains(number - 1) { return [.open(links[number - 1])] }
        say(texts(.linearNoLink, number, links.count), write)
        return []
    }

    // MARK: - A story

    private mutating func read(number: Int, write: (String) -> Void) -> [Effect] {
        guard let story = story(numbered: String(number)) else {
            say(texts(.linearNoNumber, number, stories.count), write)
            return []
        }
        return read(story, write: write)
    }

    /// Prints all of a story, and marks it as the settings say: who has it all before them has seen its end.
    private mutating func read(_ story: Int, write: (String) -> Void) -> [Effect] {
        current = story
        _ = state.show(story)
        let document = StoryDocument(
            stories.story(at: story), texts: texts, settings: state.settings, form: .linear)
        write("\n")
        document.forEachLine(measure: min(columns, state.settings.measure)) { write($0 + "\n") }
        let effects =
            state.markRead != .never && !state.isRead(story) ? state.markAsRead(stories.id(at: story)) : []
        write("\n")
        if let next = state.nextUnread(after: story) {
            say(texts(.nextStory, title(of: next)), write)
        } else {
            say(state.isFinished ? state.finished : texts(.noUnread), write)
        }
        return effects
    }
}
