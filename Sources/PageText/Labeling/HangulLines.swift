/// How the lines of a Korean page end.
enum HangulLines {
    /// Whether lines end inside words: where a word's end at a line's end keeps its space, or where all lines are full to the
    /// last syllable. Lines that end with words are of many widths.
    static func breakWords(_ lines: ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var widths: [Int] = []
        for (line, next) in zip(lines, lines.dropFirst()) where line.hangul > 0 && next.hangul > 0 {
            guard CharacterClasses.shared.of(line.last) == .hangul else { continue }
            if line.end < bytes.count, bytes[line.end] == 0x20 { return true }
            if next.gap == 0 { widths.append(line.width) }
        }
        guard let widest = widths.max() else { return false }
        // Headlines and the last lines of paragraphs are short.
        widths.removeAll { $0 * 2 < widest }
        guard widths.count >= 4 else { return false }
        // A syllable that does not fit leaves one cell, and so does a space.
        return widths.count { $0 + 2 >= widest } * 5 >= widths.count * 4
    }
}
