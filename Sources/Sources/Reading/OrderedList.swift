import Newspaper

/// A list in another order: section by section, and within each as somebody has weighed the stories. Each section is a page of its
/// own, since what comes of many sources has no others.
package struct OrderedList: StoryList {
    private let base: any StoryList
    /// Positions in `base`.
    private let order: [Int32]
    /// Of each position in `base`, the position here.
    private let places: [Int32]
    /// Of each position here, its section.
    private let pageOf: [Int32]
    package let pages: [Page]
    package let sections: [Section]

    /// - Parameters:
    ///   - ranked: the stories by their weight, the heaviest first; those that are missing come last.
    ///   - date: "2026-03-05".
    package init(_ base: any StoryList, ranked: [StoryID], date: String?) {
        self.base = base
        var ranks: [StoryID: Int] = [:]
        for (rank, id) in ranked.enumerated() where ranks[id] == nil { ranks[id] = rank }
        let rank = (0..<base.count).map { ranks[base.header(at: $0).id] ?? .max }
        var order: [Int32] = []
        var (sections, pages, pageOf): ([Section], [Page], [Int32]) = ([], [], [])
        for section in base.sections {
            let first = Int32(order.count)
            // Those of one rank stay in their order.
            order += section.positions.sorted { (rank[Int($0)], $0) < (rank[Int($1)], $1) }
            pageOf += repeatElement(Int32(pages.count), count: section.positions.count)
            sections.append(Section(name: section.name, positions: Array(first..<Int32(order.count))))
            pages.append(Page(name: section.name, date: date))
        }
        (self.order, self.sections, self.pages, self.pageOf) = (order, sections, pages, pageOf)
        var places = [Int32](repeating: 0, count: base.count)
        for (place, position) in order.enumerated() { places[Int(position)] = Int32(place) }
        self.places = places
    }

    package var title: String? { base.lists.count == 1 ? base.title : nil }
    package var language: String? { base.language }
    package var count: Int { order.count }
    package var furniture: [String] { base.furniture }
    package var lists: [any StoryList] { base.lists }

    package func header(at position: Int) -> StoryHeader {
        var header = base.header(at: Int(order[position]))
        header.page = Int(pageOf[position])
        return header
    }

    package func position(of id: StoryID) -> Int? { base.position(of: id).map { Int(places[$0]) } }

    package func story(at position: Int) -> Story? {
        guard var story = base.story(at: Int(order[position])) else { return nil }
        story.move(toPage: Int(pageOf[position]))
        return story
    }

    package func positions(onPage page: Int) -> [Int] { sections[page].positions.map(Int.init) }

    package func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? {
        base.printedLines(ofStoryAt: Int(order[position]), progress: progress)
    }
}

/// The file in a folder of feeds that says in which order their stories are read: ids, the heaviest story's first, one on a line.
package enum StoryOrder {
    /// The file's name, which makes it none of the feeds.
    package static let name = ".order"
    /// Bytes of a file at most.
    package static let limit = 1 << 22

    /// The ids of a file; what is none is passed over.
    package static func read(_ bytes: [UInt8]) -> [StoryID] {
        bytes.split(separator: 0x0A).compactMap { StoryID(String(decoding: $0, as: UTF8.self)) }
    }

    /// The file of ids.
    package static func write(_ ids: [StoryID]) -> [UInt8] { ids.flatMap { Array($0.description.utf8) + [0x0A] } }
}
