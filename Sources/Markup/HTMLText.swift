import Newspaper
import TextDecoding

/// The text of HTML, block by block: tags are taken out, none of the text is. Total and linear: any bytes give blocks.
///
/// It knows which tags end a paragraph, which make a heading, and whose content is no text (scripts, styles); it does not
/// build a tree.
package struct HTMLText {
    /// Paragraphs, and headings as crossheads.
    package private(set) var blocks: [Block] = []
    /// What pictures are said to show.
    package private(set) var descriptions: [String] = []
    /// The addresses that its words lead to, as far as they are whole and can be opened (``Link``).
    package private(set) var links: [String] = []

    private let base: String?
    private var text: [UInt8] = []
    private var isSpaceDue = false
    private var heading = false
    /// `pre` elements that are open.
    private var preformatted = 0
    /// False once a tag or a comment did not end in the rest of the text: looking for the end of each further one would
    /// take quadratic time.
    private var mayHoldTags = true
    private var mayHoldComments = true

    /// Reads the text of HTML.
    ///
    /// - Parameter base: the address of its page, from which its references lead on.
    package init(_ html: String, base: String? = nil) {
        self.base = base
        var html = html
        html.withUTF8 { read($0) }
    }

    /// A headline: feeds write HTML there, though it should be plain text. Tags are taken out only where one is closed,
    /// so that `5<6` and `vector<int>` stay.
    package static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
            return TextDecoder.line(text)
        }
        var text = text
        return text.withUTF8 { bytes in
            if closesTag(bytes) {
                return HTMLText(String(decoding: bytes, as: UTF8.self)).blocks.map(\.text).joined(separator: " ")
            }
            var plain: [UInt8] = []
            var at = 0
            while at < bytes.count { at = appendCharacter(of: bytes, at: at, to: &plain) }
            return TextDecoder.line(String(decoding: plain, as: UTF8.self))
        }
    }

    // MARK: - Tags

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<"), let end = markup(bytes, at: at) {
                at = end
            } else if !readSpace(bytes[at]) {
                at = Self.appendCharacter(of: bytes, at: at, to: &text)
            } else {
                at += 1
            }
        }
        endBlock()
    }

    /// Reads the markup at an offset, where `<` is, and gives the offset behind it; nil where there is none.
    private mutating func markup(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard offset + 1 < bytes.count else { return nil }
        switch bytes[offset + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            guard mayHoldComments else { return nil }
            let isComment = bytes[offset...].starts(with: "<!--".utf8)
            let isText = bytes[offset...].starts(with: "<![CDATA[".utf8)
            let ending = isComment ? "-->" : isText ? "]]>" : ">"
            guard let end = Self.find(ending, in: bytes, from: offset + 2) else {
                mayHoldComments = false
                return nil
            }
            if isText {
                for byte in bytes[min(offset + 9, end)..<end] where !readSpace(byte) { text.append(byte) }
            }
            return end + ending.utf8.count
        case UInt8(ascii: "/"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            guard mayHoldTags, HTMLTag.begins(bytes, at: offset) else { return nil }
            guard let tag = HTMLTag(bytes, at: offset) else {
                mayHoldTags = false
                return nil
            }
            return apply(tag, bytes)
        default: return nil
        }
    }

    private mutating func apply(_ tag: HTMLTag, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch tag.name {
        case "script", "style":
            return tag.isEnd ? tag.end : Self.find("</" + tag.name, in: bytes, from: tag.end) ?? bytes.count
        case "br": endBlock()
        case "td", "th": isSpaceDue = true
        case "img":
            if let text = tag.description.map({ Self.value(of: bytes, $0) }), !text.isEmpty {
                descriptions.append(text)
            }
        case "a":
            if let text = tag.address.map({ Self.value(of: bytes, $0) }), let link = Link(text, from: base) {
                links.append(Link(text) == nil ? link.address : text)
            }
        case let name where Self.blockNames.contains(name):
            endBlock()
            let isHeading = name.utf8.count == 2 && name.utf8.first == UInt8(ascii: "h") && name != "hr"
            heading = isHeading && !tag.isEnd
            if name == "pre" { preformatted = tag.isEnd ? max(preformatted - 1, 0) : preformatted + 1 }
        default: break
        }
        return tag.end
    }

    private static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
        "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header",
        "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
        "tbody", "tfoot", "thead", "title", "tr", "ul",
    ]

    // MARK: - Text

    /// Notes a byte of white space, which is done with by that; before any other byte, adds the space that is due.
    private mutating func readSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A where preformatted > 0, 0x0D where preformatted > 0: endBlock()
        case 0x20 where preformatted > 0: text.append(0x20)
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: isSpaceDue = true
        default:
            if isSpaceDue { text.append(0x20) }
            isSpaceDue = false
            return false
        }
        return true
    }

    private mutating func endBlock() {
        isSpaceDue = false
        guard !text.isEmpty else { return }
        let words = Self.clean(text)
        text.removeAll(keepingCapacity: true)
        if !words.isEmpty { blocks.append(Block(heading ? .crosshead : .paragraph, words)) }
    }

    /// Appends the byte at an offset, or the character that a reference there stands for; gives the offset behind it.
    private static func appendCharacter(
        of bytes: UnsafeBufferPointer<UInt8>, at offset: Int, to text: inout [UInt8]
    ) -> Int {
        guard bytes[offset] == UInt8(ascii: "&"),
            let reference = CharacterReference.decodeTwice(bytes, at: offset)
        else {
            text.append(bytes[offset])
            return offset + 1
        }
        text += Array(UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
        return reference.end
    }

    /// An attribute's value as a text.
    private static func value(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        var plain: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound { at = appendCharacter(of: bytes, at: at, to: &plain) }
        return clean(plain)
    }

    /// Through the sanitizer, as one line: references can spell out what it takes away.
    private static func clean(_ bytes: [UInt8]) -> String {
        let clean = TextDecoder.read(bytes).utf8.map { $0 < 0x20 ? 0x20 : $0 }
        guard let first = clean.firstIndex(where: { $0 != 0x20 }), let last = clean.lastIndex(where: { $0 != 0x20 })
        else { return "" }
        return String(decoding: clean[first...last], as: UTF8.self)
    }

    /// The offset of an ASCII text in either case, from an offset on.
    private static func find(_ text: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard start + wanted.count <= bytes.count else { return nil }
        return (start...bytes.count - wanted.count).first { at in
            wanted.indices.allSatisfy { bytes[at + $0] == wanted[$0] || bytes[at + $0] | 0x20 == wanted[$0] }
        }
    }

    /// Whether an inline element is closed somewhere, or a line broken.
    private static func closesTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<"), HTMLTag.begins(bytes, at: at) else {
                at += 1
                continue
            }
            guard let tag = HTMLTag(bytes, at: at) else { return false }
            if tag.isEnd ? inlineNames.contains(tag.name) : tag.name == "br" { return true }
            at = tag.end
        }
        return false
    }

    private static let inlineNames: Set<String> = [
        "a", "b", "big", "cite", "code", "em", "font", "i", "mark", "p", "q", "s", "small", "span", "strong", "sub",
        "sup",
        "u",
    ]
}
