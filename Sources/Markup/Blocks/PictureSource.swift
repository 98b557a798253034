import CGumbo
import Newspaper

/// Finds what a picture's element says of it.
struct PictureSource {
    let tree: HTMLTree
    /// From where references lead on.
    let base: String?

    /// The address that gives most, as far as it can be opened: the largest of a set, what scripts would load, the picture itself.
    func address(of node: Int) -> String? {
        for name in [HTMLAttribute.srcset, .lazySourceSet] {
            if let set = tree.value(name, of: node), let largest = Self.largest(of: set), let link = link(largest) {
                return link
            }
        }
        return [HTMLAttribute.lazySource, .src, .poster, .data].lazy.compactMap {
            tree.value($0, of: node).flatMap(link)
        }.first
    }

    /// The same of the sources in a `picture` or `video`.
    func sourceAddress(in node: Int) -> String? {
        (node + 1..<Int(tree.nodes[node].end)).lazy.filter { tree.nodes[$0].tag == GUMBO_TAG_SOURCE }
            .compactMap { address(of: $0) }.first
    }

    func link(_ reference: String) -> String? { Link(reference, from: base)?.address }

    /// Whether a reference leads to a place of the page itself.
    func leadsInside(_ reference: String) -> Bool {
        guard !reference.hasPrefix("#") else { return true }
        guard let base, let mark = reference.firstIndex(of: "#") else { return false }
        return base.prefix { $0 != "#" } == reference[..<mark]
    }

    /// Whether it was saved beside the page, or nobody knows where the page was: a picture by its name, whose address is none.
    func isSaved(_ node: Int) -> Bool {
        guard let source = tree.value(.lazySource, of: node) ?? tree.value(.src, of: node), !source.contains(":") else {
            return false
        }
        let path = source.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return [".jpg", ".jpeg", ".png", ".webp", ".avif", ".bmp"].contains(where: path.hasSuffix)
    }

    /// Whether it is there to count readers, or is no more than a dot or a line.
    func isCounter(_ node: Int) -> Bool {
        [HTMLAttribute.width, .height].contains { name in
            tree.value(name, of: node).flatMap(Self.pixels).map { $0 <= 3 } ?? false
        }
    }

    /// Whether it stands in a line of text: a letter that fonts lacked.
    func isInline(_ node: Int) -> Bool {
        [HTMLAttribute.width, .height].contains { name in
            tree.value(name, of: node).flatMap(Self.pixels).map { $0 <= 32 } ?? false
        } || tree.value(.class, of: node)?.contains("emoji") == true
    }

    /// A length in pixels; nil for one that depends on the window.
    private static func pixels(_ text: String) -> Double? {
        Double(text.hasSuffix("px") ? text.dropLast(2) : text[...])
    }

    /// The largest of a `srcset` (HTML, 4.8.4.2.1).
    static func largest(of set: String) -> String? {
        var (best, size): (Substring?, Double) = (nil, -1)
        var rest = set[...]
        for _ in 0..<64 {
            rest = rest.drop { $0 == " " || $0 == "," }
            guard !rest.isEmpty else { break }
            var address = rest.prefix { $0 != " " }
            rest = rest[address.endIndex...]
            var number = 1.0
            if address.hasSuffix(",") {
                while address.hasSuffix(",") { address.removeLast() }
            } else {
                let descriptor = rest.prefix { $0 != "," }
                rest = rest[descriptor.endIndex...]
                number = Double(descriptor.filter { $0.isNumber || $0 == "." }) ?? 1
            }
            if number > size, !address.hasPrefix("data:") { (best, size) = (address, number) }
        }
        return best.map(String.init)
    }
}
