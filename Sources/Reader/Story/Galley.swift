import Newspaper
import Typesetting

/// A story set in one measure, as far as it was looked at: a block is set when a line of it is first wanted.
package final class Galley {
    package let document: StoryDocument
    package let measure: Int
    private var lines: [Int: [Line]] = [:]

    /// One row of the galley.
    package struct Row {
        package var place: Place
        package var role: StoryDocument.Role
        /// nil for the blank rows above a block.
        package var line: Line?
    }

    package init(_ document: StoryDocument, measure: Int) {
        self.document = document
        self.measure = max(2, measure)
    }

    package func lines(of block: Int) -> [Line] {
        if let lines = lines[block] { return lines }
        let source = document.blocks[block]
        let style = document.style(of: source.role, measure: measure)
        let set = source.role == .headline ? typesetHeadline(source.text, style) : typeset(source.text, style)
        lines[block] = set
        return set
    }

    /// At most `count` rows from the one that shows a place.
    package func rows(from place: Place, count: Int) -> [Row] {
        var rows: [Row] = []
        var cursor = cursor(at: place)
        while rows.count < count {
            rows.append(row(at: cursor))
            guard let next = next(cursor) else { break }
            cursor = next
        }
        return rows
    }

    /// The place a number of rows down, or up where it is negative; the first or last row where there are not so many.
    package func place(_ place: Place, movedBy rows: Int) -> Place {
        var cursor = cursor(at: place)
        for _ in 0..<abs(rows) {
            guard let moved = rows > 0 ? next(cursor) : previous(cursor) else { break }
            cursor = moved
        }
        return self.place(at: cursor)
    }

    /// The place at the top of a screen of so many rows whose last row is the story's last.
    package func lastPlace(rows: Int) -> Place {
        let end = document.blocks.count - 1
        let last = Cursor(block: end, row: rowCount(end) - 1)
        return place(place(at: last), movedBy: -(rows - 1))
    }

    /// The place on the row that shows `place`, drawn back where the screen would otherwise run past the end.
    package func clamped(_ place: Place, rows: Int) -> Place {
        let shown = self.place(at: cursor(at: place))
        guard self.rows(from: shown, count: rows).count < rows else { return shown }
        return lastPlace(rows: rows)
    }

    /// Whether the last line of the story's own words is among so many rows from a place on.
    package func showsEnd(from place: Place, rows count: Int) -> Bool {
        let shown = rows(from: place, count: count)
        guard let last = shown.last?.place else { return true }
        let end = document.lastBlock
        if last.block != end { return last.block > end }
        return (shown.last?.line?.source.upperBound ?? 0) >= document.blocks[end].text.utf8.count
    }

    /// How much of the story's text stands above a place, 0 … 1.
    package func progress(through place: Place) -> Double {
        var before = 0
        var all = 0
        for (index, block) in document.blocks.enumerated() {
            let size = block.text.utf8.count
            all += size
            if index < place.block { before += size } else if index == place.block { before += min(size, place.offset) }
        }
        return all == 0 ? 1 : Double(before) / Double(all)
    }

    // MARK: - Rows

    /// A row by its number in its block, the blank ones above it included.
    private struct Cursor {
        var block: Int
        var row: Int
    }

    private func rowCount(_ block: Int) -> Int { document.blocks[block].lead + lines(of: block).count }

    private func cursor(at place: Place) -> Cursor {
        let block = min(max(0, place.block), document.blocks.count - 1)
        let lead = document.blocks[block].lead
        let lines = lines(of: block)
        let line = lines.lastIndex { $0.source.lowerBound <= place.offset } ?? 0
        return Cursor(block: block, row: line == 0 ? lead - min(lead, max(0, place.lead)) : lead + line)
    }

    private func place(at cursor: Cursor) -> Place {
        let lead = document.blocks[cursor.block].lead
        guard cursor.row >= lead else { return Place(block: cursor.block, offset: 0, lead: lead - cursor.row) }
        return Place(block: cursor.block, offset: lines(of: cursor.block)[cursor.row - lead].source.lowerBound)
    }

    private func row(at cursor: Cursor) -> Row {
        let block = document.blocks[cursor.block]
        return Row(
            place: place(at: cursor), role: block.role,
            line: cursor.row < block.lead ? nil : lines(of: cursor.block)[cursor.row - block.lead])
    }

    private func next(_ cursor: Cursor) -> Cursor? {
        if cursor.row + 1 < rowCount(cursor.block) { return Cursor(block: cursor.block, row: cursor.row + 1) }
        return cursor.block + 1 < document.blocks.count ? Cursor(block: cursor.block + 1, row: 0) : nil
    }

    private func previous(_ cursor: Cursor) -> Cursor? {
        if cursor.row > 0 { return Cursor(block: cursor.block, row: cursor.row - 1) }
        return cursor.block > 0 ? Cursor(block: cursor.block - 1, row: rowCount(cursor.block - 1) - 1) : nil
    }
}

/// The last few stories that were set, so that a key does not set a story again. What is in it never changes what is
/// shown, only how soon.
final class GalleyCache: @unchecked Sendable {
    private var galleys: [(story: Int, galley: Galley)] = []
    private let limit = 8

    func galley(_ story: Int, measure: Int, document: () -> StoryDocument) -> Galley {
        if let place = galleys.firstIndex(where: { $0.story == story && $0.galley.measure == max(2, measure) }) {
            let found = galleys.remove(at: place)
            galleys.append(found)
            return found.galley
        }
        let known = galleys.last { $0.story == story }?.galley.document
        let galley = Galley(known ?? document(), measure: measure)
        galleys.append((story, galley))
        if galleys.count > limit { galleys.removeFirst() }
        return galley
    }
}
