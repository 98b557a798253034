import Newspaper

/// What most of a page is set in.
struct BodyStyle {
    let size: Double
    let font: String
    /// From one base line to the next.
    let pitch: Double

    init(_ lines: [SheetLine]) {
        struct Style: Hashable {
            var font: String
            var halves: Int
        }
        var weights: [Style: Int] = [:]
        for line in lines where !line.isBold {
            weights[Style(font: line.font, halves: Int(min(1e6, line.size * 2))), default: 0] += line.text.utf8.count
        }
        let most = weights.max { ($0.value, $1.key.halves, $1.key.font) < ($1.value, $0.key.halves, $0.key.font) }
        let halves = most?.key.halves ?? 20
        font = most?.key.font ?? ""
        let own = lines.filter { !$0.isBold && $0.font == most?.key.font && Int(min(1e6, $0.size * 2)) == halves }
        let sizes = own.map(\.size).sorted()
        size = max(1, sizes.isEmpty ? Double(halves) / 2 : sizes[sizes.count / 2])
        pitch = 1.4 * size
    }

    /// Whether it is as large as the text, in whatever letters.
    func isAsLarge(_ line: SheetLine) -> Bool { !line.isBold && isAsLargeInAnyWeight(line) }

    /// Whether it is as large as the text, bold or not.
    func isAsLargeInAnyWeight(_ line: SheetLine) -> Bool { line.size > 0.92 * size && line.size < 1.08 * size }

    func isBody(_ line: SheetLine) -> Bool {
        line.font == font && isAsLarge(line)
    }

    /// Whether writers' names may be set so among the text: it may be a little smaller, or bold.
    private func isNearlyAsLarge(_ line: SheetLine) -> Bool {
        line.size > 0.84 * size && line.size < 1.07 * size
    }

    /// Takes lines in other letters for text where they fill the row right above a line of text, as writers and places do that
    /// a story begins with, or go on with names that a line of text ends with.
    func takeIn(_ lines: inout [SheetLine], _ pictures: [Box]) {
        var rows: [Int: [Int]] = [:]
        func row(_ top: Double) -> Int { Int((top / size).rounded()) }
        for at in lines.indices where isBody(lines[at]) { rows[row(lines[at].box.top), default: []].append(at) }
        for at in lines.indices.sorted(by: { lines[$0].box.top > lines[$1].box.top }) {
            let line = lines[at]
            guard isNearlyAsLarge(line), !isBody(line) else { continue }
            // It may well be the picture's.
            if pictures.contains(where: {
                $0.sharedWidth(with: line.box) > 0 && abs(line.box.top - $0.bottom) < 1.2 * size
            }) {
                continue
            }
            let first = row(line.box.top + 0.8 * size)
            let isText = (first...first + 2).contains { row in
                rows[row, default: []].contains { below in
                    let next = lines[below].box
                    let step = next.top - line.box.top
                    // A name that its line divides: （耿小|庄）
                    if step > 0.8 * size, step < 2 * size, line.box.isInColumn(of: next), line.text.isOpenBracket,
                        line.box.left > next.left - 0.6 * size, lines[below].text.closesBracket
                    {
                        return true
                    }
                    guard isAsLarge(line) || lines[below].firstFont == line.letters else { return false }
                    return step > 0.8 * size && step < 2 * size && line.box.left - next.left < 2.6 * size
                        && line.box.left > next.left - 0.6 * size
                        && line.box.right > next.right - 3 * size && next.width > 6 * size
                }
            }
            guard isText else { continue }
            (lines[at].firstFont, lines[at].font, lines[at].size) = (line.letters, font, size)
            lines[at].isBold = false
            rows[row(line.box.top), default: []].append(at)
        }
        for at in lines.indices {
            let line = lines[at]
            guard isNearlyAsLarge(line), !isBody(line) else { continue }
            let first = row(line.box.top - 1.4 * size)
            let goesOn = (first - 1...first + 1).contains { row in
                rows[row, default: []].contains { above in
                    let step = line.box.top - lines[above].box.top
                    return lines[above].lastFont == line.letters && step > 0.8 * size && step < 2 * size
                        && abs(line.box.left - lines[above].box.left) < 0.5 * size
                }
            }
            if goesOn { (lines[at].font, lines[at].size, lines[at].isBold) = (font, size, false) }
        }
    }

    func isHeading(_ line: SheetLine) -> Bool {
        if line.size >= 1.25 * size { return true }
        return line.isBold && line.size >= 1.08 * size
    }
}

extension String {
    /// Whether a bracket is opened, and not closed again.
    fileprivate var isOpenBracket: Bool {
        unicodeScalars.lastIndex { "（(".unicodeScalars.contains($0) }.map {
            !unicodeScalars[$0...].contains { "）)".unicodeScalars.contains($0) }
        } ?? false
    }

    /// Whether a bracket is closed that has not been opened.
    fileprivate var closesBracket: Bool {
        unicodeScalars.firstIndex { "）)".unicodeScalars.contains($0) }.map {
            !unicodeScalars[..<$0].contains { "（(".unicodeScalars.contains($0) }
        } ?? false
    }
}
