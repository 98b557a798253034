import Foundation
import TestSupport
import Testing

@testable import Typesetting

/// Every text of the sample edition and of the pages beside the project, as their gold says the stories are.
enum PageTexts {
    static let all: [String] = {
        guard Shared.isThere,
            let files = FileManager.default.enumerator(
                at: Shared.folder.appending(path: "pages"), includingPropertiesForKeys: nil)
        else { return [] }
        var texts: [String] = []
        let sample = projectRoot.appending(path: "Tests/Fixtures/sample-2026-11-20.gold.json")
        for case let file as URL in [sample] + Array(files) where file.lastPathComponent.hasSuffix("gold.json") {
            guard let data = try? Data(contentsOf: file), let gold = try? JSONSerialization.jsonObject(with: data)
            else { continue }
            collect(gold, into: &texts)
        }
        return texts
    }()

    private static func collect(_ value: Any, into texts: inout [String]) {
        switch value {
        case let text as String: texts.append(text)
        case let list as [Any]: for item in list { collect(item, into: &texts) }
        case let object as [String: Any]: for key in object.keys.sorted() { collect(object[key]!, into: &texts) }
        default: break
        }
    }
}

@Suite("All pages at all widths", .enabled(if: Shared.isThere))
struct PageTests {
    private static let neverStart = Set(
        "，。、；：？！）》〉」』】〕”’·—–～-/%‰℃°…々ゝゞヽヾー・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ".map(String.init))
    private static let neverEnd = Set("（《〈「『【〔“‘/￥$№□■◆●①".map(String.init))

    /// Whether a line may not end between two bytes of the source: inside a word or number that would fit on a line.
    private func belongTogether(_ bytes: [UInt8], _ index: Int, room: Int) -> Bool {
        func isWordly(_ byte: UInt8) -> Bool {
            Unicode.Scalar(byte).properties.isAlphabetic || (48...57).contains(byte)
        }
        guard bytes[index] < 0x80, bytes[index - 1] < 0x80, isWordly(bytes[index]), isWordly(bytes[index - 1]) else {
            return false
        }
        func isShown(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
        let before = bytes[..<index].reversed().prefix(while: isShown).count
        return before + bytes[index...].prefix(while: isShown).count <= room
    }

    @Test("no line starts or ends with a forbidden mark, parts a word or number, or leaves its measure and gutter")
    func violations() {
        var found: [String] = []
        for width in 12...200 {
            let style = ParagraphStyle(measure: width, firstIndent: 4)
            for text in PageTexts.all {
                let bytes = Array(text.utf8)
                var next = 0
                for line in typeset(text, style) {
                    if line.source.lowerBound != next { found.append("\(width) gap at \(next): \(text.prefix(20))") }
                    next = line.source.upperBound
                    if line.cells > width + 2 { found.append("\(width) too wide: \(line.text)") }
                    var column = 0
                    for glyph in line.glyphs {
                        if glyph.column < column { found.append("\(width) overlap: \(line.text)") }
                        column = glyph.column + glyph.cells
                    }
                    guard (16...120).contains(width), let first = line.glyphs.first, let last = line.glyphs.last
                    else { continue }
                    if line.source.lowerBound > 0 {
                        if Self.neverStart.contains(first.text) { found.append("\(width) starts: \(line.text)") }
                        if belongTogether(bytes, line.source.lowerBound, room: width - 4) {
                            found.append("\(width) parts: \(line.text)")
                        }
                    }
                    if !line.endsParagraph, Self.neverEnd.contains(last.text) {
                        found.append("\(width) ends: \(line.text)")
                    }
                }
                if next != text.utf8.count { found.append("\(width) lost the end: \(text.prefix(20))") }
            }
        }
        #expect(found.isEmpty, "\(found.prefix(20).joined(separator: "\n"))")
    }

    @Test("97 of 100 Chinese body lines end flush or a cell short, hardly any has two gaps, and none tears a word")
    func gaps() {
        var all = (lines: 0, crowded: 0)
        for width in 44...76 {
            var (lines, flush, short, crowded) = (0, 0, 0, 0)
            for text in PageTexts.chinese {
                for line in typeset(text, ParagraphStyle(measure: width, firstIndent: 4)) where !line.endsParagraph {
                    lines += 1
                    let gaps = line.gaps
                    if line.isFlush(width) { flush += 1 }
                    if line.cells == width - 1, !line.hasPlace { short += 1 }
                    if gaps.count > 1 { crowded += 1 }
                    for (left, right) in gaps {
                        #expect(!(left.isHan && right.isHan), "\(line.text)")
                        #expect(!(left.isDigit && right.isHan), "\(line.text)")
                    }
                    for (gap, next) in zip(gaps, gaps.dropFirst()) {
                        #expect(next.right.column - gap.right.column > 8, "\(line.text)")
                    }
                }
            }
            print(
                "\(width) cells: \(lines) lines, \(flush) flush, \(short) short without a place, \(crowded) with two gaps"
            )
            #expect((flush + short) * 100 >= lines * 96, "\(width) cells")
            if width == 60 || width == 76 { #expect((flush + short) * 100 >= lines * 97, "\(width) cells") }
            all.lines += lines
            all.crowded += crowded
        }
        #expect(all.crowded * 100 <= all.lines)
    }
}

extension PageTexts {
    /// Paragraphs of Chinese body text.
    static var chinese: [String] {
        all.filter { text in
            text.utf8.count > 150 && text.unicodeScalars.count { $0.value > 0x4E00 } * 6 > text.utf8.count
        }
    }
}

extension Line {
    /// The neighbours that justification has parted; the blank that a quote has anyway is none.
    var gaps: [(left: Glyph, right: Glyph)] {
        zip(glyphs, glyphs.dropFirst()).filter { left, right in
            let isPad = right.opensQuote && left.isHan || left.closesQuote && (right.isHan || right.opensQuote)
            return right.column - left.column - left.cells > (isPad ? 1 : 0)
        }.map { ($0, $1) }
    }

    /// Whether there is a place for one more gap, after a mark or at a letter, far from all blanks.
    var hasPlace: Bool {
        let pairs = Array(zip(glyphs, glyphs.dropFirst()))
        let blanks = pairs.filter { $0.text == " " || $1.column > $0.column + $0.cells }.map(\.0.column)
        return pairs.contains { left, right in
            let isMark = "，。、；：？！）》〉」』】〕".contains(left.text) && (right.isHan || right.isDigit || right.isLetter)
            let isBorder = left.isHan && right.isLetter || left.isLetter && right.isHan
            return (isMark || isBorder) && !blanks.contains { abs($0 - left.column) < 9 }
        }
    }

    /// Whether the line reaches the measure, a hanging mark's blank or the mark itself not counted.
    func isFlush(_ measure: Int) -> Bool {
        switch cells - measure {
        case 0: true
        case 1: glyphs.last!.cells == 2
        case 2: "，。、；：".contains(glyphs.last!.text)
        default: false
        }
    }
}

extension Glyph {
    var isDigit: Bool { text.first?.isASCII == true && text.first?.isNumber == true }
    var isLetter: Bool { text.first?.isASCII == true && text.first?.isLetter == true }
    var opensQuote: Bool { text == "“" || text == "‘" }
    var closesQuote: Bool { text == "”" || text == "’" }
    var isHan: Bool { text.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } == true }
}
