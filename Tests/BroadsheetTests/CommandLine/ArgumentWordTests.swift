import Testing

@testable import broadsheet

struct ArgumentWordTests {
    @Test func `bytes that are no UTF-8 go through text and come out as they were`() {
        let words: [[UInt8]] = [
            [0xB5, 0xDA, 0x33, 0xB0, 0xE6], [0xFF], [0xE4, 0xBD], Array("第3版".utf8) + [0xED, 0xA0, 0x80],
            // The characters themselves that stand for bytes.
            Array("\u{10FF41}x\u{10FFFF}".utf8), Array("\u{10FF41}".utf8) + [0xC0, 0xAF],
        ]
        for word in words { #expect(ArgumentWord.bytes(of: ArgumentWord.text(of: word)) == word) }
        #expect(Set(words.map(ArgumentWord.text)).count == words.count)
        for word in ["", "-", "--json", "第3版.txt", "e\u{301}"] {
            #expect(Array(ArgumentWord.text(of: Array(word.utf8)).utf8) == Array(word.utf8))
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let word = (0..<Int.random(in: 0...8)).map { _ in
                Bool.random() ? [0xF4, 0x8F, 0xBC, 0x80].randomElement()! : UInt8.random(in: 1...255, using: &random)
            }
            #expect(ArgumentWord.bytes(of: ArgumentWord.text(of: word)) == word)
        }
    }
}
