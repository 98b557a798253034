import Testing
import TextFolding

struct `what search takes for the same` {
    private func fold(_ text: String) -> UInt32 { SearchFolding.fold(text.unicodeScalars.first!.value) }
    private func mark(_ text: String) -> UInt32 { SearchFolding.foldMark(text.unicodeScalars.first!.value) }

    @Test(arguments: [
        ("a", "A"), ("ａ", "a"), ("國", "国"), ("後", "后"), ("臺", "台"), ("颱", "台"), ("é", "É"), ("⼈", "人"), ("ς", "σ"),
        ("○", "〇"), ("\u{F900}", "豈"), ("ｱ", "ア"),
    ])
    func `are case, width, variants and look-alikes`(one: String, other: String) {
        #expect(fold(one) == fold(other) && fold(one) != 0)
    }

    @Test(arguments: [("a", "b"), ("国", "囯"), ("人", "入"), ("0", "O"), ("か", "が"), ("¥", "$")])
    func `are no other characters`(one: String, other: String) { #expect(fold(one) != fold(other)) }

    @Test(arguments: [" ", "\u{3000}", "，", "、", "。", "·", "—", "…", "“", "\t", "\u{AD}", "\u{E0041}", "%"])
    func `leaves out white space and punctuation`(text: String) { #expect(fold(text) == 0) }

    @Test(arguments: [
        ("，", ","), ("、", ","), ("。", "."), ("．", "."), ("？", "?"), ("；", ";"), ("“", "\""), ("”", "\""), ("‘", "'"),
        ("（", "("),
    ])
    func `takes marks of both widths for the same where only marks are looked for`(one: String, other: String) {
        #expect(mark(one) == mark(other) && mark(one) == other.unicodeScalars.first!.value)
    }

    @Test
    func `tells marks apart that are not the same`() {
        #expect(Set([",", ".", ";", ":", "?", "!", "《", "》", "…", "—"].map(mark)).count == 10)
        for text in [" ", "\u{3000}", "\u{200B}", "\u{FEFF}", "\n"] { #expect(mark(text) == 0) }
    }

    @Test
    func `gives a Han the letters that its readings begin with`() {
        func letters(_ text: String) -> String {
            let bits = SearchFolding.initialLetters(text.unicodeScalars.first!.value)
            return String((0..<26).filter { bits >> $0 & 1 == 1 }.map { Character(Unicode.Scalar(0x61 + UInt8($0))) })
        }
        #expect(["北", "长", "行", "饿", "a", "，"].map(letters) == ["b", "cz", "hx", "e", "", ""])
        #expect(SearchFolding.letterBit(0x61) == 1 && SearchFolding.letterBit(0x5A) == 1 << 25)
        #expect(SearchFolding.letterBit(0xFF22) == 2 && SearchFolding.letterBit(0x31) == 0)
    }
}
