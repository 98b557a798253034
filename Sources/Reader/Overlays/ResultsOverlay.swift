import Newspaper
import Screen
import Settings
import TextSearch
import Typesetting

/// What was found in all stories, in the place of the list of stories: each hit in its sentence, below its story's title.
struct ResultsOverlay: Overlay {
    let words: String
    /// The number of the search whose hits these are.
    let request: Int
    /// In the order of print.
    private(set) var hits: [FoundHit] = []
    /// Stories that were searched, and how many there are.
    private(set) var searched = 0
    private(set) var total: Int
    private var showsProgress = false
    var selected = 0
    /// First hit shown; only the pane moves it.
    var first = 0
    /// The hit that was selected before the list changed: it is selected again where it is found again.
    private(set) var wanted: FoundHit?

    init(_ words: String, request: Int, total: Int, wanted: FoundHit? = nil) {
        self.words = words
        self.request = request
        self.total = total
        self.wanted = wanted
    }

    var isDone: Bool { searched >= total }
    var isFull: Bool { hits.count >= StorySearch.most }
    /// In per cent.
    var progress: Int { total == 0 ? 100 : searched * 100 / total }

    mutating func adopt(_ batch: SearchBatch) {
        hits += batch.hits
        searched = batch.searched
        total = batch.total
        showsProgress = batch.isSlow
    }

    /// What was found so far is all.
    mutating func stop() { searched = total }

    /// The hit that is wanted again was found, or will not be.
    mutating func forgetWanted() { wanted = nil }

    /// Whether a story's hits begin with a hit.
    func isFirstOfStory(_ place: Int) -> Bool { place == 0 || hits[place - 1].story != hits[place].story }

    /// The hits of the selected one's story.
    var ofSelectedStory: Range<Int> {
        let story = hits[selected].story
        var start = selected
        var end = selected + 1
        while start > 0, hits[start - 1].story == story { start -= 1 }
        while end < hits.count, hits[end].story == story { end += 1 }
        return start..<end
    }

    // MARK: - Keys

    var cover: OverlayCover { .stories }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        let area = state.layout.stories
        switch key {
        case .click(let column, let row), .doubleClick(let column, let row):
            guard area.contains(column: column, row: row) else { return .pass }
            state.focus = .stories
            guard let place = state.resultEntries(self, area).first(where: { $0.rows.contains(row) })?.place else {
                return .stay()
            }
            select(place, in: &state)
            if case .doubleClick = key { state.focus = .body }
            return .stay()
        case .wheelUp(let column, let row), .wheelDown(let column, let row):
            guard area.contains(column: column, row: row) else { return .pass }
            let step = if case .wheelUp = key { -3 } else { 3 }
            first = max(0, min(hits.count - 1, state.resultsTop(self, area) + step))
            state.lists.isWheeled = true
            return .stay()
        default: break
        }
        guard let action = state.keymap.action(for: key) else { return .pass }
        switch action {
        case .nextUnread, .previousUnread:
            guard state.search.find != nil else { return .pass }
            step(action == .nextUnread ? 1 : -1, in: &state)
            return .stay()
        default: break
        }
        guard state.focus == .stories else { return .pass }
        switch action {
        case .up: move(-1, in: &state)
        case .down: move(1, in: &state)
        case .pageUp: movePage(-1, in: &state)
        case .pageDown, .forward: movePage(1, in: &state)
        case .home: move(-.max, in: &state)
        case .end: move(.max, in: &state)
        case .enter:
            state.focus = .body
            return .stay()
        case .back:
            // First the search ends, then the list of hits.
            if isDone { return .close(state.leaveResults()) }
            stop()
            return .stay([.stopSearch])
        default: return .pass
        }
        return .stay()
    }

    private mutating func movePage(_ direction: Int, in state: inout ReaderState) {
        move(direction * max(1, state.resultEntries(self, state.layout.stories).count - 1), in: &state)
    }

    private mutating func move(_ steps: Int, in state: inout ReaderState) {
        select(ReaderState.moved(selected, by: steps, in: hits.count), in: &state)
    }

    /// To the next hit or the one before, round the end.
    private mutating func step(_ steps: Int, in state: inout ReaderState) {
        guard !hits.isEmpty else { return }
        select((selected + steps + hits.count) % hits.count, in: &state)
    }

    mutating func select(_ place: Int, in state: inout ReaderState) {
        guard !hits.isEmpty else { return }
        selected = max(0, min(hits.count - 1, place))
        state.show(
            hits[ofSelectedStory].map(\.hit), of: hits[selected].story, current: selected - ofSelectedStory.lowerBound)
    }

    func hints(of state: ReaderState) -> [Hint]? {
        guard state.focus == .stories else { return nil }
        return state.paneHints { action, word in
            switch action {
            case .back: state.texts(.hintLeave)
            case .nextUnread: state.search.find == nil ? word : state.texts(.hintNextHit)
            // What was searched for leaves less room, and is what the reader is after.
            case .forward, .toggleRead: nil
            default: word
            }
        }
    }

    func status(of state: ReaderState) -> OverlayStatus? {
        let count = "\(hits.isEmpty ? 0 : selected + 1)/\(hits.count)"
        let words =
            isFull ? count + "+" : isDone || !showsProgress ? count : state.texts(.finding, progress) + "  " + count
        return OverlayStatus(words: words, percent: state.percentShown(state.layout))
    }

    // MARK: - Picture

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.stories
        guard !area.isEmpty else { return }
        if hits.isEmpty {
            let text = isDone ? state.texts(.noHits) : state.texts(.finding, progress)
            frame.write(text, column: area.column + 1, row: area.row, limit: area.columns - 2, style: state.theme.muted)
        }
        let top = state.resultsTop(self, area)
        let entries = state.resultEntries(self, area)
        for (place, rows) in entries {
            compose(
                hits[place], hasTitle: hasTitle(place, from: top, area), isSelected: place == selected,
                Area(column: area.column, row: rows.lowerBound, columns: area.columns, rows: rows.count), of: state,
                to: &frame)
        }
        frame.writeScrollBar(area, first: top, shown: entries.count, of: hits.count, style: state.theme.border)
    }

    /// Hits of one story stand below its title; a low pane shows the hits alone.
    func hasTitle(_ place: Int, from top: Int, _ area: Area) -> Bool {
        area.rows >= 4 && (place == top || isFirstOfStory(place))
    }

    private func compose(
        _ hit: FoundHit, hasTitle: Bool, isSelected: Bool, _ area: Area, of state: ReaderState, to frame: inout Frame
    ) {
        let theme = state.theme
        let selection = state.focus == .stories ? theme.selection : theme.quietSelection
        if isSelected {
            frame.fill(area, style: selection)
            frame.cursor(at: area, where: state.focus == .stories)
        }
        frame.writeSelectionMark(isSelected, in: area, style: selection)
        let column = area.column + 3
        let limit = max(0, area.columns - 4)
        let position = state.stories.position(of: hit.story)
        let isRead = position.map(state.isRead) ?? true
        if !isRead, hasTitle || state.layout.stories.rows < 4 {
            frame.put(
                "●", cells: 1, column: area.column + 1, row: area.row, style: isSelected ? selection : theme.unread)
        }
        if hasTitle {
            let title = position.flatMap { state.stories.header(at: $0).title }
            let short = state.shortened(
                state.restored(Excerpt.beginning(of: title ?? state.texts(.untitled))), to: limit)
            let style = isSelected ? selection : isRead ? theme.muted : theme.headline
            frame.write(short, column: column, row: area.row, limit: limit, style: style)
            guard area.rows > 1 else { return }
        }
        let row = area.row + area.rows - 1
        let indent = state.layout.stories.rows >= 4 ? min(2, limit) : 0
        let excerpt = Excerpt(hit.sentence, hit: hit.range, cells: limit - indent, settings: state.settings)
        for glyph in excerpt.glyphs {
            frame.put(
                glyph.text, cells: glyph.cells, column: column + indent + glyph.column, row: row,
                style: isSelected ? selection : theme.muted)
        }
        let found = Area(
            column: column + indent + excerpt.hit.lowerBound, row: row, columns: excerpt.hit.count, rows: 1)
        frame.restyle(found) { $0 = isSelected ? theme.currentHit : theme.hit }
    }
}

/// Searching all stories.
extension ReaderState {
    mutating func searchAll(for words: String) -> [Effect] {
        restoreSelection(keeps: true)
        search.find = nil
        search.requests += 1
        guard let pattern = SearchPattern(words) else {
            overlays.close(ResultsOverlay.self)
            return [.stopSearch]
        }
        overlays.open(ResultsOverlay(words, request: search.requests, total: stories.ownCount))
        // Where one pane has the screen it is to be the one with the hits.
        if focus == .sections { focus = .stories }
        return [request(pattern)]
    }

    private func request(_ pattern: SearchPattern) -> Effect {
        .search(SearchRequest(number: search.requests, pattern: pattern, texts: texts, settings: settings))
    }

    /// Searches a list that has changed again.
    mutating func searchAgain() -> [Effect] {
        guard let results, let pattern = SearchPattern(results.words) else { return [] }
        search.requests += 1
        let wanted = results.hits.indices.contains(results.selected) ? results.hits[results.selected] : nil
        overlays.open(ResultsOverlay(results.words, request: search.requests, total: stories.ownCount, wanted: wanted))
        return [request(pattern)]
    }

    /// Adopts what a search has found since.
    mutating func adopt(_ batch: SearchBatch) {
        guard var results, results.request == batch.number, !results.isDone else { return }
        let isFirst = results.hits.isEmpty && !batch.hits.isEmpty
        results.adopt(batch)
        if let wanted = results.wanted,
            let place = results.hits.firstIndex(where: { $0.story == wanted.story && $0.hit == wanted.hit })
        {
            results.forgetWanted()
            results.select(place, in: &self)
        } else if isFirst, results.wanted == nil || search.find == nil {
            results.select(0, in: &self)
        }
        let changed = results
        overlays.update(ResultsOverlay.self) { $0 = changed }
        keepListsInSight()
        // The words were accepted before it was known that nothing has them.
        if results.isDone, results.hits.isEmpty, prompt == nil {
            _ = leaveResults()
            message = texts(.notFound, results.words)
        }
    }

    /// Shows a hit in its story; the reader's place in it stays until they go in.
    mutating func show(_ hits: [Hit], of story: StoryID, current: Int) {
        guard let position = stories.position(of: story) else { return }
        if !sections[lists.section].stories.contains(position) {
            lists.section = 0
            listAgain()
        }
        open(position)
        search.find = StoryFind(story: story, hits: hits, current: current)
        showCurrentHit()
    }

    mutating func leaveResults() -> [Effect] {
        overlays.close(ResultsOverlay.self)
        search.find = nil
        search.requests += 1
        restoreSelection()
        return [.stopSearch]
    }

    /// The reader went elsewhere from the results.
    mutating func endResults() -> [Effect] {
        guard results != nil else { return [] }
        overlays.close(ResultsOverlay.self)
        search.saved = nil
        search.find = nil
        search.requests += 1
        return [.stopSearch]
    }

    // MARK: - Where the results stand

    /// The first hit shown: as little moved as keeps the selected one in sight.
    func resultsTop(_ results: ResultsOverlay, _ area: Area) -> Int {
        guard area.rows > 0, !results.hits.isEmpty else { return 0 }
        let last = resultsTop(endingAt: results.hits.count - 1, results, area)
        if lists.isWheeled { return min(results.first, last) }
        let top = min(results.first, results.selected, last)
        return max(top, resultsTop(endingAt: results.selected, results, area))
    }

    /// The first hit of a pane whose last one is `end`.
    private func resultsTop(endingAt end: Int, _ results: ResultsOverlay, _ area: Area) -> Int {
        var top = end
        var rows = results.hasTitle(end, from: end, area) ? 2 : 1
        while top > 0 {
            // The title above the first one moves up with it.
            if !results.isFirstOfStory(top), results.hasTitle(top, from: top, area) { rows -= 1 }
            rows += results.hasTitle(top - 1, from: top - 1, area) ? 2 : 1
            if rows > area.rows { break }
            top -= 1
        }
        return top
    }

    /// The hits on the screen, each with its rows; those below the pane are left out.
    func resultEntries(_ results: ResultsOverlay, _ area: Area) -> [(place: Int, rows: Range<Int>)] {
        let top = resultsTop(results, area)
        var entries: [(place: Int, rows: Range<Int>)] = []
        var row = area.row
        for place in results.hits.indices.dropFirst(top) {
            guard row < area.row + area.rows else { break }
            let end = row + (results.hasTitle(place, from: top, area) ? 2 : 1)
            entries.append((place, row..<min(end, area.row + area.rows)))
            row = end
        }
        return entries
    }
}
