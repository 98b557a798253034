import Settings
import Screen
import Typesetting

extension ReaderState {
    /// Marks what a line of the open story shows of the hits, the gaps between their glyphs included, and stands the
    /// cursor on the current one.
    func markHits(
        on line: TextLayout.SetLine, column: Int, row: Int, limit: Int, in frame: inout Frame
    ) {
        guard let find = search.find, find.story == lists.openStory else { return }
        for index in find.indices(on: line) {
            let hit = find.hits[index]
            guard let span = line.line.columns(of: hit.range, limit: limit) else { continue }
            let area = Area(column: column + span.lowerBound, row: row, columns: span.count, rows: 1)
            let isCurrent = index == find.current
            frame.restyle(area) { $0 = isCurrent ? theme.currentHit : theme.hit }
            let begins = hit.range.lowerBound >= line.line.source.lowerBound
            frame.cursor(at: area, where: isCurrent && begins && focus == .body)
        }
    }
}

extension Line {
    /// The columns, from the first glyph that shows some of a range of UTF-8 bytes to the last; nil where none does.
    func columns(of range: Range<Int>, limit: Int) -> Range<Int>? {
        var span: Range<Int>?
        for (index, glyph) in glyphs.enumerated() where glyph.offset < range.upperBound {
            guard glyph.column + glyph.cells <= limit else { break }
            // A cluster ends where the next begins; the halves of a flag begin at one place.
            let end = glyphs[index...].first { $0.offset > glyph.offset }?.offset ?? source.upperBound
            guard end > range.lowerBound else { continue }
            span = (span?.lowerBound ?? glyph.column)..<(glyph.column + glyph.cells)
        }
        return span
    }
}
