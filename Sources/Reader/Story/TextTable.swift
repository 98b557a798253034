import Typesetting

/// A table as a story's text has it: rows on lines of their own, cells parted by tabs.
struct TextTable {
    private let rows: [[Substring]]
    /// For each row, the UTF-8 offset in the text at which it begins.
    let offsets: [Int]

    /// Cells between two columns.
    private static let gap = 2

    init(_ text: String) {
        var rows: [[Substring]] = []
        var offsets: [Int] = []
        var offset = 0
        for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
            rows.append(row.split(separator: "\t", omittingEmptySubsequences: false))
            offsets.append(offset)
            offset += row.utf8.count + 1
        }
        (self.rows, self.offsets) = (rows, offsets)
    }

    /// The rows with their cells one below the other, figures at the right of their column.
    func aligned(ambiguousIsWide: Bool) -> [String] {
        func width(_ cell: Substring) -> Int { cells(of: String(cell), ambiguousIsWide: ambiguousIsWide) }
        let columns = (0..<(rows.map(\.count).max() ?? 0)).map { column in
            let column = rows.compactMap { $0.count > column ? $0[column] : nil }.filter { !$0.isEmpty }
            return (
                width: column.map(width).max() ?? 0, isFigures: column.count { Self.isFigure($0) } * 2 > column.count
            )
        }
        return rows.map { row in
            var line = ""
            for (at, cell) in row.enumerated() {
                let room = String(repeating: " ", count: columns[at].width - width(cell))
                line += columns[at].isFigures ? room + cell : cell + room
                line += String(repeating: " ", count: Self.gap)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The rows as they are heard: cells with a pause between them.
    var spoken: [String] { rows.map { $0.filter { !$0.isEmpty }.joined(separator: ", ") } }

    /// Whether it is a number, with its sign, unit or score: +0.55, 12.4%, 3:2.
    private static func isFigure(_ cell: Substring) -> Bool {
        cell.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D } == true
            && cell.unicodeScalars.count { (0x30...0x39).contains($0.value) } * 2 >= cell.unicodeScalars.count
    }
}
