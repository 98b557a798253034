import Newspaper
import PageText

/// What stands at the head and at the foot of a sheet and belongs to no story.
struct PageMargins {
    private(set) var head: [Int] = []
    private(set) var foot: [Int] = []
    private(set) var rest: [Int]

    init(
        _ blocks: [TextBlock], _ body: BodyStyle, height: Double, width: Double, rules: [Box], pictures: [Box] = [],
        frames: [Box] = []
    ) {
        let bands = Self.bands(blocks, body)
        let boxes = frames.filter { $0.height > 3 * body.pitch && $0.height < 0.5 * height }
        rest = []
        // A rule over the whole page, with small lines below it.
        if let rule = rules.last(where: { $0.width > 0.8 * width && $0.top > 0.8 * height }) {
            let below = blocks.indices.filter { blocks[$0].box.top > rule.top - 2 }
            if !below.isEmpty, below.allSatisfy({ blocks[$0].size < 1.3 * body.size && blocks[$0].lines.count < 4 }) {
                foot = blocks.inRows(below)
            }
        }
        var (first, last) = (Self.ruledHead(bands, blocks, body, height, width, rules, frames), bands.count)
        while first < min(3, bands.count - 1),
            Self.isMasthead(bands[first], blocks, body, height, width, rules)
                || first < 2 && Self.isHead(bands[first], blocks, body, height)
                    && (first == 0 || bands[first].allSatisfy { !blocks[$0].isHeading })
        { first += 1 }
        while foot.isEmpty, last > first + 1, bands.count - last < 4,
            Self.isFoot(bands[last - 1], blocks, body, height),
            // Captions of pictures there are not the page's.
            !bands[last - 1].contains(where: { blocks[$0].isAt(pictures, body) }),
            // Nor is what a box holds.
            !bands[last - 1].contains(where: { at in boxes.contains { $0.contains(middleOf: blocks[at].box) } })
        {
            last -= 1
        }
        let name = Self.nameBelow(first, bands, blocks, body, height, width, rules)
        for (number, band) in bands.enumerated() {
            if let name, band == [name] {
                head.append(name)
                continue
            }
            var order = blocks.inRows(band.filter { !foot.contains($0) || number >= last })
            if number < first {
                // Beside a masthead stories may begin.
                var begun = order.filter { Self.beginsStory($0, among: band, blocks, body, rules) }
                begun += Self.leading(to: begun, from: order, blocks, body)
                rest += begun
                order.removeAll(where: begun.contains)
            } else if number < last {
                let between = order.filter { Self.isBetweenRules(blocks[$0], body, height, rules) }
                head += between
                order.removeAll(where: between.contains)
            }
            if number < first { head += order } else if number >= last { foot += order } else { rest += order }
        }
    }

    /// How many bands stand above a rule over the whole page that is near its top, and say what a page says of itself: the paper's
    /// name, numbers, and a few words in boxes beside it; none of them a sentence.
    private static func ruledHead(
        _ bands: [[Int]], _ blocks: [TextBlock], _ body: BodyStyle, _ height: Double, _ width: Double, _ rules: [Box],
        _ frames: [Box]
    ) -> Int {
        let ends = rules.filter { $0.width > 0.8 * width && $0.top < 0.16 * height }.map(\.top).sorted(by: >)
        for end in ends {
            let count = bands.prefix { band in band.allSatisfy { blocks[$0].box.bottom < end + 0.3 * blocks[$0].size } }
                .count
            guard (1..<bands.count).contains(count) else { continue }
            // A rubric between two rules has no number.
            let last = bands[count - 1].flatMap { blocks[$0].lines.map(\.text) }.joined(separator: " ")
            guard hasNumber(last) else { continue }
            let all = bands.prefix(count).joined()
            let isShort = all.allSatisfy { at in
                // A box beside the paper's name says what is inside.
                frames.contains { $0.bottom < end && $0.contains(middleOf: blocks[at].box) }
                    || blocks[at].lines.allSatisfy { line in !line.text.contains { "。！？；，".contains($0) } }
            }
            let small = all.filter { blocks[$0].size < 1.25 * body.size }
            let text = small.flatMap { blocks[$0].lines.map(\.text) }.joined(separator: " ")
            let large = all.filter { blocks[$0].size > 1.8 * body.size }
            guard isShort, large.count <= 3, large.allSatisfy({ blocks[$0].lines.count == 1 }), hasNumber(text),
                small.count > 1 || large.isEmpty
            else { continue }
            return count
        }
        return 0
    }

    /// A word or two at the sheet's left, alone on their row between the head's rule and a larger headline: the page's name.
    private static func nameBelow(
        _ first: Int, _ bands: [[Int]], _ blocks: [TextBlock], _ body: BodyStyle, _ height: Double, _ width: Double,
        _ rules: [Box]
    ) -> Int? {
        guard first > 0, first + 1 < bands.count, bands[first].count == 1 else { return nil }
        let block = blocks[bands[first][0]]
        let left = blocks.map(\.box.left).min() ?? 0
        let isRuled = rules.contains {
            $0.width > 0.8 * width && $0.bottom < block.box.top + 2 && block.box.top - $0.bottom < 1.2 * block.size
        }
        let next = bands[first + 1].map { blocks[$0] }.min { $0.box.top < $1.box.top }
        guard isRuled, block.isHeading, !block.isName, block.lines.count == 1, block.size > 1.8 * body.size,
            block.box.top < 0.16 * height, block.box.left < left + body.size, block.box.width < 8 * block.size,
            block.count < 16, let next, bands[first + 1].contains(where: { blocks[$0].size > 1.3 * block.size }),
            next.isHeading
        else { return nil }
        return bands[first][0]
    }

    /// Whether it is one large line over the page, with a rule right below it.
    private static func isMasthead(
        _ band: [Int], _ blocks: [TextBlock], _ body: BodyStyle, _ height: Double, _ width: Double, _ rules: [Box]
    ) -> Bool {
        guard band.count == 1, blocks[band[0]].lines.count == 1, blocks[band[0]].size > 2.5 * body.size,
            blocks[band[0]].box.top < 0.15 * height
        else {
            return false
        }
        let box = blocks[band[0]].box
        let name = blocks[band[0]].lines[0].text
        if name.count < 9, name.hasSuffix("报") || name.hasSuffix("報") { return true }
        return rules.contains {
            $0.width > 0.8 * width && $0.top > box.bottom - 0.3 * box.height && $0.top < box.bottom + body.pitch
        }
    }

    /// Whether a heading has text right below it, or names one that has.
    private static func beginsStory(
        _ at: Int, among band: [Int], _ blocks: [TextBlock], _ body: BodyStyle, _ rules: [Box]
    ) -> Bool {
        guard blocks[at].isHeading else { return false }
        let box = blocks[at].box
        let isOverText = blocks.contains {
            let gap = $0.box.top - box.bottom
            return $0.isBody && $0.lines.count > 2 && gap > -0.5 * body.size && gap < 2 * body.pitch
                && $0.box.isInColumn(of: box) && $0.box.left > box.left - 2 * body.size
        }
        if isOverText {
            return !rules.contains {
                $0.top > box.bottom - 2 && $0.top < box.bottom + 2 * body.pitch
                    && $0.sharedWidth(with: box) > 0.8 * box.width
            }
        }
        return blocks[at].isName
            && band.contains {
                $0 != at && blocks[$0].box.top > box.top && blocks[$0].box.isInColumn(of: box)
                    && beginsStory($0, among: [], blocks, body, rules)
            }
    }

    /// What stands right above a headline of several lines beside a masthead, or is its first part.
    private static func leading(
        to begun: [Int], from order: [Int], _ blocks: [TextBlock], _ body: BodyStyle
    ) -> [Int] {
        var found: [Int] = []
        /// A headline of two lines, with something under it that is no masthead's.
        for at in order where !begun.contains(at) && blocks[at].isHeading && blocks[at].lines.count > 1 {
            let box = blocks[at].box
            let leads = blocks.contains {
                let gap = $0.box.top - box.bottom
                return gap > -0.6 * blocks[at].size && gap < 2 * body.pitch && $0.box.isInColumn(of: box)
                    && $0.box.top > box.top && ($0.isHeading || $0.isBody && $0.lines.count > 2)
            }
            if leads { found.append(at) }
        }
        for at in order where !begun.contains(at) && !found.contains(at) && blocks[at].lines.count == 1 {
            if (found + begun).contains(where: { blocks[at].leads(to: blocks[$0], body) && blocks[$0].lines.count > 1 })
            {
                found.append(at)
            }
        }
        return found
    }

    /// Whether a line near the top stands between two rules, as mastheads have one with the number.
    private static func isBetweenRules(_ block: TextBlock, _ body: BodyStyle, _ height: Double, _ rules: [Box]) -> Bool
    {
        guard block.lines.count == 1, !block.isHeading, block.box.top < 0.2 * height,
            // A rubric may stand so, but says no number.
            block.count > 7 || hasNumber(block.lines[0].text)
        else { return false }
        func isRule(_ rule: Box, _ gap: Double) -> Bool {
            rule.width > 30 * body.size && rule.sharedWidth(with: block.box) > 0.9 * block.box.width && gap > -4
                && gap < 1.2 * body.size
        }
        return rules.contains { isRule($0, block.box.top - $0.bottom) }
            && rules.contains { isRule($0, $0.top - block.box.bottom) }
    }

    /// Whether there are digits, or a date in words.
    private static func hasNumber(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value) }
            || text.contains("年") && text.contains("月")
    }

    /// Blocks between two lines of white space that go over the whole sheet.
    private static func bands(_ blocks: [TextBlock], _ body: BodyStyle) -> [[Int]] {
        var bands: [[Int]] = []
        var bottom = -Double.infinity
        for at in blocks.indices.sorted(by: { blocks[$0].box.top < blocks[$1].box.top }) {
            let box = blocks[at].box
            if bands.isEmpty || box.top - bottom > 0.15 * body.size { bands.append([]) }
            bands[bands.count - 1].append(at)
            bottom = max(bottom, box.bottom - 0.1 * blocks[at].size)
        }
        return bands
    }

    /// A row at the top of the sheet with something small in it that is not set as text is.
    private static func isHead(_ band: [Int], _ blocks: [TextBlock], _ body: BodyStyle, _ height: Double) -> Bool {
        let isPlain = band.allSatisfy { at in !blocks[at].lines.contains { $0.text.contains { "。！？；".contains($0) } } }
        guard let top = band.map({ blocks[$0].box.top }).min(), top < 0.12 * height,
            band.allSatisfy({
                blocks[$0].lines.count <= 2 && !(blocks[$0].isBody && blocks[$0].lines.count > 1 && !isPlain)
            })
        else { return false }
        let hasSmall = band.contains { blocks[$0].size < 1.25 * body.size }
        let text = band.flatMap { blocks[$0].lines.map(\.text) }.joined(separator: " ")
        return hasSmall && (band.count > 1 || hasNumber(text))
    }

    /// Small lines below all stories: several in a row, or one with a number, and no picture's caption.
    private static func isFoot(_ band: [Int], _ blocks: [TextBlock], _ body: BodyStyle, _ height: Double) -> Bool {
        guard band.allSatisfy({ blocks[$0].box.top > 0.75 * height }),
            band.allSatisfy({
                blocks[$0].size < 1.25 * body.size
                    && (!blocks[$0].isBody || band.count > 1 && blocks[$0].lines.count == 1)
            })
        else { return false }
        let text = band.flatMap { blocks[$0].lines.map(\.text) }.joined(separator: " ")
        if band.count > 1 { return true }
        guard blocks[band[0]].lines.count == 1, blocks[band[0]].box.width < 40 * body.size else { return false }
        return text.count <= 10 || hasNumber(text) && text.count < 60
    }
}
