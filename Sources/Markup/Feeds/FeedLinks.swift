import CGumbo
import Newspaper
import TextDecoding

/// The feeds that a page names, those first that it most likely means: what its head declares (HTML, 4.6.7.1), what its text leads to
/// on the same site, and feeds of comments last. Nothing says that there is a feed at the addresses.
package struct FeedLinks: Sendable {
    /// A feed by where it should be.
    package struct Entry: Sendable, Hashable {
        /// http or https.
        package var address: String
        /// What the page calls it.
        package var title: String?
    }

    /// No address twice; at most `most`.
    package private(set) var entries: [Entry] = []

    /// How many feeds of a page are listed.
    package static let most = 64
    /// Unicode scalars that a title may have.
    private static let longestTitle = 200
    /// UTF-8 bytes of a link's words that may say that it leads to a feed.
    private static let longestWords = 48

    /// How likely a link leads to the feed that is looked for.
    private enum Rank: CaseIterable { case declared, address, words, comments }

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - declared: the encoding that was declared outside of the page.
    ///   - address: where the page is; nil where that is not known.
    package init(_ bytes: [UInt8], declared: String? = nil, address: String?) {
        let tree = HTMLTree(PageEncoding.decode(bytes, declared: declared).utf8)
        let base = tree.base(from: address)
        let page = (address ?? base).map(FeedAddressForm.init)
        var found: [Rank: [Entry]] = [:]
        for node in tree.nodes.indices {
            guard let tag = tree.nodes[node].tag, tag == GUMBO_TAG_LINK || tag == GUMBO_TAG_A,
                let href = tree.value(.href, of: node)
            else { continue }
            let title = tree.value(.title, of: node)
            let rank: Rank?
            var words: String?
            if tag == GUMBO_TAG_LINK {
                rank = Self.isDeclared(tree, node, href: href, title: title) ? .declared : nil
            } else {
                words = tree.nodes[node].text.count <= Self.longestWords ? tree.line(of: node) : nil
                rank = Self.rank(href: href, words: words ?? title)
            }
            guard let rank, let link = Link(href, from: base)?.address, !link.hasPrefix("mailto:") else { continue }
            let form = FeedAddressForm(link)
            guard form != page, rank == .declared || page.map({ $0.isOfSite(form) }) ?? true else { continue }
            let isOfComments = [title, words, href].contains { $0.map(Self.isOfComments) ?? false }
            let entry = Entry(address: form.address, title: (title ?? words).map(Self.beginning))
            let place = isOfComments ? Rank.comments : rank
            let earlier = found[place] ?? []
            // The menu of a page names its feed many times.
            if earlier.count < Self.most, !earlier.contains(where: { $0.address == entry.address }) {
                found[place] = earlier + [entry]
            }
        }
        for entry in Rank.allCases.flatMap({ found[$0] ?? [] })
        where entries.count < Self.most && !entries.contains(where: { $0.address == entry.address }) {
            entries.append(entry)
        }
    }

    private static func beginning(_ title: String) -> String {
        String(String.UnicodeScalarView(title.unicodeScalars.prefix(longestTitle)))
    }

    // MARK: - What leads to a feed

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml",
        "application/xml",
    ]

    private static func isDeclared(_ tree: HTMLTree, _ node: Int, href: String, title: String?) -> Bool {
        let relations = tree.value(.rel, of: node)?.lowercased().split(separator: " ") ?? []
        guard relations.contains("alternate") || relations.contains("feed"), !relations.contains("stylesheet") else {
            return false
        }
        let written = tree.value(.type, of: node)?.lowercased() ?? ""
        let type = String(written.prefix { $0 != ";" && $0 != " " })
        // What a site has for programs is JSON as well.
        if type == "application/json" { return [href, title ?? ""].contains { has("feed", $0.lowercased()) } }
        return types.contains(type)
    }

    private static func rank(href: String, words: String?) -> Rank? {
        if FeedAddressForm.looksLikeFeed(href) { return .address }
        guard let words = words?.lowercased(), !href.hasPrefix("#") else { return nil }
        let isNamed = words.split { !$0.isLetter }.contains { ["rss", "atom", "feed", "feeds"].contains($0) }
        return isNamed || ["rss", "订阅", "訂閱"].contains { has($0, words) } ? .words : nil
    }

    private static func isOfComments(_ text: String) -> Bool {
        let text = text.lowercased()
        return ["comment", "评论", "評論", "留言"].contains { has($0, text) }
    }

    private static func has(_ word: String, _ text: String) -> Bool { text.utf8.firstRange(of: word.utf8) != nil }
}
