import Newspaper

/// What filters make of stories that have just come: those that are shown and those that are not, and how they are marked.
struct FilteredDelivery {
    private(set) var shown: DayEditions.Delivery
    private(set) var hidden: DayEditions.Delivery
    private var read: Set<StoryID> = []
    private var starred: Set<StoryID> = []

    init(_ stories: [Story], from list: any StoryList, by filters: StoryFilters, now: Int64) {
        shown = DayEditions.Delivery([], from: list)
        hidden = shown
        for story in stories {
            let verdict = filters.verdict(on: story, now: now)
            var story = story
            story.isHighlighted = verdict.isHighlighted
            if let section = verdict.section {
                story.section = section
                shown.moved.insert(story.id)
                hidden.moved.insert(story.id)
            }
            if verdict.isRead { read.insert(story.id) }
            if verdict.isStarred { starred.insert(story.id) }
            if verdict.isHidden { hidden.stories.append(story) } else { shown.stories.append(story) }
        }
    }

    /// The marks of those that were filed; nil where there are none.
    func marks(of filed: [Story]) -> FetchRound.Event? {
        let ids = filed.map(\.id)
        let (read, starred) = (ids.filter(read.contains), ids.filter(starred.contains))
        return read.isEmpty && starred.isEmpty ? nil : .marked(read: read, starred: starred)
    }
}
