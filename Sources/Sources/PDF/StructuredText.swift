import Newspaper
import PageLayout
import TextDecoding
import TextFolding
import XML

/// What `mutool draw -F stext` writes: pages, lines, fonts, and characters with their places.
///
/// The document may break off or go wrong anywhere: what came until then counts.
final class StructuredText: XMLHandler {
    private let pages: ClosedRange<Int>
    private var sheets: [Sheet] = []
    /// Whether the page is one of those that were asked for.
    private var isWanted = false
    private var font = (family: "", size: 0.0, isBold: false)
    /// What stands side by side in the block.
    private var runs: [Run] = []
    /// Of the line: whether it runs down the page, by the writing mode or by its direction.
    private var isVertical = false

    private struct Run {
        var text = ""
        var box: Box
        var baseLine: Double
        var size: Double
        var family: String
        /// Whether a space has come since its last letter.
        var isSpaced = false
        /// Han that stand beside each other, and those of them that stand apart.
        var pairs = 0
        var apart = 0
        /// How many of its letters are bold, less the others.
        var bold = 0

        /// Stands for a space between Han, which is none where all stand apart.
        static let space = "\u{2000}"

        /// Without the spaces that are none.
        var plain: String { text.replacing(Self.space, with: apart * 2 > pairs ? "" : " ") }
    }

    /// Lines of one page, at most: no page has a tenth of them, even where each character is one.
    private static let mostLines = 100_000
    private var isTooLarge = false

    private init(_ pages: ClosedRange<Int>) { self.pages = pages }

    /// The sheets of a range of pages; nil where one has more lines than are read.
    static func sheets(_ output: [UInt8], of pages: ClosedRange<Int>) -> [Sheet]? {
        let reader = StructuredText(pages)
        _ = XMLReader.read(TextDecoder.readText(allowed(output), as: .utf8).utf8, to: reader)
        return reader.isTooLarge ? nil : reader.sheets
    }

    /// The same without references to characters that XML does not allow (XML 1.0, 2.2), which would end its reading.
    private static func allowed(_ xml: [UInt8]) -> [UInt8] {
        var xml = xml
        var at = 0
        while let start = xml[at...].firstIndex(of: UInt8(ascii: "&")) {
            at = start + 1
            guard xml[at...].starts(with: Array("#x".utf8)),
                let end = xml[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let point = UInt32(String(decoding: xml[at + 2..<end], as: UTF8.self), radix: 16)
            else { continue }
            let isAllowed = point >= 0x20 && Unicode.Scalar(point) != nil && point & 0xFFFE != 0xFFFE
            if !isAllowed {
                xml.replaceSubrange(start...end, with: repeatElement(UInt8(ascii: " "), count: end - start + 1))
            }
        }
        return xml
    }

    func begin(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element.local {
        case "page":
            // Where there are fewer pages than were asked for, the last one comes.
            let number = attributes["id"].flatMap { Int($0.drop { !$0.isNumber }) }
            isWanted = number.map(pages.contains) ?? true
            guard isWanted else { return }
            sheets.append(Sheet(width: attributes.number("width") ?? 0, height: attributes.number("height") ?? 0))
        case "line":
            let direction = attributes["dir"]?.split(separator: " ").compactMap { Double($0) } ?? []
            isVertical = attributes["wmode"] == "1" || direction.count == 2 && abs(direction[1]) > 0.7
        case "font":
            let name = attributes["name"] ?? ""
            // Names end after 31 bytes.
            let isBold =
                PopplerXML.isHeavy(name) || ["-Bol", "-Bo", "-B"].contains { name.hasSuffix($0) }
            font = (String(name.prefix { $0 != "-" && $0 != "," }), attributes.number("size") ?? 0, isBold)
        case "char": if isWanted { add(attributes) }
        default: break
        }
    }

    func append(_ utf8: UnsafeRawBufferPointer) {}

    func end(_ element: XMLName) {
        guard element.local == "block" || element.local == "page", !sheets.isEmpty else { return }
        for run in runs {
            guard sheets[sheets.count - 1].lines.count < Self.mostLines else {
                isTooLarge = true
                return
            }
            let text = PlainForms.plain(TextDecoder.line(WesternFont.chinese(run.plain) ?? run.plain)).replacing(
                "\u{2215}", with: "／")
            guard !text.isEmpty else { continue }
            sheets[sheets.count - 1].lines.append(
                SheetLine(text, run.box, size: run.size, isBold: run.bold > 0, font: run.family))
        }
        runs = []
    }

    /// A character, with those before it where it is set as they are and stands beside them.
    private func add(_ attributes: XMLAttributes) {
        guard let text = attributes["c"], let first = text.unicodeScalars.first else { return }
        let quad = attributes["quad"]?.split(separator: " ").compactMap { Double($0) } ?? []
        guard quad.count == 8, quad.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return }
        let baseLine = attributes.number("y") ?? quad[7]
        let size = font.size > 0 ? font.size : quad[7] - quad[1]
        // Some fonts say that their letters reach farther than they do, or that they have no width.
        var box = Box(
            left: min(quad[0], quad[6]), top: isVertical ? min(quad[1], quad[7]) : baseLine - 0.9 * size,
            right: max(quad[0], quad[6]), bottom: isVertical ? max(quad[1], quad[7]) : baseLine + 0.3 * size)
        if !isVertical, first.isSquare, box.width < 0.3 * size { box.right = box.left + size }
        let bold = font.isBold ? text.utf8.count : -text.utf8.count
        guard let last = runs.last, !(isVertical && first.isSquare), last.family == font.family,
            abs(last.size - size) < 0.05 * size, abs(last.baseLine - baseLine) < 0.1 * size || isVertical,
            box.left - last.box.right < 1.4 * size, last.box.right - box.left < 0.5 * size || isVertical
        else {
            if first == " " { return }
            runs.append(Run(text: text, box: box, baseLine: baseLine, size: size, family: font.family, bold: bold))
            return
        }
        // A space counts when what follows it has come: of an ideographic space, and of letters that stand apart, it is the same.
        runs[runs.count - 1].isSpaced = last.isSpaced || first == " "
        if first == " " { return }
        runs[runs.count - 1].text +=
            (isVertical ? "" : space(behind: last, before: first, box.left - last.box.right)) + text
        runs[runs.count - 1].isSpaced = false
        if first.isSetSolid, last.text.unicodeScalars.last?.isSetSolid == true {
            runs[runs.count - 1].pairs += 1
            if box.left - last.box.right > 0.12 * size { runs[runs.count - 1].apart += 1 }
        }
        runs[runs.count - 1].box = last.box.union(box)
        runs[runs.count - 1].bold += bold
    }

    /// - Parameter gap: in points.
    private func space(behind run: Run, before next: Unicode.Scalar, _ gap: Double) -> String {
        if let last = run.text.unicodeScalars.last, last.isSetSolid, next.isSetSolid {
            if gap > 0.75 * run.size { return "　" }
            return run.isSpaced && gap > 0.2 * run.size ? Run.space : ""
        }
        return run.isSpaced || gap > 0.12 * run.size && !next.isSetSolid ? " " : ""
    }
}

extension Unicode.Scalar {
    /// Whether it may stand beside Han without a space: Han itself, and the marks that Chinese shares with Western letters.
    fileprivate var isSetSolid: Bool { isSquare || (0x2014...0x2026).contains(value) || value == 0xB7 }
}
