import Screen

/// Pictures as half blocks in direct colours, for a terminal that has them where ncurses knows of no more than its palette.
enum ColoredBlocks {
    /// The rows of a picture that are seen.
    ///
    /// - Parameter cells: how many cells the terminal takes for a half block, each a pixel wide: 1 or 2.
    static func sequence(for picture: FramePicture, cells: Int) -> [UInt8] {
        let bitmap = picture.bitmap.scaled(width: picture.area.columns / cells, height: 2 * picture.rows)
        var text = ""
        for offset in 0..<picture.area.rows {
            let row = 2 * (picture.firstRow + offset)
            guard row + 1 < bitmap.height else { break }
            text += "\u{1B}[\(picture.area.row + offset + 1);\(picture.area.column + 1)H"
            for column in 0..<bitmap.width {
                let (upper, lower) = (bitmap[column, row], bitmap[column, row + 1])
                text += "\u{1B}[38;2;\(upper.red);\(upper.green);\(upper.blue)"
                text += ";48;2;\(lower.red);\(lower.green);\(lower.blue)m▀"
            }
        }
        return Array(text.utf8) + Array("\u{1B}[m".utf8)
    }
}
