import Screen
import Settings
import TextSearch

/// The line at the foot of the screen, and what its words do while they are typed.
extension ReaderState {
    /// `/`: in the body to find in the story, in a list to narrow it, in the hits of all stories to find others.
    mutating func beginFind() {
        if focus == .body, story != nil {
            endResults()
            raw = nil
            origin = shownPlace
            openPrompt(.story)
        } else if results != nil {
            beginFindAll()
        } else {
            openPrompt(.list)
        }
    }

    /// `F`: to find in all stories.
    mutating func beginFindAll() {
        guard !edition.stories.isEmpty else { return }
        raw = nil
        openPrompt(.edition)
    }

    mutating func openPrompt(_ purpose: Prompt.Purpose) {
        if purpose != .command, before == nil || purpose != .edition {
            before = SavedSelection(
                section: section, story: story, focus: focus, firstStory: firstStory, firstSection: firstSection)
        }
        prompt = Prompt(purpose)
    }

    mutating func performInPrompt(_ key: Key) -> [Effect] {
        guard var prompt else { return [] }
        let words = prompt.words
        let history = prompt.purpose == .command ? commands : history
        switch key {
        case .enter: return accept(prompt)
        case .escape, .control("G"), .control("C"):
            cancel(prompt)
            return []
        case .backspace where words.isEmpty:
            cancel(prompt)
            return []
        case .control("L"): return [.redraw]
        case .character(let scalar): prompt.insert(CollectionOfOne(scalar))
        case .paste(let text): prompt.insert(text.unicodeScalars)
        case .backspace: prompt.deleteBackward()
        case .delete, .control("D"): prompt.deleteForward()
        case .control("U"): prompt.deleteToStart()
        case .control("W"): prompt.deleteWord()
        case .left, .control("B"): prompt.moveLeft()
        case .right, .control("F"): prompt.moveRight()
        case .home, .control("A"): prompt.moveToStart()
        case .end, .control("E"): prompt.moveToEnd()
        case .up, .control("P"): prompt.recall(-1, from: history)
        case .down, .control("N"): prompt.recall(1, from: history)
        default: return []
        }
        self.prompt = prompt
        if prompt.words != words { take(prompt) }
        return []
    }

    /// Shows what the words do.
    private mutating func take(_ prompt: Prompt) {
        switch prompt.purpose {
        case .story: findInStory(prompt.words)
        case .edition: findInEdition(prompt.words)
        case .list: narrow(to: prompt.words)
        case .command: break
        }
    }

    private mutating func accept(_ prompt: Prompt) -> [Effect] {
        self.prompt = nil
        if prompt.purpose == .command { return pipe(to: prompt.words) }
        var words = prompt.words
        if words.isEmpty, prompt.purpose != .list, let last = history.last {
            // Nothing but Enter: the same again.
            words = last
            if prompt.purpose == .story { findInStory(words) } else { findInEdition(words) }
        }
        if prompt.purpose != .list, !words.isEmpty {
            history.removeAll { $0 == words }
            history.append(words)
        }
        switch prompt.purpose {
        case .story:
            before = nil
            guard let find, !find.hits.isEmpty else {
                self.find = nil
                if !words.isEmpty { message = texts(.notFound, words) }
                return []
            }
            return settle()
        case .edition:
            guard let results, !results.entries.isEmpty || !results.isDone else {
                leaveResults()
                if !words.isEmpty { message = texts(.notFound, words) }
                return []
            }
            focus = .stories
            return []
        case .list:
            if listFilter?.shown.isEmpty == true {
                cancel(prompt)
                message = texts(.notFound, words)
            }
            before = nil
            return []
        case .command: return []
        }
    }

    private mutating func cancel(_ prompt: Prompt) {
        self.prompt = nil
        switch prompt.purpose {
        case .story:
            find = nil
            before = nil
        case .edition: leaveResults()
        case .list:
            listFilter = nil
            goBack()
        case .command: before = nil
        }
    }

    /// To where the reader was before they looked for something.
    mutating func goBack() {
        guard let before else { return }
        section = min(before.section, sections.count - 1)
        story = before.story
        focus = before.focus
        firstStory = before.firstStory
        firstSection = before.firstSection
        self.before = nil
    }
}

/// Lists that are narrowed.
extension ReaderState {
    private mutating func narrow(to words: String) {
        let pane: Pane = focus == .sections ? .sections : .stories
        listFilter = nil
        let kept = before
        goBack()
        before = kept
        guard let pattern = ListFilterPattern(words) else { return }
        if pane == .sections {
            let shown = sections.indices.filter { pattern.matches(sections[$0].title(in: texts)) }
            listFilter = ListFilter(pane: pane, words: words, shown: Set(shown))
            if let first = shown.first, !shown.contains(section) { select(section: first, keepsListFilter: true) }
        } else {
            let shown = edition.stories.indices.filter { pattern.matches(edition.stories[$0].listTitle ?? "") }
            listFilter = ListFilter(pane: pane, words: words, shown: Set(shown))
            if let first = listed.first, story.map(shown.contains) != true { story = first }
        }
    }
}
