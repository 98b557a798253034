import Newspaper

/// Writes the blocks of a story as XHTML: lists and quotations in each other as their levels say.
struct BlockMarkup {
    private(set) var text = XMLText()
    /// The rank of the story's headline; crossheads are below it.
    private let rank: Int
    private let pictures: PictureMarkup
    private var open: [Container] = []

    /// What blocks are in.
    private struct Container: Equatable {
        enum Kind: Equatable {
            case quotation, bullets, definitions
            /// A list whose items are counted: in numbers, or in letters of a type.
            case numbers(type: String?)
            /// A list whose marks are part of the text.
            case plain
        }

        var kind: Kind
        /// The element of its item that is open; nil where none is.
        var item: String?

        var isList: Bool { kind != .quotation }
    }

    init(rank: Int, pictures: PictureMarkup) {
        self.rank = rank
        self.pictures = pictures
    }

    /// Writes blocks in their order, whole.
    mutating func append(_ blocks: [Block]) {
        for block in blocks { append(block) }
        close(downTo: 0)
    }

    private mutating func append(_ block: Block) {
        switch block.kind {
        case .paragraph:
            close(downTo: 0)
            append("p", block)
        case .crosshead:
            close(downTo: 0)
            append("h\(min(6, rank + max(1, block.level)))", block)
        case .quotation:
            begin(Array(repeating: .quotation, count: Self.depth(block) + 1))
            append("p", block)
        case .item: append(item: block)
        case .preformatted:
            begin(Array(repeating: .quotation, count: Self.depth(block)))
            append("pre", block)
        case .table:
            begin(Array(repeating: .quotation, count: Self.depth(block)))
            append(table: block)
        case .figure:
            close(downTo: 0)
            pictures.append(block, to: &text)
        }
    }

    /// Levels beyond which nothing is set in further.
    private static let deepest = 50
    private static func depth(_ block: Block) -> Int { min(deepest, max(0, block.level)) }

    private mutating func append(_ element: String, _ block: Block) {
        text.append("<\(element)>")
        text.append(words: block)
        text.append("</\(element)>\n")
    }

    // MARK: - Containers

    /// Opens what a block is in, and closes what it is not in. What is around it may be any list where it says list.
    private mutating func begin(_ kinds: [Container.Kind]) {
        var same = 0
        while same < min(kinds.count, open.count) {
            let isLast = same == kinds.count - 1
            guard kinds[same] == open[same].kind || !isLast && kinds[same] != .quotation && open[same].isList else {
                break
            }
            same += 1
        }
        close(downTo: same)
        for kind in kinds[same...] {
            if let last = open.last, last.isList, last.item == nil { beginItem(nil) }
            switch kind {
            case .quotation: text.append("<blockquote>\n")
            case .bullets: text.append("<ul>\n")
            // What goes on with no item explains no term.
            case .definitions: text.append("<dl>\n<dt></dt>\n")
            case .numbers(let type): text.append(type.map { "<ol type=\"\($0)\">\n" } ?? "<ol>\n")
            case .plain: text.append("<ul class=\"plain\">\n")
            }
            open.append(Container(kind: kind))
        }
    }

    private mutating func close(downTo count: Int) {
        while open.count > count {
            endItem()
            switch open.removeLast().kind {
            case .quotation: text.append("</blockquote>\n")
            case .bullets, .plain: text.append("</ul>\n")
            case .definitions: text.append("</dl>\n")
            case .numbers: text.append("</ol>\n")
            }
        }
    }

    private mutating func beginItem(_ value: Int?) {
        let element = open.last?.kind == .definitions ? "dd" : "li"
        text.append(value.map { "<\(element) value=\"\($0)\">" } ?? "<\(element)>")
        open[open.count - 1].item = element
    }

    private mutating func endItem() {
        guard let item = open.last?.item else { return }
        text.append("</\(item)>\n")
        open[open.count - 1].item = nil
    }

    // MARK: - Items

    private mutating func append(item block: Block) {
        let level = Self.depth(block)
        guard let mark = block.mark else {
            // It goes on with the item that is open; where none is, it is one of a list without marks.
            if open.count > level, open[level].isList, open[level].item != nil {
                close(downTo: level + 1)
            } else {
                begin(Array(repeating: .definitions, count: level + 1))
                endItem()
                beginItem(nil)
            }
            return append("p", block)
        }
        var around = open.prefix(level).map(\.kind)
        around += Array(repeating: .bullets, count: level - around.count)
        var value: Int?
        if let depth = ["•", "◦", "▪"].firstIndex(of: mark) {
            // A list's bullets tell in how many others it is; what else is around it are quotations.
            let lists = depth == 2 ? level : min(depth, level)
            around = Array(repeating: .quotation, count: level - lists) + Array(repeating: .bullets, count: lists)
            begin(around + [.bullets])
        } else if let number = Self.number(of: mark) {
            begin(around + [.numbers(type: number.type)])
            value = number.value
        } else {
            begin(around + [.plain])
        }
        endItem()
        beginItem(value)
        text.append("<p>")
        if open.last?.kind == .plain { text.append(text: mark + " ") }
        text.append(words: block)
        text.append("</p>\n")
    }

    /// The number in a mark: "3.", or letters as they are counted, "c." (HTML, 4.4.5).
    static func number(of mark: String) -> (value: Int, type: String?)? {
        guard mark.hasSuffix(".") else { return nil }
        let text = String(mark.dropLast())
        if let number = Int(text), String(number) == text { return (number, nil) }
        let letters = Array(text.utf8)
        guard (1...6).contains(letters.count) else { return nil }
        for (first, type) in [(UInt8(ascii: "a"), "a"), (UInt8(ascii: "A"), "A")]
        where letters.allSatisfy({ (first..<first + 26).contains($0) }) {
            return (letters.reduce(0) { $0 * 26 + Int($1 - first) + 1 }, type)
        }
        return nil
    }

    // MARK: - Tables

    private mutating func append(table block: Block) {
        let rows = block.text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        var spans = Self.spans(of: block, cells: rows.joined().map(\.utf8.count))[...]
        text.append("<table>\n")
        for row in rows {
            text.append("<tr>")
            for cell in row {
                text.append("<td>")
                text.append(words: Block(.paragraph, String(cell), spans: spans.removeFirst()))
                text.append("</td>")
            }
            text.append("</tr>\n")
        }
        text.append("</table>\n")
    }

    /// A table's spans, cell by cell; one of several cells is one in each of them.
    private static func spans(of block: Block, cells: [Int]) -> [[Span]] {
        var spans = [[Span]](repeating: [], count: cells.count)
        guard !block.spans.isEmpty else { return spans }
        // Where each cell begins; it ends before the byte that parts it from the next.
        var starts = [0]
        for cell in cells { starts.append(starts[starts.count - 1] + cell + 1) }
        var cell = 0
        for span in block.spans {
            while cell > 0, starts[cell] > span.range.lowerBound { cell -= 1 }
            while cell < cells.count, starts[cell + 1] <= span.range.lowerBound { cell += 1 }
            for place in cell..<cells.count where starts[place] < span.range.upperBound {
                let range = span.range.clamped(to: starts[place]..<starts[place + 1] - 1)
                let cut = range.lowerBound - starts[place]..<range.upperBound - starts[place]
                guard spans[place].count < mostSpans else { break }
                if !cut.isEmpty { spans[place].append(Span(span.kind, cut)) }
                if starts[place + 1] >= span.range.upperBound { break }
            }
        }
        return spans
    }

    /// Spans of one cell that are kept.
    private static let mostSpans = 50
}
