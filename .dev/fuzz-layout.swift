import Newspaper
import PageLayout
import PageText

/// One input: what the extractor wrote of a PDF. Traps where a character of its lines is lost or made up, on the way to the
/// page's lines or to the edition. What is drawn on the sheets follows from the bytes too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLayout(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var state = bytes.reduce(UInt64(count)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    func number(below limit: Double) -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24) * limit
    }
    var pages: [LaidPage] = []
    for sheet in (PopplerXML.sheets(bytes) ?? []).prefix(3) {
        var sheet = sheet
        func boxes() -> [Box] {
            (0..<Int(number(below: 3))).map { _ in
                let (left, top) = (number(below: sheet.width), number(below: sheet.height))
                return Box(
                    left: left, top: top, right: left + number(below: sheet.width / 2),
                    bottom: top + number(below: sheet.height / 2))
            }
        }
        sheet.drawing = Drawing(across: boxes(), down: boxes(), pictures: boxes(), frames: boxes())
        let parts = PageLayout.pages(of: sheet, number: 0)
        let laid = counts(of: parts.flatMap { $0.lines.map(\.text) })
        let given = counts(of: sheet.lines.map(\.text))
        for (scalar, number) in laid {
            precondition(number <= given[scalar, default: 0], "a character was made up by the layout")
        }
        for (scalar, number) in given where laid[scalar, default: 0] < number {
            // Of glyphs that are printed twice at one place one is a shadow.
            precondition(laid[scalar] != nil, "a character was lost by the layout")
        }
        pages += parts
    }
    guard !pages.isEmpty else { return 0 }
    let edition = PageParser.edition(from: [PageSource(path: "2026-03-06/01.pdf", laid: pages)])
    precondition(
        counts(of: words(of: edition)) == counts(of: pages.flatMap { $0.lines.map(\.text) }),
        "a character was lost or made up")
    return 0
}
