/// Text in seven bits that switches between ASCII and characters of two bytes: ISO-2022-JP and HZ. It is unpacked into the
/// encodings of eight bits that hold the same characters, EUC-JP and GB 2312.
///
/// Both begin every line in ASCII, so that what a lost switch garbles ends with the line.
enum ShiftedText {
    /// The encoding of what comes out.
    static func code(of encoding: SourceText.Encoding) -> CharacterCode { encoding == .hz ? .gb18030 : .eucJP }

    /// Whether the bytes, all of seven bits, have a switch to two bytes in them; nil else.
    static func encoding(of bytes: UnsafeBufferPointer<UInt8>) -> SourceText.Encoding? {
        var found: SourceText.Encoding?
        for offset in bytes.indices {
            if bytes[offset] >= 0x80 { return nil }
            guard found == nil, offset + 2 < bytes.count else { continue }
            let (one, two, three) = (bytes[offset], bytes[offset + 1], bytes[offset + 2])
            if one == 0x1B, two == UInt8(ascii: "$"), three == UInt8(ascii: "B") || three == UInt8(ascii: "@") {
                found = .iso2022JP
            }
            if one == UInt8(ascii: "~"), two == UInt8(ascii: "{"), (0x21...0x7D).contains(three) { found = .hz }
        }
        return found
    }

    static func unpacked(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: SourceText.Encoding) -> [UInt8] {
        encoding == .hz ? unpackedHZ(bytes) : unpackedJIS(bytes)
    }

    private static func unpackedHZ(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isDouble = false
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            if byte == UInt8(ascii: "~"), isDouble ? next == UInt8(ascii: "}") : next == UInt8(ascii: "{") {
                isDouble.toggle()
                offset += 2
            } else if byte == UInt8(ascii: "~"), !isDouble, next == UInt8(ascii: "~") {
                result.append(byte)
                offset += 2
            } else if byte == UInt8(ascii: "~"), !isDouble, next == 0x0A {
                // A line that goes on.
                offset += 2
            } else if isDouble, (0x21...0x77).contains(byte), (0x21...0x7E).contains(next) {
                result += [byte | 0x80, next | 0x80]
                offset += 2
            } else {
                if byte == 0x0A { isDouble = false }
                // What is no pair is no character.
                result.append(isDouble && byte > 0x20 ? 0xFF : byte)
                offset += 1
            }
        }
        return result
    }

    private static func unpackedJIS(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        enum Set { case ascii, halfKana, double, supplement }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var set = Set.ascii
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x1B {
                let rest = UnsafeBufferPointer(rebasing: bytes[(offset + 1)...].prefix(3))
                if rest.starts(with: Array("$(D".utf8)) {
                    (set, offset) = (.supplement, offset + 4)
                    continue
                }
                let known: Set? =
                    rest.starts(with: Array("$B".utf8)) || rest.starts(with: Array("$@".utf8))
                    ? .double
                    : rest.starts(with: Array("(B".utf8)) || rest.starts(with: Array("(J".utf8))
                        ? .ascii : rest.starts(with: Array("(I".utf8)) ? .halfKana : nil
                if let known {
                    (set, offset) = (known, offset + 3)
                    continue
                }
            }
            if byte == 0x0A { set = .ascii }
            let isGraphic = (0x21...0x7E).contains(byte)
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            switch set {
            case .halfKana where isGraphic && byte <= 0x5F:
                result += [0x8E, byte | 0x80]
            case .double where isGraphic && (0x21...0x7E).contains(next),
                .supplement where isGraphic && (0x21...0x7E).contains(next):
                if set == .supplement { result.append(0x8F) }
                result += [byte | 0x80, next | 0x80]
                offset += 1
            case .double where isGraphic, .supplement where isGraphic, .halfKana where isGraphic:
                result.append(0xFF)
            default:
                result.append(byte)
            }
            offset += 1
        }
        return result
    }
}
