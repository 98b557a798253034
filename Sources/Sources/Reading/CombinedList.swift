import Newspaper

/// Several lists one after another as one: their pages and sections together, and ids of their own for stories whose id an
/// earlier list has too.
package struct CombinedList: StoryList {
    private struct Part {
        var list: any StoryList
        var firstStory: Int
        var firstPage: Int
        /// Where all of its stories are filed; nil: where each says.
        var section: String?
    }

    private var parts: [Part] = []
    /// Stories in all of the lists.
    package private(set) var count = 0
    /// The pages of all lists; a list without any has one that is named after it.
    package private(set) var pages: [Page] = []
    /// Sections of one name are one.
    package private(set) var sections: [Section] = []
    private var sectionIndices: [String?: Int] = [:]
    private var positions = StoryPositions()
    /// The ids of stories that have another one in their own list.
    private var renamed: [Int32: StoryID] = [:]

    /// No list.
    package init() {}

    /// Lists in this order.
    package init(_ lists: [any StoryList]) { for list in lists { append(list) } }

    /// The lists as they were appended.
    package var lists: [any StoryList] { parts.map(\.list) }

    /// The furniture of all lists, in their order.
    package var furniture: [String] { parts.flatMap(\.list.furniture) }

    /// The list that a story is from, and its position there.
    package func origin(of position: Int) -> (list: any StoryList, position: Int) {
        let part = part(of: position)
        return (part.list, position - part.firstStory)
    }

    /// - Parameter section: where all of its stories are filed; nil: where each says.
    package mutating func append(_ list: any StoryList, section: String? = nil) {
        parts.append(Part(list: list, firstStory: count, firstPage: pages.count, section: section))
        name(after: list)
        // A feed has none, and its stories must not be on the next list's.
        pages += list.pages.isEmpty ? [Page(name: list.title)] : list.pages
        for position in 0..<list.count {
            let id = list.header(at: position).id
            let own = positions.add(id, at: Int32(count + position))
            if own != id { renamed[Int32(count + position)] = own }
        }
        if let section {
            file(Int32(count)..<Int32(count + list.count), in: section)
        } else {
            let first = Int32(count)
            for other in list.sections { file(other.positions.lazy.map { $0 + first }, in: other.name) }
        }
        count += list.count
    }

    private mutating func file(_ new: some Sequence<Int32>, in name: String?) {
        if let index = sectionIndices[name] {
            sections[index].positions += new
        } else {
            sectionIndices[name] = sections.count
            sections.append(Section(name: name, positions: Array(new)))
        }
    }

    // MARK: - StoryList

    /// The first title that a list of printed pages has; where there are none, one that is no feed, else any.
    package private(set) var title: String?
    /// The first language that one of the same lists has.
    package private(set) var language: String?
    /// What the lists are that the whole is named after.
    private var leading = Rank.feed

    private enum Rank: Int { case feed, saved, printed }

    private mutating func name(after list: any StoryList) {
        let rank: Rank = !list.pages.isEmpty ? .printed : list.feed == nil ? .saved : .feed
        if rank.rawValue > leading.rawValue { (leading, title, language) = (rank, nil, nil) }
        guard rank == leading else { return }
        title = title ?? list.title
        language = language ?? list.language
    }

    /// The header with the page, section and id that it has here.
    package func header(at position: Int) -> StoryHeader {
        let part = part(of: position)
        var header = part.list.header(at: position - part.firstStory)
        header.page += part.firstPage
        if let section = part.section { header.section = section }
        if let id = renamed[Int32(position)] { header.id = id }
        return header
    }

    /// Where a story is; nil for one that no list has.
    package func position(of id: StoryID) -> Int? { positions[id] }

    /// The stories of the list that the page is from.
    package func positions(onPage page: Int) -> [Int] {
        guard let part = parts.last(where: { $0.firstPage <= page }) else { return [] }
        return part.list.positions(onPage: page - part.firstPage).map { $0 + part.firstStory }
    }

    /// The story with the page, section and id that it has here.
    package func story(at position: Int) -> Story? {
        let part = part(of: position)
        guard var story = part.list.story(at: position - part.firstStory) else { return nil }
        story.move(toPage: story.page + part.firstPage)
        if let section = part.section { story.section = section }
        if let id = renamed[Int32(position)] { story.id = id }
        return story
    }

    private func part(of position: Int) -> Part {
        var range = parts.indices
        while range.count > 1 {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = parts[middle].firstStory <= position ? middle..<range.upperBound : range.lowerBound..<middle
        }
        return parts[range.lowerBound]
    }
}
