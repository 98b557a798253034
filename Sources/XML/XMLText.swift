/// Text as XML has it.
package enum XMLText {
    /// Text between tags, or the value of an attribute in double quotation marks: what is markup there is written as references, and
    /// so is white space, which an attribute would lose (XML 1.0, 3.3.3). What no document of XML may have (2.2) is left out.
    package static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        var text = text
        text.withUTF8 { utf8 in
            for place in utf8.indices {
                switch utf8[place] {
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                case UInt8(ascii: ">"): bytes += "&gt;".utf8
                case UInt8(ascii: "\"") where isAttribute: bytes += "&quot;".utf8
                case 0x09 where isAttribute: bytes += "&#9;".utf8
                case 0x0A where isAttribute: bytes += "&#10;".utf8
                case 0x0D: bytes += "&#13;".utf8
                case 0x00..<0x20 where utf8[place] != 0x09 && utf8[place] != 0x0A: break
                // U+FFFE and U+FFFF.
                case 0xBE...0xBF where place > 1 && utf8[place - 1] == 0xBF && utf8[place - 2] == 0xEF:
                    bytes.removeLast(2)
                default: bytes.append(utf8[place])
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
