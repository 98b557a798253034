import Newspaper

/// Text whose lines end where they were meant to: verse, lists.
extension RegionReader {
    /// Lines of Han that end anywhere: text ends at the column's edge, but for a paragraph's last line.
    func isVerse(_ block: TextBlock) -> Bool {
        guard block.lines.count > (block.isBody && body.isBody(block.lines[0]) ? 3 : 2),
            !block.lines.contains(where: { Self.beginsWithBullet($0.text) })
        else { return false }
        let ends = block.lines.map(\.box.right).filter { $0 < block.box.right - 1.6 * block.size }
        let around = members.contains {
            blocks[$0].isPicture && blocks[$0].box.sharedWidth(with: block.box) > 0
                && blocks[$0].box.sharedHeight(with: block.box) > 0
        }
        // Text around a picture has an edge of its own.
        let alike = ends.map { end in ends.count { abs($0 - end) < 0.7 * block.size } }.max() ?? 0
        let han = block.lines.count { $0.text.unicodeScalars.first.map { $0.value > 0x2E7F } ?? false }
        guard !around, han * 2 > block.lines.count else { return false }
        if block.lines.count > 3, alike * 2 <= ends.count, ends.count * 2 > block.lines.count { return true }
        // A stanza begins at one edge, and few of its lines reach the other.
        let full = block.lines.count { $0.box.right > block.box.right - 0.6 * block.size }
        return full * 2 <= block.lines.count && ends.count * 5 >= block.lines.count * 2
            && block.lines.filter({ "。！？”」".contains($0.text.last ?? " ") }).count * 3 < block.lines.count
            && block.lines.allSatisfy { abs($0.box.left - block.box.left) < 0.5 * block.size }
    }

    /// Whether lines that end anywhere, without marks, are set as another stanza of the poem.
    func isStanza(_ at: Int) -> Bool {
        let block = blocks[at]
        return block.lines.count > 1
            && block.lines.allSatisfy {
                abs($0.box.left - block.box.left) < 0.5 * block.size && !"。！？；".contains($0.text.last ?? " ")
            }
            && members.contains {
                $0 != at && blocks[$0].isBody && blocks[$0].lines[0].isSet(as: block.lines[0]) && isVerse(blocks[$0])
            }
    }

    /// Whether other words of the column reach further than a block's lines, which are centred, or have nothing at their right.
    func hasRoomAtRight(_ block: TextBlock) -> Bool {
        members.contains {
            let box = blocks[$0].box
            return !blocks[$0].isPicture && box.left < block.box.right && box.right > block.box.right + block.size
                && box.isInColumn(of: block.box)
        }
    }

    /// Whether each line begins with the number that comes next: a list, or a league's table.
    static func isNumbered(_ block: TextBlock) -> Bool {
        guard block.lines.count > 2 else { return false }
        let numbers = block.lines.map { line in
            line.text.firstIndex(where: \.isWhitespace).flatMap { Int(line.text[..<$0]) }
        }
        guard let first = numbers[0], first < 1000 else { return false }
        return zip(numbers, first...).allSatisfy { $0 == $1 }
    }
}
