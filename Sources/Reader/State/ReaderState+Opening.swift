import Newspaper
import TextSearch
import Typesetting

/// Another list, or the same one as it is now.
extension ReaderState {
    /// Opens another list; what the reader settled, and what they can undo, goes with them.
    mutating func open(
        _ list: any StoryList, marks: MarkedStories, places: [StoryID: ReadingPlace], page: Int?, last: StoryID?
    ) -> [Effect] {
        let effects: [Effect] = results == nil ? [] : [.stopSearch]
        stories = ReadingList(list, marks: marks)
        let filter = lists.filter
        lists = ListsState()
        lists.filter = filter
        body = BodyState(remembered: places)
        search.leaveEdition()
        overlays.keepOnly(HelpOverlay.self)
        screen.focus = .stories
        screen.isAlone = false
        screen.isBorrowing = false
        hasAskedForStarred = false
        message = nil
        progress = nil
        listAgain()
        measureSections()
        openFirst()
        if let page { return effects + goToPage(page) }
        goToLast(last)
        return effects
    }

    /// Selects the story that was read last, as far as it passes the filter.
    private mutating func goToLast(_ story: StoryID?) {
        if let position = story.flatMap(stories.position) { openNearest(to: position) }
    }

    /// Marks that were made elsewhere.
    mutating func adopt(_ marks: MarkedStories) {
        let (open, section) = (lists.openStory, lists.section)
        changeStories { $0.adopt(marks, keeping: open, in: section) }
        listAgain()
    }

    /// Adopts the list as it is now. The section, the story, the places in stories, what is marked and what was found stay,
    /// as far as they are still there.
    mutating func adopt(
        _ list: any StoryList, marks: MarkedStories, places: [StoryID: ReadingPlace], last: StoryID? = nil
    ) -> [Effect] {
        let old = self
        let row = position.flatMap(listing.firstIndex).map { $0 - lists.firstStory }
        let section = sections[lists.section].name
        let oldPosition = position
        body.remembered.merge(places) { mine, _ in mine }
        stories.adopt(list, marks: marks)
        keepPlaces(of: old)
        body.forgetSetStories()
        lists.section = sections.firstIndex { $0.name == section } ?? 0
        measureSections()
        if let filter = lists.listFilter { lists.listFilter = listFilter(filter.words, in: filter.pane) }
        listAgain()
        if position == nil {
            // The story is gone: what stands in its place now.
            lists.openStory = nil
            let near = oldPosition.map { min($0, stories.count - 1) }.flatMap { $0 >= 0 ? $0 : nil }
            open(near.flatMap { listing.contains($0) ? $0 : nil } ?? listing.first)
            closeWhatBelongsToOtherStories()
        } else if let position, !sections[lists.section].stories.contains(position) {
            lists.section = 0
            listAgain()
        }
        if stories.count == 0 { focus = .stories }
        recallPlace()
        // The list stands where it stood: the open story in the same row.
        if let row, let now = position.flatMap(listing.firstIndex) { lists.firstStory = max(0, now - max(0, row)) }
        if lists.isUntouched { goToLast(last) }
        adoptMap()
        return searchAgain()
    }

    /// Adopts the list after a line of its pages was corrected. Stories whose words are others now stay where and what they were,
    /// under the ids that they have; the raw page on which it was corrected stays open.
    mutating func adopt(
        corrected list: any StoryList, marks: MarkedStories, places: [StoryID: ReadingPlace],
        successors: [StoryID: StoryID]
    ) -> [Effect] {
        let raw = rawPage
        let row = position.flatMap(listing.firstIndex).map { $0 - lists.firstStory }
        for (old, new) in successors where body.places[new] == nil {
            if let place = body.places.removeValue(forKey: old), let position = stories.position(of: old) {
                body.remembered[new] = setStory(position).document.readingPlace(of: place)
            } else if let place = body.remembered[old] {
                body.remembered[new] = place
            }
        }
        undoing.follow(successors)
        if let new = lists.openStory.flatMap({ successors[$0] }), list.position(of: new) != nil {
            lists.openStory = new
        }
        let effects = adopt(list, marks: marks, places: places)
        if let row, let now = position.flatMap(listing.firstIndex) { lists.firstStory = max(0, now - max(0, row)) }
        guard let raw, let open = lists.openStory else { return effects }
        overlays.open(raw.of(open))
        return effects + [.rawPage(open)]
    }

    /// A place in a story that has changed is looked for by what stands there; its raw page and hits are those of the old
    /// words, and go.
    private mutating func keepPlaces(of old: ReaderState) {
        for (id, place) in old.body.places {
            guard let before = old.stories.position(of: id), let now = stories.position(of: id) else { continue }
            // What was shown lately is at hand; other stories are read only to compare them.
            guard let set = old.body.setStories.known(id) else {
                var header = stories.header(at: now)
                header.page = old.stories.header(at: before).page
                guard header != old.stories.header(at: before) else { continue }
                body.remembered[id] = old.setStory(before).document.readingPlace(of: place)
                body.places[id] = nil
                continue
            }
            var story = stories.story(at: now)
            story.move(toPage: set.document.story.page)
            guard story != set.document.story else { continue }
            let kept = set.document.readingPlace(of: place)
            let document = StoryDocument(story, texts: texts, settings: settings)
            body.places[id] = document.place(of: document.found(kept))
            guard id == lists.openStory else { continue }
            overlays.close(RawPageOverlay.self)
            search.find = nil
        }
    }

    /// To the first story of a page, by its place among the list's pages.
    mutating func goToPage(_ page: Int) -> [Effect] {
        guard let first = (0..<stories.ownCount).first(where: { stories.header(at: $0).page == page }) else {
            return []
        }
        let effects = show(first)
        if focus == .sections { focus = .stories }
        return effects
    }

    // MARK: - Starred stories

    /// What is wanted when their section is first gone to: the starred stories that are not of this list.
    mutating func starredWanted() -> [Effect] {
        guard sections[lists.section].name == .starred, !hasAskedForStarred else { return [] }
        hasAskedForStarred = true
        let wanted = stories.starred.filter { stories.position(of: $0) == nil }.sorted()
        return wanted.isEmpty ? [] : [.starredStories(wanted)]
    }

    /// Shows the starred stories of other editions, the newest paper first.
    mutating func insert(
        _ guests: [ReadingList.Guest], read: Set<StoryID>, places: [StoryID: ReadingPlace], missing: Int
    ) {
        var marks = stories.marks
        marks.read.formUnion(read)
        stories.insert(guests: guests.sorted { ($0.page.date ?? "") > ($1.page.date ?? "") })
        body.remembered.merge(places) { mine, _ in mine }
        adopt(marks)
        if missing > 0 { message = texts(.starredMissing, missing) }
        if position.map(listing.contains) != true, let first = listing.first { open(first) }
    }
}
