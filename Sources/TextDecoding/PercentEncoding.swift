/// Percent-encoding of addresses and references (RFC 3986, 2.1).
package enum PercentEncoding {
    /// The bytes that a text stands for; a percent sign that no two digits follow stays.
    package static func decode(_ text: some Sequence<UInt8>) -> [UInt8] {
        let source = Array(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var at = 0
        while at < source.count {
            if source[at] == UInt8(ascii: "%"), at + 2 < source.count, let high = HexDigit.value(of: source[at + 1]),
                let low = HexDigit.value(of: source[at + 2])
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(source[at])
                at += 1
            }
        }
        return bytes
    }

    /// Whether a byte stands for itself everywhere (RFC 3986, 2.3).
    package static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// Digits of hexadecimal numbers, in either case.
package enum HexDigit {
    /// What an ASCII digit stands for; nil for what is none.
    package static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
        default: nil
        }
    }
}
