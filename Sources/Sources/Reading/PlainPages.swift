import Newspaper
import PageText

/// Pages in whose text no story was found: each is one, without a headline, and its lines can be corrected.
struct PlainPages: StoryList {
    private let stories: StoriesInMemory
    /// For each story its page.
    private let sources: [PageSource]

    init(_ pages: [PageSource]) {
        let edition = Edition.plainText(of: pages)
        stories = StoriesInMemory(edition)
        sources = edition.stories.map { pages[$0.page] }
    }

    var title: String? { stories.title }
    var language: String? { stories.language }
    var pages: [Page] { stories.pages }
    var count: Int { stories.count }
    var sections: [Section] { stories.sections }
    var furniture: [String] { stories.furniture }
    func header(at position: Int) -> StoryHeader { stories.header(at: position) }
    func position(of id: StoryID) -> Int? { stories.position(of: id) }
    func story(at position: Int) -> Story? { stories.story(at: position) }

    func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? {
        defer { _ = progress(1, 1) }
        return sources[position].lines
    }
}
