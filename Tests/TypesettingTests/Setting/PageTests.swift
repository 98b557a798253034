import Foundation
import TestSupport
import Testing

@testable import Typesetting

/// Every text of the pages beside the project, as their gold says the stories are.
enum PageTexts {
    static let all: [String] = {
        guard Shared.isThere,
            let files = FileManager.default.enumerator(
                at: Shared.folder.appending(path: "pages"), includingPropertiesForKeys: nil)
        else { return [] }
        var texts: [String] = []
        for case let file as URL in files where file.lastPathComponent.hasSuffix("gold.json") {
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
    static let neverStart = Set("，。、；：？！）》〉」』】〕”’·—–～-/%‰℃°…々ゝゞヽヾー・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ".map(String.init))
    static let neverEnd = Set("（《〈「『【〔“‘/￥$№□■◆●①".map(String.init))

    @Test("no line starts or ends with a forbidden mark, and none is wider than its measure and the gutter")
    func violations() {
        var found: [String] = []
        var lines = 0
        for width in 12...200 {
            let style = ParagraphStyle(measure: width, firstIndent: 4)
            for text in PageTexts.all {
                let set = typeset(text, style)
                var next = 0
                for line in set {
                    lines += 1
                    if line.source.lowerBound != next { found.append("\(width) gap at \(next): \(text.prefix(20))") }
                    next = line.source.upperBound
                    if line.cells > width + 2 { found.append("\(width) too wide: \(line.text)") }
                    var column = 0
                    for glyph in line.glyphs {
                        if glyph.column < column { found.append("\(width) overlap: \(line.text)") }
                        column = glyph.column + glyph.cells
                    }
                    guard (16...120).contains(width), let first = line.glyphs.first, let last = line.glyphs.last else {
                        continue
                    }
                    if line.source.lowerBound > 0, Self.neverStart.contains(first.text) {
                        found.append("\(width) starts: \(line.text)")
                    }
                    if !line.endsParagraph, Self.neverEnd.contains(last.text) {
                        found.append("\(width) ends: \(line.text)")
                    }
                }
                if next != text.utf8.count { found.append("\(width) lost the end: \(text.prefix(20))") }
            }
        }
        print("lines", lines, "violations", found.count)
        #expect(found.isEmpty, "\(found.prefix(20).joined(separator: "\n"))")
    }

    @Test("Chinese body lines end flush", arguments: [20, 24, 28, 36, 40, 48, 60, 76])
    func flush(width: Int) {
        let style = ParagraphStyle(measure: width, firstIndent: 4)
        var lines = 0
        var flush = 0
        var han = 0
        var worst: [String] = []
        for text in PageTexts.all
        where text.utf8.count > 150 && text.unicodeScalars.filter({ $0.value > 0x4E00 }).count * 6 > text.utf8.count {
            for line in typeset(text, style) where !line.endsParagraph {
                lines += 1
                let over = line.cells - width
                let mark = line.glyphs.last!.text
                let isFlush =
                    over == 0 || over == 1 && line.glyphs.last!.cells == 2 || over == 2 && "，。、；：".contains(mark)
                if isFlush { flush += 1 } else { worst.append("\(over): \(line.text)") }
                for (left, right) in zip(line.glyphs, line.glyphs.dropFirst())
                where right.column > left.column + left.cells && left.text >= "一" && right.text >= "一"
                    && left.text < "龥" && right.text < "龥"
                { han += 1 }
            }
        }
        print(
            "width", width, "lines", lines, "flush", Double(flush) / Double(lines), "gaps between Han a line",
            Double(han) / Double(lines))
        if width >= 36 { #expect(flush * 100 >= lines * 97, "\(worst.prefix(10).joined(separator: "\n"))") }
    }
}
