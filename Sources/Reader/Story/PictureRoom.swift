import Newspaper
import Screen

/// What room a pane has for each picture of a story.
struct PictureRoom: Sendable, Hashable {
    /// Rows that a picture may take.
    var rows: Int
    var cell: PictureDisplay.CellSize

    /// Points of paper for a cell: text of ten points has two cells for a Han.
    private static let pointsPerCell = 4.0
    /// Cells that a picture has across, where the measure has as many: in fewer nothing is to be recognised.
    private static let fewestColumns = 24
    /// Cells that it has at most: pixels are made for each.
    private static let mostColumns = 120

    /// Cells across and down that a picture of these proportions takes in a measure: as large as it is printed, as far as there is
    /// room.
    func size(of box: Box, measure: Int) -> Size {
        // One side is never more than a hundred times the other.
        let ratio = max(0.01, min(100, box.height / max(1, box.width))) * Double(cell.width) / Double(cell.height)
        let printed = Int(min(1e4, box.width) / Self.pointsPerCell)
        let columns = max(2, min(measure, Self.mostColumns, max(Self.fewestColumns, printed)))
        let wanted = Double(columns) * ratio
        if wanted <= Double(rows) { return Size(columns: columns, rows: max(1, Int(wanted.rounded()))) }
        return Size(columns: max(2, min(columns, Int((Double(rows) / ratio).rounded()))), rows: max(1, rows))
    }
}

/// The pictures of a part one below the other, a free row between two.
struct PictureStack: Sendable {
    /// Each with the row of the part where it begins.
    private(set) var pictures: [(picture: PrintedPicture, size: Size, row: Int)] = []
    private(set) var rows = 0

    init(_ pictures: [PrintedPicture], in room: PictureRoom, measure: Int) {
        for picture in pictures {
            if rows > 0 { rows += 1 }
            let size = room.size(of: picture.box, measure: measure)
            self.pictures.append((picture, size, rows))
            rows += size.rows
        }
    }
}
