import Newspaper
import PageText

/// The head of a page: its number and its name go together, before all else.
enum PageHeading {
    /// The lines of a head.
    static func lines(_ head: [SheetLine], _ body: BodyStyle) -> [LaidLine] {
        var head = head
        joinDay(&head)
        for at in head.indices where head[at].text.contains(" · ") {
            head[at].text = head[at].text.replacing(" · ", with: "·")
        }
        for at in head.indices where head[at].size > 1.5 * body.size { head[at].text = parted(head[at].text) }
        for at in head.indices.reversed() {
            guard let end = endOfHan(head[at].text) else { continue }
            // 体育SPORTS
            var other = head[at]
            other.text = String(head[at].text.unicodeScalars.suffix(from: end))
            head[at].text = String(head[at].text.unicodeScalars.prefix(upTo: end))
            head.insert(other, at: at + 1)
        }
        for number in head.indices where isNumber(head[number].text) {
            let name = head.indices.filter { isName(head[$0], beside: head[number], body) }.min {
                // The largest; of equals the nearest.
                let (one, other) = (head[$0], head[$1])
                if abs(one.size - other.size) > 0.1 * one.size { return one.size > other.size }
                return one.box.distance(to: head[number].box) < other.box.distance(to: head[number].box)
            }
            guard let name = name ?? nameOnRow(of: head[number], head) ?? largestName(head, body, besidePaper: true)
            else { continue }
            let folio = SheetLine(
                head[number].text + "　" + head[name].text, head[number].box.union(head[name].box), size: head[name].size
            )
            head.remove(at: max(number, name))
            head.remove(at: min(number, name))
            head.insert(folio, at: 0)
            return head.map { LaidLine($0, .furniture) }
        }
        if let name = largestName(head, body) { head.insert(head.remove(at: name), at: 0) }
        return head.map { LaidLine($0, .furniture) }
    }

    /// The largest name, where nothing else in the head, as the paper's own, is larger.
    private static func largestName(_ head: [SheetLine], _ body: BodyStyle, besidePaper: Bool = false) -> Int? {
        if besidePaper, !head.contains(where: { isPaper($0.text) }) { return nil }
        let names = head.indices.filter { isName(head[$0], body) && head[$0].size > 1.6 * body.size }
        return names.max { head[$0].size < head[$1].size }
            .flatMap { name in head.contains { !isNumber($0.text) && $0.size > 1.05 * head[name].size } ? nil : name }
    }

    /// A day in larger letters than its month and year, which stand beside it or above it, is no page's number.
    private static func joinDay(_ head: inout [SheetLine]) {
        guard
            let day = head.firstIndex(where: { line in
                (1...2).contains(line.text.utf8.count) && line.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }),
            let month = head.firstIndex(where: {
                $0.text.hasSuffix("月") && $0.size < head[day].size
                    && $0.box.distance(to: head[day].box) < head[day].size
            })
        else { return }
        head[month].text += head[day].text
        head[month].box = head[month].box.union(head[day].box)
        let end = head.firstIndex {
            $0.text.hasPrefix("日") && $0.box.distance(to: head[day].box) < head[day].size
        }
        if let end {
            head[month].text += head[end].text
            head[month].box = head[month].box.union(head[end].box)
        }
        head = head.indices.filter { $0 != day && $0 != end }.map { head[$0] }
    }

    /// The only name of one word on the row of a page's number, however far from it.
    private static func nameOnRow(of number: SheetLine, _ head: [SheetLine]) -> Int? {
        let names = head.indices.filter { at in
            let letters = head[at].text.unicodeScalars
            let isHan = letters.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
            let isLatin = letters.allSatisfy { $0.properties.isAlphabetic && $0.value < 0x2E80 }
            return !isNumber(head[at].text)
                && (isHan && (2...4).contains(letters.count) || isLatin && (3...16).contains(letters.count))
                && !"报報闻聞".unicodeScalars.contains(letters.last ?? " ")
                && !"星农".unicodeScalars.contains(letters.first ?? " ")
                && abs(head[at].size - number.size) < 0.1 * number.size
                && head[at].box.sharedHeight(with: number.box) > 0.5 * number.box.height
        }
        return names.count == 1 ? names[0] : nil
    }

    /// A page's number and its name with a space between them, as they are printed: 10法治.
    private static func parted(_ text: String) -> String {
        let letter = text.unicodeScalars.first.map { (0x41...0x5A).contains($0.value) } == true ? 1 : 0
        let digits = text.unicodeScalars.dropFirst(letter).prefix { (0x30...0x39).contains($0.value) }.count
        let name = text.unicodeScalars.dropFirst(letter + digits)
        guard (1...2).contains(digits), (2...6).contains(name.count), name.first != "版",
            name.allSatisfy({ (0x3400...0x9FFF).contains($0.value) })
        else { return text }
        return String(text.unicodeScalars.prefix(letter + digits)) + "　" + String(name)
    }

    /// Where a name in Han ends that the same in capitals follows.
    private static func endOfHan(_ text: String) -> String.UnicodeScalarView.Index? {
        let han = text.unicodeScalars.prefix { (0x3400...0x9FFF).contains($0.value) }
        let rest = text.unicodeScalars.suffix(from: han.endIndex)
        guard (2...8).contains(han.count), rest.count > 3,
            rest.allSatisfy({ (0x41...0x5A).contains($0.value) || $0 == " " })
        else { return nil }
        return han.endIndex
    }

    /// 10, A05, 第3版
    private static func isNumber(_ text: String) -> Bool {
        let digits = Array(text.unicodeScalars).filter {
            (0x30...0x39).contains($0.value) || "一二三四五六七八九十".unicodeScalars.contains($0)
        }
        let others = Array(text.unicodeScalars).filter { !digits.contains($0) && !$0.properties.isWhitespace }
        let isPage =
            others.isEmpty || others.count == 1 && (0x41...0x5A).contains(others[0].value)
            || others.last == "版"
                && others.count < 3
        return (1...3).contains(digits.count) && isPage && (others.last == "版" || digits.allSatisfy { $0.value < 0x80 })
    }

    private static func isPaper(_ text: String) -> Bool {
        "报報".unicodeScalars.contains(text.unicodeScalars.last ?? " ")
    }

    /// Whether a line is a few words, and no paper's name.
    private static func isName(_ line: SheetLine, _ body: BodyStyle) -> Bool {
        let letters = line.text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let isHan = letters.allSatisfy { (0x3400...0x9FFF).contains($0.value) || "·".unicodeScalars.contains($0) }
        let isLatin =
            letters.allSatisfy { $0.properties.isAlphabetic || "&'’-".unicodeScalars.contains($0) }
            && letters.allSatisfy { $0.value < 0x2E80 }
        return (isHan ? (2...8).contains(letters.count) : isLatin && (3...24).contains(letters.count))
            && line.size > 1.05 * body.size && !isPaper(line.text) && letters.first != "星"
    }

    /// Whether it stands beside, above or below a page's number.
    private static func isName(_ line: SheetLine, beside number: SheetLine, _ body: BodyStyle) -> Bool {
        let size = max(line.size, number.size)
        let gap = max(line.box.left - number.box.right, number.box.left - line.box.right)
        // As small as the text it stands right before the number: a supplement has a title of its own.
        let letters = line.text.unicodeScalars
        let isSmall =
            (2...4).contains(letters.count) && letters.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
            && line.size > 0.9 * body.size && number.box.left > line.box.right && gap < 1.5 * line.size
            && !isPaper(line.text)
        guard isName(line, body) || isSmall else { return false }
        let isBeside =
            line.box.sharedHeight(with: number.box) > 0.3 * min(line.box.height, number.box.height) && gap < 3 * size
        let isStacked =
            line.box.sharedWidth(with: number.box) > 0.3 * min(line.box.width, number.box.width)
            && line.box.distanceDown(to: number.box) < 0.8 * size
        return isBeside || isStacked
    }
}
