import Newspaper
import Testing

struct `base 32` {
    @Test
    func `writes numbers in digits that are not taken for one another, and reads them again`() {
        var number: UInt64 = 1
        for _ in 0..<200 {
            number = number &* 0x9E37_79B9_7F4A_7C15 &+ 7
            let digits = Base32.digits(of: number, count: 13)
            #expect(Base32.number(of: digits) == number)
            #expect(Base32.number(of: digits.map { $0 | 0x20 }) == number, "in lower case")
            #expect(digits.allSatisfy { !Array("ILOU".utf8).contains($0) })
        }
        #expect(String(decoding: Base32.digits(of: .max, count: 13), as: UTF8.self) == "FZZZZZZZZZZZZ")
        #expect(String(decoding: Base32.digits(of: 0x1234, count: 4), as: UTF8.self) == "04HM")
    }

    @Test
    func `has 32 digits, and 22 of them in lower case`() {
        let values = (UInt8(0)...255).map(Base32.value(of:))
        #expect(values.count { $0 < 32 } == 32 + 22)
        #expect(Set(values.filter { $0 < 32 }).count == 32)
        #expect(values.allSatisfy { $0 < 32 || $0 >= 64 })
        for value in UInt8(0)..<32 { #expect(Base32.value(of: Base32.digit(value)) == value) }
    }

    @Test(arguments: ["I", "O0", "U", "é", " ", "-1", "G000000000000", "10000000000000"])
    func `reads no number of what has other characters, or more than 64 bits`(text: String) {
        #expect(Base32.number(of: text.utf8) == nil)
    }
}

struct `the hash FNV-1a` {
    // Of the published test vectors.
    @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
    func `has the values that it has everywhere`(text: String, value: UInt64) {
        var hash = FNV1a()
        for byte in text.utf8 { hash.add(byte) }
        #expect(hash.value == value)
    }
}
