import Newspaper
import PageLayout
import TextDecoding
import TextFolding
import XML

/// What `pdftohtml -xml` writes: pages, fonts, and lines of text with their boxes.
///
/// The document may break off or go wrong anywhere: what came until then counts.
final class PopplerXML: XMLHandler {
    private struct Font {
        var size: Double
        var family: String
    }

    /// Pixels a point: how finely sizes of letters are given. The program takes no more.
    static let zoom = 3.0

    private var sheets: [Sheet] = []
    private var fonts: [String: Font] = [:]
    /// The line that is being read.
    private var line: (box: Box, font: Font, text: String, bold: Int, letters: Int, beginsBold: Bool, endsBold: Bool)?
    private var boldDepth = 0

    /// Lines of one page, at most: no page has a tenth of them, even where each character is one.
    private static let mostLines = 100_000
    private var isTooLarge = false
    /// Sheets and lines with the radical of doors.
    private var doors: [(sheet: Int, line: Int)] = []

    /// The pages; nil where one has more lines than are read.
    static func sheets(_ utf8: [UInt8]) -> [Sheet]? {
        let reader = PopplerXML()
        _ = XMLReader.read(utf8, to: reader)
        reader.settleDoors()
        return reader.isTooLarge ? nil : reader.sheets
    }

    /// The radical of doors stands for three Han: of China, of Taiwan, and of Japan. The rest of the text tells which.
    private func settleDoors() {
        guard !doors.isEmpty else { return }
        var (simple, full, kana) = (0, 0, 0)
        for sheet in sheets {
            for line in sheet.lines {
                for scalar in line.text.unicodeScalars {
                    if (0x3041...0x30FA).contains(scalar.value) { kana += 1 }
                    if Self.simpleForms.contains(scalar) { simple += 1 }
                    if Self.fullForms.contains(scalar) { full += 1 }
                }
            }
        }
        let door = kana > 20 && kana > simple ? "戸" : simple > full ? "户" : "戶"
        for (sheet, line) in doors where sheets[sheet].lines.indices.contains(line) {
            sheets[sheet].lines[line].text = sheets[sheet].lines[line].text.replacing("戶", with: door)
        }
    }

    private static let simpleForms = Set("们这国来说时对会个为学经业发进过记员开关门问间".unicodeScalars)
    private static let fullForms = Set("們這國來說時對會個為學經業發進過記員開關門問間".unicodeScalars)

    /// Whether a font's name says that it is bold, or bolder.
    static func isHeavy(_ name: String) -> Bool { ["Bold", "Black", "Heavy"].contains(where: name.contains) }

    /// The name without the tag of six capitals of a part of a font (PDF 1.7, 9.6.4): several parts are one typeface.
    private static func typeface(_ name: String) -> String {
        let parts = name.split(separator: "+", maxSplits: 1)
        guard parts.count == 2, parts[0].count == 6, parts[0].allSatisfy({ $0.isASCII && $0.isUppercase }) else {
            return name
        }
        return String(parts[1])
    }

    func begin(_ element: XMLName, _ values: XMLAttributes) {
        func number(_ name: StaticString) -> Double { (values.number(name) ?? 0) / Self.zoom }
        switch element.local {
        case "page": sheets.append(Sheet(width: number("width"), height: number("height")))
        case "fontspec":
            guard let id = values["id"] else { break }
            fonts[id] = Font(size: number("size"), family: Self.typeface(values["family"] ?? ""))
        case "text":
            let (left, top) = (number("left"), number("top"))
            let box = Box(left: left, top: top, right: left + number("width"), bottom: top + number("height"))
            line = (
                box, fonts[values["font"] ?? ""] ?? Font(size: box.height / 1.4, family: ""), "", 0, 0, false, false
            )
            boldDepth = 0
        case "b": boldDepth += 1
        default: break
        }
    }

    func append(_ utf8: UnsafeRawBufferPointer) {
        guard line != nil else { return }
        line!.text += String(decoding: utf8, as: UTF8.self)
        if line!.letters == 0 { line!.beginsBold = boldDepth > 0 }
        line!.letters += utf8.count
        if boldDepth > 0 { line!.bold += utf8.count }
        line!.endsBold = boldDepth > 0
    }

    func end(_ element: XMLName) {
        if element.local == "b" { boldDepth = max(0, boldDepth - 1) }
        guard element.local == "text", let found = line, !sheets.isEmpty else { return }
        line = nil
        guard sheets[sheets.count - 1].lines.count < Self.mostLines else {
            isTooLarge = true
            return
        }
        // Fonts that lack a table of characters give radicals and ligatures for what is printed.
        var text = PlainForms.plain(TextDecoder.line(WesternFont.chinese(found.text) ?? found.text))
        if found.text.contains("\u{2F3E}") { doors.append((sheets.count - 1, sheets[sheets.count - 1].lines.count)) }
        // The slash of a vertical line.
        if text.contains("\u{2215}") { text = text.replacing("\u{2215}", with: "／") }
        guard !text.isEmpty else { return }
        var line = SheetLine(
            text, found.box, size: found.font.size > 0 ? found.font.size : found.box.height / 1.4,
            isBold: found.bold * 10 > found.letters * 9 || Self.isHeavy(found.font.family), font: found.font.family)
        line.beginsBold = found.beginsBold && !line.isBold
        line.endsBold = found.endsBold && !line.isBold
        sheets[sheets.count - 1].lines.append(line)
    }
}
