import Foundation
import TestSupport
import Testing
import TextFolding
import TextSearch

struct SearchPatternTests {
    private func found(_ words: String, in text: String) -> [String] {
        (SearchPattern(words)?.ranges(in: text) ?? []).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("发展", "發展、发展", ["發展", "发展"]),
        ("後來", "后来的皇后", ["后来"]),
        ("头发", "頭髮", ["頭髮"]),
        ("2026年", "到２０２６年，2026 年", ["２０２６年", "2026 年"]),
        ("２０２６", "2026", ["2026"]),
        ("二〇二六", "二○二六年与二〇二六年", ["二○二六", "二〇二六"]),
        ("gps", "GPS、ＧＰＳ", ["GPS", "ＧＰＳ"]),
        ("ΣΊΣΥΦΟΣ", "σίσυφος", ["σίσυφος"]),
        ("москва", "МОСКВА", ["МОСКВА"]),
        ("北关区", "北 关\n区", ["北 关\n区"]),
        ("他说好", "他说：“好。”", ["他说：“好"]),
        ("“他说，好！”", "他说好", ["他说好"]),
        ("卡尔马克思", "卡尔·马克思", ["卡尔·马克思"]),
        ("ｶﾀｶﾅ", "カタカナ", ["カタカナ"]),
        ("ｴﾚﾍﾞｰﾀｰ", "エレベーター", ["エレベーター"]), ("ガス", "ｶﾞｽ", ["ｶﾞｽ"]), ("カス", "ｶﾞｽ", []),
        ("다리", "\u{1103}\u{1161}\u{1105}\u{1175}", ["\u{1103}\u{1161}\u{1105}\u{1175}"]),
        ("\u{1103}\u{1161}\u{1105}\u{1175}", "새 다리", ["다리"]),
        ("人", "⼈", ["⼈"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("aab", "aaab", ["aab"]),
        ("abab", "abaabab", ["abab"]),
        ("𠮷野家", "去𠮷野家", ["𠮷野家"]),
        ("电", "没有", []),
        ("100m2", "100㎡ 100 m² 100平方米", ["100㎡", "100 m²"]), ("㎡", "m2、㎡", ["m2", "㎡"]), ("kg", "3㎏、3KG", ["㎏", "KG"]),
        ("h2o", "H₂O、H2O", ["H₂O", "H2O"]), ("CO₂", "co2", ["co2"]), ("xn", "xₙ xⁿ", ["xₙ", "xⁿ"]),
        ("5m", "5㎡", ["5㎡"]), ("No.7", "№7，No 7", ["№7", "No 7"]), ("20°C", "20℃，20 °c", ["20℃", "20 °c"]),
        ("℃", "20°C", ["°C"]), ("office", "ofﬁce", ["ofﬁce"]), ("ofﬁce", "office", ["office"]),
        ("caf\u{E9}", "CAFÉ", ["CAFÉ"]), ("cafe\u{301}", "caf\u{E9}", ["caf\u{E9}"]),
        ("می‌خواهم", "میخواهم و می‌خواهم", ["میخواهم", "می‌خواهم"]), ("میخواهم", "می‌خواهم", ["می‌خواهم"]),
    ])
    func `words are found in every form that counts as theirs`(words: String, text: String, hits: [String]) {
        #expect(found(words, in: text) == hits)
    }

    @Test func `punctuation is found where nothing else is looked for`() {
        #expect(found("。", in: "完。完.") == ["。", "."])
        #expect(found("？！", in: "什么? !") == ["? !"])
        #expect(found("“", in: "他说“好") == ["“"])
        #expect(found(",", in: "甲、乙，丙,丁；戊") == ["、", "，", ","])
        #expect(found("、", in: "甲、乙，丙;丁") == ["、", "，"])
        #expect(found(";", in: "甲、乙；丙;丁") == ["；", ";"])
        #expect(found(",", in: "米、面，油,盐") == ["、", "，", ","])
        #expect(found("、", in: "米、面，油,盐") == ["、", "，", ","])
        #expect(found("'", in: "‘好’ it's") == ["‘", "’", "'"])
        #expect(found("\"", in: "“好”") == ["“", "”"])
        #expect(SearchPattern("") == nil)
        #expect(SearchPattern(" \u{3000}\n") == nil)
        #expect(SearchPattern("\u{200B}\u{202E}") == nil)
    }

    /// Folds a text letter by letter, and looks for the words at every place of it.
    private func naive(_ words: String, in text: String) -> [Range<Int>] {
        let fold = Self.counts(words) ? SearchFolding.fold : SearchFolding.foldMark
        let pattern = PlainForms.comparable(words).unicodeScalars.map { fold($0.value) }.filter { $0 != 0 }
        var scalars: [(UInt32, Range<Int>)] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            let point = WidthFolding.katakana(scalar.value) ?? scalar.value
            if let last = scalars.last, let letter = PlainForms.composed(last.0, point) {
                scalars[scalars.count - 1] = (letter, last.1.lowerBound..<end)
            } else {
                scalars.append((point, offset..<end))
            }
            offset = end
        }
        var letters: [(UInt32, Range<Int>)] = []
        for (point, range) in scalars {
            for letter in PlainForms.plain(point) ?? [point] where fold(letter) != 0 {
                letters.append((fold(letter), range))
            }
        }
        var found: [Range<Int>] = []
        var place = 0
        while !pattern.isEmpty, place + pattern.count <= letters.count {
            if letters[place..<place + pattern.count].map(\.0) == pattern {
                found.append(letters[place].1.lowerBound..<letters[place + pattern.count - 1].1.upperBound)
                place += pattern.count
            } else {
                place += 1
            }
        }
        return found
    }

    private static func counts(_ words: String) -> Bool {
        words.unicodeScalars.contains { SearchFolding.fold($0.value) != 0 }
    }

    @Test func `all that a naive matcher finds in folded text is found, and nothing else`() {
        var random = Seeded(seed: 61)
        // Few letters, so that there are hits, half hits, and hits that begin in another.
        let alphabets = [
            "ab", "m㎡2², ㎏kgﬁf", "aAａＡ b，", "后後後 里裏裡。干乾幹", "ｱア1１①", ",，.。 ", "e\u{301}é👨‍👩‍👧\u{200D}\u{FE0F}",
            "ｶﾞガカ\u{3099}\u{1103}\u{1161}다",
            "𠮷吉\u{202E}\u{FEFF}한ß",
        ].map { Array($0.unicodeScalars) }
        for alphabet in alphabets {
            func text(_ count: Int) -> String {
                var view = String.UnicodeScalarView()
                for _ in 0..<count { view.append(alphabet.randomElement(using: &random)!) }
                return String(view)
            }
            for _ in 0..<400 {
                let haystack = text(Int.random(in: 0...60, using: &random))
                let words = text(Int.random(in: 0...5, using: &random))
                #expect(
                    (SearchPattern(words)?.ranges(in: haystack) ?? []) == naive(words, in: haystack),
                    "'\(words)' in '\(haystack)'")
            }
        }
    }

    @Test func `folding is the same for every scalar that counts as another, and tells the rest apart`() {
        for (one, other) in [("a", "A"), ("ａ", "a"), ("國", "国"), ("後", "后"), ("臺", "台"), ("颱", "台"), ("é", "É")] {
            #expect(fold(one) == fold(other) && fold(one) != 0)
        }
        for (one, other) in [("a", "b"), ("国", "囯"), ("人", "入"), ("0", "O"), ("か", "が"), ("¥", "$")] {
            #expect(fold(one) != fold(other))
        }
        for mark in [" ", "\u{3000}", "，", "·", "—", "…", "“", "\t", "\u{AD}", "\u{E0041}", "%"] {
            #expect(fold(mark) == 0)
        }
        // What is folded to a class is never taken for a character, whatever it is.
        for point in UInt32(0)...0x10FFFF { #expect(SearchFolding.fold(point) <= 0x11FFFF) }
    }

    private func fold(_ text: String) -> UInt32 { SearchFolding.fold(text.unicodeScalars.first!.value) }

    @Test func `a text of one letter and words of the same take no longer than any`() {
        // A matcher that begins anew at each letter would need 10¹² steps.
        let text = String(repeating: "啊", count: 1_000_000)
        #expect(SearchPattern(String(repeating: "啊", count: 200_000) + "了")?.ranges(in: text) == [])
        #expect(SearchPattern(String(repeating: "啊", count: 500_000))?.ranges(in: text).count == 2)
    }

    @Test(
        "the generated tables are what the generator writes",
        .enabled(if: Shared.isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/env")))
    func tables() throws {
        let result = try run(
            projectRoot.appending(path: ".dev/generate-finding-tables").path,
            ["--check", Shared.folder.appending(path: "unicode-17").path])
        #expect(result.status == 0, "\(result.error)")
    }
}
