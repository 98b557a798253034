import Newspaper
import PageText

@testable import PageLayout

/// A sheet on which text is set as a newspaper sets it; lengths are in points.
struct Typesetter {
    var sheet = Sheet(width: 400, height: 600)
    let size = 8.0

    /// Lines of a column, one below the other; those that begin with ¶ are indented.
    mutating func column(_ left: Double, _ top: Double, _ lines: String...) {
        for (number, line) in lines.enumerated() {
            let isIndented = line.hasPrefix("¶")
            let text = String(line.drop { $0 == "¶" })
            set(text, left + (isIndented ? 2 * size : 0), top + Double(number) * 11, size: size)
        }
    }

    mutating func heading(_ text: String, _ left: Double, _ top: Double, size: Double = 20) {
        set(text, left, top, size: size, isBold: true)
    }

    /// A line in other letters than the text's.
    mutating func small(_ text: String, _ left: Double, _ top: Double) {
        set(text, left, top, size: 7, font: "Sans")
    }

    private mutating func set(
        _ text: String, _ left: Double, _ top: Double, size: Double, isBold: Bool = false, font: String = "Serif"
    ) {
        let width = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 0.5 : 1) } * size
        sheet.lines.append(
            SheetLine(
                text, Box(left: left, top: top, right: left + width, bottom: top + 1.2 * size), size: size,
                isBold: isBold, font: font))
    }

    /// Characters one below the other.
    mutating func down(_ text: String, _ left: Double, _ top: Double, size: Double, isBold: Bool = false) {
        for (number, character) in text.enumerated() {
            set(String(character), left, top + Double(number) * size * 1.05, size: size, isBold: isBold)
        }
    }

    var laidPage: LaidPage { PageLayout.read(sheet) }
    var laid: [LaidLine] { laidPage.lines }
    var texts: [String] { laid.map(\.text) }
    func role(of text: String) -> LaidLine.Role? { laid.first { $0.text == text }?.role }
}

extension Typesetter {
    /// A story of two columns below its headline.
    static func bridge(headingAt top: Double) -> Typesetter {
        var page = Typesetter()
        page.heading("渡口新桥今日通车", 40, top)
        page.column(20, top + 35, "¶昨日上午新桥通车，两岸", "居民步行过河，只用五分", "钟。过去坐船要等半天，")
        page.column(120, top + 35, "遇上大风还要停航。桥长", "三百二十米。", "¶第一个过桥的是卖豆腐")
        return page
    }
}
