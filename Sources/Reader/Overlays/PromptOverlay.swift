import Screen
import Settings
import TextSearch
import Typesetting

/// A line that the reader types at the foot of the screen; what its words do shows while they are typed.
struct PromptOverlay: Overlay {
    private(set) var prompt: Prompt

    init(_ purpose: Prompt.Purpose) { prompt = Prompt(purpose) }

    var cover: OverlayCover { .foot }
    var keepsEscape: Bool { true }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        let words = prompt.words
        let history = prompt.purpose == .command ? state.search.commands : state.search.words
        switch key {
        case .enter: return accept(in: &state)
        case .escape, .control("G"), .control("C"): return cancel(in: &state)
        case .backspace where words.isEmpty: return cancel(in: &state)
        case .control("L"): return .stay([.redraw])
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
        default: return .stay()
        }
        guard prompt.words != words else { return .stay() }
        switch prompt.purpose {
        case .story: state.findInStory(prompt.words)
        case .list: state.filterList(by: prompt.words)
        case .edition: return .stay(state.searchAll(for: prompt.words))
        case .command: break
        }
        return .stay()
    }

    private func accept(in state: inout ReaderState) -> OverlayAnswer {
        var words = prompt.words
        var effects: [Effect] = []
        switch prompt.purpose {
        case .command: return .close(state.pipe(to: words))
        case .list:
            if state.lists.listFilter?.shown.isEmpty == true {
                _ = cancel(in: &state)
                state.message = state.texts(.notFound, words)
            }
            state.search.saved = nil
            return .close()
        case .story, .edition: break
        }
        if words.isEmpty, let last = state.search.words.last {
            // Nothing but Enter: the same again.
            words = last
            if prompt.purpose == .story { state.findInStory(words) } else { effects = state.searchAll(for: words) }
        }
        if !words.isEmpty {
            state.search.words.removeAll { $0 == words }
            state.search.words.append(words)
        }
        if prompt.purpose == .story {
            state.search.saved = nil
            if state.search.find?.hits.isEmpty == false { return .close(state.settle()) }
            state.search.find = nil
            if !words.isEmpty { state.message = state.texts(.notFound, words) }
            return .close()
        }
        guard let results = state.results, !results.hits.isEmpty || !results.isDone else {
            effects += state.leaveResults()
            if !words.isEmpty { state.message = state.texts(.notFound, words) }
            return .close(effects)
        }
        state.focus = .stories
        return .close(effects)
    }

    private func cancel(in state: inout ReaderState) -> OverlayAnswer {
        switch prompt.purpose {
        case .story:
            state.search.find = nil
            state.search.saved = nil
        case .edition: return .close(state.leaveResults())
        case .list:
            state.setListFilter(nil)
            state.restoreSelection()
        // What was found stays, and the way back from it.
        case .command: break
        }
        return .close()
    }

    // MARK: - Picture

    /// In the screen's last line, the hardware cursor in it; a long text moves so that the cursor is seen.
    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let columns = frame.size.columns
        let row = frame.size.rows - 1
        frame.fill(Area(column: 0, row: row, columns: columns, rows: 1), style: state.theme.text)
        let right = columns - 1 - state.composeStatus(row: row, leaving: 12, layout: layout, in: &frame)
        var column = min(1, columns - 1)
        let label = label(in: state)
        if state.cells(of: label) + 12 <= right {
            column +=
                frame.write(label, column: column, row: row, limit: right - column, style: state.theme.hintKey) + 1
        }
        let room = max(1, right - column)
        var before = clusters(of: prompt.before, ambiguousIsWide: state.settings.ambiguousIsWide)[...]
        var width = before.reduce(0) { $0 + $1.cells }
        while width >= room, let first = before.popFirst() { width -= first.cells }
        for cluster in before {
            frame.put(cluster.text, cells: cluster.cells, column: column, row: row, style: state.theme.text)
            column += cluster.cells
        }
        frame.write(prompt.after, column: column, row: row, limit: max(0, right - column), style: state.theme.text)
        frame.cursor(at: Area(column: column, row: row, columns: 1, rows: 1), where: true)
    }

    private func label(in state: ReaderState) -> String {
        switch prompt.purpose {
        case .story: state.texts(.promptStory)
        case .edition: state.texts(.promptEdition)
        case .list: state.texts(.promptList)
        case .command: state.texts(.promptCommand)
        }
    }
}

extension ReaderState {
    /// `/`: in the body to find in the story, in a list to filter it, in the results to search for something else.
    mutating func beginFind() -> [Effect] {
        if focus == .body, lists.openStory != nil {
            // Who looks for other words at a hit is reading there.
            let view = search.find?.view
            var effects = endResults()
            if let view, let position { effects += move(to: view, in: position) }
            overlays.close(RawPageOverlay.self)
            search.origin = shownPlace
            openPrompt(.story)
            return effects
        }
        if results != nil { beginFindAll() } else { openPrompt(.list) }
        return []
    }

    /// `F`: to search all stories.
    mutating func beginFindAll() {
        guard stories.count > 0 else { return }
        overlays.close(RawPageOverlay.self)
        openPrompt(.edition)
    }

    mutating func openPrompt(_ purpose: Prompt.Purpose) {
        if purpose != .command, search.saved == nil || purpose != .edition { saveSelection() }
        overlays.open(PromptOverlay(purpose))
    }

    /// Shows only the entries that have the words.
    mutating func filterList(by words: String) {
        let pane: Pane = focus == .sections ? .sections : .stories
        lists.listFilter = nil
        restoreSelection(keeps: true)
        guard let filter = listFilter(words, in: pane) else { return }
        lists.listFilter = filter
        listAgain()
        if pane == .sections {
            if let first = filter.shown.first, !filter.shown.contains(lists.section) {
                _ = select(section: first, keepsListFilter: true)
            }
        } else if position.map(filter.shown.contains) != true {
            openFirst()
        }
    }

    func listFilter(_ words: String, in pane: Pane) -> ListFilter? {
        guard let pattern = ListFilterPattern(words) else { return nil }
        let shown: [Int32] =
            pane == .sections
            ? sections.indices.lazy.filter { pattern.matches(sections[$0].title(in: texts)) }.map(Int32.init)
            : (0..<stories.count).lazy.filter { pattern.matches(stories.header(at: $0).title ?? "") }.map(Int32.init)
        return ListFilter(pane: pane, words: words, shown: .chosen(Array(shown)))
    }
}
