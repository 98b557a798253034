/// Sets one paragraph: text without line breaks of its own. Every byte is in the `source` of exactly one line.
package func typeset(_ paragraph: String, _ style: ParagraphStyle) -> [Line] {
    var lines: [Line] = []
    var glyphs: [Glyph] = []
    var column = style.firstIndent
    var start = 0
    for cluster in clusters(of: paragraph) {
        if column + cluster.cells > style.measure, !glyphs.isEmpty {
            lines.append(Line(glyphs: glyphs, source: start..<cluster.offset, endsParagraph: false))
            glyphs = []
            column = style.indent
            start = cluster.offset
        }
        glyphs.append(Glyph(text: cluster.text, cells: cluster.cells, column: column, offset: cluster.offset))
        column += cluster.cells
    }
    lines.append(Line(glyphs: glyphs, source: start..<paragraph.utf8.count, endsParagraph: true))
    return lines
}

/// Sets a headline in the fewest lines, balanced and broken at sense where punctuation or space allows.
package func typesetHeadline(_ headline: String, _ style: ParagraphStyle) -> [Line] {
    typeset(headline, style)
}
