/// Stories in an order: an edition, a feed, what a search found. Lists are asked for what is on the screen and for one
/// open story, never for all of their text.
///
/// Every call answers within a frame (a few milliseconds), from any thread. No two stories of a list share an id.
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

    /// The header at a position, 0 … count − 1.
    func header(at position: Int) -> StoryHeader
    /// Where a story stands; nil for one that the list has not.
    func position(of id: StoryID) -> Int?
    /// The whole story at a position; nil where its words can no longer be read.
    func story(at position: Int) -> Story?
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
    /// Whether there is no story.
    package var isEmpty: Bool { count == 0 }

    /// The headers of a window; positions beyond the list are left out.
    package func headers(_ positions: Range<Int>) -> [StoryHeader] {
        positions.clamped(to: 0..<count).map(header)
    }

    /// The header of a story by its id; nil where it is not in the list.
    package func header(of id: StoryID) -> StoryHeader? { position(of: id).map(header) }

    /// A story by its id; nil where it is not in the list, or its text is gone.
    package func story(_ id: StoryID) -> Story? { position(of: id).flatMap(story) }

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

    /// A table of these headers, in their order.
    package init(_ headers: some Sequence<StoryHeader>) { for header in headers { append(header) } }

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
    /// The header at a position.
    package func header(at position: Int) -> StoryHeader { table[position] }
    /// Where a story is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { table.position(of: id) }
    /// The story at a position.
    package func story(at position: Int) -> Story? { edition.stories[position] }
}
