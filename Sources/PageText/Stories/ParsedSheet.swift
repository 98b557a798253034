import Newspaper

/// A sheet's items with all that is needed to write them as stories, and without its lines.
struct ParsedSheet {
    let shape: PageShape
    let drafts: [Draft]
    /// For each draft the rubric above it; nil where the page's name stands in.
    let sections: [String?]

    init(_ sheet: Sheet, _ gathering: Gathering) {
        shape = sheet.shape
        drafts = gathering.drafts
        let pictures = Self.pictureRubric(sheet, gathering)
        sections = gathering.drafts.map { draft in
            let rubric = draft.isPhoto ? draft.rubric ?? pictures : draft.rubric
            return rubric.map { sheet.text(sheet.lines[$0]) }
        }
    }

    /// The rubric that the page's pictures stand under.
    private static func pictureRubric(_ sheet: Sheet, _ gathering: Gathering) -> Int? {
        for draft in gathering.drafts where draft.isPhoto {
            if let rubric = draft.rubric, sheet.lines[rubric].clues.contains(.pictureRubric) { return rubric }
        }
        return nil
    }
}

/// Where a sheet begins in its source.
struct SheetStart {
    /// UTF-8 offset.
    var offset: Int
    /// Number of its first line.
    var line: Int
    /// Whether it begins a page; false for a further piece of a very long one.
    var startsPage: Bool
}

extension Sheet {
    /// Calls the body with each sheet of a source in order, until it returns false; returns whether all were read. A
    /// sheet's lines are valid during the call only.
    @discardableResult
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, room: Labelling.Room, _ body: (Sheet, SheetStart, _ end: Int) -> Bool
    ) -> Bool {
        var scanner = LineScanner(bytes, store: room.lines)
        var lines: ContiguousArray<TextLine> = []
        var isFirst = true
        while true {
            var start = SheetStart(offset: scanner.position, line: scanner.number, startsPage: isFirst)
            guard scanner.nextPage(into: &lines) else { return true }
            guard !lines.isEmpty else { continue }
            if scanner.startsPage { start.startsPage = true }
            isFirst = false
            guard body(Sheet(bytes, lines, room: room), start, scanner.position) else { return false }
        }
    }

    /// The one sheet that begins there.
    init(at start: SheetStart, of bytes: UnsafeBufferPointer<UInt8>, room: Labelling.Room) {
        var scanner = LineScanner(bytes, from: start.offset, number: start.line, store: room.lines)
        var lines: ContiguousArray<TextLine> = []
        _ = scanner.nextPage(into: &lines)
        self.init(bytes, lines, room: room)
    }
}
