import TextDecoding

/// A value of JSON-LD, as pages have it: what is broken of it is left out. Reading takes linear time and no recursion.
enum LinkedData {
    case text(String)
    case list([LinkedData])
    case object([(key: String, value: LinkedData)])
    case other

    /// Values in values; deeper ones are nothing that says what a page is.
    private static let mostNested = 48

    /// The value under a key of an object; nil for anything else.
    subscript(key: String) -> LinkedData? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.key == key }?.value
    }

    /// A text that is not blank; of a list the first.
    var text: String? {
        switch self {
        case .text(let text): HTMLTree.line(Array(text.utf8)[...])
        case .list(let values): values.lazy.compactMap(\.text).first
        case .object, .other: nil
        }
    }

    /// The values of a list, else the one.
    var values: [LinkedData] { if case .list(let values) = self { values } else { [self] } }

    /// Reads a script's text.
    init(_ json: String) {
        var open: [(isObject: Bool, key: String?, values: [(String, LinkedData)])] = []
        var result: LinkedData?
        func add(_ value: LinkedData) {
            guard let last = open.indices.last else {
                result = result ?? value
                return
            }
            if open[last].isObject {
                if let key = open[last].key { open[last].values.append((key, value)) }
                open[last].key = nil
            } else {
                open[last].values.append(("", value))
            }
        }
        func close() {
            guard let done = open.popLast() else { return }
            add(done.isObject ? .object(done.values.map { (key: $0.0, value: $0.1) }) : .list(done.values.map(\.1)))
        }
        let bytes = Array(json.utf8)
        // Pages that are XML too put it in CDATA.
        var at = bytes.firstIndex { $0 == UInt8(ascii: "{") } ?? bytes.count
        if let list = bytes[..<at].lastIndex(of: UInt8(ascii: "[")),
            bytes[list..<at].dropFirst().allSatisfy({ $0 <= 0x20 }),
            !bytes[..<list].reversed().starts(with: "CDATA".utf8.reversed())
        {
            at = list
        }
        var skipped = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if open.count < Self.mostNested {
                    open.append((bytes[at] == UInt8(ascii: "{"), nil, []))
                } else {
                    skipped += 1
                }
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if skipped > 0 { skipped -= 1 } else { close() }
                at += 1
            case UInt8(ascii: "\""):
                let text = Self.string(bytes, &at)
                guard skipped == 0 else { break }
                if let last = open.last, last.isObject, last.key == nil {
                    open[open.count - 1].key = text
                } else {
                    add(.text(text))
                }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                while at < bytes.count, bytes[at] > 0x20, !"{}[],:\"".utf8.contains(bytes[at]) { at += 1 }
                if skipped == 0 { add(.other) }
            default: at += 1
            }
        }
        while !open.isEmpty { close() }
        self = result ?? .other
    }

    /// The string that begins at an offset; line breaks in it, which JSON does not allow, stay.
    private static func string(_ bytes: [UInt8], _ at: inout Int) -> String {
        var text: [UInt8] = []
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
                text.append(bytes[at])
                at += 1
                continue
            }
            at += 2
            switch bytes[at - 1] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
            case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
                text.append(0x20)
            case UInt8(ascii: "u"):
                var unit = self.unit(bytes, &at) ?? 0xFFFD
                if (0xD800..<0xDC00).contains(unit), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                    bytes[at + 1] == UInt8(ascii: "u")
                {
                    at += 2
                    let low = self.unit(bytes, &at) ?? 0
                    unit = (0xDC00..<0xE000).contains(low) ? 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
                }
                text.append(
                    contentsOf: UTF8.encode(Unicode.Scalar(unit) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
            default: text.append(bytes[at - 1])
            }
        }
        at += 1
        return String(decoding: text, as: UTF8.self)
    }

    private static func unit(_ bytes: [UInt8], _ at: inout Int) -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        defer { at += 4 }
        return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    }
}
