import TextDecoding
import XML

/// The entities that a document of XML declares for itself (XML 1.0, 4.2): short texts without markup are understood. One that is
/// made of others may grow without end, so that the document is refused.
struct FeedEntities: Sendable {
    private(set) var texts: [String: String] = [:]
    /// Whether one is made of others.
    private(set) var areNested = false

    /// UTF-8 bytes that an entity may have, and entities of a document.
    private static let longest = 64
    private static let most = 256

    /// None.
    init() {}

    /// - Parameter head: the beginning of the document.
    init(_ head: [UInt8]) {
        head.withUnsafeBytes { bytes in
            var at = 0
            while texts.count < Self.most, let found = ByteSearch.find("<!ENTITY", in: bytes, from: at) {
                at = found + 8
                let rest = bytes[at...].prefix(1 << 12)
                let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
                read(rest[..<end])
            }
        }
    }

    /// A name, white space, and a value in quotation marks; anything else is an external or a parameter entity.
    private mutating func read(_ declaration: Slice<UnsafeRawBufferPointer>) {
        let words = declaration.drop { $0 <= 0x20 }
        let name = words.prefix { $0 > 0x20 }
        let value = words[name.endIndex...].drop { $0 <= 0x20 }
        guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), !name.isEmpty else {
            return
        }
        let text = Array(value.dropFirst().prefix { $0 != quote })
        var plain: [UInt8] = []
        text.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "&"), let reference = CharacterReference.decode(bytes, at: at) {
                    plain += Array(UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
                    at = reference.end
                } else {
                    // What refers to anything else refers to another entity.
                    if bytes[at] == UInt8(ascii: "&"), bytes[at...].contains(UInt8(ascii: ";")) { areNested = true }
                    plain.append(bytes[at])
                    at += 1
                }
            }
        }
        guard plain.count <= Self.longest, !plain.contains(UInt8(ascii: "<")) else { return }
        let key = String(decoding: name, as: UTF8.self)
        if texts[key] == nil { texts[key] = String(decoding: plain, as: UTF8.self) }
    }
}
