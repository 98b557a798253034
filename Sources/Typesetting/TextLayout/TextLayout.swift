import Synchronization

/// A column of paragraphs, set as far as it is looked at.
///
/// Making one costs nothing; a line costs the setting of its piece of paragraph (`pieces(of:)`), so the last screen of a
/// 10 MB story is as near as the first. Make another for another width, and ask it for the same place.
package final class TextLayout: Sendable {
    /// A paragraph and how it is to be set. An empty one is a blank line.
    package struct Paragraph: Sendable, Equatable {
        package var text: String
        package var style: ParagraphStyle
        /// Whether its lines are balanced and broken at sense.
        package var isHeadline: Bool
        /// Whether it may not stand at a column's foot (crossheads).
        package var keepsWithNext: Bool

        package init(_ text: String, _ style: ParagraphStyle, isHeadline: Bool = false, keepsWithNext: Bool = false) {
            self.text = text
            self.style = style
            self.isHeadline = isHeadline
            self.keepsWithNext = keepsWithNext
        }
    }

    /// A place in the text, the same at every width: UTF-8 bytes from the start of a paragraph.
    package struct Place: Sendable, Hashable, Comparable {
        package var paragraph: Int
        package var offset: Int

        package init(paragraph: Int, offset: Int) {
            self.paragraph = paragraph
            self.offset = offset
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.paragraph, left.offset) < (right.paragraph, right.offset)
        }
    }

    /// A line and the paragraph that it is of.
    package struct SetLine: Sendable, Equatable {
        package var paragraph: Int
        package var line: Line

        /// Where the line begins.
        package var place: Place { Place(paragraph: paragraph, offset: line.source.lowerBound) }
    }

    package let paragraphs: [Paragraph]
    private let cache = Mutex(Cache())

    package init(_ paragraphs: [Paragraph]) {
        self.paragraphs = paragraphs
    }

    /// The line that shows a place, and the ones after it; fewer at the end. A place outside the text is taken to the
    /// nearest one inside.
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

    /// The lines before the one that shows a place, in reading order; fewer at the start.
    package func lines(before place: Place, count: Int) -> [SetLine] {
        guard var cursor = cursor(at: place) else { return [] }
        var found: [SetLine] = []
        while found.count < count, let previous = before(cursor) {
            found.append(previous.setLine)
            cursor = previous
        }
        return found.reversed()
    }

    /// The start of the line that stands so many lines after (or before, where negative) the one that shows a place;
    /// the first's or last's where there are not so many.
    package func place(_ place: Place, movedBy lines: Int) -> Place {
        guard var cursor = cursor(at: place) else { return place }
        for _ in 0..<abs(lines) {
            guard let next = lines > 0 ? after(cursor) : before(cursor) else { break }
            cursor = next
        }
        return cursor.setLine.place
    }

    /// The start of the last screen of so many lines: the last line stands at its foot.
    package func lastScreen(height: Int) -> Place {
        guard let last = paragraphs.indices.last else { return Place(paragraph: 0, offset: 0) }
        return place(Place(paragraph: last, offset: .max), movedBy: 1 - max(1, height))
    }

    /// Whether no line comes after this one.
    package func isLast(_ line: SetLine) -> Bool {
        line.paragraph == paragraphs.count - 1
            && line.line.source.upperBound == paragraphs[line.paragraph].text.utf8.count
    }
}

extension TextLayout {
    /// A line among those of its piece of paragraph.
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
        return Cursor(
            paragraph: paragraph, piece: piece, lines: lines,
            index: lines.lastIndex { $0.source.lowerBound <= offset } ?? 0)
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
        return next
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
        return previous
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
            // A few screens; when they are full they are begun again.
            if cache.lines.count >= 64 { cache.lines.removeAll(keepingCapacity: true) }
            cache.lines[key] = lines
            return lines
        }
    }

    /// What was set and cut lately.
    private struct Cache {
        var pieces: [Int: [Range<Int>]] = [:]
        /// By paragraph and number of the piece.
        var lines: [Place: [Line]] = [:]
    }
}

extension TextLayout.Paragraph {
    fileprivate func lines(_ range: Range<Int>) -> [Line] {
        let count = text.utf8.count
        if isHeadline, range.count == count { return typesetHeadline(text, style) }
        return typeset(text, style, only: range)
    }
}
