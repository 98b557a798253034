import Settings
import Newspaper
import Typesetting

/// What was searched for, and where the reader was before.
package struct SearchState: Sendable {
    /// The hits in the open story, all of them marked; nil where nothing is.
    package internal(set) var find: StoryFind?
    /// Where the reader was before they searched: Escape goes back there.
    var saved: SavedSelection?
    /// Where in the story a search began.
    var origin = TextLayout.Place.start
    /// The words that were searched for in this sitting, the latest last.
    var words: [String] = []
    /// The commands that the reader typed in this sitting, likewise.
    var commands: [String] = []
    /// Searches of all stories so far: what comes of an earlier one than the last is not wanted any more.
    var requests = 0

    init(words: [String] = [], commands: [String] = []) {
        self.words = words
        self.commands = commands
    }
}

/// What was selected before a search, and where the lists stood.
struct SavedSelection: Sendable {
    let section: Int
    let story: StoryID?
    let focus: Pane
    let firstStory: Int
    let firstSection: Int
}

extension ReaderState {
    mutating func saveSelection() {
        search.saved = SavedSelection(
            section: lists.section, story: lists.openStory, focus: focus, firstStory: lists.firstStory,
            firstSection: lists.firstSection)
    }

    /// To where the reader was before they searched.
    ///
    /// - Parameter keeps: whether the next time leads there again.
    mutating func restoreSelection(keeps: Bool = false) {
        guard let saved = search.saved else { return }
        lists.section = min(saved.section, sections.count - 1)
        open(saved.story.flatMap(stories.position(of:)))
        focus = saved.focus
        lists.firstStory = saved.firstStory
        lists.firstSection = saved.firstSection
        if !keeps { search.saved = nil }
        listAgain()
    }
}
