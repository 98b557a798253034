import Newspaper
import PageText

/// Who wrote a story, and who edits its column.
extension RegionReader {
    /// Whether it is no larger than the text, and as short as a name: with the square before it, where it has one.
    func isWriter(_ block: TextBlock) -> Bool {
        guard block.lines.count == 1, block.size < 1.12 * body.size else { return false }
        let words = block.lines[0].text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let isMarked = words.first.map { "□■◎○●◆".unicodeScalars.contains($0) } == true
        let name = words.dropFirst(isMarked ? 1 : 0)
        return (2...(isMarked ? 5 : 4)).contains(name.count)
            && name.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0 == "·" }
    }

    /// Whether a story has other crossheads set alike, further down, and it says nothing about writers.
    func isOneOfCrossheads(_ at: Int) -> Bool {
        let isNamed = members.contains {
            !blocks[$0].isCrosshead && !blocks[$0].isHeading && isWriter(blocks[$0])
                && blocks[$0].box.bottom < blocks[at].box.top
        }
        return blocks[at].isCrosshead && (isNamed || !isWriter(blocks[at]))
            && !PictureWords.nameWriters(blocks[at].lines[0].text)
            && members.contains {
                blocks[$0].isCrosshead && blocks[$0].box.top > blocks[at].box.bottom
                    && blocks[$0].lines[0].isSet(as: blocks[at].lines[0])
            }
    }

    /// Lines that together say who wrote, as one.
    static func writers(_ lines: [SheetLine]) -> LaidLine? {
        let text = solid(lines)
        guard PictureWords.nameWriters(text) else { return nil }
        return LaidLine(text, .writers, box: lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) })
    }

    /// Who edits a column, beside its name: the page says so, not the story.
    func takeEditors(_ rest: inout [Int]) -> [SheetLine] {
        let editors = rest.filter { at in
            blocks[at].lines.count == 1 && !blocks[at].isHeading && PictureWords.nameEditors(blocks[at].lines[0].text)
                && rest.contains {
                    blocks[$0].isHeading && blocks[$0].box.sharedHeight(with: blocks[at].box) > 0.5 * body.size
                }
        }
        rest.removeAll(where: editors.contains)
        return editors.map { blocks[$0].lines[0] }
    }
}
