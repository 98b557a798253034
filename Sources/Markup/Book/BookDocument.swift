import CGumbo
import Newspaper
import TextDecoding

/// A document of a book, of which navigation names places: XHTML as it was meant, whatever it is.
///
/// References in it lead to other documents of the book, which are no addresses: links and pictures keep only those of the web.
package struct BookDocument {
    /// BCP 47, as it says itself.
    package var language: String? { tree.language }
    /// The text of its `title`.
    package let title: String?
    /// What it is said to be, of EPUB's vocabulary, without `doc-`: "cover", "titlepage", "toc". Empty for most.
    package let roles: Set<String>
    /// What it says of the one story that it holds.
    package let details: StoryDetails
    let tree: HTMLTree
    /// Nodes that are no text of a story.
    private let isLeftOut: [Bool]

    /// Reads a document.
    ///
    /// - Parameter utf8: sanitized.
    package init(_ utf8: [UInt8]) {
        let tree = HTMLTree(utf8, isXML: true)
        let head = StoryHead(tree)
        isLeftOut = head.isLeftOut
        details = head.details
        title = tree.nodes.indices.first { tree.nodes[$0].tag == GUMBO_TAG_TITLE }.flatMap { tree.line(of: $0) }
        roles = Self.roles(of: tree)
        self.tree = tree
    }

    /// Whether there is no word in it.
    package var isPicture: Bool {
        guard let body = tree.nodes.first(where: { $0.tag == GUMBO_TAG_BODY }) else { return false }
        return tree.text[Int(body.text.lowerBound)..<Int(body.text.upperBound)].allSatisfy { $0 <= 0x20 }
    }

    /// What `body` is said to be, or the one element that is all of it.
    private static func roles(of tree: HTMLTree) -> Set<String> {
        var roles: Set<String> = []
        guard var node = tree.nodes.indices.first(where: { tree.nodes[$0].tag == GUMBO_TAG_BODY }) else { return [] }
        let body = tree.nodes[node]
        for _ in 0..<8 {
            let names = (tree.value(.role, of: node) ?? "").lowercased().split(separator: " ")
            roles.formUnion(names.map { String($0.hasPrefix("doc-") ? $0.dropFirst(4) : $0) })
            let next = (node + 1..<Int(body.end)).first { tree.nodes[$0].tag != nil }
            guard let next, tree.nodes[next].parent == Int32(node), tree.nodes[next].end + 1 >= body.end else { break }
            node = next
        }
        return roles
    }

    // MARK: - Parts

    /// A stretch of the document.
    package struct Part {
        /// Its text; the ranks of crossheads are those of this stretch.
        package var blocks: [Block]
        /// Bytes of its words, and of those that lead to other places of the book.
        package var length: Int
        package var linked: Int
        /// Where those lead, as they are written.
        package var references: [String]
    }

    /// The document in parts: what is before the first of some places, then a part for each of them.
    ///
    /// - Parameter ids: of elements; nil is the beginning. One that is not there is where the one before it is.
    /// - Returns: the first part, and for each further one which of the ids it begins with, in the order of the document.
    package func parts(at ids: [String?]) -> (first: Part, others: [(id: Int, part: Part)]) {
        let places = places(of: ids)
        let order = ids.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        let first = part(0..<(order.first.map { places[$0] } ?? tree.nodes.count))
        let others = order.enumerated().map { rank, id in
            let end = rank + 1 < order.count ? places[order[rank + 1]] : tree.nodes.count
            return (id, part(places[id]..<end))
        }
        return (first, others)
    }

    /// The nodes at which text with these ids begins.
    private func places(of ids: [String?]) -> [Int] {
        let wanted = Set(ids.compactMap { $0 })
        var found: [String: Int] = [:]
        if !wanted.isEmpty {
            for node in tree.nodes.indices where tree.nodes[node].record >= 0 {
                for name in [HTMLAttribute.id, .name] {
                    guard name == .id || tree.nodes[node].tag == GUMBO_TAG_A, let id = tree.value(name, of: node),
                        wanted.contains(id), found[id] == nil
                    else { continue }
                    found[id] = beginning(of: node)
                }
            }
        }
        var places: [Int] = []
        for id in ids { places.append(id.map { found[$0] ?? places.last ?? 0 } ?? 0) }
        return places
    }

    /// The outermost element that begins with this one: an anchor may be inside of the heading that is meant.
    private func beginning(of node: Int) -> Int {
        var node = node
        for _ in 0..<32 where tree.nodes[node].parent > 0 {
            let parent = Int(tree.nodes[node].parent)
            let isFirst =
                tree.nodes[parent].tag != GUMBO_TAG_BODY
                && (parent + 1..<node).allSatisfy { inner in
                    let between = tree.nodes[inner]
                    return between.tag == nil
                        ? tree.text[Int(between.text.lowerBound)..<Int(between.text.upperBound)].allSatisfy {
                            $0 <= 0x20
                        } : between.tag != GUMBO_TAG_IMG && Int(between.end) > node
                }
            guard isFirst else { break }
            node = parent
        }
        return node
    }

    private func part(_ range: Range<Int>) -> Part {
        var walk = BlockWalk(tree, base: nil, leavingOut: isLeftOut)
        walk.add(range)
        var part = Part(blocks: walk.finish(), length: 0, linked: 0, references: [])
        var linksEnd = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let node = tree.nodes[at]
            if isLeftOut[at] {
                at = Int(node.end)
                continue
            }
            if node.tag == nil {
                let count = tree.text[Int(node.text.lowerBound)..<Int(node.text.upperBound)].count { $0 > 0x20 }
                part.length += count
                if at < linksEnd { part.linked += count }
            } else if node.tag == GUMBO_TAG_A, let reference = tree.value(.href, of: at), !Self.leavesBook(reference) {
                linksEnd = max(linksEnd, Int(node.end))
                if part.references.count < Self.mostReferences { part.references.append(reference) }
            }
            at += 1
        }
        return part
    }

    private static let mostReferences = 10_000

    /// Whether a reference leads out of the book: it has a scheme, or a host.
    static func leavesBook(_ reference: String) -> Bool {
        reference.hasPrefix("//") || reference.prefix { !"/?#".contains($0) }.contains(":")
    }
}
