import Newspaper
import TextSearch

/// A rule of `sources.toml` about stories: what has to be true of a story, all of it, and what happens to it then.
package struct StoryFilter: Equatable, Sendable {
    /// What sort of story it is. Each is of one: of the first that is true of it.
    package enum Kind: String, CaseIterable, Sendable {
        /// It comes with a recording.
        case podcast
        /// It comes with a film.
        case video
        /// It is nothing but pictures and their captions.
        case picture
        /// One of a run of short items.
        case brief
        /// Anything else.
        case story
    }

    package enum Action: String, CaseIterable, Sendable { case hide, read, star, highlight }

    /// What is asked of all that the reader reads of it; as the search finds it.
    package var words: SearchQuery?
    /// What is asked of the names of its writers, as printed or as the feed gives them.
    package var author: SearchQuery?
    /// What it is filed under: its section or one of its tags, whole, in any width and case.
    package var section: FoldedWords?
    /// Minutes of reading (``ReadingTime``) that it takes more, or less, than.
    package var longerThan: Float?
    package var shorterThan: Float?
    /// Seconds since it was published that it is more than; of a story without a time it is never true.
    package var olderThan: Int?
    /// BCP 47: "zh" is also "zh-Hant" (RFC 4647, 3.3.1). Of a story whose language nobody says it is never true.
    package var language: String?
    package var kind: Kind?

    package var action: Action?
    /// The section that it is filed under instead.
    package var newSection: String?
    /// Its line in the file, from 1.
    package var line = 0

    /// A rule about no story.
    package init() {}

    /// Whether it asks for anything.
    var hasConditions: Bool {
        words != nil || author != nil || section != nil || longerThan != nil || shorterThan != nil || olderThan != nil
            || language != nil || kind != nil
    }

    /// Whether all that it asks for is true of a story.
    func holds(for story: inout FilteredStory, now: Int64) -> Bool {
        // What costs the least first.
        if let kind, story.kind != kind { return false }
        if let section, !story.sections.contains(section) { return false }
        if let language, !story.isWritten(in: language) { return false }
        if let olderThan {
            guard let published = story.published else { return false }
            let (age, overflow) = now.subtractingReportingOverflow(published)
            if overflow || age <= Int64(olderThan) { return false }
        }
        if let longerThan, story.minutes <= longerThan { return false }
        if let shorterThan, story.minutes >= shorterThan { return false }
        if let author, !author.matches(story.authors) { return false }
        if let words, !words.matches(story.words) { return false }
        return hasConditions
    }
}
