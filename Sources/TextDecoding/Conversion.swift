import Glibc

/// Bytes of another encoding as UTF-8, each ill-formed part as U+FFFD.
struct Conversion: Equatable {
    var bytes: [UInt8] = []
    /// Bytes of the source that were ill-formed.
    var malformed = 0

    /// nil where this machine has no converter for the encoding.
    static func utf8(from source: UnsafeBufferPointer<UInt8>, in encoding: SourceText.Encoding) -> Conversion? {
        switch encoding {
        case .utf8: return Conversion(bytes: Array(source))
        case .utf16LittleEndian, .utf16BigEndian: return fromUTF16(source, isBigEndian: encoding == .utf16BigEndian)
        case .utf16: return fromUTF16(source, isBigEndian: UTF16Evidence.isBigEndian(source))
        case .utf32LittleEndian, .utf32BigEndian: return fromUTF32(source, isBigEndian: encoding == .utf32BigEndian)
        case .iso2022JP, .hz:
            return ShiftedText.unpacked(source, encoding).withUnsafeBufferPointer {
                fromCode($0, ShiftedText.code(of: encoding))
            }
        case .gb18030: return fromCode(source, .gb18030)
        case .big5: return fromCode(source, .big5)
        case .shiftJIS: return fromCode(source, .shiftJIS)
        case .eucJP: return fromCode(source, .eucJP)
        case .eucKR: return fromCode(source, .eucKR)
        case .windows1252: return throughSystem(source, name: "CP1252")
        case .system(let name): return throughSystem(source, name: name)
        }
    }

    /// The bytes as UTF-8 where they are plainly in an encoding of several bytes a character, each of them, and have so many
    /// of its characters: a few may be chance.
    static func plain(
        from source: UnsafeBufferPointer<UInt8>, in encoding: SourceText.Encoding, atLeast fewest: Int
    ) -> [UInt8]? {
        guard let code = CharacterCode(encoding) else { return nil }
        var parser = CharacterParser(code)
        let counts = parser.counts(source)
        guard counts.characters >= fewest, counts.illFormed == 0,
            let conversion = utf8(from: source, in: encoding), conversion.malformed == 0
        else { return nil }
        return conversion.bytes
    }

    /// Whether the C library has a converter of that name.
    static func isKnown(_ name: String) -> Bool { SystemConverter(name) != nil }

    /// UTF-16 is the standard library's own: it needs no converter on the machine.
    private static func fromUTF16(_ source: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Conversion {
        var result = Conversion()
        result.bytes.reserveCapacity(source.count / 2 * 3)
        var units = UTF16Units(bytes: source, isBigEndian: isBigEndian)
        var decoder = UTF16()
        decoding: while true {
            switch decoder.decode(&units) {
            case .scalarValue(let scalar):
                result.bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
            case .error:
                result.replace(2)
            case .emptyInput:
                break decoding
            }
        }
        if source.count % 2 == 1 { result.replace(1) }
        return result
    }

    private static func fromUTF32(_ source: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Conversion {
        var result = Conversion()
        result.bytes.reserveCapacity(source.count)
        for offset in stride(from: 0, to: source.count - source.count % 4, by: 4) {
            var value: UInt32 = 0
            for place in 0..<4 { value = value << 8 | UInt32(source[offset + (isBigEndian ? place : 3 - place)]) }
            if let scalar = Unicode.Scalar(value) {
                result.bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
            } else {
                result.replace(4)
            }
        }
        if source.count % 4 > 0 { result.replace(source.count % 4) }
        return result
    }

    /// Through the C library, with the parser's word for which bytes are in no character: the library alone would go on in
    /// the middle of one.
    private static func fromCode(_ source: UnsafeBufferPointer<UInt8>, _ code: CharacterCode) -> Conversion? {
        guard let converter = SystemConverter(code.systemName) else { return nil }
        var result = Conversion()
        result.bytes.reserveCapacity(source.count + source.count / 2)
        var parser = CharacterParser(code)
        var start = 0
        let bad = parser.illFormed(source)
        var index = 0
        while index < bad.count {
            let offset = bad[index]
            converter.convert(UnsafeBufferPointer(rebasing: source[start..<offset]), code, into: &result)
            // A pair of which one byte was spoiled is one lost character.
            let next = index + 1 < bad.count && bad[index + 1] == offset + 1 ? source[offset + 1] : nil
            let length = next.map { isNoByte($0) != isNoByte(source[offset]) } == true ? 2 : 1
            result.replace(length)
            start = offset + length
            index += length
        }
        converter.convert(UnsafeBufferPointer(rebasing: source[start...]), code, into: &result)
        return result
    }

    /// Whether a byte is in hardly any character.
    private static func isNoByte(_ byte: UInt8) -> Bool { byte == 0x80 || byte == 0xA0 || byte == 0xFF }

    /// Through the C library's converter of that name.
    static func throughSystem(_ source: UnsafeBufferPointer<UInt8>, name: String) -> Conversion? {
        guard let converter = SystemConverter(name) else { return nil }
        var result = Conversion()
        result.bytes.reserveCapacity(source.count + source.count / 2)
        converter.convert(source, nil, into: &result)
        return result
    }

    /// U+FFFD for so many bytes.
    fileprivate mutating func replace(_ length: Int) {
        malformed += length
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
}

extension CharacterCode {
    /// The C library's name for it.
    fileprivate var systemName: String {
        switch self {
        case .gb18030: "GB18030"
        case .big5: "BIG5-HKSCS"
        case .shiftJIS: "CP932"
        case .eucJP: "EUC-JP-MS"
        case .eucKR: "UHC"
        }
    }
}

/// A converter of the C library's to UTF-8.
private struct SystemConverter: ~Copyable {
    private let converter: iconv_t

    init?(_ name: String) {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    /// Appends what the bytes give. Where the library finds no character, one of `code` is skipped, else one byte, so that
    /// what is well-formed behind it is not lost; a cut end is skipped as a whole.
    func convert(_ source: UnsafeBufferPointer<UInt8>, _ code: CharacterCode?, into result: inout Conversion) {
        guard !source.isEmpty else { return }
        var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { room in
            while true {
                var to = room.baseAddress
                var free = room.count
                // Without a source it gives what it has kept, to see whether it combines with what follows.
                let isFlushing = left == 0
                let outcome =
                    isFlushing ? iconv(converter, nil, nil, &to, &free) : iconv(converter, &from, &left, &to, &free)
                let fault = errno
                result.bytes.append(contentsOf: UnsafeRawBufferPointer(room).prefix(room.count - free))
                if isFlushing { return }
                guard outcome == -1, fault != E2BIG else { continue }
                let skipped = code.flatMap { $0.character(source, at: source.count - left)?.length } ?? 1
                let length = fault == EINVAL ? left : min(skipped, left)
                result.replace(length)
                from = from.map { $0 + length }
                left -= length
            }
        }
    }
}

/// The 16-bit units of bytes; an odd last byte is left out.
struct UTF16Units: IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    let isBigEndian: Bool
    private var offset = 0

    init(bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) {
        self.bytes = bytes
        self.isBigEndian = isBigEndian
    }

    mutating func next() -> UInt16? {
        guard offset + 1 < bytes.count else { return nil }
        defer { offset += 2 }
        let (one, two) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
        return isBigEndian ? one << 8 | two : two << 8 | one
    }
}
