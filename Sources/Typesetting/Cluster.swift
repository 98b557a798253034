/// One grapheme cluster as a terminal can show it.
package struct Cluster: Sendable, Equatable {
    /// What to print: a base scalar and at most four marks.
    package var text: String
    /// 1 or 2.
    package var cells: Int
    /// UTF-8 bytes from the start of the text.
    package var offset: Int
}

/// The text's clusters in order, as they are to be printed; what shows nothing is left out.
package func clusters(of text: String) -> [Cluster] {
    var offset = 0
    return text.map { character in
        defer { offset += character.utf8.count }
        return Cluster(
            text: String(character), cells: character.unicodeScalars.first!.value >= 0x1100 ? 2 : 1, offset: offset)
    }
}

/// Cells that the text takes on one line.
package func cells(of text: String) -> Int {
    clusters(of: text).reduce(0) { $0 + $1.cells }
}
