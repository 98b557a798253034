extension Frame {
    /// Draws rows of a picture, as far as they are inside the frame: each cell shows two pixels, one above the other.
    ///
    /// - Parameters:
    ///   - bitmap: two pixels high for each row of the whole picture.
    ///   - rows: those of the picture's rows that are drawn; the first one stands at `row`.
    ///   - cells: how many cells the terminal takes for a half block, each a pixel wide: 1 or 2.
    ///   - depth: the colours that the terminal has; of all that has no palette of 256, it is taken to have them all.
    package mutating func putHalfBlocks(
        _ bitmap: Bitmap, rows: Range<Int>, column: Int, row: Int, cells: Int = 1, depth: ColorDepth = .direct
    ) {
        let colors = bitmap.colors(depth)
        for (offset, line) in rows.clamped(to: 0..<bitmap.height / 2).enumerated() {
            let upper = 2 * line * bitmap.width
            for pixel in 0..<bitmap.width {
                let style = Style(
                    foreground: colors[upper + pixel], background: colors[upper + bitmap.width + pixel])
                put(PrintedText(0x2580), cells: cells, column: column + pixel * cells, row: row + offset, style: style)
            }
        }
    }
}

extension Bitmap {
    /// The colour of each pixel as a terminal has it, row after row.
    fileprivate func colors(_ depth: ColorDepth) -> [Color] {
        if depth == .twoHundredFiftySix {
            return IndexedBitmap(self, palette: Self.cube, spread: 0.4).pixels.map { .indexed($0 + Self.firstOfCube) }
        }
        return stride(from: 0, to: bytes.count, by: 3).map { .rgb(bytes[$0], bytes[$0 + 1], bytes[$0 + 2]) }
    }

    /// The colours that are the same in every terminal: the first sixteen are not.
    private static let cube: IndexedBitmap.Palette = (firstOfCube...255).map { index in
        let (red, green, blue) = Color.components(ofIndex: index)
        return (UInt8(red), UInt8(green), UInt8(blue))
    }
    private static let firstOfCube: UInt8 = 16
}
