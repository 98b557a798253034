/// Names by which the program's own books say what of a newspaper a part of a story is, and which are read in every book: classes of
/// elements, and names of `meta`.
package enum StoryMarkup {
    /// What is around a story's text. The first three count inside `header` alone.
    package enum Part: String, CaseIterable, Sendable {
        case kicker
        case deck
        case byline
        /// Jump lines: what the story continues, and where it goes on.
        case continued = "jump-from"
        case continues = "jump-to"
        /// A picture as it was printed: a caption, and in an element `credit` in it who took it.
        case photo = "printed-photo"
    }

    /// The class of the name in a caption.
    package static let credit = "photo-credit"
    /// What `meta` says of the story: its id, its kind, and somebody's credit ("reporter: 王嘉晨").
    package static let id = "broadsheet.id"
    package static let kind = "broadsheet.kind"
    package static let credited = "broadsheet.credit"
}
