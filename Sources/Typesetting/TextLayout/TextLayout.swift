import Synchronization

/// A text of paragraphs, typeset lazily: only the lines that are asked for.
///
/// Creating one is free. A line costs the typesetting of its piece of paragraph (`pieces(of:)`), so the last screen of
/// a 10 MB story is as fast as the first. The last few pieces are cached. A layout has fixed styles: for another width
/// make another layout, and ask it for the same `Place`.
package final class TextLayout: Sendable {
    /// A paragraph and its style. An empty one is a blank line.
    package struct Paragraph: Sendable, Equatable {
        /// The text. A line break in it ends a line.
        package var text: String
        /// How it is typeset.
        package var style: ParagraphStyle
        /// Whether it is typeset as by `typesetHeadline`.
        package var isHeadline: Bool
        /// Whether a newspaper column may not end with it, as with a crosshead.
        package var keepsWithNext: Bool
        /// How many rows it keeps free for what is no text, undivided by newspaper columns where they have room; nil for text. No
        /// rows take no place at all; the last paragraph has some.
        package private(set) var rows: Int?
        /// What stands before the first line of a list's item, in its indent, one blank cell before the text; it is no part of the text.
        package var mark: String?
        /// The columns of the table whose row it is; nil for what is no row.
        package var table: TableColumns?

        /// A paragraph from its parts.
        package init(
            _ text: String, _ style: ParagraphStyle, isHeadline: Bool = false, keepsWithNext: Bool = false,
            mark: String? = nil, table: TableColumns? = nil
        ) {
            self.text = text
            self.style = style
            self.isHeadline = isHeadline
            self.keepsWithNext = keepsWithNext
            self.mark = mark
            self.table = table
        }

        /// Free rows.
        package init(rows: Int, keepsWithNext: Bool) {
            self.init("", ParagraphStyle(measure: 2), keepsWithNext: keepsWithNext)
            self.rows = max(0, rows)
        }
    }

    /// A position in the text, valid at every width.
    package struct Place: Sendable, Hashable, Comparable {
        /// The index of the paragraph.
        package var paragraph: Int
        /// UTF-8 bytes from the start of the paragraph.
        package var offset: Int

        /// A position, which need not be inside the text.
        package init(paragraph: Int, offset: Int) {
            self.paragraph = paragraph
            self.offset = offset
        }

        /// The order of the text.
        package static func < (left: Self, right: Self) -> Bool {
            (left.paragraph, left.offset) < (right.paragraph, right.offset)
        }
    }

    /// A typeset line with the index of its paragraph.
    package struct SetLine: Sendable, Equatable {
        /// The index of the paragraph.
        package var paragraph: Int
        /// The line; its `source` counts from the start of the paragraph.
        package var line: Line

        /// The position at which the line begins.
        package var place: Place { Place(paragraph: paragraph, offset: line.source.lowerBound) }
    }

    /// The text.
    package let paragraphs: [Paragraph]
    private let cache = Mutex(Cache())

    /// A layout of paragraphs; nothing is typeset yet.
    package init(_ paragraphs: [Paragraph]) {
        self.paragraphs = paragraphs
    }

    /// The line that contains `place`, and the lines after it: `count` in all, or fewer at the end of the text. A place
    /// outside the text counts as the nearest one inside.
    package func lines(from place: Place, count: Int) -> [SetLine] {
        guard var cursor = cursor(at: place) else { return [] }
        var found: [SetLine] = []
        while found.count < count {
            found.append(cursor.setLine)
            guard let next = after(cursor) else { break }
            cursor = next
        }
        return found
    }

    /// The last `count` lines before the one that contains `place`, in reading order; fewer at the start of the text.
    package func lines(before place: Place, count: Int) -> [SetLine] {
        guard var cursor = cursor(at: place) else { return [] }
        var found: [SetLine] = []
        while found.count < count, let previous = before(cursor) {
            found.append(previous.setLine)
            cursor = previous
        }
        return found.reversed()
    }

    /// The start of the line that is `lines` after the one that contains `place`, or before it if negative. Stops at
    /// the first and at the last line.
    package func place(_ place: Place, movedBy lines: Int) -> Place {
        guard var cursor = cursor(at: place) else { return place }
        for _ in 0..<abs(lines) {
            guard let next = lines > 0 ? after(cursor) : before(cursor) else { break }
            cursor = next
        }
        return cursor.setLine.place
    }

    /// The start of the last screen of `height` lines, which ends with the last line of the text.
    package func lastScreen(height: Int) -> Place {
        guard let last = paragraphs.indices.last else { return Place(paragraph: 0, offset: 0) }
        return place(Place(paragraph: last, offset: .max), movedBy: 1 - max(1, height))
    }

    /// Whether it is the last line of the text.
    package func isLast(_ line: SetLine) -> Bool {
        line.paragraph == paragraphs.count - 1
            && line.line.source.upperBound == paragraphs[line.paragraph].text.utf8.count
    }
}

extension TextLayout {
    /// A line, with the other lines of its piece of paragraph.
    private struct Cursor {
        var paragraph: Int
        var piece: Int
        var lines: [Line]
        var index: Int

        var setLine: SetLine { SetLine(paragraph: paragraph, line: lines[index]) }
    }

    private func cursor(at place: Place) -> Cursor? {
        guard let last = paragraphs.indices.last else { return nil }
        let paragraph = min(max(0, place.paragraph), last)
        let offset = place.paragraph > last ? Int.max : place.paragraph < 0 ? 0 : place.offset
        let piece = pieces(paragraph).lastIndex { $0.lowerBound <= offset } ?? 0
        let lines = lines(paragraph, piece)
        let cursor = Cursor(
            paragraph: paragraph, piece: piece, lines: lines,
            index: lines.lastIndex { $0.source.lowerBound <= offset } ?? 0)
        return lines.isEmpty ? after(cursor) ?? before(cursor) : cursor
    }

    private func after(_ cursor: Cursor) -> Cursor? {
        var next = cursor
        if cursor.index + 1 < cursor.lines.count {
            next.index += 1
            return next
        }
        if cursor.piece + 1 < pieces(cursor.paragraph).count {
            next.piece += 1
        } else if cursor.paragraph + 1 < paragraphs.count {
            next.paragraph += 1
            next.piece = 0
        } else {
            return nil
        }
        next.lines = lines(next.paragraph, next.piece)
        next.index = 0
        return next.lines.isEmpty ? after(next) : next
    }

    private func before(_ cursor: Cursor) -> Cursor? {
        var previous = cursor
        if cursor.index > 0 {
            previous.index -= 1
            return previous
        }
        if cursor.piece > 0 {
            previous.piece -= 1
        } else if cursor.paragraph > 0 {
            previous.paragraph -= 1
            previous.piece = pieces(previous.paragraph).count - 1
        } else {
            return nil
        }
        previous.lines = lines(previous.paragraph, previous.piece)
        previous.index = previous.lines.count - 1
        return previous.lines.isEmpty ? before(previous) : previous
    }

    private func pieces(_ paragraph: Int) -> [Range<Int>] {
        cache.withLock { cache in
            if let known = cache.pieces[paragraph] { return known }
            let found = Typesetting.pieces(of: paragraphs[paragraph].text)
            if found.count > 1 { cache.pieces[paragraph] = found }
            return found
        }
    }

    private func lines(_ paragraph: Int, _ piece: Int) -> [Line] {
        let range = pieces(paragraph)[piece]
        return cache.withLock { cache in
            let key = Place(paragraph: paragraph, offset: piece)
            if let known = cache.lines[key] { return known }
            let lines = paragraphs[paragraph].lines(range)
            // A few screens. The cache is simply cleared when it is full.
            if cache.lines.count >= 64 { cache.lines.removeAll(keepingCapacity: true) }
            cache.lines[key] = lines
            return lines
        }
    }

    /// Results of recent calls.
    private struct Cache {
        /// The pieces of paragraphs that have more than one, by index of the paragraph.
        var pieces: [Int: [Range<Int>]] = [:]
        /// Lines by index of the paragraph and, in place of the offset, index of the piece.
        var lines: [Place: [Line]] = [:]
    }
}

extension TextLayout.Paragraph {
    /// The lines of a piece, as its byte range.
    fileprivate func lines(_ range: Range<Int>) -> [Line] {
        if let rows {
            return (0..<rows).map { Line(glyphs: [], source: $0..<$0 + 1, endsParagraph: $0 + 1 == rows) }
        }
        let count = text.utf8.count
        if isHeadline, range.count == count { return typesetHeadline(text, style) }
        if let table, range.count == count { return typesetRow(text, style, table) }
        var lines = typeset(text, style, only: range)
        if range.lowerBound == 0, !lines.isEmpty { lines[0].glyphs = markGlyphs + lines[0].glyphs }
        return lines
    }

    /// The mark, in the cells before the text's own first one.
    private var markGlyphs: [Glyph] {
        guard let mark else { return [] }
        var plain = style
        (plain.firstIndent, plain.indent, plain.alignment, plain.hanging) = (0, 0, .ragged, .none)
        guard let line = typeset(mark, plain).first, line.cells < style.firstIndent else { return [] }
        return line.glyphs.map { $0.moved(columns: style.firstIndent - 1 - line.cells, bytes: 0).at(offset: 0) }
    }
}
