import TextDecoding

/// HTML from a feed as another program may be given it: without what runs, loads or sends by itself, and with whole addresses.
/// Nothing else is changed; it takes linear time.
struct FeedMarkup {
    private(set) var html: [UInt8] = []
    /// The address of the first picture.
    private(set) var picture: String?
    private let bytes: UnsafeBufferPointer<UInt8>
    private let base: String?
    private var at = 0
    /// No tag ends in the rest.
    private var hasNoMoreTags = false
    private var hasNoMoreComments = false
    private var hasNoMoreDeclarations = false

    /// - Parameter base: the address from which references lead on.
    static func read(_ html: String, base: String?) -> FeedMarkup {
        var html = html
        return html.withUTF8 { bytes in
            var markup = FeedMarkup(bytes: bytes, base: base)
            markup.run()
            return markup
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, base: String?) {
        (self.bytes, self.base) = (bytes, base)
        html.reserveCapacity(bytes.count)
    }

    /// Elements that have no end tag (HTML, 13.1.2).
    static func isVoid(_ name: String) -> Bool { voids.contains(name.lowercased()) }

    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    /// Elements that go with all that is in them.
    private static let dropped: Set<String> = ["script", "applet", "style"]
    /// Elements of which only what is in them stays.
    private static let unwrapped: Set<String> = [
        "iframe", "frame", "frameset", "object", "embed", "base", "meta", "link", "html", "head", "body", "noscript",
        "param",
        "xml", "bgsound", "layer", "ilayer", "portal",
    ]
    private static let references: Set<String> = [
        "href", "src", "action", "formaction", "poster", "background", "cite", "data", "longdesc", "usemap", "lowsrc",
        "dynsrc",
        "xlink:href", "classid", "codebase", "profile", "icon", "manifest",
    ]
    private static let schemes: Set<String> = [
        "http", "https", "mailto", "ftp", "sftp", "tel", "sms", "news", "nntp", "irc", "ircs", "xmpp", "magnet", "geo",
        "feed",
        "gopher", "gemini", "webcal", "urn", "tag", "cid", "aim", "callto", "ed2k", "rtsp", "rsync", "ssh", "svn",
        "telnet",
    ]

    private mutating func run() {
        while at < bytes.count {
            let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            html += bytes[at..<next]
            at = next
            guard at < bytes.count else { return }
            switch at + 1 < bytes.count ? bytes[at + 1] : 0 {
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                let next = at + 2 < bytes.count ? bytes[at + 2] : 0
                let begins =
                    (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "-") || next == UInt8(ascii: "[")
                if begins { passDeclaration() } else { escape() }
            case UInt8(ascii: "/"): passTag(from: at + 2, isEnd: true)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                passTag(from: at + 1, isEnd: false)
            default: escape()
            }
        }
    }

    private mutating func escape() {
        html += "&lt;".utf8
        at += 1
    }

    private mutating func passDeclaration() {
        if !hasNoMoreComments, bytes[at...].starts(with: "<!--".utf8) {
            if let end = find("-->", from: at + 4) {
                at = end + 3
                return
            }
            hasNoMoreComments = true
        }
        let end = hasNoMoreDeclarations ? nil : bytes[at...].firstIndex(of: UInt8(ascii: ">"))
        if let end { at = end + 1 } else { escape() }
        hasNoMoreDeclarations = end == nil
    }

    private func find(_ word: String, from start: Int) -> Int? {
        let word = Array(word.utf8)
        guard start + word.count <= bytes.count else { return nil }
        return (start...bytes.count - word.count).first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
    }

    // MARK: - Tags

    private mutating func passTag(from start: Int, isEnd: Bool) {
        guard start < bytes.count, (0x61...0x7A).contains(bytes[start] | 0x20), !hasNoMoreTags else { return escape() }
        let nameEnd =
            bytes[start...].firstIndex {
                Self.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "<")
            } ?? bytes.count
        // Most tags have a short name and nothing else; no name that is dropped has but two letters.
        if nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: ">"), nameEnd - start <= 2,
            Self.isName(bytes[nameEnd - 1])
        {
            html += bytes[at...nameEnd]
            at = nameEnd + 1
            return
        }
        let name = String(decoding: bytes[start..<nameEnd], as: UTF8.self)
        let lower = name.lowercased()
        var written = Array("<\(isEnd ? "/" : "")\(name)".utf8)
        var place = nameEnd
        guard let isEmpty = passAttributes(of: lower, &place, to: &written) else {
            hasNoMoreTags = true
            return escape()
        }
        at = place
        if Self.dropped.contains(lower) {
            if !isEnd, !isEmpty || lower == "script" || lower == "style" { dropElement(lower) }
            return
        }
        guard !Self.unwrapped.contains(lower), name.utf8.allSatisfy({ Self.isName($0) }) else { return }
        html += written
        html += (isEmpty && !isEnd ? "/>" : ">").utf8
    }

    /// Passes all up to the end tag of an element that has begun, or up to the end.
    private mutating func dropElement(_ name: String) {
        while at < bytes.count, let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = next + 1
            guard at < bytes.count, bytes[at] == UInt8(ascii: "/") else { continue }
            let found = bytes[(at + 1)...].prefix(name.utf8.count).map { $0 | 0x20 }
            guard found.elementsEqual(name.utf8) else { continue }
            at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            return
        }
        at = bytes.count
    }

    /// Reads the attributes at a place and writes those that stay; returns whether the tag is that of an empty element, and nil where
    /// it does not end.
    private mutating func passAttributes(of element: String, _ place: inout Int, to written: inout [UInt8]) -> Bool? {
        var isEmpty = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: ">") {
                place += 1
                return isEmpty
            }
            if byte == UInt8(ascii: "<") { return isEmpty }
            if byte == UInt8(ascii: "/") || Self.isSpace(byte) || byte == UInt8(ascii: "\"")
                || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=")
            {
                isEmpty = byte == UInt8(ascii: "/") || isEmpty && Self.isSpace(byte)
                place += 1
                continue
            }
            isEmpty = false
            let start = place
            while place < bytes.count, !Self.isSpace(bytes[place]), !"=>/<\"'".utf8.contains(bytes[place]) {
                place += 1
            }
            let name = start..<place
            var next = place
            while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
            guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
                write(element, name, nil, to: &written)
                continue
            }
            next += 1
            while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
            guard next < bytes.count else { return nil }
            if bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
                guard let close = bytes[(next + 1)...].firstIndex(of: bytes[next]) else { return nil }
                write(element, name, next + 1..<close, to: &written)
                place = close + 1
            } else {
                let value = next
                while next < bytes.count, !Self.isSpace(bytes[next]), bytes[next] != UInt8(ascii: ">") { next += 1 }
                write(element, name, value..<next, to: &written)
                place = next
            }
        }
        return nil
    }

    private mutating func write(_ element: String, _ name: Range<Int>, _ value: Range<Int>?, to written: inout [UInt8])
    {
        let key = String(decoding: bytes[name], as: UTF8.self).lowercased()
        guard !key.hasPrefix("on"), key != "srcdoc", key.utf8.allSatisfy({ Self.isName($0) }) else { return }
        guard let value else {
            written += " \(key)".utf8
            return
        }
        if Self.references.contains(key) || key == "srcset" {
            let text = Self.decoded(bytes[value])
            let plain = text.unicodeScalars.filter { $0.value > 0x20 }.map(Character.init)
            let scheme = FeedAddress.hasScheme(String(plain)) ? String(plain.prefix { $0 != ":" }).lowercased() : nil
            let isPicture = String(plain.prefix(11)).lowercased() == "data:image/" && key != "href"
            guard scheme.map({ Self.schemes.contains($0) || isPicture }) ?? true else { return }
            let address = key == "srcset" || isPicture ? text : FeedAddress.resolve(text, from: base)
            if element == "img", key == "src", picture == nil, !isPicture { picture = address }
            append(value: Array(address.utf8), isPlain: true, key, to: &written)
        } else if key == "style" {
            let style = Self.decoded(bytes[value]).lowercased()
            guard !["expression", "script:", "behavio", "-moz-binding", "\\"].contains(where: style.contains) else {
                return
            }
            append(value: Array(bytes[value]), isPlain: false, key, to: &written)
        } else {
            append(value: Array(bytes[value]), isPlain: false, key, to: &written)
        }
    }

    /// - Parameter isPlain: whether it has no references in it.
    private func append(value: [UInt8], isPlain: Bool, _ key: String, to written: inout [UInt8]) {
        written += " \(key)=\"".utf8
        for byte in value {
            switch byte {
            case UInt8(ascii: "\""): written += "&quot;".utf8
            case UInt8(ascii: "&") where isPlain: written += "&amp;".utf8
            case UInt8(ascii: "<"): written += "&lt;".utf8
            default: written.append(byte)
            }
        }
        written.append(UInt8(ascii: "\""))
    }

    /// A value with the characters that it spells, also without semicolons, as browsers read it.
    private static func decoded(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
        let part = UnsafeBufferPointer(rebasing: value)
        var plain: [UInt8] = []
        var at = 0
        while at < part.count {
            guard part[at] == UInt8(ascii: "&") else {
                plain.append(part[at])
                at += 1
                continue
            }
            if let reference = CharacterReference.decode(part, at: at) {
                plain += Array(UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
                at = reference.end
            } else if let (scalar, end) = number(part, at: at) {
                plain += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                at = end
            } else {
                plain.append(part[at])
                at += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The character of a number without a semicolon, of whatever length.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
        var at = start + 1
        guard at < bytes.count, bytes[at] == UInt8(ascii: "#") else { return nil }
        at += 1
        let isHex = at < bytes.count && bytes[at] | 0x20 == UInt8(ascii: "x")
        if isHex { at += 1 }
        let first = at
        var value: UInt32 = 0
        while at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue, isHex || digit < 10 {
            value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
            at += 1
        }
        if at < bytes.count, bytes[at] == UInt8(ascii: ";") { at += 1 }
        return at > first ? Unicode.Scalar(value).map { ($0, at) } : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }
}
