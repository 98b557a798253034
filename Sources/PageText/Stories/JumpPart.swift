import Newspaper

/// The jump lines of one printed part of a story.
struct JumpPart {
    /// Number of the part, ascending in the order of print.
    var story: Int
    var headline: String?
    var continues: String?
    var continued: String?
}

extension JumpPart {
    init(_ part: Story, story: Int) {
        self.init(story: story, headline: part.headline, continues: part.continues, continued: part.continued)
    }
}
