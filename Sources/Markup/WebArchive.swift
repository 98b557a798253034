import TextDecoding

/// A page saved with its pictures in one file: MHTML (RFC 2557), a letter of several parts (RFC 2045, 2046).
package struct WebArchive {
    /// The page's bytes.
    package let page: [UInt8]
    /// Where it was on the web; nil where nothing says.
    package let address: String?
    /// The encoding that the part's head names.
    package let encoding: String?

    /// Whether these are the first bytes of one: a letter's head that names parts which belong together.
    package static func begins(_ start: some Collection<UInt8>) -> Bool {
        let head = String(
            decoding: start.prefix(4096).map { $0 < 0x80 ? ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) : 0x3F },
            as: UTF8.self)
        let isHead = head.split(separator: "\n", maxSplits: 1).first.map { line in
            line.prefix { $0.isLetter || $0 == "-" }.endIndex < line.endIndex
                && line.first { !$0.isLetter && $0 != "-" } == ":"
        }
        return isHead == true && head.contains("mime-version:") && head.contains("multipart/related")
    }

    /// nil where no part is a page.
    package init?(_ bytes: [UInt8]) {
        let (head, body) = Self.split(bytes[...])
        guard let type = head["content-type"], let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty
        else { return nil }
        let address = head["snapshot-content-location"] ?? head["content-location"]
        for part in Self.parts(body, boundary: Array("--\(boundary)".utf8)) {
            let (head, content) = Self.split(part)
            guard let type = head["content-type"]?.lowercased(),
                type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
            else {
                continue
            }
            page = Self.decoded(content, head["content-transfer-encoding"])
            encoding = Self.parameter("charset", of: type)
            self.address = head["content-location"].flatMap { $0.hasPrefix("cid:") ? nil : $0 } ?? address
            return
        }
        return nil
    }

    /// The fields of a head, names in small letters, folded lines as one; and what follows the blank line.
    private static func split(_ bytes: ArraySlice<UInt8>) -> (head: [String: String], body: ArraySlice<UInt8>) {
        var head: [String: String] = [:]
        var name: String?
        var rest = bytes
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            var line = rest[..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            if line.last == 0x0D { line = line.dropLast() }
            if line.isEmpty { break }
            let text = TextDecoder.line(String(decoding: line, as: UTF8.self))
            if line.first == 0x20 || line.first == 0x09 {
                if let name { head[name]? += text.trimmed }
            } else if let colon = text.firstIndex(of: ":") {
                name = text[..<colon].lowercased()
                if head.count < 100, head[name!] == nil {
                    head[name!] = String(text[text.index(after: colon)...]).trimmed
                }
            }
        }
        return (head, rest)
    }

    /// A parameter's value, in quotation marks or without.
    private static func parameter(_ name: String, of field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let part = String(part).trimmed
            guard part.lowercased().hasPrefix(name + "=") else { continue }
            return String(part.dropFirst(name.count + 1)).filter { $0 != "\"" }
        }
        return nil
    }

    /// What stands between lines that begin with the boundary.
    private static func parts(_ bytes: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var line = bytes.startIndex
        while line < bytes.endIndex {
            let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            if bytes[line..<end].starts(with: boundary) {
                if let start { parts.append(bytes[start..<line]) }
                start = end
                // Nobody saves a page of more parts.
                if parts.count > 10_000 { return parts }
            }
            line = end
        }
        if let start, start < bytes.endIndex { parts.append(bytes[start...]) }
        return parts
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>, _ coding: String?) -> [UInt8] {
        switch coding?.lowercased() {
        case "quoted-printable": quotedPrintable(bytes)
        case "base64": Base64.decode(bytes, skipsOthers: true) ?? []
        default: Array(bytes)
        }
    }

    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard bytes[at] == UInt8(ascii: "=") else {
                result.append(bytes[at])
                at += 1
                continue
            }
            if at + 2 < bytes.endIndex, let high = HexDigit.value(of: bytes[at + 1]),
                let low = HexDigit.value(of: bytes[at + 2])
            {
                result.append(high << 4 | low)
                at += 3
                continue
            }
            // A line that goes on.
            var end = at + 1
            while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
            if end < bytes.endIndex, bytes[end] != 0x0A {
                result.append(bytes[at])
                at += 1
            } else {
                at = end + 1
            }
        }
        return result
    }
}
