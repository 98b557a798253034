import Newspaper

/// The stories that are read: a list, after it the starred stories of other editions once they were asked for, what is
/// marked of them, and the counts that the screen shows, kept up to date with each mark.
package struct ReadingList: Sendable {
    /// A starred story of another edition.
    package struct Guest: Sendable {
        /// The story as it was kept when it was starred.
        package var story: Story
        /// The page that it stood on, with its date.
        package var page: Page
        /// The name of its paper; empty where nothing says.
        package var paper: String

        /// A story that was starred elsewhere.
        package init(story: Story, page: Page, paper: String) {
            self.story = story
            self.page = page
            self.paper = paper
        }
    }

    /// The list without the stories that were starred in other editions.
    package private(set) var base: any StoryList
    private var guests: [Guest] = []
    private var guestPositions: [StoryID: Int] = [:]
    /// 全部 first, then the list's own sections, the starred stories last where there are any.
    private(set) var sections: [ListedSection] = []
    /// The section of each of the list's own stories, as an index into `sections`.
    private var sectionOf: [Int32] = []
    private var unread = BitSet()
    /// The list's starred stories, and those of other editions.
    package private(set) var starred: Set<StoryID> = []
    /// Minutes that the list's own stories take, all of them and the unread ones.
    package private(set) var minutes: Double = 0
    private(set) var unreadMinutes: Double = 0

    init(_ base: any StoryList, marks: MarkedStories = MarkedStories()) {
        self.base = base
        adopt(base, marks: marks)
    }

    // MARK: - Stories

    /// Stories that are the list's own; those after them were starred in other editions.
    package var ownCount: Int { base.count }
    /// The list's own stories and those starred in other editions.
    package var count: Int { base.count + guests.count }

    /// What the lists show of a story; positions are below `count`.
    package func header(at position: Int) -> StoryHeader {
        position < base.count ? base.header(at: position) : guests[position - base.count].story.header
    }

    /// The whole story; where it can no longer be read, what its header tells.
    package func story(at position: Int) -> Story {
        if position >= base.count { return guests[position - base.count].story }
        if let story = base.story(at: position) { return story }
        let header = base.header(at: position)
        return Story(
            id: header.id, kind: header.kind, page: header.page, section: header.section,
            headline: header.hasHeadline ? header.title : nil)
    }

    func id(at position: Int) -> StoryID { header(at: position).id }

    /// Where a story stands; nil where it is in none of the lists.
    package func position(of id: StoryID) -> Int? {
        base.position(of: id) ?? guestPositions[id].map { $0 + base.count }
    }

    /// The page that a story stands on; nil where nothing says.
    package func page(at position: Int) -> Page? {
        if position >= base.count { return guests[position - base.count].page }
        let page = base.header(at: position).page
        return base.pages.indices.contains(page) ? base.pages[page] : nil
    }

    /// The day that a story is of.
    package func date(at position: Int) -> String? { page(at: position)?.date ?? base.date }

    /// The name of the paper that a story is of; empty where nothing says.
    package func paper(at position: Int) -> String {
        if position >= base.count { return guests[position - base.count].paper }
        return base.title ?? base.pages.first?.name ?? ""
    }

    // MARK: - Marks

    func isRead(_ position: Int) -> Bool { !unread[position] }
    func isStarred(_ position: Int) -> Bool { !starred.isEmpty && starred.contains(id(at: position)) }
    func isStarred(_ id: StoryID) -> Bool { starred.contains(id) }

    /// All marks of the stories here; for tests and for lists that replace this one.
    package var marks: MarkedStories {
        MarkedStories(read: Set((0..<count).lazy.filter(isRead).map(id)), starred: starred)
    }

    /// The next unread position of a range, or the last one of it.
    func unreadPosition(in range: Range<Int>, backwards: Bool = false) -> Int? {
        backwards ? unread.last(in: range) : unread.first(in: range)
    }

    /// Makes a mark, and adjusts the counts of the sections that the story stands in.
    mutating func apply(_ change: Change, keeping open: StoryID?, in section: Int) {
        switch change.kind {
        case .read:
            guard let position = position(of: change.story), isRead(position) != change.isSet else { return }
            unread[position] = !change.isSet
            let step = change.isSet ? -1 : 1
            if position < base.count {
                sections[0].unread += step
                if let index = sectionOf.isEmpty ? nil : sectionOf[position] { sections[Int(index)].unread += step }
                unreadMinutes += Double(step) * Double(base.header(at: position).minutes)
            }
            if let last = sections.indices.last, sections[last].name == .starred, last > 0,
                sections[last].stories.contains(position)
            {
                sections[last].unread += step
            }
        case .starred:
            if change.isSet { starred.insert(change.story) } else { starred.remove(change.story) }
            listStarred(keeping: open, in: section)
        }
    }

    /// Adopts all marks anew, as another program has made them.
    mutating func adopt(_ marks: MarkedStories, keeping open: StoryID?, in section: Int) {
        starred = marks.starred
        countUnread(marks)
        listStarred(keeping: open, in: section)
    }

    // MARK: - Other stories

    /// Replaces the list by what it is now, or by another; the guests stay, where the list has not got them itself.
    mutating func adopt(_ base: any StoryList, marks: MarkedStories) {
        // The marks are of the new list's stories; those of the guests are known here alone.
        var marks = marks
        for position in ownCount..<count where isRead(position) { marks.read.insert(id(at: position)) }
        self.base = base
        insert(guests: [])
        starred = marks.starred
        sections = [ListedSection(name: .all, stories: .range(0..<base.count))]
        let own = base.sections
        // A single section without a name says nothing that 全部 does not say.
        if own.count == 1, own[0].name == nil {
            sectionOf = []
        } else {
            sectionOf = [Int32](repeating: 0, count: base.count)
            for section in own {
                for position in section.positions { sectionOf[Int(position)] = Int32(sections.count) }
                sections.append(
                    ListedSection(
                        name: section.name.map(ListedSection.Name.named) ?? .unnamed,
                        stories: .chosen(section.positions)))
            }
        }
        minutes = 0
        for position in 0..<base.count { minutes += Double(base.header(at: position).minutes) }
        countUnread(marks)
        listStarred(keeping: nil, in: 0)
    }

    /// Adds starred stories of other editions; those that are here already are left out.
    mutating func insert(guests new: [Guest]) {
        let all = guests + new
        guests = []
        guestPositions = [:]
        for guest in all where base.position(of: guest.story.id) == nil && guestPositions[guest.story.id] == nil {
            guestPositions[guest.story.id] = guests.count
            guests.append(guest)
        }
    }

    private mutating func countUnread(_ marks: MarkedStories) {
        unread = BitSet(all: count)
        unreadMinutes = minutes
        for index in sections.indices { sections[index].unread = sections[index].stories.count }
        guard !marks.read.isEmpty else { return }
        for position in 0..<count where marks.read.contains(id(at: position)) {
            unread[position] = false
            guard position < base.count else { continue }
            sections[0].unread -= 1
            if !sectionOf.isEmpty { sections[Int(sectionOf[position])].unread -= 1 }
            unreadMinutes -= Double(base.header(at: position).minutes)
        }
    }

    /// The section of starred stories follows the marks. It goes with the last star, but not from under the reader, nor
    /// does the open story.
    mutating func listStarred(keeping open: StoryID?, in section: Int) {
        let last = sections.count - 1
        let isThere = sections[last].name == .starred
        let isOpen = isThere && section == last
        var positions = starred.compactMap { position(of: $0) }
        if isOpen, let open, !starred.contains(open), let position = position(of: open),
            sections[last].stories.contains(position)
        {
            positions.append(position)
        }
        positions.sort()
        if starred.isEmpty, !isOpen {
            if isThere { sections.removeLast() }
            return
        }
        if !isThere { sections.append(ListedSection(name: .starred, stories: .none)) }
        sections[sections.count - 1].stories = .chosen(positions.map(Int32.init))
        sections[sections.count - 1].unread = positions.count { unread[$0] }
    }
}
