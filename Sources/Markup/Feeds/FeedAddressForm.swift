import Newspaper

/// The parts of an address by which feeds are found: the site, the path, and no place in the page.
struct FeedAddressForm: Equatable {
    /// The address without a fragment.
    let address: String
    /// Scheme and host: "https://quay.example".
    let origin: Substring
    /// The folder of the path, from its first slash to its last; "/" where there is none.
    let folder: Substring

    init(_ address: String) {
        self.address = String(address.prefix { $0 != "#" })
        let start = self.address.firstRange(of: "://")?.upperBound ?? self.address.startIndex
        let root = self.address[start...].firstIndex { $0 == "/" || $0 == "?" } ?? self.address.endIndex
        origin = self.address[..<root]
        let path = self.address[root...].prefix { $0 != "?" }
        folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    }

    /// The name of the host, without the `www.` that many have beside the bare name.
    private var host: Substring {
        let host = (origin.firstRange(of: "://").map { origin[$0.upperBound...] } ?? origin).lowercased()[...]
        return host.hasPrefix("www.") ? host.dropFirst(4) : host
    }

    /// Whether another address is of the same site: of the same host, or of one whose name goes on from the other's.
    func isOfSite(_ other: FeedAddressForm) -> Bool {
        let (one, other) = (host, other.host)
        return one == other || other.hasSuffix("." + one) || one.hasSuffix("." + other)
    }

    private static let names: Set<String> = ["feed", "feeds", "rss", "rss2", "rss1", "atom", "rdf", "feed.json"]
    private static let endings = [".rss", ".atom", ".rdf", ".xml"]
    /// What else sites have in XML.
    private static let others = ["sitemap", "opensearch", "osd.xml", "manifest", "crossdomain", "browserconfig"]

    /// Whether a reference is one as feeds have: `/feed/`, `/news.rss`, `/atom.xml`, `?feed=rss2`.
    static func looksLikeFeed(_ reference: String) -> Bool {
        let reference = reference.lowercased()
        let parts = reference.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
        if parts.count == 2, parts[1].split(separator: "&").contains(where: { $0.hasPrefix("feed=") }) { return true }
        guard let name = parts.first?.split(separator: "/").last, !name.contains(":") else { return false }
        if names.contains(String(name)) { return true }
        return endings.contains { name.hasSuffix($0) && name.count > $0.count }
            && !others.contains { name.utf8.firstRange(of: $0.utf8) != nil }
    }
}

extension FeedLinks {
    private static let usual = [
        "feed", "rss", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json",
    ]

    /// Where sites usually have their feed, for a page that names none: in the page's folder, then at the site's root. Empty for what
    /// is no address of the web.
    package static func guesses(for address: String) -> [String] {
        guard let link = Link(address)?.address, !link.hasPrefix("mailto:") else { return [] }
        let form = FeedAddressForm(link)
        let folders = form.folder == "/" ? ["/"] : [form.folder, "/"]
        return folders.flatMap { folder in usual.map { form.origin + folder + $0 } }
    }
}
