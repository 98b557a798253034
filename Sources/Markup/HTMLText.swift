import CGumbo
import Newspaper
import TextDecoding

/// The text of HTML, block by block. Total and linear: any bytes give blocks.
package struct HTMLText {
    /// What it has to read, in its order.
    package let blocks: [Block]
    /// The language that it says it is in; nil where it does not.
    package let language: String?

    /// Reads the text of HTML.
    ///
    /// - Parameter base: the address of its page, from which its references lead on.
    package init(_ html: String, base: String? = nil) {
        var (html, utf8) = (html, [UInt8]())
        html.withUTF8 { TextDecoder.append($0, to: &utf8) }
        self.init(utf8: utf8, base: base)
    }

    /// The same of bytes that have passed the sanitizer.
    package init(utf8: [UInt8], base: String? = nil) { self.init(HTMLTree(utf8), base: base) }

    init(_ tree: HTMLTree, base: String?) {
        var walk = BlockWalk(tree, base: tree.base(from: base))
        walk.add(0..<tree.nodes.count)
        blocks = walk.finish()
        language = tree.language
    }

    /// A headline: feeds write HTML there, though it should be plain text. Tags are taken out only where one is closed,
    /// so that `5<6` and `vector<int>` stay.
    package static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
            return TextDecoder.line(text)
        }
        let bytes = Array(text.utf8)
        if bytes.withUnsafeBufferPointer({ closesTag($0) }) {
            return HTMLText(text).blocks.map(\.text).joined(separator: " ")
        }
        return HTMLTree.resolved(bytes[...])
    }

    /// Whether an inline element is closed somewhere, or a line broken.
    private static func closesTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<"), HTMLTagScanner.begins(bytes, at: at) else {
                at += 1
                continue
            }
            guard let tag = HTMLTagScanner(bytes, at: at, attribute: { _, _ in }) else { return false }
            let name = String(decoding: bytes[tag.name].prefix(16).map { $0 | 0x20 }, as: UTF8.self)
            if tag.isEnd ? inlineNames.contains(name) : name == "br" { return true }
            at = tag.end
        }
        return false
    }

    private static let inlineNames: Set<String> = [
        "a", "b", "big", "cite", "code", "em", "font", "i", "mark", "p", "q", "s", "small", "span", "strong", "sub",
        "sup", "u",
    ]
}

extension HTMLTree {
    /// From where the references of the page lead on: `base`, as seen from the page's own address.
    func base(from address: String?) -> String? {
        for node in nodes.indices where nodes[node].tag == GUMBO_TAG_BASE {
            if let reference = value(.href, of: node) { return Link(reference, from: address)?.address ?? address }
        }
        return address
    }
}
