import Settings
import TextSearch

/// A list that shows only what has the words: stories by their headlines, sections by their names.
struct ListFilter: Sendable {
    let pane: Pane
    let words: String
    /// Indices into the edition's stories, or into the sections.
    let shown: Set<Int>
}

/// Where the reader was before they looked for something: Escape goes back there.
struct SavedSelection: Sendable {
    let section: Int
    let story: Int?
    let focus: Pane
    let firstStory: Int
    let firstSection: Int
}
