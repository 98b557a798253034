/// Sets one paragraph. Every byte is in the `source` of exactly one line; a line break in the text ends a line, and so
/// does the end of each of its `pieces(of:)`.
package func typeset(_ paragraph: String, _ style: ParagraphStyle) -> [Line] {
    let ranges = pieces(of: paragraph)
    var paragraph = paragraph
    var lines: [Line] = []
    var setter = ParagraphSetter(capacity: ranges[0].count)
    paragraph.withUTF8 { bytes in
        for range in ranges {
            setter.set(
                UnsafeBufferPointer(rebasing: bytes[range]), origin: range.lowerBound, opens: range.lowerBound == 0,
                closes: range.upperBound == bytes.count, style: style, into: &lines)
        }
    }
    return lines
}

/// Sets one piece of a paragraph, as `typeset` of the whole would.
func typeset(_ paragraph: String, _ style: ParagraphStyle, only piece: Range<Int>) -> [Line] {
    var paragraph = paragraph
    var lines: [Line] = []
    paragraph.withUTF8 { bytes in
        var setter = ParagraphSetter(capacity: piece.count)
        setter.set(
            UnsafeBufferPointer(rebasing: bytes[piece]), origin: piece.lowerBound, opens: piece.lowerBound == 0,
            closes: piece.upperBound == bytes.count, style: style, into: &lines)
    }
    return lines
}

/// Sets a headline in the fewest lines, as even as they can be and broken at sense; a comma at a line's end is not shown.
/// Nothing hangs, and `style.indent` holds for every line; a justified headline is ragged.
package func typesetHeadline(_ headline: String, _ style: ParagraphStyle) -> [Line] {
    // No headline is so long; and evenness takes a time that grows with the square.
    guard headline.utf8.count <= 1200 else { return typeset(headline, style) }
    var headline = headline
    var style = style
    style.hanging = .none
    style.firstIndent = style.indent
    if style.alignment == .justified { style.alignment = .ragged }
    var lines: [Line] = []
    headline.withUTF8 { bytes in
        var setter = ParagraphSetter(capacity: bytes.count)
        setter.setHeadline(bytes, style: style, into: &lines)
    }
    return lines
}
