import TestSupport
import Testing

@testable import Typesetting

@Suite("Any text at all")
struct HostileTextTests {
    /// What a paragraph set in any style must be.
    private func check(_ text: String, _ style: ParagraphStyle, _ lines: [Line]) {
        var next = 0
        let measure = max(2, style.measure)
        for line in lines {
            #expect(line.source.lowerBound == next, "\(text.debugDescription) \(style)")
            next = line.source.upperBound
            let isOneCluster = Set(line.glyphs.map(\.offset)).count <= 1
            #expect(
                line.cells <= measure + (style.hanging == .none ? 0 : 2) || isOneCluster && line.cells <= 8 + measure,
                "\(line.text) in \(text.debugDescription) \(style)")
            var column = 0
            for glyph in line.glyphs {
                #expect(glyph.column >= column && (1...2).contains(glyph.cells))
                #expect(line.source.contains(glyph.offset))
                #expect(glyph.text.unicodeScalars.count <= 5 && !glyph.text.isEmpty)
                #expect(
                    glyph.text.unicodeScalars.allSatisfy { !Traits($0.value).isHidden && $0.value >= 0x20 },
                    "\(glyph.text.unicodeScalars.map { String($0.value, radix: 16) })")
                column = glyph.column + glyph.cells
            }
        }
        #expect(next == text.utf8.count, "\(text.debugDescription) \(style)")
        #expect(lines.map(\.endsParagraph) == Array(repeating: false, count: lines.count - 1) + [true])
    }

    private func randomText(_ random: inout Seeded) -> String {
        let pools: [[ClosedRange<UInt32>]] = [
            [0x4E00...0x4E40, 0x3001...0x3002, 0xFF08...0xFF09, 0xFF0C...0xFF0C],
            [0x2014...0x2014, 0x2018...0x201D, 0x2026...0x2026, 0x4E00...0x4E03, 0x300A...0x300B],
            [0x20...0x7E], [0x30...0x3A, 0x25...0x2F], [0xAC00...0xAC40, 0x20...0x20], [0x3041...0x30FF],
            [0x300...0x30F, 0x61...0x63, 0x200B...0x200F, 0xAD...0xAD, 0x2028...0x202F],
            [0x1F1E6...0x1F1FF, 0x1F468...0x1F469, 0x200D...0x200D, 0x1F3FB...0x1F3FF, 0xFE0F...0xFE0F],
            [0x0...0x1F, 0x7F...0xA0], [0x0...0xD7FF, 0xE000...0x10FFFF],
            [0x900...0x97F, 0xE00...0xE7F, 0x1100...0x11FF],
        ]
        var text = String.UnicodeScalarView()
        let mixed = Bool.random(using: &random)
        var pool = pools.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            if mixed, Int.random(in: 0..<8, using: &random) == 0 { pool = pools.randomElement(using: &random)! }
            let value = UInt32.random(in: pool.randomElement(using: &random)!, using: &random)
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    private func randomStyle(_ random: inout Seeded) -> ParagraphStyle {
        ParagraphStyle(
            measure: Int.random(in: -1...90, using: &random), firstIndent: Int.random(in: -2...12, using: &random),
            indent: Int.random(in: -2...12, using: &random),
            alignment: [.justified, .justified, .ragged, .centred, .right].randomElement(using: &random)!,
            hanging: [.full, .half, .none].randomElement(using: &random)!,
            restoresPunctuation: Bool.random(using: &random), ambiguousIsWide: Bool.random(using: &random))
    }

    @Test("random clusters in random styles keep every promise", arguments: 0..<40)
    func fuzz(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        for _ in 0..<150 {
            let text = randomText(&random)
            let style = randomStyle(&random)
            check(text, style, typeset(text, style))
            var headline = style
            headline.hanging = .none
            check(text, headline, typesetHeadline(text, style))
            let found = clusters(of: text)
            #expect(found.allSatisfy { (1...2).contains($0.cells) })
            #expect(cells(of: truncated(text, to: 9)) <= 9, "\(text.debugDescription)")
        }
    }

    @Test(
        "long runs of one thing are set in a time that grows with their length only",
        arguments: [
            "\u{200B}", " ", "\u{3000}", "“", "”", "—", "…", "，", "(", ")", "1/", "/", "\u{301}", "🇨🇳", "a", "가",
            "\u{AD}", "\n",
            ",", "http://", "@", "～", "1，", "\"", "\u{200D}", "?!", "...", "a.b@c ", "□ ", "👨\u{200D}",
        ])
    func runs(unit: String) {
        let text = "中" + String(repeating: unit, count: 60_000)
        for width in [2, 76] {
            let style = ParagraphStyle(measure: width)
            let lines = typeset(text, style)
            #expect(lines.last!.source.upperBound == text.utf8.count)
            #expect(lines.allSatisfy { $0.cells <= width + 2 })
        }
    }

    @Test("looking further about finds nothing better in ordinary text", arguments: [20, 28, 40, 60, 76])
    func search(width: Int) {
        let words = ["新桥", "码头", "书屋", "的", "了", "年轻人", "5.3%", "30年", "GDP", "，", "。", "“小院”", "《纪要》", "——", "、"]
        var random = Seeded(seed: 7)
        var usual: Int32 = 0
        var thorough: Int32 = 0
        for _ in 0..<60 {
            var text = (0..<120).map { _ in words.randomElement(using: &random)! }.joined()
            text.withUTF8 { bytes in
                let style = ParagraphStyle(measure: width, firstIndent: 4)
                for isUsual in [true, false] {
                    var setter = ParagraphSetter(capacity: bytes.count)
                    if !isUsual {
                        setter.search = SearchLimits(
                            margin: 100_000, breadth: 1000, nearness: 100_000, candidates: 1000)
                    }
                    setter.prepare(bytes, origin: 0, style: style)
                    setter.planLines(0, setter.records.count, first: true, frame: LineFrame(style, setter.records))
                    let cost = setter.plans.reduce(0) { $0 + $1.badness.cost }
                    if isUsual { usual += cost } else { thorough += cost }
                }
            }
        }
        print("width", width, usual, thorough)
        // A first line's end may cost a hang more than its plan says; nothing else differs.
        #expect(usual <= thorough + thorough / 100, "\(usual) \(thorough)")
    }
}
