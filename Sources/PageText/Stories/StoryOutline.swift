import Newspaper

/// What a list shows of a story, and the lines that say where its other parts are.
struct StoryOutline {
    var header: StoryHeader
    /// The whole headline; the header's title may be shortened, or stand in for a headline.
    var headline: String?
    /// Of a story that has parts on other pages.
    var kicker: String?
    var deck: String?
    var continues: String?
    var continued: String?
}
