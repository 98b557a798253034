import Foundation
import TestSupport
import Testing
import TextFolding

struct `plain forms` {
    @Test(arguments: [
        ("砚浦⽇报 11⽉20⽇", "砚浦日报 11月20日"), ("⻓江 ⼈⺠ ⻔", "长江 人民 门"), ("\u{F900}\u{2F800}", "豈丽"),
        ("oﬃce ﬂood ﬁle ﬅ ﬆ", "office flood file st st"), ("㎡ ㎏ № ㌔ ㏕ ℃", "m2 kg No キロ mil °C"),
        ("︵方敏行︶ 1︐2︒ ︓︑﹁﹂", "（方敏行） 1，2。 ：、「」"), ("﹐﹒﹖", ",.?"),
        ("Cafe\u{301} A\u{308}rger", "Café Ärger"), ("ｶﾞ", "ｶﾞ"), ("か\u{3099}", "が"),
        ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} 한글", "한글 한글"),
        ("\u{1112} \u{1161}가\u{1161}", "\u{1112} \u{1161}가\u{1161}"),
        ("plain 文字，é。", "plain 文字，é。"), ("", ""), ("\u{301}", "\u{301}"),
    ])
    func `are the characters that a look-alike stands for`(text: String, plain: String) {
        // Compared scalar by scalar: to Swift composed and decomposed letters are equal.
        #expect(Array(PlainForms.plain(text).unicodeScalars) == Array(plain.unicodeScalars))
    }

    @Test
    func `are plain themselves, and few`() {
        var lookAlikes = 0
        for point in UInt32(0)...0x10FFFF {
            guard let plain = PlainForms.plain(point) else { continue }
            lookAlikes += 1
            #expect((1...6).contains(plain.count))
            for point in plain { #expect(PlainForms.plain(point) == nil, "\(point)") }
        }
        #expect(lookAlikes == 1581)
    }

    @Test
    func `of a plain text is that text`() {
        var random = Seeded(seed: 5)
        let alphabet = Array("e\u{301}é\u{308}ﬁ⽇㎡️aか\u{3099}\u{F900}︒ ｶﾞ🇨🇳\u{200D}u\u{308}\u{301}".unicodeScalars)
        for _ in 0..<2000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &random) { text.append(alphabet.randomElement(using: &random)!) }
            let plain = PlainForms.plain(String(text))
            #expect(Array(PlainForms.plain(plain).unicodeScalars) == Array(plain.unicodeScalars), "\(String(text))")
        }
    }

    @Test func `for comparisons have katakana in full width`() {
        #expect(PlainForms.comparable("ｻﾂﾏｲﾓ、ｶﾞﾙﾊﾟｰ") == "サツマイモ、ガルパー")
    }

    @Test
    func `compose every syllable of Hangul`() throws {
        for point in UInt32(0xAC00)...0xD7A3 {
            let place = point - 0xAC00
            var letters = [0x1100 + place / 588, 0x1161 + place % 588 / 28]
            if place % 28 > 0 { letters.append(0x11A7 + place % 28) }
            let composed = try #require(PlainForms.composed(letters[0], letters[1]))
            #expect((letters.count == 2 ? composed : PlainForms.composed(composed, letters[2])) == point)
        }
    }

    @Test
    func `compose letters as Unicode does`() {
        for (base, mark, letter) in [
            ("e", "\u{301}", "é"), ("ǖ", "\u{301}", ""), ("ü", "\u{301}", "ǘ"), ("a", "b", ""),
        ] {
            let found = PlainForms.composed(base.unicodeScalars.first!.value, mark.unicodeScalars.first!.value)
            #expect(found == letter.unicodeScalars.first?.value)
        }
    }

    @Test(
        "the generated tables are what the generator writes",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func tables() throws {
        let result = try run(projectRoot.appending(path: ".dev/generate-plain-forms").path, ["--check"])
        #expect(result.status == 0, "\(result.error)")
    }
}
