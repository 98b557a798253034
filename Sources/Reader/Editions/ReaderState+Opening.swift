import TextSearch
import Newspaper
import Typesetting

/// Another edition, or the same as its pages are now.
extension ReaderState {
    /// Opens another edition; what the reader settled, and what they can undo, goes with them.
    ///
    /// - Parameter page: the one to begin with, by its place in the edition.
    package mutating func open(
        _ other: Edition, marks: Marks, places: [StoryID: ReadingPlace], page: Int? = nil
    ) {
        var next = ReaderState(
            edition: other, marks: marks, places: places, texts: texts, preferences: preferences, depth: depth,
            paneSizes: paneSizes, size: size)
        next.themeName = themeName
        next.theme = theme
        next.settings = settings
        next.wantsColumns = wantsColumns
        next.filter = filter
        next.history = history
        next.commands = commands
        next.done = done
        next.undone = undone
        next.help = help
        self = next
        story = listed.first
        if let page { goToPage(page) }
    }

    /// Takes the edition as its pages are now. The section, the story, the places in stories, what is marked and what is
    /// found stay, as far as they are still there.
    package mutating func take(_ new: Edition, marks: Marks, places newPlaces: [StoryID: ReadingPlace]) {
        let old = self
        let map = Self.map(old.edition.stories[..<old.ownStories], to: new.stories)
        func isSame(_ index: Int) -> Bool {
            guard let target = map[index] else { return index >= old.ownStories }
            var story = new.stories[target]
            story.page = old.edition.stories[index].page
            return story == old.edition.stories[index]
        }
        // A place in a story that has changed is looked for by what stands there.
        remembered.merge(newPlaces) { mine, _ in mine }
        for (index, story) in old.edition.stories.enumerated() where !isSame(index) {
            guard let place = places.removeValue(forKey: story.id) else { continue }
            remembered[story.id] = old.setStory(index).document.readingPlace(of: place, in: story.body)
        }
        let shift = new.stories.count - old.ownStories
        func moved(_ index: Int) -> Int? { index < old.ownStories ? map[index] : index + shift }

        edition = new
        papers = [:]
        for story in old.edition.stories[old.ownStories...] {
            var story = story
            let page = story.page
            story.page = edition.pages.count
            edition.pages.append(old.edition.pages.indices.contains(page) ? old.edition.pages[page] : Page())
            papers[story.page] = old.papers[page]
            edition.stories.append(story)
        }
        self.marks = marks
        setStories = SetStories()
        entries = EntryCache()
        let name = old.sections[old.section].name
        section = 0
        sections = SectionList.all(of: new)
        listStarred()
        section = sections.firstIndex { $0.name == name } ?? 0
        let target = old.story.flatMap(moved) ?? old.story.map { min($0, edition.stories.count - 1) }
        story = target.flatMap { $0 >= 0 ? $0 : nil } ?? listed.first
        if let story, !sections[section].stories.contains(story) { section = 0 }

        if let index = old.story, let story, isSame(index) {
            raw = old.raw.map { RawView(story: story, page: $0.page, place: $0.place) }
            if let kept = old.find, kept.story == index {
                find = StoryFind(story: story, hits: kept.hits, current: kept.current, view: kept.view)
            }
        }
        if let kept = old.before {
            before = SavedSelection(
                section: min(kept.section, sections.count - 1), story: kept.story.flatMap(moved), focus: kept.focus,
                firstStory: kept.firstStory, firstSection: kept.firstSection)
        }
        listFilter = old.listFilter.flatMap(narrowed)
        if old.results != nil { findAgain(old) }
        // The list stands where it stood: the open story in the same row.
        if let story, let now = listed.firstIndex(of: story), let index = old.story,
            let place = old.listed.firstIndex(of: index)
        {
            firstStory = max(0, now - max(0, place - old.firstStory))
        }
        if edition.stories.isEmpty { focus = .stories }
    }

    /// Where each story stands now, by its id; of several that are alike the nearest.
    private static func map(_ old: ArraySlice<Story>, to new: [Story]) -> [Int: Int] {
        var known: [StoryID: [Int]] = [:]
        for (index, story) in new.enumerated() { known[story.id, default: []].append(index) }
        var map: [Int: Int] = [:]
        for (index, story) in zip(old.indices, old) {
            map[index] = known[story.id]?.min { abs($0 - index) < abs($1 - index) }
        }
        return map
    }

    private func narrowed(_ old: ListFilter) -> ListFilter? {
        guard let pattern = ListFilterPattern(old.words) else { return nil }
        let shown =
            old.pane == .sections
            ? sections.indices.filter { pattern.matches(sections[$0].title(in: texts)) }
            : edition.stories.indices.filter { pattern.matches(edition.stories[$0].listTitle ?? "") }
        return ListFilter(pane: old.pane, words: old.words, shown: Set(shown))
    }

    /// Looks through all stories again; the hit that was selected is selected again where it is found at once.
    private mutating func findAgain(_ old: ReaderState) {
        guard let results = old.results else { return }
        let selected = results.entries.indices.contains(results.selected) ? results.entries[results.selected] : nil
        self.results = EditionFind(results.pattern, total: ownStories)
        goOnFinding()
        guard let selected, var again = self.results else { return }
        let id = old.edition.stories[selected.story].id
        guard
            let place = again.entries.firstIndex(where: {
                $0.hit == selected.hit && edition.stories[$0.story].id == id
            })
        else { return }
        again.selected = place
        again.first = max(0, place - (results.selected - results.first))
        self.results = again
        show(result: place)
    }
}
