import Screen

/// Pictures as DEC's terminals and their kind take them (VT330/VT340 Programmer Reference Manual, chapter 14): in bands of six rows,
/// colour by colour, a character for six pixels one below the other.
enum Sixels {
    /// Rows of a picture, drawn where the cursor is; nothing for a range that is empty or not inside.
    static func sequence(for bitmap: IndexedBitmap, rows: Range<Int>) -> [UInt8] {
        guard !rows.isEmpty, rows.lowerBound >= 0, rows.upperBound <= bitmap.height else { return [] }
        // Pixels that are not drawn stay as they are; the proportions are 1 : 1.
        var bytes = Array("\u{1B}P0;1q\"1;1;\(bitmap.width);\(rows.count)".utf8)
        for (index, color) in bitmap.palette.enumerated() {
            let parts = [color.red, color.green, color.blue].map { String((Int($0) * 100 + 127) / 255) }
            bytes += "#\(index);2;\(parts[0]);\(parts[1]);\(parts[2])".utf8
        }
        for top in stride(from: rows.lowerBound, to: rows.upperBound, by: 6) {
            if top > rows.lowerBound { bytes.append(UInt8(ascii: "-")) }
            appendBand(of: bitmap, top..<min(top + 6, rows.upperBound), to: &bytes)
        }
        return bytes + "\u{1B}\\".utf8
    }

    /// Six rows: for each colour that is in them what it has of each column, then back to the band's start.
    private static func appendBand(of bitmap: IndexedBitmap, _ rows: Range<Int>, to bytes: inout [UInt8]) {
        /// Where a colour's columns begin in `columns`; −1 where it is not in the band.
        var places = [Int](repeating: -1, count: bitmap.palette.count)
        var columns: [UInt8] = []
        var order: [Int] = []
        for (bit, row) in rows.enumerated() {
            for column in 0..<bitmap.width {
                let color = Int(bitmap.pixels[row * bitmap.width + column])
                if places[color] < 0 {
                    places[color] = columns.count
                    columns += repeatElement(0, count: bitmap.width)
                    order.append(color)
                }
                columns[places[color] + column] |= 1 << UInt8(bit)
            }
        }
        for (number, color) in order.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: "$")) }
            bytes += "#\(color)".utf8
            append(columns[places[color]..<places[color] + bitmap.width], to: &bytes)
        }
    }

    /// Columns as characters; four and more alike as one with their number, none at the end.
    private static func append(_ columns: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        var rest = columns
        while rest.last == 0 { rest.removeLast() }
        while let first = rest.first {
            let run = rest.prefix { $0 == first }.count
            if run > 3 { bytes += "!\(run)".utf8 }
            bytes += repeatElement(first + 63, count: run > 3 ? 1 : run)
            rest = rest.dropFirst(run)
        }
    }
}
