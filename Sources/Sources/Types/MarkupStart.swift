/// Tells HTML and XML from a text that happens to begin with <.
struct MarkupStart {
    /// nil: no markup.
    let type: FileType?

    /// - Parameter utf8: the beginning of the text, from its first < on; it may be cut anywhere.
    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        var rest = utf8[...]
        var isXML = false
        var isHTML = false
        // A prolog and comments come before the first element.
        while true {
            rest = rest.drop(while: FileType.isSpace)
            if Self.hasPrefix(rest, "<?xml") {
                isXML = true
                rest = Self.drop(rest, through: "?>")
            } else if Self.hasPrefix(rest, "<!--") {
                isXML = true
                rest = Self.drop(rest, through: "-->")
            } else if Self.hasPrefix(rest, "<?") {
                rest = Self.drop(rest, through: "?>")
            } else {
                break
            }
        }
        if Self.hasPrefix(rest, "<!doctype") {
            let name = rest.dropFirst(9).drop(while: FileType.isSpace)
            isHTML = Self.hasPrefix(name, "html")
            isXML = true
            // It may hold declarations in brackets.
            let isBracketed = rest.first { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") } == UInt8(ascii: "[")
            if isBracketed { rest = Self.drop(rest, through: "]") }
            rest = Self.drop(rest, through: ">")
            while true {
                rest = rest.drop(while: FileType.isSpace)
                guard Self.hasPrefix(rest, "<!--") else { break }
                rest = Self.drop(rest, through: "-->")
            }
        }
        guard let name = Self.elementName(rest) else {
            type = isHTML ? .html : isXML ? .xml : nil
            return
        }
        switch name {
        case "alto": type = .alto
        case _ where name.hasSuffix(":alto"): type = .alto
        case "rss", "rdf", "channel": type = .feedXML
        case _ where name.hasSuffix(":rdf") || name.hasSuffix(":rss") || name.hasSuffix(":feed"): type = .feedXML
        case "feed":
            let isAtom = isXML || Self.contains(rest, "xmlns") || Self.contains(rest, "<entry>")
            type = isAtom ? .feedXML : nil
        // An entry may be a document of its own (RFC 4287, 2).
        case "entry" where Self.contains(rest.prefix { $0 != UInt8(ascii: ">") }, "/atom"): type = .feedXML
        case "opml": type = .opml
        case "svg": type = .svg
        // Some feeds are said to be pages.
        case _ where isHTML || Self.html.contains(name): type = .html
        default: type = isXML || Self.contains(rest.prefix { $0 != UInt8(ascii: ">") }, "xmlns") ? .xml : nil
        }
    }

    /// Elements with which a page of the web, or a part of one, begins.
    private static let html: Set<String> = [
        "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "table", "span",
        "article",
        "section", "main", "header", "nav", "h1", "h2", "h3", "ul", "ol", "center", "font", "a", "img", "br", "form",
        "iframe",
        "frameset", "b", "i", "em", "strong", "blockquote", "pre", "figure",
    ]

    /// The name in an opening tag, in lower case: <name>, <name/> or <name attribute="…">.
    private static func elementName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard bytes.first == UInt8(ascii: "<") else { return nil }
        let name = bytes.dropFirst().prefix { isNameByte($0) }
        guard let first = name.first, (0x61...0x7A).contains(first | 0x20),
            let end = bytes.dropFirst(name.count + 1).first
        else { return nil }
        guard end == UInt8(ascii: ">") || end == UInt8(ascii: "/") || FileType.isSpace(end) else { return nil }
        return String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    /// Whether the bytes begin so; letters in either case, `text` being in lower case.
    private static func hasPrefix(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ text: String) -> Bool {
        bytes.count >= text.utf8.count
            && zip(bytes, text.utf8).allSatisfy { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
    }

    private static func drop(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, through text: String
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        var rest = bytes
        while !rest.isEmpty, !hasPrefix(rest, text) { rest = rest.dropFirst() }
        return rest.dropFirst(text.utf8.count)
    }

    private static func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ text: String) -> Bool {
        var rest = bytes
        while !rest.isEmpty, !hasPrefix(rest, text) { rest = rest.dropFirst() }
        return !rest.isEmpty
    }
}
