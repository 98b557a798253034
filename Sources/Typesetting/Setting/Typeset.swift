/// Typesets one paragraph. Every byte of it is in the `source` of exactly one line. A line ends at every line break in
/// the text and at the end of each of its `pieces(of:)`.
///
/// Time and memory are linear in the length of the text.
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

/// Typesets one of the `pieces(of:)` a paragraph, with the same lines that `typeset` of the whole would give.
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

/// Typesets a headline: the fewest lines possible, of even length, broken between phrases. A Chinese comma at the
/// end of a line is not shown. No mark hangs, `style.indent` applies to every line, and a justified style is set ragged.
///
/// Text of more than 1,200 bytes or 400 clusters is typeset as an ordinary paragraph.
package func typesetHeadline(_ headline: String, _ style: ParagraphStyle) -> [Line] {
    // The search for even lines takes quadratic time.
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
