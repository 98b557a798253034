/// One pass over a JSON value that mends the escapes and control characters of its strings, and numbers and nesting that the
/// decoder has no room for.
struct JSONRepair {
    private let bytes: UnsafeRawBufferPointer
    private var output: [UInt8] = []
    /// Bytes that have been written, or stand in `output` changed.
    private var written = 0
    private var isChanged = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The decoder refuses 512 levels; nothing that a feed has is as deep as this.
    private static let deepest = 64
    /// A number with more characters may have digits that the decoder loses.
    private static let longestNumber = 18

    /// nil where nothing needs mending.
    mutating func run() -> [UInt8]? {
        var at = 0
        var isInString = false
        var depth = 0
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString:
                if depth == Self.deepest {
                    let end = endOfContainer(at)
                    replace(at..<end, with: Array("null".utf8))
                    at = end
                } else {
                    depth += 1
                    at += 1
                }
            case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString:
                depth -= 1
                at += 1
            case UInt8(ascii: "-") where !isInString, UInt8(ascii: "0")...UInt8(ascii: "9") where !isInString:
                let end = bytes[at...].firstIndex { !"+-.0123456789Ee".utf8.contains($0) } ?? bytes.count
                if end - at > Self.longestNumber {
                    replace(at..<at, with: [UInt8(ascii: "\"")])
                    replace(end..<end, with: [UInt8(ascii: "\"")])
                }
                at = end
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

    /// The offset behind the object or list that begins at an offset.
    private func endOfContainer(_ start: Int) -> Int {
        var depth = 0
        var isInString = false
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "\\") where isInString: at += 1
            case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: depth += 1
            case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString:
                depth -= 1
                if depth == 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        return bytes.count
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
