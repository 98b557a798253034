import TextDecoding

/// Lines on which columns touch.
extension ColumnGrid {
    /// A line whose text fills the left column to its edge, so that only one blank separates it from the right one: the piece,
    /// and the place and the cells before the blank.
    ///
    /// Lines with a gutter are above and below it. Where other lines are between, the text right of the blank has to begin
    /// exactly where it does there.
    func fusedLine(_ row: Int, of region: Region, at position: Int) -> (piece: Int, place: Int, cells: Int)? {
        guard let index = crossing(row, region, at: position),
            let above = neighbour(in: stride(from: row - 1, through: region.rows.lowerBound, by: -1), region, position),
            let below = neighbour(in: stride(from: row + 1, to: region.rows.upperBound, by: 1), region, position)
        else { return nil }
        let isBetween = above.isNext && below.isNext
        let left = max(above.left, below.left)
        let piece = pieces[row][index]
        var (place, cells, at) = (piece.bytes.lowerBound, 0, piece.start)
        // Of a line that was stretched to its measure each character is a word.
        var letters = 0
        while place < piece.bytes.upperBound, cells <= left + 3 {
            let (scalar, length) = bytes.scalar(at: place)
            let isSpace = CharacterClasses.shared.of(scalar) == .space
            if isSpace, letters > 1, cells >= left - 3, isBetween || at + 1 == position,
                piece.cells - cells <= max(above.right, below.right) + 4
            {
                return (index, place, cells)
            }
            letters = isSpace ? 0 : letters + 1
            let width = Self.cells(of: scalar)
            cells += width
            at += width == 2 ? wideCells : 1
            place += length
        }
        return nil
    }

    /// The nearest line with a gutter: the cells on both sides, and whether no other line of the region is before it.
    private func neighbour(
        in rows: some Sequence<Int>, _ region: Region, _ position: Int
    ) -> (left: Int, right: Int, isNext: Bool)? {
        var isNext = true
        // Lines of columns further off may be between those of these two.
        for row in rows.prefix(4) where !pieces(row, region.positions).isEmpty {
            let sides = sides(row, region, at: position)
            if let left = sides.left, let right = sides.right, left.end < position {
                return (left.cells, right.cells, isNext)
            }
            isNext = false
        }
        return nil
    }

    mutating func divideFusedLines(of region: Region, at cut: Cut) {
        for row in cut.rows {
            guard let fused = fusedLine(row, of: region, at: cut.position) else { continue }
            let piece = pieces[row][fused.piece]
            var (left, right) = (piece, piece)
            left.bytes = piece.bytes.lowerBound..<fused.place
            left.end = cut.position - 1
            left.cells = fused.cells
            right.bytes = fused.place + bytes.scalar(at: fused.place).length..<piece.bytes.upperBound
            right.start = cut.position
            right.end = max(right.end, cut.position + 1)
            right.cells -= fused.cells + 1
            pieces[row].replaceSubrange(fused.piece...fused.piece, with: [left, right])
        }
    }
}
