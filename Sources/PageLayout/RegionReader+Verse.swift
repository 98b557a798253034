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

    /// Whether the story's text is a poem's: of all its lines few reach as far as the longest of their column, in one stanza or many,
    /// and sentences seldom end inside one.
    var isPoem: Bool {
        let text = members.filter { blocks[$0].isBody && !blocks[$0].isTable && !blocks[$0].isPullQuote }
        let lines = text.flatMap { at in blocks[at].lines.map { (at: at, line: $0) } }
        guard lines.count >= 6,
            lines.count(where: { ($0.line.text.unicodeScalars.first?.value ?? 0) > 0x2E7F }) * 10 > lines.count * 9
        else { return false }
        let isAround = members.contains { picture in
            blocks[picture].isPicture
                && text.contains {
                    blocks[picture].box.sharedWidth(with: blocks[$0].box) > 0
                        && blocks[picture].box.sharedHeight(with: blocks[$0].box) > 0
                }
        }
        guard !isAround else { return false }
        // Ems from each line's end to the edge that the longest of its column reaches.
        let short = lines.map { found in
            let column = text.filter { blocks[$0].box.isInColumn(of: blocks[found.at].box) }
            let right = column.map { blocks[$0].box.right }.max() ?? found.line.box.right
            return (right - found.line.box.right) / found.line.size
        }
        let marks = lines.count { $0.line.text.dropLast().contains { "。！？；".contains($0) } }
        return short.count { $0 < 0.6 } * 3 <= lines.count && short.count { $0 < 1.8 } * 2 <= lines.count
            && marks * 6 <= lines.count
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

    /// The lines of a block that begin with a day or an hour as others of it do: the items of a timetable.
    static func timedItems(_ block: TextBlock) -> Set<Int> {
        var places: [String: [Int]] = [:]
        for (place, line) in block.lines.enumerated() {
            if let opening = timeOpening(line.text) { places[opening, default: []].append(place) }
        }
        return Set(places.values.filter { $0.count > 2 }.joined())
    }

    /// What a line begins with, its numbers left out: 月日 of 8月11日6:00; nil where that is no time.
    private static func timeOpening(_ text: String) -> String? {
        var opening = ""
        var wasDigit = false
        for scalar in text.unicodeScalars {
            if (0x30...0x39).contains(scalar.value) {
                wasDigit = true
            } else if wasDigit, "年月日时時点點:：".unicodeScalars.contains(scalar) {
                opening.unicodeScalars.append(scalar)
                wasDigit = false
            } else {
                break
            }
            if opening.unicodeScalars.count == 2 { return opening }
        }
        return opening.unicodeScalars.isEmpty || !wasDigit ? nil : opening
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
