extension Frame {
    /// Draws rows of a picture, as far as they are inside the frame: each cell shows two pixels, one above the other.
    ///
    /// - Parameters:
    ///   - bitmap: two pixels high for each row of the whole picture.
    ///   - rows: those of the picture's rows that are drawn; the first one stands at `row`.
    ///   - cells: how many cells the terminal takes for a half block, each a pixel wide: 1 or 2.
    package mutating func putHalfBlocks(_ bitmap: Bitmap, rows: Range<Int>, column: Int, row: Int, cells: Int = 1) {
        for (offset, line) in rows.clamped(to: 0..<bitmap.height / 2).enumerated() {
            for pixel in 0..<bitmap.width {
                let style = Style(
                    foreground: Color(bitmap[pixel, 2 * line]), background: Color(bitmap[pixel, 2 * line + 1]))
                put(PrintedText(0x2580), cells: cells, column: column + pixel * cells, row: row + offset, style: style)
            }
        }
    }
}

extension Color {
    fileprivate init(_ pixel: (red: UInt8, green: UInt8, blue: UInt8)) {
        self = .rgb(pixel.red, pixel.green, pixel.blue)
    }
}
