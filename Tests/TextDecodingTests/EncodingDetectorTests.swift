import Testing

@testable import TextDecoding

/// The thresholds of the detector, each from both sides. Texts are made of characters of a known kind, in no order that
/// matters.
struct EncodingDetectorTests {
    /// One character of each kind, in GB18030.
    private enum Sample {
        /// 的, among the most frequent, early in the first level of GB 2312.
        static let frequent: [UInt8] = [0xB5, 0xC4]
        /// 啊, everyday, early in the first level.
        static let early: [UInt8] = [0xB0, 0xA1]
        /// 伞, everyday, late in the first level.
        static let late: [UInt8] = [0xC9, 0xA1]
        /// 丂, outside GB 2312.
        static let rare: [UInt8] = [0x81, 0x40]
        /// 亍, in the second level of GB 2312.
        static let secondLevel: [UInt8] = [0xD8, 0xA1]
        /// A character in four bytes, each at the end of its range.
        static let fourBytes: [UInt8] = [0x81, 0x39, 0xFE, 0x39]
        /// あ.
        static let kana: [UInt8] = [0xA4, 0xA2]
        /// A byte that is no character, whatever follows.
        static let illFormed: [UInt8] = [0xFF]
    }

    private func bytes(_ parts: (sample: [UInt8], count: Int)...) -> [UInt8] {
        parts.flatMap { part in (0..<part.count).flatMap { _ in part.sample } }
    }

    private func isPlain(_ parts: (sample: [UInt8], count: Int)...) -> Bool {
        let bytes = parts.flatMap { part in (0..<part.count).flatMap { _ in part.sample } }
        return bytes.withUnsafeBufferPointer { GB18030Evidence($0).isPlain }
    }

    private func encoding(_ bytes: [UInt8]) -> SourceText.Encoding {
        bytes.withUnsafeBufferPointer { EncodingDetector.weigh($0) }
    }

    @Test func `one ill-formed byte in a thousand characters of GB18030 is forgiven, more is not`() {
        #expect(isPlain((Sample.illFormed, 1), (Sample.frequent, 900), (Sample.late, 100)))
        #expect(!isPlain((Sample.illFormed, 1), (Sample.frequent, 899), (Sample.late, 100)))
        #expect(!isPlain((Sample.illFormed, 2), (Sample.frequent, 900), (Sample.late, 100)))
    }

    @Test func `one character in twenty may be kana`() {
        #expect(isPlain((Sample.frequent, 320), (Sample.late, 60), (Sample.kana, 20)))
        #expect(!isPlain((Sample.frequent, 319), (Sample.late, 60), (Sample.kana, 20)))
    }

    @Test func `a character of four bytes is one character, and no everyday one`() {
        #expect(isPlain((Sample.frequent, 20), (Sample.late, 10), (Sample.fourBytes, 30)))
        #expect(!isPlain((Sample.frequent, 20), (Sample.late, 10), (Sample.fourBytes, 31)))
        // Its third and fourth byte are not those of such a character.
        #expect(isPlain(([0x81, 0x30, 0x41, 0x41], 1), (Sample.frequent, 900), (Sample.late, 100)))
        #expect(!isPlain(([0x81, 0x30, 0x41, 0x41], 1), (Sample.frequent, 899), (Sample.late, 100)))
        #expect(!isPlain(([0x81, 0x30, 0x81, 0x41], 1), (Sample.frequent, 898), (Sample.late, 100)))
        #expect(!isPlain(([0x81, 0x30, 0xFF, 0x30], 1), (Sample.frequent, 900), (Sample.late, 100)))
    }

    @Test(arguments: [[0x81], [0x81, 0x30], [0x81, 0x30, 0x81]] as [[UInt8]])
    func `a character that the end cuts is not ill-formed`(rest: [UInt8]) {
        #expect(isPlain((Sample.frequent, 800), (Sample.late, 100), (rest, 1)))
    }

    @Test func `from eight characters on, one in ten must be where EUC-KR has no Hangul`() {
        #expect(isPlain((Sample.frequent, 7)))
        #expect(!isPlain((Sample.frequent, 8)))
        #expect(isPlain((Sample.frequent, 7), (Sample.late, 1)))
        #expect(isPlain((Sample.frequent, 90), (Sample.late, 10)))
        #expect(!isPlain((Sample.frequent, 91), (Sample.late, 9)))
    }

    @Test func `from forty characters on, one in 33 everyday ones must be a frequent one`() {
        #expect(isPlain((Sample.early, 30), (Sample.late, 9)))
        #expect(!isPlain((Sample.early, 30), (Sample.late, 10)))
        #expect(isPlain((Sample.frequent, 2), (Sample.early, 54), (Sample.late, 10)))
        #expect(!isPlain((Sample.frequent, 2), (Sample.early, 55), (Sample.late, 10)))
    }

    @Test func `where more than one character in ten is rarer, one in 16 must be frequent and half must be everyday`() {
        // Nine in ten are everyday: 2 frequent ones are enough for 60.
        #expect(isPlain((Sample.frequent, 2), (Sample.early, 42), (Sample.late, 10), (Sample.rare, 6)))
        #expect(!isPlain((Sample.frequent, 2), (Sample.early, 41), (Sample.late, 10), (Sample.rare, 7)))
        #expect(isPlain((Sample.frequent, 4), (Sample.early, 40), (Sample.late, 10), (Sample.rare, 10)))
        #expect(!isPlain((Sample.frequent, 4), (Sample.early, 40), (Sample.late, 10), (Sample.rare, 11)))
        #expect(isPlain((Sample.frequent, 20), (Sample.late, 10), (Sample.rare, 30)))
        #expect(!isPlain((Sample.frequent, 20), (Sample.late, 10), (Sample.rare, 31)))
        #expect(!isPlain((Sample.frequent, 20), (Sample.late, 10), (Sample.secondLevel, 31)))
    }

    @Test func `no character at all is not GB18030`() {
        #expect(!isPlain())
        #expect(!isPlain((Array("plain".utf8), 1)))
    }

    @Test func `bytes are UTF-8 unless their broken sequences are more than a quarter of the whole ones`() {
        // In UTF-8, each 伞 of GB18030 is a whole sequence, and each 的 before a 伞 is two broken ones.
        #expect(encoding(bytes((Sample.frequent + Sample.late, 3), (Sample.late, 20))) == .gb18030)
        #expect(encoding(bytes((Sample.frequent + Sample.late, 3), (Sample.late, 21))) == .utf8)
        #expect(encoding(Array("新闻".utf8)) == .utf8)
        // ASCII counts as neither.
        #expect(
            encoding(bytes((Sample.frequent + Sample.late + Array("ASCII, much more than the characters".utf8), 9)))
                == .gb18030)
    }

    @Test func `256 KiB from the first byte that is not ASCII decide`() {
        let ascii = [UInt8](repeating: 0x61, count: 1 << 18)
        let window = bytes((Sample.frequent + Sample.late, 1 << 16))
        let broken = bytes((Sample.illFormed, 1000))
        #expect(encoding(ascii + window + broken) == .gb18030)
        #expect(encoding(ascii + window.dropLast(2000) + broken) == .utf8)
    }

    @Test func `a NUL in the first 256 KiB makes UTF-16 possible`() {
        let utf16 = Array("新闻 news\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(encoding(utf16) == .utf16LittleEndian)
        let withoutNull: [UInt8] = bytes(([0xB0, 0x65], 1 << 17))
        #expect(encoding(withoutNull.dropLast(16) + utf16) == .utf16LittleEndian)
        #expect(encoding(withoutNull + utf16) != .utf16LittleEndian)
    }

    private func isUTF16(_ units: [UInt16], besideUTF8: Bool) -> Bool {
        let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let utf8: [UInt8] = besideUTF8 ? [] : Sample.illFormed
        return bytes.withUnsafeBufferPointer { bytes in
            utf8.withUnsafeBufferPointer { utf8 in
                UTF16Evidence(bytes, isBigEndian: false).isPlain(besideUTF8: UTF8Evidence(utf8))
            }
        }
    }

    @Test func `UTF-16 is ASCII and everyday characters, with one other in twenty at most`() {
        let ascii = [UInt16](repeating: 0x61, count: 1)
        let han = [UInt16](repeating: 0x4E2D, count: 18)
        let other: [UInt16] = [0x0E01]
        #expect(isUTF16(ascii + han + other, besideUTF8: false))
        #expect(!isUTF16(ascii + han.dropLast() + other, besideUTF8: false))
        #expect(!isUTF16(han, besideUTF8: false))
        // Where the bytes are UTF-8 as well, nine in ten have to be ASCII.
        let letters = [UInt16](repeating: 0x61, count: 9)
        #expect(isUTF16(letters + [0x4E2D], besideUTF8: true))
        #expect(!isUTF16(letters.dropLast() + [0x4E2D], besideUTF8: true))
    }
}
