import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite("Clusters")
struct ClusterTests {
    @Test(
        "what is printed, and in how many cells",
        arguments: [
            ("中a", "中2|a1"),
            ("“…—·", "“1|…1|—1|·1"),
            ("e\u{301}", "e\u{301}1"),
            ("❤️1️⃣", "❤1|11"),
            ("👍🏽", "👍2"),
            ("👨‍👩‍👧‍👦", "👨2"),
            ("🇨🇳", "🇨1|🇳1"),
            ("👩‍🚒❤️‍🔥", "👩2|❤1"),
            ("می‌خ", "م1|ی1|خ1"),
            ("क्‍ष", "क्1|ष1"),
            ("\u{1112}\u{1161}\u{11AB}", "한2"),
            ("か\u{3099}は\u{309A}", "が2|ぱ2"),
            ("क\u{93F}", "क1|\u{93F}1"),
            ("a\u{200B}\u{200D}\u{FEFF}\u{AD}\u{202E}\u{1B}b", "a1|b1"),
            ("\u{E000}\u{2FFFD}", "?1|〓2"),
            ("\u{301}", "◌\u{301}1"),
            ("\t\u{A0}", " 1| 1"),
            ("ﾊﾟ", "ﾊ1|ﾟ1"),
        ])
    func table(text: String, expected: String) {
        let found = clusters(of: text)
        #expect(
            found.map { "\($0.text)\($0.cells)" }.joined(separator: "|").utf8.elementsEqual(expected.utf8), "\(found)")
        #expect(cells(of: text) == found.reduce(0) { $0 + $1.cells })
    }

    @Test func `what nobody knows the glyph of takes its cells where ambiguous characters are wide, too`() {
        let found = clusters(of: "\u{E000}\u{2FFFD}", ambiguousIsWide: true)
        #expect(found.map(\.text) == ["〓", "〓"] && found.map(\.cells) == [2, 2])
    }

    @Test("a cluster keeps four marks")
    func marks() {
        let zalgo = "a" + String(repeating: "\u{301}\u{302}", count: 50)
        #expect(clusters(of: zalgo).map { Array($0.text.unicodeScalars).count } == [5])
    }

    @Test("offsets are those of Swift's clusters")
    func offsets() {
        let text = "中e\u{301}🇨🇳\u{200B}👨‍👩‍👧x"
        var starts: [Int] = []
        var offset = 0
        for character in text {
            starts += Array(repeating: offset, count: character == "🇨🇳" ? 2 : character == "\u{200B}" ? 0 : 1)
            offset += character.utf8.count
        }
        #expect(clusters(of: text).map(\.offset) == starts)
    }

    @Test("Hangul and kana are composed as NFC composes them")
    func composition() {
        let syllables = stride(from: 0xAC00, through: 0xD7A3, by: 1)
        for value in Array(syllables) + Array(0x3041...0x30FF) {
            guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.generalCategory != .unassigned else {
                continue
            }
            let text = String(scalar)
            let parts = clusters(of: text.decomposedStringWithCanonicalMapping).map(\.text)
            if parts != [text] || Array(parts[0].unicodeScalars) != [scalar] {
                // Marks that stand alone are shown on a circle.
                #expect(value == 0x3099 || value == 0x309A, "\(text)")
            }
        }
    }

    @Test("a text too long is cut before an ellipsis, never after a blank or an opening mark")
    func truncation() {
        #expect(truncated("城东新桥", to: 8) == "城东新桥")
        #expect(truncated("城东新桥通车", to: 8) == "城东新…")
        #expect(truncated("城东 新桥", to: 7) == "城东…")
        #expect(truncated("城东(新桥)通车", to: 7) == "城东…")
        #expect(truncated("🇨🇳🇨🇳", to: 2) == "…")
        #expect(truncated("城", to: 1) == "…" && truncated("城", to: 0) == "")
    }

    @Test("ambiguous characters take two cells where the terminal says so")
    func ambiguous() {
        #expect(cells(of: "“中”…a", ambiguousIsWide: true) == 9)
        #expect(cells(of: "“中”…a") == 6)
    }

    @Test("Swift's clusters differ from Unicode 17's in the eight known cases", .enabled(if: Shared.isThere))
    func graphemeBreaks() throws {
        var differing: [String] = []
        for line in try Shared.text("unicode-17/GraphemeBreakTest.txt").split(separator: "\n")
        where !line.hasPrefix("#") {
            let data = line.prefix { $0 != "#" }
            let expected = data.split(separator: "÷").map { part in
                part.split { " ×\t".contains($0) }.compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
            }.filter { !$0.isEmpty }
            var text = String.UnicodeScalarView()
            for scalar in expected.joined() { text.append(scalar) }
            if String(text).map({ Array($0.unicodeScalars) }) != expected {
                differing.append(
                    expected.map { $0.map { String($0.value, radix: 16) }.joined(separator: " ") }.joined(
                        separator: "÷"))
            }
        }
        #expect(differing.count == 8, "\(differing)")
        // Conjuncts of scripts whose linkers Unicode 17 added: Myanmar, Khmer, Balinese and their kin.
        #expect(
            differing.allSatisfy {
                $0.contains("1039") || $0.contains("17d2") || $0.contains("1b44") || $0.contains("1a60")
            }, "\(differing)")
    }

    @Test(
        "the generated table is what the generator writes",
        .enabled(if: Shared.isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/env")))
    func tables() throws {
        let result = try run(
            projectRoot.appending(path: ".dev/generate-tables").path,
            ["--check", Shared.folder.appending(path: "unicode-17").path])
        #expect(result.status == 0, "\(result.error)")
    }
}
