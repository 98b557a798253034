import Settings
import Newspaper
import Typesetting

/// What was searched for, and where the reader was before.
package struct SearchState: Sendable {
    /// The hits in the open story, all of them marked; nil where nothing is.
    var find: StoryFind?
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

    /// Another edition is read: what was found goes, what was typed stays. Searches are counted on, for hits of the edition
    /// before may still come.
    mutating func leaveEdition() {
        find = nil
        saved = nil
        origin = .start
    }
}

/// What was selected before a search, and where the lists stood.
struct SavedSelection: Sendable {
    /// By its name: its place may be another one when the list has changed.
    let section: ListedSection.Name
    let story: StoryID?
    let focus: Pane
    let firstStory: Int
    let firstSection: Int
}

extension ReaderState {
    mutating func saveSelection() {
        search.saved = SavedSelection(
            section: sections[lists.section].name, story: lists.openStory, focus: focus, firstStory: lists.firstStory,
            firstSection: lists.firstSection)
    }

    /// To where the reader was before they searched.
    ///
    /// - Parameter keeps: whether the next time leads there again.
    mutating func restoreSelection(keeps: Bool = false) {
        guard let saved = search.saved else { return }
        lists.section = sections.firstIndex { $0.name == saved.section } ?? 0
        open(saved.story.flatMap(stories.position(of:)))
        focus = saved.focus
        lists.firstStory = saved.firstStory
        lists.firstSection = saved.firstSection
        if !keeps { search.saved = nil }
        listAgain()
    }
}
