import TestSupport
import Testing

@testable import TextDecoding

private func read(_ text: String) -> SourceText { TextDecoder.read(Array(text.utf8)) }

private func removals(
    controls: Int = 0, bidi: Int = 0, invisible: Int = 0, unknown: Int = 0, malformed: Int = 0
) -> SanitizerReport {
    var removed = SanitizerReport()
    removed.controls = controls
    removed.bidi = bidi
    removed.invisible = invisible
    removed.unknown = unknown
    removed.malformed = malformed
    return removed
}

/// Whether the sanitizer should never let the scalar out, by the standard library's own properties rather than our table.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0xAD: return false
    case 0x2028, 0x2029: return true
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl { return true }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse: return true
    // The standard library's Unicode may be older than the sanitizer's.
    case .unassigned: return scalar.properties.isNoncharacterCodePoint
    default: return false
    }
}

struct `the sanitizer` {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var expected: String
        var removed: SanitizerReport
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ expected: String, _ removed: SanitizerReport = SanitizerReport()) {
            self.name = name
            self.text = text
            self.expected = expected
            self.removed = removed
        }
    }

    static let cases = [
        Case("clean Chinese", "灯里镇秋粮入库过半。\n　　本报讯(记者 岑小满)", "灯里镇秋粮入库过半。\n　　本报讯(记者 岑小满)"),
        Case("kept controls", "甲\t乙\u{0C}丙\n", "甲\t乙\u{0C}丙\n"),
        Case("CR LF", "甲\r\n乙\r\n", "甲\n乙\n"),
        Case("lone CR", "甲\r乙\r\r\n丙\r", "甲\n乙\n\n丙\n"),
        Case("VT, NEL, LS, PS", "甲\u{0B}乙\u{85}丙\u{2028}丁\u{2029}戊", "甲\n乙\n丙\n丁\n戊"),
        Case("NUL and DEL", "灯\0里\u{7F}镇", "灯里镇", removals(controls: 2)),
        Case("C1", "灯\u{80}里\u{84}镇\u{99}", "灯里镇", removals(controls: 3)),
        Case("backspaces", "a\u{08}b\u{07}", "ab", removals(controls: 2)),

        Case("CSI colour", "a\u{1B}[31;1mb\u{1B}[0mc", "abc", removals(controls: 11)),
        Case("CSI with private parameter and intermediate", "a\u{1B}[?1049h\u{1B}[0 qb", "ab", removals(controls: 13)),
        Case("C1 CSI", "a\u{9B}2Jb", "ab", removals(controls: 3)),
        Case("CSI cut by Han", "\u{1B}[3灯", "3灯", removals(controls: 2)),
        Case("CSI cut by the end", "a\u{1B}[12", "a12", removals(controls: 2)),
        Case("CSI cut by the line", "a\u{1B}[12\nm", "a12\nm", removals(controls: 2)),
        Case("OSC with BEL", "a\u{1B}]0;标题\u{07}b", "ab", removals(controls: 7)),
        Case("OSC with ST", "a\u{1B}]52;c;Zm9v\u{1B}\\b", "ab", removals(controls: 13)),
        Case("OSC with C1 ST", "a\u{9D}0;x\u{9C}b", "ab", removals(controls: 5)),
        Case("OSC without end", "a\u{1B}]0;标题\n正文\u{07}", "a0;标题\n正文", removals(controls: 3)),
        Case("OSC begun twice", "a\u{1B}]0;x\u{1B}]1;y\u{07}b", "a0;xb", removals(controls: 8)),
        Case("DCS", "a\u{1B}Pq#0;2\u{1B}\\b", "ab", removals(controls: 9)),
        Case("SOS, PM, APC", "a\u{1B}Xp\u{1B}\\b\u{1B}^p\u{1B}\\c\u{1B}_p\u{1B}\\d", "abcd", removals(controls: 15)),
        Case("charset and reset", "a\u{1B}(0b\u{1B}cd\u{1B}#8", "abd", removals(controls: 8)),
        Case("ESC before Han", "\u{1B}灯\u{1B}", "灯", removals(controls: 2)),
        Case("ESC before a bracket in text", "\u{1B}(记者", "(记者", removals(controls: 1)),
        Case("ESC ESC", "\u{1B}\u{1B}[mx", "x", removals(controls: 4)),

        Case("bidi", "\u{202E}dne\u{202C}\u{2066}\u{2069}\u{200E}\u{200F}\u{061C}x", "dnex", removals(bidi: 7)),
        Case("zero width", "灯\u{200B}里\u{200C}\u{200D}\u{2060}\u{FEFF}镇", "灯里镇", removals(invisible: 5)),
        Case("variation selectors", "葛\u{E0100}\u{FE0F}灯\u{180B}❤\u{FE0E}", "葛灯❤", removals(invisible: 4)),
        Case("tags", "x\u{E0001}\u{E0041}\u{E007F}\u{E0FFF}", "x", removals(invisible: 4)),
        Case("fillers and joiners", "x\u{034F}\u{3164}\u{FFA0}\u{115F}\u{1D173}\u{FFF9}", "x", removals(invisible: 6)),
        Case("soft hyphen", "co\u{AD}operate", "co\u{AD}operate"),

        Case("private use", "x\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}", "x〓〓〓〓", removals(unknown: 4)),
        Case(
            "non-characters", "x" + [0xFDD0, 0xFFFE, 0x1FFFF].map { String(Unicode.Scalar($0 as UInt32)!) }.joined(),
            "x〓〓〓", removals(unknown: 3)),
        Case("unassigned", "x\u{0378}\u{3347A}", "x〓〓", removals(unknown: 2)),
        Case("rare Han", "𠮷\u{2A6DF}\u{2EBE0}\u{31350}", "𠮷\u{2A6DF}\u{2EBE0}\u{31350}"),
        Case("Han extension J, new in Unicode 17", "\u{323B0}\u{33479}", "\u{323B0}\u{33479}"),
        Case("other scripts", "한국어 ひらがな Größe кириллица ไทย العربية", "한국어 ひらがな Größe кириллица ไทย العربية"),
        Case("joiners in emoji", "👩‍🚒🏽x👨‍👩‍👧❤️‍🔥1️⃣☎️", "👩‍🚒🏽x👨‍👩‍👧❤️‍🔥1️⃣☎️"),
        Case("a region's flag", "🏴󠁧󠁢󠁳󠁣󠁴󠁿旗", "🏴󠁧󠁢󠁳󠁣󠁴󠁿旗"),
        Case("joiners between letters", "می‌خواهم کتاب‌ها ه‍ ക്‍ र‍्य क्‌ष", "می‌خواهم کتاب‌ها ه‍ ക്‍ र‍्य क्‌ष"),
        Case(
            "joiners that nothing needs",
            "👩\u{200D} \u{200D}🚒灯\u{FE0F}1\u{FE0F}a\u{200D}b می\u{200C} x\u{200C}ه क\u{200C}ष",
            "👩 🚒灯1ab می xه कष", removals(invisible: 8)),
        Case(
            "tags that are no region", "🏴\u{E0061}\u{E0062} 🏴\u{E0061}\u{E0062}\u{E0063}x灯\u{E0061}\u{E007F}", "🏴 🏴x灯",
            removals(invisible: 7)),
        Case(
            "a joiner beside what goes", "می\u{200B}\u{200C}خ👩\u{202E}\u{200D}🚒", "میخ👩🚒",
            removals(bidi: 1, invisible: 3)),
        Case("replacement character", "x\u{FFFD}", "x\u{FFFD}"),
        Case("empty", "", ""),
    ]

    @Test(arguments: cases)
    func `takes out what must not come in, and counts it`(_ sample: Case) {
        let result = read(sample.text)
        #expect(result.text == sample.expected)
        #expect(Array(result.text.utf8) == Array(sample.expected.utf8))
        #expect(result.removed == sample.removed)
        #expect(result.encoding == .utf8)
    }

    /// The table of The Unicode Standard, section 3.9, and neighbours.
    @Test(
        arguments: [
            ([0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62, 0x80, 0x63, 0x80, 0xBF, 0x64], "a???b?c??d", 9),
            ([0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41], "????????A", 8),
            ([0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF, 0x41], "????????A", 8),
            ([0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42], "?????A??B", 7),
            ([0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], "????A", 8),
            ([0xE7, 0x81, 0xAF, 0xE9, 0x87], "灯?", 2),
        ] as [([UInt8], String, Int)])
    func `puts one U+FFFD for each ill-formed part`(bytes: [UInt8], expected: String, malformed: Int) {
        let result = TextDecoder.read(bytes)
        #expect(result.text == expected.replacing("?", with: "\u{FFFD}"))
        #expect(result.removed == removals(malformed: malformed))
    }

    @Test
    func `agrees with the standard library about ill-formed UTF-8`() {
        var generator = Seeded(seed: 7)
        for _ in 0..<3000 {
            let bytes = (0..<40).map { _ in
                [0x41, 0x7A, 0x80, 0x8F, 0x90, 0xA0, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xFF]
                    .randomElement(
                        using: &generator)! as UInt8
            }
            let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: 0) { count, scalar in
                if scalar == "\u{FFFD}" { count += 1 }
            }
            let result = String(decoding: TextSanitizer.pass(bytes).utf8, as: UTF8.self)
            #expect(result.unicodeScalars.count { $0 == "\u{FFFD}" } == expected)
        }
    }

    @Test
    func `lets nothing forbidden out, whatever bytes come in`() {
        var generator = Seeded(seed: 1)
        let pieces: [[UInt8]] = [
            [0x1B, 0x5B], [0x1B, 0x5D], [0x1B, 0x50], [0x07], [0x1B, 0x5C], [0xC2, 0x9B], [0xC2, 0x9C], [0xC2, 0x9D],
            [0xE2, 0x80, 0xAE], [0xE2, 0x81, 0xA6], [0xEF, 0xBB, 0xBF], [0xF3, 0xA0, 0x81, 0x81], [0xEE, 0x80, 0x80],
            [0x0D], [0x0A], [0x00], [0xE7, 0x81, 0xAF], [0x6D], [0x30, 0x3B], [0xE2, 0x80], [0xF0, 0x9F], [0xC2],
        ]
        for round in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<30 {
                if round % 2 == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &generator))
                } else {
                    bytes += pieces.randomElement(using: &generator)!
                }
            }
            let result = TextDecoder.read(bytes)
            #expect(!result.text.unicodeScalars.contains(where: isForbidden), "\(bytes)")
            let again = read(result.text)
            #expect(again.text == result.text && again.removed.isEmpty, "\(bytes)")
            #expect(!TextDecoder.clean(result.text).unicodeScalars.contains { isForbidden($0) || $0.value < 0x20 })
        }
    }

    @Test
    func `what is kept of joiners is kept when it is read again`() {
        var generator = Seeded(seed: 11)
        let pieces =
            ["👩", "🏽", "❤", "\u{FE0F}", "\u{200D}", "\u{200C}", "م", "خ", "क", "\u{94D}", "1", "\u{20E3}", "🏴"]
            + [
                "\u{E0061}", "\u{E0062}", "\u{E0063}", "\u{E007F}", "\u{200B}", "\u{202E}", "\u{1B}[1m", "灯",
                "\u{E000}",
            ]
        for _ in 0..<4000 {
            let text = (0..<12).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let result = read(text)
            let again = read(result.text)
            #expect(
                Array(again.text.utf8) == Array(result.text.utf8) && again.removed.isEmpty,
                "\(text.unicodeScalars.map(\.value))")
        }
    }

    /// The fast way through and the table must agree: on every scalar, with others on both sides.
    @Test
    func `judges each scalar by its class, also in the middle of a long run`() {
        let before = "灯里镇灯里镇灯里镇abcdefghijklmnopqrs"
        // Beyond plane 3 it is all private, unassigned or tags.
        for value in Array(UInt32(0)...0x3FFFF) + Array(stride(from: 0x40000, through: 0x10FFFF, by: 997)) {
            guard let scalar = Unicode.Scalar(value), value != 0x1B, !(0x90...0x9F).contains(value) else { continue }
            let expected: String =
                switch SanitizerClass(of: value) {
                case .plain: String(scalar)
                case .lineBreak: "\n"
                case .control, .bidi, .invisible: ""
                case .unknown: "〓"
                }
            let text = before + String(scalar) + before
            let result = TextSanitizer.pass(Array(text.utf8)).utf8
            if result != Array((before + expected + before).utf8) {
                Issue.record("U+\(String(value, radix: 16))")
            }
            if SanitizerClass(of: value) == .plain, isForbidden(scalar) {
                Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }

    @Test
    func `finds a control at every offset of a long run`() {
        for run in ["灯里镇秋粮入库过半农户笑开颜本报讯记者", "the quick brown fox jumps over the lazy dog's back"] {
            let scalars = Array(run.unicodeScalars)
            for place in 0...scalars.count {
                for hostile in ["\u{07}", "\u{7F}", "\u{202E}", "\u{80}"] {
                    let text =
                        String(String.UnicodeScalarView(scalars[..<place])) + hostile
                        + String(String.UnicodeScalarView(scalars[place...]))
                    #expect(read(text).text == run)
                }
            }
        }
    }

    @Test
    func `reads 50 MB without a line break`() {
        var bytes: [UInt8] = []
        let sentence = Array("灯里镇的秋粮入库过半,农户Liu说:\"今年好。\"".utf8)
        while bytes.count < 50_000_000 { bytes += sentence }
        let clean = TextDecoder.read(bytes)
        #expect(clean.removed.isEmpty)
        #expect(clean.text.utf8.count == bytes.count)
        bytes[0] = 0
        bytes[bytes.count - 1] = 0x1B
        let dirty = TextDecoder.read(bytes)
        #expect(dirty.removed == removals(controls: 2, malformed: 2))
    }

    @Test
    func `takes linear time over unfinished control strings`() {
        let text = String(repeating: "\u{1B}]52;c;", count: 1_000_000)
        let result = read(text)
        #expect(result.text == String(repeating: "52;c;", count: 1_000_000))
        #expect(result.removed == removals(controls: 2_000_000))
    }

    @Test(.enabled(if: Shared.isThere))
    func `leaves the pages at hand as they are`() throws {
        let text = try Shared.text("pages/beiguan/page.txt")
        #expect(read(text).text == text)
        #expect(read(text).removed.isEmpty)
    }

    @Test
    func `lets no ill-formed byte through, wherever it stands among others`() {
        // Words of eight bytes are looked at together: each byte of each value in each place of them, alone and in runs.
        let letters = Array("The bridge is open to all".utf8)
        for byte in UInt8(0x80)...0xFF {
            for start in 0..<17 {
                for count in 1...min(9, letters.count - start) {
                    var bytes = letters
                    for place in start..<start + count { bytes[place] = byte }
                    for text in [TextDecoder.read(bytes).text, TextDecoder.read(Array("桥".utf8) + bytes).text] {
                        #expect(String(validating: Array(text.utf8), as: UTF8.self) != nil, "\(byte) \(start) \(count)")
                    }
                }
            }
        }
        #expect(TextDecoder.read(Array("ask".utf8) + [0xFF] + Array(" for mysteries".utf8)).removed.malformed == 1)
    }

    @Test(arguments: [
        ("2026-03-06", "2026-03-06"), ("a\nb\tc\u{0C}d", "a b c d"), ("第3版\u{202E}txt.exe", "第3版txt.exe"),
        ("\u{1B}]0;x\u{07}01.txt", "01.txt"), ("news\u{AD}paper", "newspaper"), ("", ""),
    ])
    func `cleans a file name to one line`(name: String, expected: String) {
        #expect(TextDecoder.clean(name) == expected)
    }
}
