import TextSearch

/// TextSearch in all stories.
extension ReaderState {
    mutating func findInEdition(_ words: String) {
        let kept = before
        goBack()
        before = kept
        find = nil
        results = SearchPattern(words).map { EditionFind($0, total: ownStories) }
        // Where one pane has the screen it is to be the one with the hits.
        if results != nil, focus == .sections { focus = .stories }
        goOnFinding(bytes: Self.atOnce)
    }

    /// UTF-8 bytes that are looked through before the next key: a few milliseconds.
    private static let atOnce = 1 << 20

    /// Whether there are stories that have not been looked through: `goOnFinding` is to be called until there are none.
    package var isFinding: Bool { results.map { !$0.isDone } ?? false }

    /// Looks through some more of the edition, whole stories until they have so many bytes.
    package mutating func goOnFinding(bytes: Int = ReaderState.atOnce) {
        guard var found = results, !found.isDone else { return }
        var left = bytes
        while left > 0, !found.isDone {
            let document = StoryDocument(edition.stories[found.searched], texts: texts, settings: settings)
            left -= document.parts.reduce(64) { $0 + $1.text.utf8.count }
            found.add(document.hits(of: found.pattern), of: found.searched)
        }
        let isFirst = results?.entries.isEmpty == true && !found.entries.isEmpty
        results = found
        if isFirst { show(result: 0) }
    }

    /// Selects a hit and shows its story there; the reader's place in it stays until they go in.
    mutating func show(result: Int) {
        guard var found = results, !found.entries.isEmpty else { return }
        found.selected = max(0, min(found.entries.count - 1, result))
        let entry = found.entries[found.selected]
        if !sections[section].stories.contains(entry.story) { section = 0 }
        story = entry.story
        let range = found.ofSelectedStory
        results = found
        find = StoryFind(
            story: entry.story, hits: found.entries[range].map(\.hit), current: found.selected - range.lowerBound)
        showCurrentHit()
    }

    mutating func goToResult(_ steps: Int) -> [Effect] {
        guard let results, !results.entries.isEmpty else { return [] }
        let count = results.entries.count
        show(result: (results.selected + steps % count + count) % count)
        return focus == .body ? settle() : []
    }

    /// Escape: first the search ends, then the list of hits.
    mutating func backFromResults() {
        if results?.isDone == false { results?.stop() } else { leaveResults() }
    }

    mutating func leaveResults() {
        results = nil
        find = nil
        goBack()
    }
}
