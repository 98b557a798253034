import Newspaper

/// Names of writers, of photographers and of poems.
extension TextBlock {
    /// Whether it says who wrote, in the text's letters, but not where the text's lines begin.
    func saysWriters(over blocks: [TextBlock], _ body: BodyStyle) -> Bool {
        guard lines.count == 1, !isTable else { return false }
        guard PictureWords.nameWriters(lines[0].text) else { return isNameAlone(over: blocks, body) }
        return !blocks.contains {
            let gap = $0.box.top - box.bottom
            return $0.isBody && $0.box.isInColumn(of: box) && gap > -0.6 * body.size && gap < 0.8 * body.pitch
                && abs($0.box.left - box.left) < 2.6 * body.size
        }
    }

    /// Whether it is a name in the middle of a column, right over that column's text.
    private func isNameAlone(over blocks: [TextBlock], _ body: BodyStyle) -> Bool {
        guard (2...4).contains(count),
            lines[0].text.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
        else { return false }
        func isNear(_ gap: Double) -> Bool { gap > -0.5 * body.size && gap < body.pitch }
        return blocks.contains {
            $0.isBody && $0.lines.count > 2 && isNear($0.box.top - box.bottom)
                && abs($0.box.middle - box.middle) < body.size && box.left - $0.box.left > 4 * body.size
        }
            && !blocks.contains {
                $0.isBody && $0.box.top < box.top && isNear(box.top - $0.box.bottom) && $0.box.isInColumn(of: box)
            }
    }

    /// Whether it says in brackets who took a picture, right below what is said about that.
    func isCredit(below caption: TextBlock, _ body: BodyStyle) -> Bool {
        lines.count == 1 && count < 20 && "（(".contains(lines[0].text.first ?? " ")
            && PictureWords.endWithCredit(lines[0].text) && box.isInColumn(of: caption.box)
            && abs(box.top - caption.box.bottom) < 0.6 * body.size
    }

    /// Whether it is the name of one of several poems in a frame, as large as their lines, under a headline.
    func namesPoem(among blocks: [TextBlock], _ body: BodyStyle, _ drawing: Drawing) -> Bool {
        guard lines.count == 1, count < 9, let frame = drawing.frames.first(where: { $0.contains(middleOf: box) })
        else { return false }
        let inside = blocks.filter { frame.contains(middleOf: $0.box) }
        let names = inside.filter { $0.lines.count == 1 && $0.lines[0].isSet(as: lines[0]) }
        return names.count > 1 && inside.contains { $0.isHeading && $0.size > 1.4 * size && $0.box.bottom < box.top }
            && names.allSatisfy { name in
                inside.contains { stanza in
                    let gap = stanza.box.top - name.box.bottom
                    return gap > -0.5 * body.size && gap < body.pitch && stanza.lines.count > 2
                        && stanza.size > 0.97 * size
                        && stanza.box.isInColumn(of: name.box)
                        && stanza.lines.count { $0.box.right < stanza.box.right - 1.6 * size } * 5
                            >= stanza.lines.count * 2
                        && !stanza.lines.contains { $0.box.left > stanza.box.left + 0.5 * size }
                }
            }
    }
}
