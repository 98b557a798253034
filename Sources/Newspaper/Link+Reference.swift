extension Link {
    /// The address that a reference in a page leads to (RFC 3986, 5.2): by itself, or from the page's own address, `base`. nil
    /// for what leads to no page or mailbox, and for a place in the same page.
    package init?(_ reference: String, from base: String?) {
        if let link = Link(reference) {
            self = link
            return
        }
        guard !reference.hasPrefix("#"), !Self.hasScheme(reference) else { return nil }
        guard let base = base.flatMap({ Link($0) })?.address, let scheme = base.firstRange(of: "://") else {
            // From where the page is, the web is reached by https.
            guard reference.hasPrefix("//"), reference.dropFirst(2).contains(".") else { return nil }
            self.init("https:" + reference)
            return
        }
        let root = base[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
        let end = base[root...].firstIndex { "?#".contains($0) } ?? base.endIndex
        let address: String
        if reference.hasPrefix("//") {
            address = base[..<scheme.lowerBound] + ":" + reference
        } else if reference.hasPrefix("/") {
            address = base[..<root] + Self.withoutDots(reference)
        } else if reference.hasPrefix("?") {
            address = base[..<end] + reference
        } else {
            let folder = base[root..<end].lastIndex(of: "/").map { base[root...$0] } ?? "/"
            address = base[..<root] + Self.withoutDots(folder + reference)
        }
        self.init(address)
    }

    private static func hasScheme(_ reference: String) -> Bool {
        guard let colon = reference.firstIndex(of: ":") else { return false }
        return !reference[..<colon].contains { "/?#".contains($0) }
    }

    /// A path without its steps `.` and `..`; what follows the path is left as it is.
    private static func withoutDots(_ reference: String) -> String {
        let end = reference.firstIndex { "?#".contains($0) } ?? reference.endIndex
        var steps: [Substring] = []
        let parts = reference[..<end].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            switch part {
            case ".", "..":
                if part == ".." { _ = steps.popLast() }
                if place + 1 == parts.count { steps.append("") }
            default: steps.append(part)
            }
        }
        return "/" + steps.joined(separator: "/") + reference[end...]
    }
}
