import Newspaper

/// The starred stories of all editions, in a section of their own.
extension ReaderState {
    /// Stories that are the edition's own; those after them were starred in others.
    var ownStories: Int { sections[0].stories.count }

    /// The section follows the marks. It goes with the last star, but not from under the reader, nor does the open story.
    mutating func listStarred() {
        let isOpen = sections[section].name == .starred
        let starred = edition.stories.indices.filter { index in
            marks.starred.contains(edition.stories[index].id) || isOpen && index == story
        }
        if let last = sections.indices.last, sections[last].name == .starred {
            if marks.starred.isEmpty, section != last {
                sections.removeLast()
            } else {
                sections[last].stories = starred
            }
        } else if !marks.starred.isEmpty {
            sections.append(SectionList(name: .starred, stories: starred))
        }
    }

    /// Takes marks that were made elsewhere.
    package mutating func take(_ marks: Marks) {
        let isNews = marks.starred != self.marks.starred
        self.marks = marks
        if isNews { listStarred() }
    }

    /// What is wanted when the section is first gone to: the starred stories that are not of this edition.
    mutating func starredWanted() -> [Effect] {
        guard sections[section].name == .starred, !hasAskedForStarred else { return [] }
        hasAskedForStarred = true
        let known = Set(edition.stories.map(\.id))
        let wanted = marks.starred.subtracting(known).sorted()
        return wanted.isEmpty ? [] : [.starredStories(wanted)]
    }

    /// Shows what was asked for with `Effect.starredStories`: editions of one story each, the newest paper first.
    package mutating func show(starred editions: [Edition], places: [StoryID: ReadingPlace], missing: Int) {
        for other in editions.sorted(by: { ($0.date ?? "") > ($1.date ?? "") }) {
            for var story in other.stories {
                story.page = edition.pages.count
                edition.pages.append(other.pages.first ?? Page())
                papers[story.page] = other.title ?? ""
                edition.stories.append(story)
            }
        }
        remembered.merge(places) { mine, _ in mine }
        listStarred()
        if missing > 0 { message = texts(.starredMissing, missing) }
        if story.map(listed.contains) != true { story = listed.first ?? story }
    }
}
