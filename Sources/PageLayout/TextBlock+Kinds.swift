import Newspaper
import PageText

/// What a block may be, by its letters and by what is around it.
extension TextBlock {
    /// Whether it is said by somebody and stands out from a story: in quotation marks, or between two rules as wide as a column.
    func isPullQuote(_ drawing: Drawing, largest: Double) -> Bool {
        guard isHeading, !isVertical, size < 0.8 * largest else { return false }
        let words = lines.map(\.text).joined()
        let quotes: [(Character, Character)] = [("“", "”"), ("「", "」"), ("„", "“"), ("«", "»"), ("\"", "\"")]
        if lines.count > 1, quotes.contains(where: { words.first == $0.0 && words.last == $0.1 }) { return true }
        func isRuled(_ rule: Box) -> Bool {
            rule.left < box.left + size && rule.right > box.right - size && rule.width < box.width + 8 * size
        }
        return lines.count > 1
            && drawing.across.contains {
                isRuled($0) && box.top - $0.bottom > -0.4 * size && box.top - $0.bottom < 2.2 * size
            }
            && drawing.across.contains {
                isRuled($0) && $0.top - box.bottom > -0.4 * size && $0.top - box.bottom < 2.2 * size
            }
    }

    /// Whether it is set as text is, if in other letters, or smaller: a commentary's, a notice's.
    func isText(as body: BodyStyle, _ pictures: [Box]) -> Bool {
        guard !isHeading, !isBody, !isBold, lines.count > 2, size > 0.7 * body.size, size < 1.25 * body.size,
            // No caption is as long.
            lines.count > 9 || !isAt(pictures, body)
        else { return false }
        let full = lines.count { $0.box.right > box.right - 1.5 * size && $0.box.width > 8 * size }
        return (full * 2 > lines.count || lines.count > 7 && full * 5 >= lines.count * 2)
            && (lines.count > 3 || full > 1 && size < 0.93 * body.size)
    }

    /// Whether a picture is right above, below or beside.
    func isAt(_ pictures: [Box], _ body: BodyStyle) -> Bool {
        pictures.contains { box.isAt($0, within: 1.2 * body.size) }
    }

    /// Whether it is a few words on a bar, or right above items with bullets and not set as they are.
    func isName(_ bars: [Box], _ plates: [Box], over blocks: [TextBlock], _ body: BodyStyle) -> Bool {
        // A few characters down the page.
        if isVertical || isStack {
            return count < 7 && size < 2.2 * body.size && plates.contains { $0.contains(middleOf: box) }
        }
        guard lines.count == 1, box.width < 16 * size, !"（(".contains(lines[0].text.first ?? " ") else { return false }
        // A long one leads up to the headline.
        if let bar = bars.first(where: { $0.contains(middleOf: box) }) {
            let isBesideHeadline = blocks.contains {
                $0.size > 1.4 * size && $0.box.left > bar.right && $0.box.left - bar.right < 3 * $0.size
                    && $0.box.sharedHeight(with: bar) > 0.7 * bar.height
            }
            return box.width < (isBesideHeadline ? 14 : 8.5) * size && size > 0.85 * body.size
                && bar.width > box.width + 0.4 * size
        }
        guard !isBody, size < 1.8 * body.size, size > 0.9 * body.size else { return false }
        return blocks.contains { below in
            let gap = below.box.top - box.bottom
            return !below.isHeading && !below.lines[0].isSet(as: lines[0]) && gap > -0.5 * body.size
                && gap < 1.5 * body.pitch
                && below.box.isInColumn(of: box)
                && below.lines[0].text.unicodeScalars.first.map(ListMark.isBullet) == true
                // Who wrote it.
                && !(below.lines.count == 1 && below.count < 7 && "□■".contains(below.lines[0].text.first ?? " "))
        }
    }

    /// Whether it is a few words in the middle of a column, over a heading of an item: set as the text is, but none of it.
    func namesItems(_ blocks: [TextBlock], _ body: BodyStyle) -> Bool {
        guard isBody, lines.count == 1, count < 9, !isTable, !lines[0].text.contains(where: { "。，；：！？".contains($0) })
        else { return false }
        let below = blocks.filter {
            $0.box.top - box.bottom > -0.3 * body.size && $0.box.top - box.bottom < 1.2 * body.pitch
                && $0.box.isInColumn(of: box)
                || $0.isBold && $0.box.top - box.bottom > -0.3 * body.size
                    && $0.box.top - box.bottom < 1.2 * body.pitch && $0.box.right > box.left - 6 * body.size
                    && $0.box.left < box.left
        }
        guard let item = below.first(where: { $0.isBold && $0.lines.count == 1 && !$0.isBody }) else { return false }
        let column = blocks.first {
            $0.isBody && $0.lines.count > 1 && $0.box.top > item.box.top && $0.box.top - item.box.bottom < body.pitch
                && $0.box.isInColumn(of: item.box)
        }
        return column.map {
            abs($0.box.middle - box.middle) < 1.5 * body.size && box.left - $0.box.left > 3 * body.size
        } ?? false
    }

    /// Whether it is a name whose characters stand one below the other, or two on two.
    var isStack: Bool {
        lines.count > 1 && count < 7
            && (lines.allSatisfy { $0.text.unicodeScalars.count == 1 }
                || lines.count == 2 && lines.allSatisfy { (2...3).contains($0.text.unicodeScalars.count) })
    }

    /// Whether it begins with a mark that can point somewhere.
    var beginsWithArrow: Bool {
        lines[0].text.unicodeScalars.first.map("▲▼◀▶△▽◁▷◄►↑↓←→".unicodeScalars.contains) == true
    }

    /// Whether it begins with a mark that says where its picture is.
    func pointsToPicture(_ pictures: [Box], _ body: BodyStyle) -> Bool {
        lines.count < 9 && beginsWithArrow
            && pictures.contains { $0.distance(to: box) < 3 * body.pitch }
    }

    /// Whether headings set as it is stand one below the other, the first of them with no text above it but a name at most.
    func isItem(of blocks: [TextBlock], _ body: BodyStyle, _ bars: [Box]) -> Bool {
        let alike = blocks.filter {
            $0.lines[0].isSet(as: lines[0]) && $0.lines.count <= 2 && $0.box.isInColumn(of: box)
                && abs($0.box.left - box.left) < 3 * body.size
        }
        guard let first = alike.min(by: { $0.box.top < $1.box.top }) else { return false }
        let above = blocks.filter { $0.box.top < first.box.top - 1 && $0.box.isInColumn(of: first.box) }
            .max { $0.box.bottom < $1.box.bottom }
        let gap = above.map { first.box.top - $0.box.bottom } ?? .infinity
        let isFree = gap > 3 * body.pitch
        let isOnBar = bars.contains {
            let gap = first.box.top - $0.bottom
            return gap > -2 && gap < 2 * body.pitch && $0.left < first.box.left + 2 && $0.right > first.box.right - 2
                && $0.width > 1.5 * first.box.width
        }
        let isNamed =
            isOnBar
            || above.map { $0.isName || $0.isHeading && $0.size < 1.8 * body.size && $0.lines.count == 1 } ?? false
        return isFree ? alike.count > 2 : isNamed && alike.count > 1
    }

    /// Whether it is set as a crosshead of the columns at its left is, right above text, with no frame or rule between them.
    func goesOnAsCrosshead(among blocks: [TextBlock], _ body: BodyStyle, _ drawing: Drawing) -> Bool {
        guard lines.count <= 2, size < 1.35 * body.size, !isVertical, !isItem(of: blocks, body, drawing.bars) else {
            return false
        }
        let hasText = blocks.contains {
            let gap = $0.box.top - box.bottom
            return $0.isBody && gap > -0.5 * body.size && gap < body.pitch && $0.box.isInColumn(of: box)
        }
        let hasHeading = blocks.contains {
            let gap = box.top - $0.box.bottom
            return $0.isHeading && gap > -0.6 * $0.size && gap < 3 * body.pitch && $0.box.isInColumn(of: box)
        }
        guard hasText, !hasHeading else { return false }
        func isParted(from left: Box) -> Bool {
            drawing.down.contains {
                // A thin rule between two columns of a story ends with them.
                $0.left > left.right - 2 && $0.right < box.left + body.size
                    && $0.top < min(box.top, left.top) - 2 * body.pitch
                    && $0.bottom > box.bottom
            }
                || drawing.across.contains { rule in
                    rule.top > min(box.top, left.bottom) && rule.top < max(box.top, left.top)
                        && rule.sharedWidth(with: box) > 0.5 * box.width
                } || drawing.frames.contains { $0.contains(middleOf: left) != $0.contains(middleOf: box) }
        }
        return blocks.contains { crosshead in
            crosshead.isCrosshead && crosshead.lines[0].isSet(as: lines[0])
                && !isParted(from: crosshead.box)
                && (box.left - crosshead.box.right < 30 * body.size && box.left > crosshead.box.left + 4 * body.size
                    && abs(box.top - crosshead.box.top) < 40 * body.pitch
                    // At the same height, in a column before it.
                    || crosshead.box.left - box.right < 16 * body.size && crosshead.box.left > box.left
                        && abs(box.top - crosshead.box.top) < 3 * body.pitch)
        }
    }

    /// Whether it is a line or two in a column of text, below the text that it parts from what follows: right below it, or with a
    /// line's white space around it, and then below a headline much larger; or so at the top of a column beside others.
    func isCrosshead(among blocks: [TextBlock], _ body: BodyStyle, _ drawing: Drawing) -> Bool {
        guard lines.count <= 2, size < 1.5 * body.size, !isVertical, !isItem(of: blocks, body, drawing.bars) else {
            return false
        }
        // Who wrote it, at the other end of a deck's row.
        let isBesideDeck =
            count < 7
            && blocks.contains {
                !$0.isBody && $0.box.right < box.left && $0.box.sharedHeight(with: box) > 0.5 * box.height
                    && $0.count > 8
                    && $0.lines.count == 1
            }
        if isBesideDeck { return false }
        func isInside(_ block: TextBlock) -> Bool {
            block.isBody && box.left > block.box.left - 2.6 * body.size
                && box.right < block.box.right + 2.6 * body.size
        }
        let above =
            blocks.filter { isInside($0) && $0.box.top < box.top }.map { box.top - $0.box.bottom }
            .min { abs($0) < abs($1) } ?? .infinity
        let below = blocks.filter { isInside($0) && $0.box.top > box.top }.map { $0.box.top - box.bottom }
            .min { abs($0) < abs($1) }
        guard let below,
            // What names headings is none.
            !blocks.contains(where: { other in
                let gap = other.box.top - box.bottom
                return other.isHeading && gap > -0.6 * size && gap < below && other.box.isInColumn(of: box)
                    && other.box.top > box.top + 0.5 * size
            })
        else { return false }
        // A picture's own name stands right below it.
        let isPictureName = drawing.pictures.contains {
            $0.left < box.left + body.size && $0.right > box.right - body.size && box.top - $0.bottom > -body.size
                && box.top - $0.bottom < 1.2 * body.pitch
        }
        if isPictureName { return false }
        if abs(above) < 1.1 * body.size, abs(below) < 1.1 * body.size { return true }
        if namesPoem(among: blocks, body, drawing) { return true }
        guard below < 1.6 * body.pitch, size < 1.35 * body.size else { return false }
        let headline = blocks.filter { other in
            other.isHeading && other.size > 1.6 * size && other.box.bottom < box.top + body.size
                && other.box.left < box.right
                // A headline over the first columns only.
                && (other.box.right > box.left || size < 1.2 * body.size && box.left - other.box.right < 24 * body.size)
        }.max { $0.box.bottom < $1.box.bottom }
        guard let headline,
            // A frame has headlines of its own.
            !drawing.frames.contains(where: { $0.contains(middleOf: box) && !$0.contains(middleOf: headline.box) })
        else { return false }
        // Another heading between them has text of its own.
        let isParted = blocks.contains { between in
            between.isHeading && between.size > 1.1 * size && between.box.top > headline.box.bottom
                && between.box.bottom < box.top && between.box.isInColumn(of: box)
                && between.box.top - headline.box.bottom > 2 * headline.size
        }
        guard !isParted else { return false }
        if above < 2.4 * body.pitch { return true }
        // Below a picture in the column, or at the column's top.
        let hangs = drawing.pictures.contains {
            $0.isInColumn(of: box) && box.top - $0.bottom < 3.5 * body.pitch && box.top - $0.bottom > -body.size
                && $0.top > headline.box.bottom
        }
        let hasTextBeside = blocks.contains {
            $0.isBody && $0.box.right < box.left + body.size && $0.box.right > headline.box.left + 6 * body.size
                && $0.box.top > headline.box.bottom - body.size && $0.box.top < box.bottom + body.pitch
                && $0.box.bottom > box.top
        }
        return hasTextBeside && (hangs || box.top - headline.box.bottom < 8 * body.pitch)
    }
}
