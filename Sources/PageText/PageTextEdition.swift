import Newspaper
import Synchronization

/// The stories of printed pages as a list that keeps the pages' bytes and a header for each story, and not their text:
/// a story's page is parsed again when the story is asked for.
///
/// A story is the same to the letter as in `PageParser.edition(from:)`, but for the ids of those whose words an earlier
/// story has too (see `HeaderTable`). The last few parsed pages are kept, so that a neighbour costs nothing.
package final class PageTextEdition: StoryList {
    /// The paper's name, from the first banner; nil where no page says.
    package let title: String?
    /// BCP 47; nil where the text does not tell.
    package let language: String?
    private let store: PageStore
    private let table: HeaderTable
    /// Where each story begins, ascending.
    private let parts: [StoryPart]
    /// The further parts of the stories that a jump line continues, by position.
    private let laterParts: [Int: [StoryPart]]
    private let laterHeadings: [String]
    /// The stories that later parts belong to.
    private let laterPositions: [StoryPart: Int]
    private let recent: Mutex<RecentPages>

    /// The sources in page order, jumps joined.
    package convenience init(_ sources: [PageSource]) {
        var builder = Builder()
        for source in sources { builder.add(source) }
        self.init(builder)
    }

    init(_ builder: consuming Builder) {
        builder.makeOpenHeaders()
        title = builder.store.heads.title
        language = builder.language.tag
        table = builder.headers.table()
        parts = builder.parts
        laterParts = builder.laterParts
        laterHeadings = builder.laterHeadings
        var laterPositions: [StoryPart: Int] = [:]
        for (position, parts) in laterParts { for part in parts { laterPositions[part] = position } }
        self.laterPositions = laterPositions
        store = builder.store
        recent = Mutex(builder.recent)
    }

    /// The files that the stories come from, as they were added.
    package var sources: [PageSource] { store.sources }
    /// In the order of print.
    package var pages: [Page] { store.heads.pages }
    /// How many stories there are, joined ones once.
    package var count: Int { table.count }
    /// In the order in which they first come.
    package var sections: [Section] { table.sections }
    /// The lines that belong to the pages, in the order of print, then what is above the later parts of stories.
    package var furniture: [String] { store.furniture.map(store.text) + laterHeadings }
    /// The header at a position.
    package func header(at position: Int) -> StoryHeader { table[position] }
    /// Where a story is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { table.position(of: id) }

    /// The story at a position, read from its pages again.
    package func story(at position: Int) -> Story? {
        var story = store.story(parts(of: position).lazy.map { PartDraft($0, on: self.parsed($0.entry)) })
        story.id = table[position].id
        return story
    }

    /// The stories that begin on the page, and those that go on there.
    package func positions(onPage page: Int) -> [Int] {
        let later = laterParts.filter { $0.value.contains { store.entries[Int($0.entry)].page == page } }.keys
        return Set((0..<count).filter { table[$0].page == page }).union(later).sorted()
    }

    /// Where the story was printed, in the order of print.
    func parts(of position: Int) -> [StoryPart] { [parts[position]] + laterParts[position, default: []] }

    private func parsed(_ entry: Int32) -> ParsedPage {
        if let kept = recent.withLock({ $0.find(entry) }) { return kept }
        // Parsed without the lock: at worst two threads parse the same page.
        let parsed = store.parsed(entry)
        recent.withLock { $0.insert(parsed, entry: entry) }
        return parsed
    }

    /// What each line of the pages that the story is printed on was taken for, and why: the same as
    /// `PageParser.explanation(of:)` says about these pages, in order, without blank lines. Of a page that is read in
    /// pieces (see `PageParser.longestPage`), only the pieces that the story is in.
    ///
    /// - Parameter progress: called after each of the pages with how many of how many are done; returns whether to go on.
    ///   What was read until then is returned.
    package func explanation(
        ofStoryAt position: Int, progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
    ) -> [LineReading] {
        var readings: [LineReading] = []
        explain(pagesOfStoryAt: position, saysWhy: true, progress: progress) { _, _, new in readings += new }
        return readings
    }

    /// Calls the body with each of the pages that the story is printed on, with its source, and what each of its lines was
    /// taken for.
    func explain(
        pagesOfStoryAt position: Int, saysWhy: Bool, progress: (_ done: Int, _ total: Int) -> Bool,
        _ body: (LabeledPage, PageSource, [LineReading]) -> Void
    ) {
        let workspace = Workspace()
        let entries = Set(parts(of: position).map(\.entry)).sorted()
        for (number, entry) in entries.enumerated() {
            store.withPage(entry, workspace: workspace) { page, assembler in
                let source = Int(store.entries[Int(entry)].source)
                let readings = DecisionExplainer(page, workspace: workspace).readings(
                    assembler, of: store.sources[source], source: source, saysWhy: saysWhy
                ) { self.position(of: StoryPart(entry: entry, item: Int32($0))) }
                body(page, store.sources[source], readings)
            }
            guard progress(number + 1, entries.count) else { break }
        }
    }

    /// The story that a part belongs to.
    private func position(of part: StoryPart) -> Int {
        var range = parts.indices
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            if parts[middle] == part { return middle }
            range = parts[middle] < part ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        // A later part of another story.
        return laterPositions[part] ?? 0
    }
}
