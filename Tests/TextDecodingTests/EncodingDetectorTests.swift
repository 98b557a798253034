import Testing

@testable import TextDecoding

/// The thresholds of the detector, each from both sides. Texts are made of characters of a known kind, in no order that
/// matters.
struct EncodingDetectorTests {
    /// One character of each kind, in GB18030.
    private enum Sample {
        /// 的, among the most frequent, early in the first level of GB 2312.
        static let frequent: [UInt8] = [0xB5, 0xC4]
        /// 伞, everyday, late in the first level.
        static let late: [UInt8] = [0xC9, 0xA1]
        /// A byte that is no character, whatever follows.
        static let illFormed: [UInt8] = [0xFF]
    }

    private func bytes(_ parts: (sample: [UInt8], count: Int)...) -> [UInt8] {
        parts.flatMap { part in (0..<part.count).flatMap { _ in part.sample } }
    }

    private func isPlain(
        _ characters: Int, everyday: Int? = nil, frequent: Int? = nil, telling: Int? = nil, illFormed: Int = 0
    ) -> Bool {
        CharacterParser.Counts(
            characters: characters, frequent: frequent ?? characters, everyday: everyday ?? characters,
            telling: telling ?? characters, illFormed: illFormed
        ).isPlain
    }

    private func encoding(_ bytes: [UInt8]) -> SourceText.Encoding {
        bytes.withUnsafeBufferPointer { EncodingDetector.weigh($0).encoding }
    }

    @Test func `two ill-formed bytes are forgiven from eight characters on, and one more in forty`() {
        #expect(isPlain(7) && !isPlain(7, illFormed: 1))
        #expect(isPlain(8, illFormed: 2) && !isPlain(39, illFormed: 3))
        #expect(isPlain(40, illFormed: 3) && !isPlain(40, illFormed: 4))
        #expect(isPlain(1000, illFormed: 27) && !isPlain(1000, illFormed: 28))
    }

    @Test func `from forty characters on, one in 33 everyday ones must be a frequent one`() {
        #expect(isPlain(39, frequent: 0) && !isPlain(40, frequent: 0))
        #expect(isPlain(66, frequent: 2) && !isPlain(67, frequent: 2))
    }

    @Test
    func `where more than one character in ten is rarer, one in 16 must be frequent and two in five must be everyday`()
    {
        #expect(isPlain(60, everyday: 54, frequent: 2) && !isPlain(60, everyday: 53, frequent: 2))
        #expect(isPlain(64, everyday: 54, frequent: 4) && !isPlain(65, everyday: 54, frequent: 4))
        #expect(isPlain(60, everyday: 24) && !isPlain(60, everyday: 23))
    }

    @Test func `from eight characters on, one in ten must be a telling one`() {
        #expect(isPlain(7, telling: 0) && !isPlain(8, telling: 0) && isPlain(8, telling: 1))
        #expect(isPlain(90, telling: 9) && !isPlain(91, telling: 9))
    }

    @Test func `no character at all is no encoding`() { #expect(!isPlain(0)) }

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
        let broken = bytes((Sample.illFormed, 20_000))
        #expect(encoding(ascii + window + broken) == .gb18030)
        #expect(encoding(ascii + window.dropLast(20_000) + broken) == .utf8)
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
