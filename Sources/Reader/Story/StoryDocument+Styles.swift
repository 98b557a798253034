import Settings
import Typesetting

extension StoryDocument {
    /// The document in a measure, ready to be set as far as it is looked at.
    ///
    /// - Parameter room: for pictures; nil where none are shown.
    func textLayout(measure: Int, pictures room: PictureRoom? = nil) -> TextLayout {
        TextLayout(
            parts.enumerated().map { index, part in
                if part.role == .picture {
                    let rows = room.map { PictureStack(part.pictures, in: $0, measure: measure).rows } ?? 0
                    return TextLayout.Paragraph(rows: rows, keepsWithNext: true)
                }
                return TextLayout.Paragraph(
                    part.text, style(of: part, measure: max(2, measure)),
                    isHeadline: part.role == .headline || part.role == .kicker || part.role == .deck,
                    keepsWithNext: part.role == .crosshead || part.role == .subhead || index >= lastPart,
                    mark: part.mark, table: part.table)
            })
    }

    private func style(of part: Part, measure: Int) -> ParagraphStyle {
        var style = plainStyle(of: part.role, measure: measure)
        let isNarrow = measure < 24
        if part.role == .item, form == .screen {
            style.indent = (isNarrow ? 0 : 2) + part.markCells + 1
            style.firstIndent = style.indent
        }
        if part.level > 0 {
            // However deep, half of the line is left to the words.
            let further = min(part.level * (isNarrow ? 2 : 4), measure / 2)
            style.firstIndent += further
            style.indent += further
        }
        style.restoresPunctuation = settings.restoresPunctuation && part.role != .code
        style.ambiguousIsWide = settings.ambiguousIsWide
        style.padsQuotes = settings.padsQuotes
        return style
    }

    private func plainStyle(of role: Role, measure: Int) -> ParagraphStyle {
        // Two Han (clreq 3.2.1); one in very narrow lines, and the two cells of a word space in Western text.
        let isNarrow = measure < 24
        if form == .linear {
            let isText = role == .paragraph || role == .question || role == .blank
            return ParagraphStyle(
                measure: measure, firstIndent: isText ? (isHan && !isNarrow ? 4 : 2) : 0, alignment: .ragged,
                hanging: .none)
        }
        switch role {
        case .kicker, .deck, .byline, .headline, .endMark:
            return ParagraphStyle(measure: measure, alignment: .centred, hanging: .none)
        case .crosshead, .subhead: return ParagraphStyle(measure: measure, alignment: .ragged, hanging: .none)
        case .item:
            return ParagraphStyle(
                measure: measure, alignment: settings.isJustified && isHan ? .justified : .ragged,
                hanging: settings.hanging.style)
        case .paragraph, .question, .blank, .picture:
            return ParagraphStyle(
                measure: measure, firstIndent: isHan && !isNarrow ? 4 : 2,
                alignment: settings.isJustified && isHan ? .justified : .ragged, hanging: settings.hanging.style)
        case .verse:
            // The block in the middle, its lines one under the other; a line turned over begins further in.
            let turn = isNarrow ? 2 : 4
            let left = max(0, min((measure - verseCells) / 2, measure - turn - 8)) & ~1
            return ParagraphStyle(
                measure: measure, firstIndent: left, indent: left + turn, alignment: .ragged,
                hanging: settings.hanging.style)
        case .row, .code:
            // What does not fit goes on further in.
            return ParagraphStyle(
                measure: measure, firstIndent: isNarrow ? 0 : 2, indent: isNarrow ? 2 : 6, alignment: .ragged,
                hanging: .none)
        case .quotation:
            let indent = isNarrow ? 2 : 4
            return ParagraphStyle(
                measure: isNarrow ? measure : measure - indent, firstIndent: indent, indent: indent,
                alignment: .ragged, hanging: settings.hanging.style)
        case .jump: return ParagraphStyle(measure: measure, alignment: .right, hanging: .none)
        case .caption, .description:
            // Set in on both sides, where there is room; what marks it stands before the block.
            let indent = isNarrow ? 2 : 4
            return ParagraphStyle(
                measure: isNarrow ? measure : measure - indent,
                firstIndent: role == .description ? indent : indent - 2, indent: indent,
                alignment: .ragged, hanging: settings.hanging.style)
        }
    }
}
