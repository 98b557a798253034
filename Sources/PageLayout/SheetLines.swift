import Newspaper
import PageText

/// Makes whole lines of what an extractor has cut.
struct SheetLines {
    private(set) var lines: [SheetLine]
    /// Whether the page is set in columns of characters from the right: its lines are then turned, so that they run from the
    /// left, the first at the top.
    private(set) var isVertical = false
    /// Of a vertical page, what stands above and below rules over the whole page: it runs across.
    private(set) var head: [SheetLine] = []
    private(set) var foot: [SheetLine] = []
    /// Whether a vertical page's margins have been taken from it.
    private var isUnmargined = false
    /// Rules down the page, which no line goes over.
    private var rules: [Box] = []
    private var pictures: [Box] = []
    /// What most of it is set in.
    private let body: BodyStyle

    init(_ sheet: Sheet) {
        lines = sheet.lines.filter { !$0.text.isEmpty }
        rules = sheet.drawing.down
        pictures = sheet.drawing.pictures
        body = BodyStyle(lines)
        for at in lines.indices {
            if lines[at].beginsBold, !lines[at].isBold { lines[at].firstFont = lines[at].font + "*" }
            if lines[at].endsBold, !lines[at].isBold { lines[at].lastFont = lines[at].font + "*" }
            if let closed = LetterSpacing.closed(Array(lines[at].text.utf8)) {
                lines[at].text = String(decoding: closed, as: UTF8.self)
            }
            closeSpaces(at)
        }
        dropShadows()
        joinVerticalLines(sheet)
        // Down the page the extractor has no word for a space.
        joinSpacedNames()
        let rows = Rows(lines)
        var ends: [Int: Int] = [:]
        for line in lines { ends[Int(max(-1e6, min(1e6, line.box.right.rounded()))), default: 0] += 1 }
        var starts: [Int: Int] = [:]
        for line in lines where body.isBody(line) {
            starts[Int(max(-1e6, min(1e6, line.box.left.rounded()))), default: 0] += 1
        }
        joinRows { [isVertical, lines, body] before, line in
            // Narrow white space between Han is a gutter where others begin behind it too.
            if !isVertical, body.isBody(line), body.isBody(before),
                line.text.unicodeScalars.first.map({ $0.value > 0x2E7F }) == true
            {
                let left = Int(max(-1e6, min(1e6, line.box.left.rounded())))
                if (left - 1...left + 1).reduce(0, { $0 + starts[$1, default: 0] }) > 3 { return 0.15 }
            }
            // White space at the end makes a line seem longer than it is: what goes on begins where it ends.
            if !isVertical, before.text.last?.isWhitespace == true {
                var end = before.box
                end.right -= before.size
                let isGutter =
                    body.isBody(line) && line.text.unicodeScalars.first.map { $0.value > 0x2E7F } == true
                    && rows.isGutter(between: end, and: line.box, pitch: body.pitch, in: lines)
                return isGutter ? -1.1 : 0.45
            }
            guard isVertical, line.isSet(as: before), line.box.left - before.box.right > 0.6 * line.size else {
                return 0.45
            }
            // Where many lines end, a band of the page does.
            let right = Int(max(-1e6, min(1e6, before.box.right.rounded())))
            if (right - 1...right + 1).reduce(0, { $0 + ends[$1, default: 0] }) > 5 { return 0.45 }
            return rows.isGutter(between: before.box, and: line.box, pitch: body.pitch, in: lines) ? 0.45 : 1.35
        }
        trim()
        joinWords()
        trim()
        for at in lines.indices where lines[at].isSpaced { closeSpaces(at) }
        for at in lines.indices { closeGaps(at) }
        joinDropCapitals()
    }

    /// Two to four Han with white space between each two, as names of pages and columns are set: 体　育.
    private static func isSpacedName(_ scalars: [Unicode.Scalar]) -> Bool {
        let words = scalars.split { $0.properties.isWhitespace }
        return (2...4).contains(words.count)
            && words.allSatisfy { $0.count == 1 && (0x4E00...0x9FFF).contains($0.first!.value) }
    }

    /// C O M M E N TA R Y: capitals that are set apart, but for those that are close by nature.
    private mutating func closeCapitals(_ at: Int) {
        let text = lines[at].text
        guard text.utf8.count < 60, text.utf8.allSatisfy({ $0 == 0x20 || (0x41...0x5A).contains($0) }) else { return }
        let parts = text.split(separator: " ")
        let single = parts.count { $0.utf8.count == 1 }
        guard parts.count > 4, parts.allSatisfy({ $0.utf8.count < 3 }), single * 10 >= parts.count * 7 else { return }
        // Words are parted by wider spaces.
        lines[at].text = text.replacing("   ", with: "\u{0}").replacing(" ", with: "").replacing("\u{0}", with: " ")
    }

    /// Takes out the spaces of a line that has been drawn out to its measure: they are between most of its characters.
    private mutating func closeSpaces(_ at: Int) {
        closeCapitals(at)
        guard lines[at].text.unicodeScalars.contains(where: \.properties.isWhitespace) else { return }
        func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x2E7F }
        let scalars = Array(lines[at].text.unicodeScalars)
        var (pairs, gaps) = (0, 0)
        for (index, scalar) in scalars.enumerated().dropFirst() where isWide(scalar) && scalar.value != 0x3000 {
            if isWide(scalars[index - 1]), scalars[index - 1].value != 0x3000 { pairs += 1 }
            if scalar.value > 0x2E7F, scalars[index - 1] == " ", index > 1, isWide(scalars[index - 2]) { gaps += 1 }
        }
        let isName = scalars.count > 2 && lines[at].size > 1.2 * body.size && Self.isSpacedName(scalars)
        guard isName || lines[at].isSpaced || gaps > 1 && gaps * 5 > (pairs + gaps) * 2 else { return }
        lines[at].isSpaced = true
        var closed = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if isName, scalar.properties.isWhitespace { continue }
            let isGap =
                scalar == " " && index > 0 && index + 1 < scalars.count && isWide(scalars[index - 1])
                && isWide(scalars[index + 1])
            if !isGap { closed.append(scalar) }
        }
        lines[at].text = String(closed)
    }

    /// Takes out single spaces that drawing out a line has left in Han text: beside marks, where none is ever set, and between Han of
    /// the body, but for lines with writers, whose names spaces part.
    private mutating func closeGaps(_ at: Int) {
        let line = lines[at]
        guard line.text.utf8.contains(0x20) else { return }
        func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }
        // Latin text that is drawn out to its measure.
        if line.text.contains("  "), !line.text.unicodeScalars.contains(where: isHan) {
            lines[at].text = line.text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            return
        }
        func isMark(_ scalar: Unicode.Scalar) -> Bool { "，。、；：！？“”‘’（）《》「」『』【】〈〉".unicodeScalars.contains(scalar) }
        let scalars = Array(line.text.unicodeScalars)
        guard scalars.contains(where: isHan) else { return }
        let mayName = Self.writers.contains { line.text.contains($0) }
        let isSentence = scalars.contains { "，。".unicodeScalars.contains($0) }
        let isText = (body.isBody(line) || isSentence) && !mayName && scalars.count > 6
        var closed = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar == " ", index > 0, index + 1 < scalars.count {
                let (before, after) = (scalars[index - 1], scalars[index + 1])
                let isBesideMark = isMark(before) && (isHan(after) || isMark(after)) || isMark(after) && isHan(before)
                let isBehindBullet = index == 1 && ListMark.isBullet(before)
                if isBesideMark && !mayName || isText && (isHan(before) || isBehindBullet) && isHan(after) { continue }
            }
            closed.append(scalar)
        }
        lines[at].text = String(closed)
    }

    private static let writers = [
        "记者", "通讯员", "記者", "通訊員", "实习生", "报道", "報道", "報導", "本报", "本報", "摄", "攝", "文/图", "文／图",
    ]

    /// Lines from the top, those of a row from the left.
    static func inRows(_ lines: [SheetLine]) -> [SheetLine] {
        lines.sorted { ($0.box.row, $0.box.left) < ($1.box.row, $1.box.left) }
    }

    /// Faked bold prints a line twice, a hair apart.
    private mutating func dropShadows() {
        var kept: [SheetLine] = []
        var byText: [String: [Int]] = [:]
        for line in lines {
            let isShadow = byText[line.text, default: []].suffix(50).contains { at in
                let box = kept[at].box
                return abs(box.left - line.box.left) < 0.12 * line.size
                    && abs(box.top - line.box.top) < 0.12 * line.size
                    && abs(box.width - line.box.width) < 0.3 * line.size
            }
            if isShadow { continue }
            byText[line.text, default: []].append(kept.count)
            kept.append(line)
        }
        lines = kept
    }

    /// Takes white space off the lines' ends; what is before the words moves where they begin.
    private mutating func trim() {
        for at in lines.indices {
            let text = lines[at].text
            guard
                text.first?.isWhitespace == true || text.last?.isWhitespace == true || text.hasSuffix(" -")
                    || text.hasSuffix(" \u{2010}")
            else {
                continue
            }
            var words = Substring(text).unicodeScalars
            let width = lines[at].box.width / Double(max(1, text.unicodeScalars.count))
            while let first = words.first, first.properties.isWhitespace {
                lines[at].box.left += first.value == 0x3000 ? lines[at].size : min(width, lines[at].size / 3)
                words.removeFirst()
                lines[at].followsSpace = true
            }
            while let last = words.last, last.properties.isWhitespace {
                words.removeLast()
                lines[at].box.right -= last.value == 0x3000 ? lines[at].size : min(width, lines[at].size / 3)
                if last.value == 0x3000 || Self.writers.contains(where: { text.contains($0) }) {
                    lines[at].precedesSpace = words.last.map { $0.value > 0x2E7F } == true
                }
            }
            // The hyphen of a divided word.
            if words.count > 2, ["-", "\u{2010}", "\u{AD}"].contains(words.last), words.dropLast().last == " ",
                words.dropLast(2).last?.properties.isLowercase == true
            {
                words.remove(at: words.index(words.endIndex, offsetBy: -2))
            }
            lines[at].text = String(words)
            lines[at].box.right = max(lines[at].box.left, lines[at].box.right)
        }
        lines.removeAll { $0.text.isEmpty }
    }

    /// Whether a line is one character, or a number as wide as one.
    private static func isCharacter(_ line: SheetLine) -> Bool {
        line.text.count == 1 || line.text.count <= 3 && line.box.width < 1.3 * line.size
            || line.text.count <= 4 && line.text.unicodeScalars.allSatisfy("—―─…‥".unicodeScalars.contains)
    }

    /// Characters of headlines of several lines down the page: more of them stand one below the other than side by side.
    private func linesDown() -> Set<Int> {
        let large = lines.indices.filter { lines[$0].text.count == 1 && lines[$0].size > 1.3 * body.size }
        guard large.count > 3, large.count < 400 else { return [] }
        /// Those that go on from one to the next, in the same letters.
        func run(from first: Int, _ isNext: (SheetLine, SheetLine) -> Bool) -> [Int] {
            var run = [first]
            while let next = large.first(where: { isNext(lines[run[run.count - 1]], lines[$0]) && !run.contains($0) }) {
                run.append(next)
            }
            return run
        }
        var found = Set<Int>()
        for first in large where !found.contains(first) {
            let down = run(from: first) { one, other in
                let step = other.box.top - one.box.top
                // Fonts of pages made from pictures of letters have a size for each.
                return other.isBold == one.isBold && abs(other.size - one.size) < 0.15 * one.size
                    && step > 0.8 * one.size && step < 2.4 * one.size
                    && abs(other.box.middle - one.box.middle) < 0.3 * one.size
            }
            guard down.count > 2 else { continue }
            let across = run(from: first) { one, other in
                let gap = other.box.left - one.box.right
                return other.isSet(as: one) && gap > -0.4 * one.size && gap < 0.8 * one.size
                    && abs(other.box.top - one.box.top) < 0.3 * one.size
            }
            if across.count < down.count { found.formUnion(down) }
        }
        return found
    }

    /// Takes what is above and below rules over a whole vertical page from its lines.
    private mutating func partMargins(_ sheet: Sheet) {
        let rules = sheet.drawing.across.filter { $0.width > 0.8 * sheet.width }
        let top = rules.filter { $0.bottom < 0.12 * sheet.height }.map(\.top).max() ?? -.infinity
        let bottom = rules.filter { $0.top > 0.88 * sheet.height }.map(\.bottom).min() ?? .infinity
        func lines(_ isIn: (SheetLine) -> Bool) -> [SheetLine] {
            let part = self.lines.filter(isIn)
            self.lines.removeAll(where: isIn)
            guard !part.isEmpty else { return [] }
            return Self.inRows(Self(Sheet(width: sheet.width, height: sheet.height, lines: part)).lines)
        }
        func runsAcross(_ line: SheetLine) -> Bool { line.text.count > 3 && line.box.width > 2.5 * line.size }
        head = lines { $0.box.bottom < top + 2 || $0.box.bottom < 0.07 * sheet.height && runsAcross($0) }
        foot = lines { $0.box.top > bottom - 2 || $0.box.top > 0.94 * sheet.height && runsAcross($0) }
    }

    /// Of a vertical page, what runs across it: headlines over several bands, captions.
    private mutating func joinLinesAcross(_ sheet: Sheet) {
        func runsAcross(_ line: SheetLine) -> Bool { line.box.width > 1.7 * line.size && line.text.count > 1 }
        let across = lines.filter(runsAcross)
        guard !across.isEmpty else { return }
        lines.removeAll(where: runsAcross)
        lines += Self(Sheet(width: sheet.width, height: sheet.height, lines: across)).lines
    }

    /// Dashes and dots of vertical lines, which an extractor takes for a piece of a line across.
    private mutating func standDashes() {
        for at in lines.indices where lines[at].text.unicodeScalars.allSatisfy("—―─…‥".unicodeScalars.contains) {
            let (line, count) = (lines[at], Double(lines[at].text.unicodeScalars.count))
            guard count < 5 else { continue }
            lines[at].box = Box(
                left: line.box.left, top: line.box.top, right: line.box.left + line.size,
                bottom: line.box.top + count * line.size)
        }
    }

    /// Lines down the page, of which each character has been taken for a line.
    private mutating func joinVerticalLines(_ sheet: Sheet) {
        let rows = Rows(lines)
        let down = linesDown()
        let single = lines.indices.filter {
            Self.isCharacter(lines[$0]) && (!rows.hasNeighbour($0, in: lines) || down.contains($0))
        }
        .sorted { (lines[$0].box.top, lines[$0].box.left) < (lines[$1].box.top, lines[$1].box.left) }
        guard single.count > 1 else { return }
        let all = lines.reduce(0) { $0 + $1.text.count }
        isVertical = single.count * 2 > all
        if isVertical, !isUnmargined {
            partMargins(sheet)
            standDashes()
            joinLinesAcross(sheet)
            isUnmargined = true
            return joinVerticalLines(sheet)
        }
        // Where nothing else is vertical, two characters one below the other may well be the ends of two paragraphs.
        let (least, most) = isVertical ? (1, 1.6) : (3, 2.4)
        var taken = Set<Int>()
        for (order, first) in single.enumerated() where !taken.contains(first) {
            var run = [first]
            for next in single[(order + 1)...] where !taken.contains(next) {
                let (last, line) = (lines[run[run.count - 1]], lines[next])
                let step = line.box.top - last.box.top
                if step > most * last.size { break }
                guard abs(line.size - last.size) < 0.3 * last.size, line.isBold == last.isBold else { continue }
                if abs(line.box.middle - last.box.middle) < 0.4 * last.size, step > 0.4 * last.size { run.append(next) }
            }
            // Figures one below the other are a table's.
            guard run.count >= least, isVertical || !run.allSatisfy({ lines[$0].text.utf8.allSatisfy { $0 < 0x80 } })
            else {
                continue
            }
            lines[first].text = run.map { lines[$0].text }.joined()
            lines[first].box = run.map { lines[$0].box }.reduce(lines[first].box) { $0.union($1) }
            taken.formUnion(run)
            for gone in run.dropFirst() { lines[gone].text = "" }
        }
        lines.removeAll { $0.text.isEmpty }
        guard isVertical else { return }
        rules = sheet.drawing.turned(sheet.width).down
        for at in lines.indices {
            let box = lines[at].box
            // Boxes are as high as letters are, and wider than the characters' square.
            let square = lines[at].size
            let middle = box.middle
            let runsAcross = box.width > 1.7 * square && lines[at].text.count > 3
            let half = runsAcross ? box.width / 2 : min(box.width, 1.4 * square) / 2
            lines[at].box = Box(
                left: box.top, top: sheet.width - middle - half, right: box.bottom, bottom: sheet.width - middle + half)
        }
    }

    /// Words of a line that is justified with wide spaces: they begin where no column does.
    private mutating func joinWords() {
        let body = BodyStyle(lines)
        /// How many lines in the same letters begin at a place.
        var counts: [String: [Int: Int]] = [:]
        func place(_ left: Double) -> Int { Int(max(-1e6, min(1e6, left.rounded()))) }
        for line in lines where body.isBody(line) || line.size < body.size {
            counts[line.letters, default: [:]][place(line.box.left), default: 0] += 1
        }
        let rows = Rows(lines)
        let pictures = pictures
        // Words are apart where Latin text is drawn out.
        func isLatin(_ line: SheetLine) -> Bool { line.text.unicodeScalars.first.map { $0.value < 0x2E80 } == true }
        /// Whether the white space between two parts of a row lies below, or above, that between two pictures.
        func isBetweenPictures(_ before: Box, _ line: Box) -> Bool {
            let near = pictures.filter { $0.distanceDown(to: line) < 6 * body.pitch }
            return near.contains { $0.right < line.left + 2 && $0.right > before.left && $0.left < before.right }
                && near.contains { $0.left > before.right - 2 && $0.left < line.right && $0.right > line.left }
        }
        /// The middles of figures that stand by themselves, as a table's do.
        let figures = lines.filter { Self.isFigure($0.text) && $0.text.utf8.count < 8 }.map(\.box)
        func isInColumn(_ box: Box) -> Bool {
            figures.count {
                abs($0.middle - box.middle) < 0.4 * body.size && $0.distanceDown(to: box) < 8 * body.pitch
            } > 3
        }
        joinRows { [lines] before, line in
            let isText =
                body.isAsLarge(line) && body.isAsLarge(before) && abs(line.size - before.size) < 0.06 * body.size
            // Smaller text has lines above or below, which a page's head has not.
            let isSmallText =
                isLatin(line) && line.isSet(as: before) && !line.isBold && line.size < 1.3 * body.size
                && lines.contains {
                    let step = abs($0.box.top - before.box.top)
                    return $0.isSet(as: before) && abs($0.box.left - before.box.left) < 3 * line.size
                        && step > 0.8 * line.size
                        && step < 2 * line.size
                }
            // Writers' names and places, bold before a story's text.
            let isRunIn =
                before.isBold && body.isAsLargeInAnyWeight(before) && line.box.left - before.box.right < 1.6 * line.size
                && (line.isSet(as: before) || body.isBody(line))
            guard isText || isSmallText || isRunIn else { return 0.45 }
            if rows.isGutter(between: before.box, and: line.box, pitch: body.pitch, in: lines) { return 0.45 }
            if line.text.unicodeScalars.first.map(ListMark.isBullet) == true { return 0.45 }
            if isBetweenPictures(before.box, line.box) { return 0.45 }
            // Figures of a table.
            if Self.isFigure(line.text), Self.isFigure(before.text) || isInColumn(line.box) { return 0.45 }
            // The first line of a paragraph begins behind its column's edge.
            // In the column of what is before, others begin with an indent.
            let counts = counts[isText ? body.font : line.letters, default: [:]]
            let isEdge = counts[place(before.box.left), default: 0] + counts[place(before.box.left) + 1, default: 0] > 3
            let gap = max(
                before.box.right - 2, line.box.left - 4 * line.size, isEdge ? before.box.left + 2.8 * line.size : -1e6)
            let isColumn =
                gap <= line.box.left
                && (place(gap)...place(line.box.left) + 1).contains {
                    // The wider the white space, the less it takes to be a column's.
                    counts[$0, default: 0] + counts[$0 + 1, default: 0]
                        > (line.box.left - before.box.right > 0.9 * line.size ? 1 : 2) + (isLatin(line) ? 1 : 0)
                }
            return isColumn ? 0.45 : Self.mostRoom
        }
    }

    private static func isFigure(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.,:%/ ".utf8.contains($0) }
            && text.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// The widest white space within a line, in ems.
    private static let mostRoom = 3.0

    /// Parts of a row between which there is less white space than that, in ems of the smaller letters.
    private mutating func joinRows(_ room: (SheetLine, SheetLine) -> Double) {
        let order = lines.indices.sorted { (lines[$0].box.left, $0) < (lines[$1].box.left, $1) }
        var rows: [Int: [Int]] = [:]
        func row(_ box: Box) -> Int { Int(max(-1e6, min(1e6, (box.top + box.bottom) / 16))) }
        for at in order {
            let line = lines[at]
            var left: Int?
            for near in (row(line.box) - 1)...(row(line.box) + 1) {
                for other in rows[near, default: []] {
                    let before = lines[other]
                    let gap = line.box.left - before.box.right
                    let size = min(line.size, before.size)
                    // What is quick to ask comes first: a row may hold thousands.
                    guard gap > -1.05 * size, gap < Self.mostRoom * size,
                        gap > -Self.mostOverlap(before, line) * size,
                        // A ligature may be a glyph of another, smaller font.
                        max(line.size, before.size) < 1.3 * size
                            || gap < 0.25 * size && max(line.size, before.size) < 1.6 * size
                                && min(line.text.unicodeScalars.count, before.text.unicodeScalars.count) < 4,
                        line.box.sharedHeight(with: before.box) > 0.6 * min(line.box.height, before.box.height)
                    else { continue }
                    // Headlines down the page stand side by side.
                    let runsDown = [before, line].contains {
                        !isVertical && $0.box.height > 2.5 * $0.box.width && $0.text.count > 2
                    }
                    if runsDown { continue }
                    let isBarred =
                        gap > 0
                        && rules.contains {
                            // A mark's square may reach over the rule.
                            $0.left > before.box.right - max(2, Self.mostOverlap(before, line) > 0.5 ? 0.6 * size : 0)
                                && $0.right < line.box.left + 2
                                && $0.sharedHeight(with: line.box) > 0.5 * line.box.height
                        }
                    if !isBarred, gap < room(before, line) * size { left = other }
                }
            }
            guard let left else {
                rows[row(line.box), default: []].append(at)
                continue
            }
            let gap = line.box.left - lines[left].box.right
            let isLatin =
                lines[left].text.unicodeScalars.last.map { $0.value < 0x2000 } == true
                && line.text.unicodeScalars.first.map { $0.value < 0x2000 } == true
            // Writers' names are bold, and white space parts them from each other, and from the text.
            let isRunIn = lines[left].isBold && body.isAsLargeInAnyWeight(lines[left]) && gap > 0.7 * line.size
            // A line with text in it is text; else the letters that it begins with are its own, but for a mark or a bold
            // word.
            let isText = (body.isBody(lines[left]), body.isBody(line))
            if lines[left].firstFont == nil { lines[left].firstFont = lines[left].letters }
            let mayLead = lines[left].text.unicodeScalars.count < 3 || lines[left].isBold && !line.isBold
            if isText.0 == isText.1 ? mayLead && line.box.width > lines[left].box.width : isText.1 {
                (lines[left].font, lines[left].isBold, lines[left].size) = (line.font, line.isBold, line.size)
            }
            lines[left].lastFont = line.lastFont ?? line.letters
            let isParted = (isVertical && gap > 0.6 * line.size || lines[left].precedesSpace || isRunIn) && !isLatin
            let space = isLatin && gap > 0.12 * line.size ? " " : isParted || isFolio(lines[left], line, gap) ? "　" : ""
            lines[left].precedesSpace = line.precedesSpace
            lines[left].isSpaced = lines[left].isSpaced || line.isSpaced
            lines[left].text += space + line.text
            lines[left].box = lines[left].box.union(line.box)
            lines[at].text = ""
        }
        lines.removeAll { $0.text.isEmpty }
    }

    /// Whether one part is a page's number and the other its name, in letters of their own: 10法治.
    private func isFolio(_ before: SheetLine, _ line: SheetLine, _ gap: Double) -> Bool {
        func isNumber(_ text: String) -> Bool {
            text.utf8.count < 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard min(before.size, line.size) > 1.5 * body.size, gap > 0.1 * line.size,
            before.font != line.font || before.isBold != line.isBold || abs(before.size - line.size) > 0.05 * line.size
        else { return false }
        return isNumber(before.text) != isNumber(line.text) && !line.text.utf8.contains { (0x30...0x39).contains($0) }
            || isNumber(line.text) && !isNumber(before.text)
    }

    /// Two to eight Han of one name, not of text, that are set apart by the same white space: 栖 川 时 评. An extractor has several parts
    /// for them.
    private mutating func joinSpacedNames() {
        guard !isVertical else { return }
        let rows = Rows(lines)
        struct Part {
            var at: Int
            /// Points from one character to the next; 0 for one alone.
            var step: Double
        }
        let parts = lines.indices.compactMap { at -> Part? in
            let line = lines[at]
            guard !body.isBody(line), line.size > 0.8 * body.size else { return nil }
            let words = line.text.unicodeScalars.split { $0.properties.isWhitespace }
            guard (1...4).contains(words.count),
                words.allSatisfy({ $0.count == 1 && (0x4E00...0x9FFF).contains($0.first!.value) })
            else { return nil }
            let step = words.count > 1 ? (line.box.width - line.size) / Double(words.count - 1) : 0
            return rows.hasNeighbour(at, in: lines) ? nil : Part(at: at, step: step)
        }.sorted { lines[$0.at].box.left < lines[$1.at].box.left }
        guard parts.count > 1 else { return }
        /// Whether nothing stands between two parts of a row.
        func isFree(_ left: Box, _ right: Box) -> Bool {
            !lines.contains {
                $0.box.left > left.left + 1 && $0.box.left < right.left - 1
                    && $0.box.sharedHeight(with: left) > 0.3 * left.height
            }
        }
        var taken = Set<Int>()
        for first in parts where !taken.contains(first.at) {
            var run = [first]
            var step = first.step
            for next in parts where !taken.contains(next.at) && next.at != first.at {
                let (last, line) = (lines[run[run.count - 1].at], lines[next.at])
                let here = line.box.left + line.size - last.box.right
                // Two alone may be as far apart as a line of four is wide: 更　　正.
                let isPair = line.isBold && run.count == 1 && [first, next].allSatisfy { $0.step == 0 }
                guard here > 1.15 * line.size, here < (isPair ? 4.2 : 2.7) * line.size,
                    max(line.size, last.size) < 1.2 * min(line.size, last.size),
                    line.box.sharedHeight(with: last.box) > 0.6 * min(line.box.height, last.box.height),
                    line.isBold == last.isBold, step == 0 || abs(here - step) < 0.12 * step,
                    next.step == 0 || abs(here - next.step) < 0.12 * here, isFree(last.box, line.box)
                else { continue }
                step = here
                run.append(next)
            }
            let count = run.reduce(0) { $0 + lines[$1.at].text.unicodeScalars.count { !$0.properties.isWhitespace } }
            guard run.count > 1, (2...8).contains(count) else { continue }
            taken.formUnion(run.map(\.at))
            let text = run.map { lines[$0.at].text }.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
            lines[first.at].text = String(String.UnicodeScalarView(text))
            lines[first.at].box = run.map { lines[$0.at].box }.reduce(lines[first.at].box) { $0.union($1) }
            lines[first.at].isSpaced = true
            for gone in run.dropFirst() { lines[gone.at].text = "" }
        }
        lines.removeAll { $0.text.isEmpty }
    }

    /// How far two parts of a line may reach into each other, in ems: where a mark stands half of its square may be taken away.
    private static func mostOverlap(_ before: SheetLine, _ line: SheetLine) -> Double {
        func isMark(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map {
                (0x3001...0x303F).contains($0.value) || (0xFF01...0xFF65).contains($0.value)
                    || (0x2018...0x201D).contains($0.value)
            } == true
        }
        return switch (isMark(before.text.unicodeScalars.last), isMark(line.text.unicodeScalars.first)) {
        case (true, true): 1.05
        case (true, false), (false, true): 0.6
        case (false, false): 0.5
        }
    }

    /// A large first letter, as high as several lines, belongs to the line at its top.
    private mutating func joinDropCapitals() {
        for at in lines.indices {
            let capital = lines[at]
            guard (1...2).contains(capital.text.count),
                capital.text.contains(where: { $0.isLetter || $0 == "“" || $0 == "\"" })
            else { continue }
            let beside = lines.indices.filter { other in
                let line = lines[other]
                let gap = line.box.left - capital.box.right
                // The box is as high as its letters, and may be a little lower than the lines that make room for it.
                return other != at && capital.size > 1.7 * line.size && gap > -0.4 * line.size && gap < 1.2 * line.size
                    && line.box.top < capital.box.bottom + 0.1 * line.size
                    && line.box.bottom > capital.box.top + 0.3 * line.size
            }.sorted { lines[$0].box.top < lines[$1].box.top }
            guard beside.count >= 2, let first = beside.first, lines[first].text.count > 3 else { continue }
            lines[first].text = capital.text + lines[first].text
            // The lines beside it begin where the column does.
            for other in beside { lines[other].box.left = capital.box.left }
            lines[at].text = ""
        }
        lines.removeAll { $0.text.isEmpty }
    }
}

/// Lines by the rows of the sheet that they are in.
private struct Rows {
    private var rows: [Int: [Int]] = [:]

    /// Points in a row.
    private static let height = 8.0

    init(_ lines: [SheetLine]) {
        for at in lines.indices { rows[Self.row(lines[at].box), default: []].append(at) }
    }

    private static func row(_ box: Box) -> Int { Int(max(-1e6, min(1e6, (box.top + box.bottom) / 2 / height))) }

    /// Whether the white space between two parts of a row goes on above and below, so that it parts columns.
    func isGutter(between left: Box, and right: Box, pitch: Double, in lines: [SheetLine]) -> Bool {
        guard right.left > left.right else { return false }
        let middle = (left.right + right.left) / 2
        let reach = 3.5 * pitch
        let first = Self.row(Box(left: 0, top: left.top - reach, right: 0, bottom: left.top - reach))
        let last = Self.row(Box(left: 0, top: left.bottom + reach, right: 0, bottom: left.bottom + reach))
        guard last - first < 200 else { return false }
        var near: [Int] = []
        for row in first...last {
            for at in rows[row, default: []] {
                let box = lines[at].box
                if box.sharedHeight(with: left) < 0.3 * left.height, box.height < 2 * left.height { near.append(at) }
            }
        }
        // Up and down to the first line that goes over it.
        let crossing = near.map { lines[$0].box }.filter { $0.left < middle - 1 && $0.right > middle + 1 }
        let above = crossing.filter { $0.top < left.top }.map(\.top).max() ?? -.infinity
        let below = crossing.filter { $0.top > left.top }.map(\.top).min() ?? .infinity
        var (before, behind, beside) = (0, 0, 0)
        for at in near where lines[at].box.top > above && lines[at].box.top < below {
            let box = lines[at].box
            if box.right <= middle + 1, box.right > left.right - 12 * pitch { before += 1 }
            if box.left >= middle - 1, box.left < right.left + 3 * pitch {
                behind += 1
                if abs(box.left - right.left) < 0.3 * pitch { beside += 1 }
            }
        }
        // Where little is left of it, what is behind it begins at one edge.
        let isFree = crossing.isEmpty || beside > 1 && left.height < 1.15 * pitch
        return before > 1 && behind > 1 && isFree
    }

    /// Whether something as large stands right before or right behind a line.
    func hasNeighbour(_ at: Int, in lines: [SheetLine]) -> Bool {
        let line = lines[at]
        let row = Self.row(line.box)
        return (row - 1...row + 1).contains { row in
            rows[row, default: []].contains { other in
                let near = lines[other]
                let gap = max(near.box.left - line.box.right, line.box.left - near.box.right)
                return other != at && abs(near.size - line.size) < 0.25 * line.size && gap > -0.4 * line.size
                    && gap < 0.3 * line.size
                    && near.box.sharedHeight(with: line.box) > 0.6 * min(near.box.height, line.box.height)
            }
        }
    }
}
