/// Stories in an order: an edition, a feed, what a search found. Lists are asked for what is on the screen and for one
/// open story, never for all of their text.
///
/// Every call answers from any thread, and within a frame (a few milliseconds) where nothing else is said. No two stories of a
/// list share an id.
package protocol StoryList: Sendable {
    /// The publication's name; nil where nothing says.
    var title: String? { get }
    /// BCP 47; nil where the text does not tell.
    var language: String? { get }
    /// The pages that headers and stories name by index.
    var pages: [Page] { get }
    var count: Int { get }
    /// The sections in the order in which the list first meets them.
    var sections: [Section] { get }
    /// What belongs to the pages and to no story; made at every call, in time linear in it.
    var furniture: [String] { get }
    /// What a feed says of itself; nil for what is no feed.
    var feed: FeedDetails? { get }
    /// The lists that it is made of; one that is made of none is its own.
    var lists: [any StoryList] { get }

    /// The header at a position, 0 … count − 1.
    func header(at position: Int) -> StoryHeader
    /// Where a story stands; nil for one that the list has not.
    func position(of id: StoryID) -> Int?
    /// The whole story at a position; nil where its words can no longer be read.
    func story(at position: Int) -> Story?

    /// The stories that a page holds, or a part of; ascending.
    func positions(onPage page: Int) -> [Int]

    /// The lines of the pages that a story is printed on; nil for one that was not printed. May take long: for jobs.
    ///
    /// - Parameter progress: called after each of the pages with how many of how many are done; returns whether to go on.
    ///   What was read until then is returned.
    func printedLines(ofStoryAt position: Int, progress: (_ done: Int, _ total: Int) -> Bool) -> [PrintedLine]?
}

/// The stories that one rubric, or one page's name, stands above.
package struct Section: Sendable, Equatable {
    /// nil for the stories that neither rubric nor page name files anywhere.
    package var name: String?
    /// Positions in the list, ascending.
    package var positions: [Int32]

    /// A section of that name; nil for stories without one.
    package init(name: String?, positions: [Int32] = []) {
        self.name = name
        self.positions = positions
    }
}

extension StoryList {
    /// No feed.
    package var feed: FeedDetails? { nil }

    /// Itself.
    package var lists: [any StoryList] { [self] }

    /// Nothing was printed.
    package func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? { nil }

    /// The stories that begin on the page.
    package func positions(onPage page: Int) -> [Int] { (0..<count).filter { header(at: $0).page == page } }

    /// The lines, however long it takes.
    package func printedLines(ofStoryAt position: Int) -> [PrintedLine]? {
        printedLines(ofStoryAt: position) { _, _ in true }
    }

    /// Whether there is no story.
    package var isEmpty: Bool { count == 0 }

    /// The day that the list is of: that of its first page that has one.
    package var date: String? { pages.lazy.compactMap(\.date).first }
}

/// Headers in order with what is asked of them: the part of a list that every list needs.
package struct HeaderTable: Sendable {
    /// In the order of the list.
    package private(set) var headers: [StoryHeader] = []
    /// In the order in which they first come.
    package private(set) var sections: [Section] = []
    private var positions = StoryPositions()
    private var sectionIndices: [String?: Int] = [:]
    /// The section of the last header: most stories have that of the story before.
    private var lastSection = 0

    /// A table without stories.
    package init() {}

    /// How many stories there are.
    package var count: Int { headers.count }

    /// The header at a position.
    package subscript(position: Int) -> StoryHeader { headers[position] }

    /// Where a story is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { positions[id] }

    /// Reserves memory for that many stories.
    package mutating func reserve(_ count: Int) {
        headers.reserveCapacity(count)
        positions.reserve(count)
    }

    /// Appends a header. Where an earlier one has its id already (the same words printed twice), it gets an id of its own,
    /// which is the same every time the list is made; returns the id that it has.
    @discardableResult
    package mutating func append(_ header: consuming StoryHeader) -> StoryID {
        let position = Int32(headers.count)
        header.id = positions.add(header.id, at: position)
        let section = section(named: header.section)
        sections[section].positions.append(position)
        // One copy of a name, however many stories have it.
        header.section = sections[section].name
        let id = header.id
        headers.append(header)
        return id
    }

    /// The index of a section, which is added if it is new.
    private mutating func section(named name: String?) -> Int {
        if lastSection < sections.count, sections[lastSection].name == name { return lastSection }
        lastSection = sectionIndices[name] ?? sections.count
        if lastSection == sections.count {
            sectionIndices[name] = lastSection
            sections.append(Section(name: name))
        }
        return lastSection
    }
}

/// A list of stories that are all in memory: a small feed, the stories of a test.
package struct StoriesInMemory: StoryList {
    /// What was read.
    package let edition: Edition
    private let table: HeaderTable

    /// Stories that share an id get ids of their own.
    package init(_ edition: Edition) {
        var edition = edition
        var table = HeaderTable()
        table.reserve(edition.stories.count)
        for index in edition.stories.indices { edition.stories[index].id = table.append(edition.stories[index].header) }
        self.edition = edition
        self.table = table
    }

    /// The publication's name.
    package var title: String? { edition.title }
    /// BCP 47; nil where the text does not tell.
    package var language: String? { edition.language }
    /// In the order of print.
    package var pages: [Page] { edition.pages }
    /// How many stories there are.
    package var count: Int { table.count }
    /// In the order in which they first come.
    package var sections: [Section] { table.sections }
    /// What belongs to the pages and to no story.
    package var furniture: [String] { edition.furniture }
    /// What a feed says of itself; nil for what is no feed.
    package var feed: FeedDetails? { edition.feed }
    /// The header at a position.
    package func header(at position: Int) -> StoryHeader { table[position] }
    /// Where a story is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { table.position(of: id) }
    /// The story at a position.
    package func story(at position: Int) -> Story? { edition.stories[position] }
}
