import Newspaper

/// Where a story, or a part of one, was printed.
struct StoryPart: Hashable, Comparable {
    /// Index into the store's sheets.
    var sheet: Int32
    /// Index among the sheet's items.
    var item: Int32

    static func < (one: StoryPart, other: StoryPart) -> Bool {
        (one.sheet, one.item) < (other.sheet, other.item)
    }
}

/// The sources of an edition and where their sheets begin, so that any sheet can be parsed again by itself.
struct SheetStore {
    struct Place {
        var source: Int32
        /// Index into the edition's pages.
        var page: Int32
        var start: SheetStart
    }

    var sources: [PageSource] = []
    var places: [Place] = []
    var heads = PageHeads()

    /// The items of a sheet, parsed again.
    func parsed(_ sheet: Int32) -> ParsedSheet {
        withSheet(sheet, room: Labelling.Room()) { sheet, gathering in ParsedSheet(sheet, gathering) }
    }

    /// Calls the body with a sheet, parsed again, which is valid during the call only.
    func withSheet<Result>(_ sheet: Int32, room: Labelling.Room, _ body: (Sheet, Gathering) -> Result) -> Result {
        let place = places[Int(sheet)]
        return sources[Int(place.source)].utf8.withUnsafeBufferPointer { bytes in
            let sheet = Sheet(at: place.start, of: bytes, room: room)
            return body(sheet, Gathering(sheet))
        }
    }

    /// The story of the parts, in the order of print. Its id is not set.
    func story(_ parts: [StoryPart], _ parsed: (Int32) -> ParsedSheet) -> Story {
        var story = part(parts[0], of: parsed(parts[0].sheet))
        for later in parts.dropFirst() { JumpJoining.append(part(later, of: parsed(later.sheet)), to: &story) }
        return story
    }

    private func part(_ part: StoryPart, of sheet: ParsedSheet) -> Story {
        let place = places[Int(part.sheet)]
        let item = Int(part.item)
        return sources[Int(place.source)].utf8.withUnsafeBufferPointer { bytes in
            var story = StoryWriter(bytes, shape: sheet.shape).story(sheet.drafts[item], page: Int(place.page))
            story.section = sheet.sections[item] ?? heads.pages[story.page].name
            return story
        }
    }
}

/// The sheets parsed last, the very last one in front.
struct RecentSheets {
    private var sheets: [(number: Int32, sheet: ParsedSheet)] = []

    /// Enough for a story of four parts, or for one and its neighbours' pages.
    private static let capacity = 4

    mutating func find(_ number: Int32) -> ParsedSheet? {
        guard let place = sheets.firstIndex(where: { $0.number == number }) else { return nil }
        if place > 0 { sheets.insert(sheets.remove(at: place), at: 0) }
        return sheets[0].sheet
    }

    mutating func insert(_ sheet: ParsedSheet, number: Int32) {
        guard sheets.first?.number != number else { return }
        sheets.removeAll { $0.number == number }
        if sheets.count == Self.capacity { sheets.removeLast() }
        sheets.insert((number, sheet), at: 0)
    }
}
