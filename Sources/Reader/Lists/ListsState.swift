import Settings
import Newspaper
import TextSearch

/// Which stories the lists show, which of them is selected, and where the lists stand.
struct ListsState: Sendable {
    /// Index into the reading list's sections.
    var section = 0
    /// The selected story, which the body shows; nil only where there is none.
    var openStory: StoryID?
    var filter: Filter = .all
    /// The story that was open before filters hid it: it is open again when they let it.
    var hiddenStory: StoryID?
    /// A list that shows only what has the words.
    var listFilter: ListFilter?
    /// First entry shown in the list of sections and of stories; only their panes move them.
    var firstSection = 0
    var firstStory = 0
    /// Whether no key was pressed since the list was opened.
    var isUntouched = true
    /// The wheel moved a list: it stays where it is, even if the selected entry is out of sight, until the next key.
    var isWheeled = false
    /// The stories of the section that pass both filters, the open one left out of account.
    var passing = Positions.none
    /// Cells of the longest section's name, and of the longest count beside a name.
    var sectionCells = 0
    var countCells = 0
}

/// Which stories of a section are listed.
enum Filter: Sendable, CaseIterable {
    case all, unread, starred
}

/// Words that a list's entries must have: stories by their titles, sections by their names.
struct ListFilter: Sendable {
    let pane: Pane
    let words: String
    /// Positions of stories, or indices of sections.
    let shown: Positions
}

/// What a list shows: the stories that pass its filters, and the open one wherever it is in the section.
struct Listing: Sendable, RandomAccessCollection {
    let passing: Positions
    /// The open story's position where it does not pass, and the index at which it is listed.
    private let open: (position: Int, index: Int)?

    init(_ passing: Positions, open: Int? = nil) {
        self.passing = passing
        guard let open else {
            self.open = nil
            return
        }
        let (index, isThere) = passing.place(of: open)
        self.open = isThere ? nil : (open, index)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { passing.count + (open == nil ? 0 : 1) }

    subscript(index: Int) -> Int {
        guard let open else { return passing[index] }
        return index < open.index ? passing[index] : index == open.index ? open.position : passing[index - 1]
    }

    func firstIndex(of position: Int) -> Int? {
        if let open, open.position == position { return open.index }
        let (index, isThere) = passing.place(of: position)
        guard isThere else { return nil }
        return open.map { index >= $0.index ? index + 1 : index } ?? index
    }

    func contains(_ position: Int) -> Bool { firstIndex(of: position) != nil }
}
