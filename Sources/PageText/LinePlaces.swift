import Newspaper

/// Where the lines of a source stand on their sheets: of pages whose layout is known. Text has none, and takes no memory here.
struct LinePlaces: Sendable {
    private struct Line {
        /// UTF-8 offset at which it begins.
        var offset: Int
        /// Index into the sheets.
        var sheet: Int32
        /// Left, top, right, bottom; in points.
        var box: SIMD4<Float>
    }

    /// By ascending offset.
    private var lines: [Line] = []
    /// By the number of the line that they belong to.
    private var pictures: [Int: [Box]] = [:]
    private var sheets: [PageSheet] = []

    /// Nothing is known.
    init() {}

    mutating func add(_ sheet: PageSheet) { sheets.append(sheet) }

    /// Adds a line of the last sheet.
    mutating func add(_ line: LaidLine, at offset: Int) {
        guard let box = line.box, !sheets.isEmpty else { return }
        if !line.pictures.isEmpty { pictures[lines.count] = line.pictures }
        lines.append(
            Line(
                offset: offset, sheet: Int32(sheets.count - 1),
                box: SIMD4(Float(box.left), Float(box.top), Float(box.right), Float(box.bottom))))
    }

    /// The number of the line that an offset is in.
    private func line(at offset: Int) -> Int? {
        var range = lines.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range =
                lines[middle].offset <= offset ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound > 0 ? range.lowerBound - 1 : nil
    }

    private func box(of line: Int) -> Box {
        let box = lines[line].box
        return Box(left: Double(box[0]), top: Double(box[1]), right: Double(box[2]), bottom: Double(box[3]))
    }

    /// What the page is printed on whose text has a line at an offset.
    func sheet(at offset: Int) -> PageSheet? { line(at: offset).map { sheets[Int(lines[$0].sheet)] } }

    /// Where the lines of an item are; nil where that is not known.
    ///
    /// - Parameter page: index of the item's page in its edition.
    func place(of draft: StoryDraft, page: Int) -> StoryPlace? {
        guard !lines.isEmpty else { return nil }
        func known(_ spans: [TextSpan]) -> [Int] { spans.compactMap { line(at: $0.start) } }
        let headline = known(draft.headline)
        let all = known(draft.spans)
        guard let first = all.first else { return nil }
        let pictures = Set(all).sorted().flatMap { self.pictures[$0] ?? [] }
        let named = headline.isEmpty ? [all.min() ?? first] : headline
        func union(_ boxes: [Box]) -> Box { boxes.dropFirst().reduce(boxes[0]) { $0.union($1) } }
        return StoryPlace(
            page: page, box: union(all.map(box) + pictures), heading: union(named.map(box)), pictures: pictures)
    }
}
