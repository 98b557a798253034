/// One pass over a JSON value that mends the escapes and control characters of its strings.
struct JSONRepair {
    private let bytes: UnsafeRawBufferPointer
    private var output: [UInt8] = []
    /// Bytes that have been written, or stand in `output` changed.
    private var written = 0
    private var isChanged = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// nil where nothing needs mending.
    mutating func run() -> [UInt8]? {
        var at = 0
        var isInString = false
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\""):
                isInString.toggle()
                at += 1
            case UInt8(ascii: "\\") where isInString:
                at = passEscape(at)
            case ..<0x20 where isInString:
                let digits = Array("0123456789abcdef".utf8)
                replace(at..<at + 1, with: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
                at += 1
            default: at += 1
            }
        }
        guard isChanged else { return nil }
        replace(bytes.count..<bytes.count, with: [])
        return output
    }

    private mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
        output += bytes[written..<range.lowerBound]
        output += replacement
        written = range.upperBound
        isChanged = true
    }

    /// Looks at the escape at an offset, and gives the offset behind it.
    private mutating func passEscape(_ at: Int) -> Int {
        guard at + 1 < bytes.count else {
            replace(at..<at + 1, with: [])
            return at + 1
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "u"):
            guard let unit = unit(at) else {
                replace(at..<at + 1, with: [])
                return at + 1
            }
            guard (0xD800...0xDFFF).contains(unit) else { return at + 6 }
            if unit < 0xDC00, let next = self.unit(at + 6), (0xDC00...0xDFFF).contains(next) { return at + 12 }
            replace(at..<at + 6, with: Array("\\ufffd".utf8))
            return at + 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return at + 2
        default:
            replace(at..<at + 1, with: [])
            return at + 1
        }
    }

    /// The UTF-16 unit that the escape at an offset spells; nil where there is none.
    private func unit(_ at: Int) -> UInt32? {
        guard at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt32 = 0
        for byte in bytes[at + 2..<at + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
