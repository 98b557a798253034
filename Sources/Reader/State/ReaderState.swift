import Localization
import Newspaper
import Screen
import Settings
import Typesetting

/// All that the reading screen knows: what is read, where the reader is in it, and what they have marked.
///
/// A value: `perform` gives the next one, `compose` its picture. What it does not depend on is the terminal.
package struct ReaderState: Sendable {
    /// The edition; after its own stories those that are starred in others, where they were asked for.
    package var edition: Edition
    /// The sections, 全部 first, the starred stories last.
    package var sections: [SectionList]
    /// The names of the papers that pages of other editions are of.
    var papers: [Int: String] = [:]
    var hasAskedForStarred = false
    package internal(set) var texts: Localization
    package internal(set) var theme: Theme
    /// How the reader wants it, as it was settled before this sitting.
    package internal(set) var preferences: Preferences
    var themeName: ThemeName
    /// What the terminal shows; without colours every theme is the plain one.
    let depth: ColorDepth
    package internal(set) var keymap: Keymap

    package var settings: ReadingSettings
    package var size: Size
    package var focus: Pane = .stories
    /// Index into `sections`.
    package var section = 0
    /// Index into the edition's stories; nil only where there is none.
    package var story: Int? {
        didSet {
            if raw?.story != story { raw = nil }
            if find?.story != story { find = nil }
        }
    }
    /// Whether the body is wanted in newspaper columns, and alone on the screen while it has the keys.
    package var wantsColumns: Bool
    package var isAlone = false
    package var paneSizes: PaneSizes
    package var filter: Filter = .all
    package var marks: Marks
    /// Where the reader is in each story that they opened.
    package var places: [StoryID: TextLayout.Place] = [:]
    /// Where they were when they last had it before them.
    var remembered: [StoryID: ReadingPlace]
    /// First entry shown in the list of sections and of stories; only their panes move them.
    var firstSection = 0
    var firstStory = 0
    /// The wheel moved a list: it stays where it is, even if the selected entry is out of sight, until the next key.
    var wheeled = false
    /// Stories that the reader just took back from the read ones: seeing their end again does not count at once.
    var justUnread: Set<StoryID> = []
    /// The pages' own text of the open story; nil while the story itself is shown.
    var raw: RawView?
    /// The line that the reader types at the foot of the screen; nil while there is none.
    package var prompt: Prompt?
    /// What was found in the open story; nil where nothing is marked.
    package var find: StoryFind?
    /// What was found in all stories, in place of the list of them.
    package var results: EditionFind?
    /// Whether finding has taken so long that its progress is to be told.
    package var showsProgress = false
    /// The list that shows less than there is.
    var listFilter: ListFilter?
    /// Where the reader was before they looked for something, and where in the story.
    var before: SavedSelection?
    var origin = TextLayout.Place.start
    /// The words that were looked for in this sitting, the latest last.
    var history: [String] = []
    /// The commands that the reader typed in this sitting, likewise.
    var commands: [String] = []
    /// The links to choose from; nil while they are not listed.
    package var links: LinkList?
    /// The editions to choose from; nil while they are not shown.
    package var calendar: Calendar?
    /// What takes long, and how far it has come; nil while nothing does.
    package var progress: String?
    /// First line shown of the help; nil while it is closed.
    package var help: Int?
    /// A word about what just happened or could not; gone with the next key.
    package var message: String?
    var undone: [[Change]] = []
    var done: [[Change]] = []
    var setStories = SetStories()
    var entries = EntryCache()
    /// Cells of the longest section's name.
    var sectionCells: Int { sections.map { cells(of: $0.title(in: texts)) }.max() ?? 0 }

    package init(
        edition: Edition, marks: Marks = Marks(), places: [StoryID: ReadingPlace] = [:], texts: Localization,
        preferences: Preferences = Preferences(), depth: ColorDepth = .direct, paneSizes: PaneSizes = PaneSizes(),
        size: Size
    ) {
        self.edition = edition
        self.marks = marks
        remembered = places
        self.texts = texts
        self.preferences = preferences
        self.depth = depth
        settings = preferences.reading
        wantsColumns = preferences.reading.columns
        themeName = preferences.theme
        theme = preferences.theme(preferences.theme, depth: depth)
        keymap = Keymap(preferences.keys)
        self.paneSizes = paneSizes
        self.size = size
        sections = SectionList.all(of: edition)
        story = edition.stories.indices.first
        listStarred()
    }

    /// What the list of stories shows: those of the section that pass the filter, and always the one that is open.
    package var listed: [Int] {
        var all = sections[section].stories
        if let listFilter, listFilter.pane == .stories { all.removeAll { !listFilter.shown.contains($0) } }
        switch filter {
        case .all: return all
        case .unread: return all.filter { $0 == story || !isRead($0) }
        case .starred: return all.filter { $0 == story || marks.starred.contains(edition.stories[$0].id) }
        }
    }

    /// The sections that are listed, as indices.
    var listedSections: [Int] {
        guard let listFilter, listFilter.pane == .sections else { return Array(sections.indices) }
        return sections.indices.filter(listFilter.shown.contains)
    }

    /// Where the reader is in a story: where they left it, in this sitting or an earlier one; where a hit is shown that
    /// they have not settled on, there.
    package func place(in story: Int) -> TextLayout.Place {
        if let find, find.story == story, let view = find.view { return view }
        let id = edition.stories[story].id
        if let place = places[id] { return place }
        guard let remembered = remembered[id] else { return .start }
        return setStory(story).document.place(of: remembered.found(in: edition.stories[story].body))
    }

    package func isRead(_ story: Int) -> Bool { marks.read.contains(edition.stories[story].id) }

    package func unread(in section: Int) -> Int {
        sections[section].stories.count { !isRead($0) }
    }

    /// That the whole edition is read: how many stories, and how long they take.
    var finished: String {
        texts(
            .editionFinished, ownStories, minutes { _ in true })
    }

    /// Minutes that the unread stories take; nil where none are, and for whole libraries, which are read through for it.
    var minutesLeft: Int? {
        guard ownStories <= 1000, unread(in: 0) > 0 else { return nil }
        return minutes { !isRead($0) }
    }

    /// Minutes that some of the edition's stories take together, at least one.
    private func minutes(of isCounted: (Int) -> Bool) -> Int {
        let exact = entries.exactMinutes { edition.stories[..<ownStories].map(\.exactMinutes) }
        return max(1, Int(exact.indices.reduce(0) { isCounted($1) ? $0 + exact[$1] : $0 }.rounded()))
    }

    /// The story after this one, in the section and then in the whole edition, that is unread; round the end once.
    package func nextUnread(after story: Int?, backwards: Bool = false) -> Int? {
        func search(_ stories: [Int]) -> Int? {
            let ordered = backwards ? stories.reversed() : stories
            guard let story, let place = ordered.firstIndex(of: story) else { return ordered.first { !isRead($0) } }
            return (ordered[(place + 1)...] + ordered[..<place]).first { !isRead($0) }
        }
        return search(sections[section].stories) ?? search(sections[0].stories)
    }
}

package enum Filter: Sendable, CaseIterable {
    case all, unread, starred
}

/// What the reader has marked, as far as the screen shows it.
package struct Marks: Sendable, Equatable {
    package var read: Set<StoryID>
    package var starred: Set<StoryID>

    package init(read: Set<StoryID> = [], starred: Set<StoryID> = []) {
        self.read = read
        self.starred = starred
    }
}

/// A mark made or taken back.
package struct Change: Sendable, Hashable {
    package enum Kind: Sendable { case read, starred }

    package var story: StoryID
    package var kind: Kind
    package var isSet: Bool
}

/// What the program has to do for the reader that the state alone cannot.
package enum Effect: Sendable, Equatable {
    case mark(Change)
    /// The reader's place in a story has moved.
    case place(StoryID, ReadingPlace)
    /// The pages' own text of a story is wanted; `ReaderState.show(_:of:)` takes it.
    case rawPage(Int)
    /// Starred stories of other editions are wanted; `ReaderState.show(starred:places:missing:)` takes them.
    case starredStories([StoryID])
    /// The reader has made a pane larger or smaller.
    case paneSizes(PaneSizes)
    /// The editions that there are are wanted; `ReaderState.show(editions:)` takes them.
    case editions
    /// Another edition is wanted, by its id, from a page on; `ReaderState.open(_:marks:places:page:)` takes it.
    case openEdition(Int, page: Int?)
    /// What takes long is to stop.
    case cancel
    /// Text for the clipboard.
    case copy(String)
    case open(Link)
    /// The reader's own command, to be run by their shell, and what it is to read.
    case pipe(command: String, text: String)
    case redraw
    case quit
}
