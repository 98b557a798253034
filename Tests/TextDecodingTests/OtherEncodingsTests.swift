import Foundation
import TestSupport
import Testing

@testable import TextDecoding

/// Texts in encodings other than UTF-8: whole, short, damaged and cut.
struct OtherEncodingsTests {
    struct Written: CustomTestStringConvertible, Sendable {
        var encoding: SourceText.Encoding
        var name: String
        var sentences: [String]
        /// Bytes that are in no character.
        var bad: [UInt8] = [0xFF, 0x80]

        var testDescription: String { name }

        func bytes(_ text: String) throws -> [UInt8] {
            try encoding == .hz ? hz(text) : TextDecodingTests.bytes(text, name)
        }
    }

    static let multibyte = [
        Written(encoding: .gb18030, name: "GBK", sentences: Sample.simplified, bad: [0xFF, 0x80, 0xA0]),
        Written(encoding: .gb18030, name: "GB18030", sentences: Sample.traditional),
        Written(
            encoding: .big5, name: "BIG5", sentences: Sample.traditional.map { $0.replacing("裡", with: "里") },
            bad: [0xFF, 0x80, 0xA0]),
        Written(encoding: .big5, name: "BIG5-HKSCS", sentences: Sample.traditional),
        Written(encoding: .shiftJIS, name: "CP932", sentences: Sample.japanese, bad: [0xFF, 0x80, 0xA0]),
        Written(encoding: .eucJP, name: "EUC-JP", sentences: Sample.japanese, bad: [0xFF, 0x80, 0xA0]),
        Written(encoding: .eucKR, name: "EUC-KR", sentences: Sample.korean, bad: [0xFF, 0x80]),
    ]
    static let others = [
        Written(encoding: .iso2022JP, name: "ISO-2022-JP", sentences: Sample.japanese),
        Written(encoding: .hz, name: "HZ", sentences: Sample.simplified.map { $0.replacing("郁", with: "于") }),
        Written(encoding: .windows1252, name: "CP1252", sentences: Sample.western),

    ]

    @Test(arguments: multibyte + others, [40, 200, 1000])
    func `a text is decoded, however short`(written: Written, characters: Int) throws {
        var random = Seeded(seed: UInt64(characters))
        for _ in 0..<40 {
            let text = Sample.text(written.sentences, characters: characters, &random)
            let bytes = try written.bytes(text)
            // French of a few words may have no accent.
            guard bytes != Array(text.utf8) else { continue }
            let result = TextDecoder.readText(bytes)
            #expect(result.encoding == written.encoding, "\(text)")
            #expect(result.text == text)
            #expect(result.removed.isEmpty && result.mending == nil && result.likely.isEmpty)
        }
    }

    @Test(arguments: multibyte, [40, 200, 1000])
    func `a bad byte anywhere costs at most the character that it falls into`(written: Written, characters: Int) throws
    {
        var random = Seeded(seed: UInt64(characters) + 7)
        for round in 0..<60 {
            let text = Sample.text(written.sentences, characters: characters, &random)
            let bad = written.bad[round % written.bad.count]
            // Between two characters nothing but the byte is lost.
            let scalars = Array(text.unicodeScalars)
            let place = Int.random(in: 0...scalars.count, using: &random)
            var (before, after) = (String.UnicodeScalarView(), String.UnicodeScalarView())
            before.append(contentsOf: scalars[..<place])
            after.append(contentsOf: scalars[place...])
            let inserted = try written.bytes(String(before)) + [bad] + written.bytes(String(after))
            let result = TextDecoder.readText(inserted)
            #expect(result.encoding == written.encoding, "\(String(before))|\(String(after))")
            if bad == 0xFF {
                #expect(result.text == String(before) + "\u{FFFD}" + String(after))
                #expect(result.removed.malformed == 1)
            } else {
                // The end of the file is where a first byte lacks its second one.
                #expect(difference(result.text, text) <= 2, "\(result.text)\n\(text)")
            }

            // In the place of another byte.
            var replaced = try written.bytes(text)
            let offset = Int.random(in: 0..<replaced.count, using: &random)
            replaced[offset] = bad
            let other = TextDecoder.readText(replaced)
            #expect(other.encoding == written.encoding, "\(text)")
            #expect(difference(other.text, text) <= 3, "\(other.text)\n\(text)")
        }
    }

    /// How many characters of `text` are not in the other one, beside the beginning and the end that they share.
    private func difference(_ one: String, _ text: String) -> Int {
        let (one, text) = (Array(one.unicodeScalars), Array(text.unicodeScalars))
        let shared = zip(one, text).prefix { $0 == $1 }.count
        let end = zip(one.reversed(), text.reversed()).prefix { $0 == $1 }.count
        return max(0, text.count - shared - end)
    }

    @Test(arguments: multibyte, [40, 200, 1000])
    func `a text that is cut short keeps all but its last character`(written: Written, characters: Int) throws {
        var random = Seeded(seed: UInt64(characters) + 11)
        for _ in 0..<20 {
            let text = Sample.text(written.sentences, characters: characters, &random)
            let whole = try written.bytes(text)
            for cut in 1...4 {
                let result = TextDecoder.readText(Array(whole.dropLast(cut)))
                #expect(result.encoding == written.encoding, "\(text)")
                let lost = result.text.hasSuffix("\u{FFFD}")
                #expect(text.hasPrefix(lost ? String(result.text.dropLast()) : result.text))
                #expect(result.removed.malformed == (lost ? 1 : 0))
                #expect(result.text.unicodeScalars.count >= characters - cut)
            }
        }
    }

    @Test(arguments: multibyte)
    func `several bad bytes and broken pairs are each one replacement character`(written: Written) throws {
        let text = written.sentences.joined()
        let bytes = try written.bytes(text)
        let lead = try #require(try written.bytes(String(written.sentences[0].first!)).first)
        let spoiled = [0xFF] + bytes + [lead, 0xFF] + Array("\n".utf8) + bytes + Array("\n".utf8) + [0x80, 0x80]
        let result = TextDecoder.readText(spoiled)
        #expect(result.text == "\u{FFFD}" + text + "\u{FFFD}\n" + text + "\n\u{FFFD}\u{FFFD}")
        #expect(result.removed.malformed == 5)
    }

    @Test(arguments: ["UTF-32LE", "UTF-32BE"])
    func `UTF-32 is known by its mark`(name: String) throws {
        let text = Sample.japanese.joined() + "𠮷"
        let bytes = try bytes("\u{FEFF}" + text, name)
        let result = TextDecoder.readText(bytes)
        #expect(result.encoding.name == name && result.text == text && result.removed.isEmpty)
        let damaged = TextDecoder.readText(bytes + [0xFF, 0xFF, 0xFF, 0xFF, 0x41])
        #expect(damaged.text == text + "\u{FFFD}\u{FFFD}" && damaged.removed.malformed == 5)
    }

    @Test func `a switch that is lost garbles no more than its line`() throws {
        let lines = Sample.japanese.prefix(3).joined() + "\n" + Sample.japanese.joined()
        var bytes = try bytes(lines, "ISO-2022-JP")
        let first = try #require(bytes.firstRange(of: Array("\u{1B}(B".utf8)))
        bytes.removeSubrange(first)
        let result = TextDecoder.readText(bytes)
        #expect(result.encoding == .iso2022JP)
        #expect(result.text.split(separator: "\n").dropFirst() == lines.split(separator: "\n").dropFirst())
    }

    @Test func `HZ and ISO-2022-JP in ASCII alone are ASCII`() {
        for text in ["~{ is a brace, ~} another\n", "cd ~{a,b}", "\u{1B}$B", "~{", "~~", "a ~{!!~} b ~{zzzz"] {
            #expect(TextDecoder.readText(Array(text.utf8)).encoding == .utf8, "\(text)")
        }
    }

    @Test(arguments: multibyte)
    func `every character that iconv knows goes there and back`(written: Written) throws {
        // As many rare ones would not be taken for a text: it is said what they are.
        let names = ["GBK": 0x4E00...0x9FA5, "GB18030": 0x3400...0x9FA5, "EUC-KR": 0xAC00...0xD7A3]
        var known = String.UnicodeScalarView()
        for value in names[written.name] ?? 0x3041...0x9FA5 {
            let scalar = Unicode.Scalar(UInt32(value))!
            if (try? TextDecodingTests.encoded(String(scalar), written.name)) != nil { known.append(scalar) }
        }
        let text = String(known)
        #expect(known.count > 2_000)
        let result = TextDecoder.readText(try written.bytes(text), as: written.encoding)
        #expect(result.text == text && result.removed.isEmpty)
    }

    @Test(arguments: multibyte)
    func `a name that is given decides, but for a mark`(written: Written) throws {
        let text = String(written.sentences[0].prefix(2))
        #expect(TextDecoder.readText(try written.bytes(text), as: written.encoding).text == text)
        let marked = Array("\u{FEFF}\(text)".utf8)
        #expect(TextDecoder.readText(marked, as: written.encoding).text == text)
        #expect(TextDecoder.readText(Array("plain".utf8), as: written.encoding).text == "plain")
    }

    @Test func `UTF-8 that is asked for is not mended`() throws {
        let bytes = try bytes(Sample.simplified[1], "GBK")
        #expect(TextDecoder.readText(bytes, as: .utf8).encoding == .utf8)
        #expect(TextDecoder.readText(Array("â€™".utf8), as: .utf8).text == "â€™")
    }

    @Test(arguments: [
        ("gbk", SourceText.Encoding.gb18030), ("GB2312", .gb18030), ("cp936", .gb18030), ("big5", .big5),
        ("Big5-HKSCS", .big5), ("sjis", .shiftJIS), ("shift-jis", .shiftJIS), ("Shift_JIS", .shiftJIS),
        ("cp932", .shiftJIS), ("euc-jp", .eucJP), ("EUCJP", .eucJP), ("euc-kr", .eucKR), ("cp949", .eucKR),
        ("latin1", .windows1252), ("ISO-8859-1", .windows1252), ("utf-16", .utf16), ("UTF-16BE", .utf16BigEndian),
        ("utf8", .utf8), ("hz", .hz), ("iso-2022-jp", .iso2022JP), ("KOI8-R", .system("KOI8-R")),
        ("windows-1251", .system("windows-1251")),
    ])
    func `an encoding has many names`(name: String, encoding: SourceText.Encoding) {
        #expect(SourceText.Encoding(named: name) == encoding)
    }

    @Test func `main names are known, and nonsense is not`() {
        for name in SourceText.Encoding.mainNames { #expect(SourceText.Encoding(named: name) != nil, "\(name)") }
        for name in ["", " ", "nope", "UTF-8//IGNORE", "../x", "latin 9", "gbk\n", "-", "报"] {
            #expect(SourceText.Encoding(named: name) == nil, "\(name)")
        }
    }

    @Test func `any other encoding of the C library may be asked for`() throws {
        let text = "Утром в городе шёл дождь."
        let result = TextDecoder.readText(try bytes(text, "KOI8-R"), as: .system("KOI8-R"))
        #expect(result.text == text)
        for order in ["UTF-16LE", "UTF-16BE"] {
            #expect(TextDecoder.readText(try bytes(text, order), as: .utf16).text == text)
        }
    }

    @Test func `what cannot be told apart is said to be what it may be`() throws {
        let russian = "Сегодня утром в городе шёл дождь, и люди шли под зонтами. На площади открыли новый мост."
        for (name, encoding) in [("CP1251", "windows-1251"), ("KOI8-R", "KOI8-R")] {
            let result = TextDecoder.readText(try bytes(russian, name))
            #expect(result.encoding == .utf8)
            #expect(result.likely == [.system(encoding)], "\(result.likely)")
        }
        #expect(TextDecoder.readText([0xFF, 0xFE, 0x41] + Array("x".utf8)).likely == [])
    }
}

func encoded(_ text: String, _ name: String) throws -> [UInt8] {
    struct Unknown: Error {}
    guard let converter = iconv_open(name, "UTF-8") else { throw Unknown() }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var room = [CChar](repeating: 0, count: 64)
    var (left, free) = (source.count, room.count)
    let outcome = source.withUnsafeMutableBufferPointer { source in
        room.withUnsafeMutableBufferPointer { room in
            var (from, to) = (source.baseAddress, room.baseAddress)
            return iconv(converter, &from, &left, &to, &free)
        }
    }
    guard outcome == 0 else { throw Unknown() }
    return room.dropLast(free).map { UInt8(bitPattern: $0) }
}
