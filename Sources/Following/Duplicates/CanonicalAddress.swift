import Newspaper
import TextDecoding

/// What an address leads to, whatever way it was shared: without scheme, `www.`, the marks of those who count readers, and the forms of
/// AMP. For comparison only; nothing is fetched from it.
package struct CanonicalAddress: Hashable, Sendable {
    package let text: String

    /// Nil for what is no address of the web, and for a site as a whole, which no story has for itself.
    package init?(_ address: String) {
        guard let link = Link(address)?.address, let scheme = link.firstRange(of: "://") else { return nil }
        var rest = link[scheme.upperBound...]
        // Google's copies have the page's own address in their path.
        for copy in ["google.com/amp/s/", "google.com/amp/"] {
            let bare = rest.hasPrefix("www.") ? rest.dropFirst(4) : rest
            if bare.hasPrefix(copy) { rest = bare.dropFirst(copy.utf8.count) }
        }
        if let copy = rest.firstRange(of: ".cdn.ampproject.org/"), rest[..<copy.lowerBound].allSatisfy({ $0 != "/" }) {
            // /c/s/quay.example/tide: a page, https.
            var path = rest[copy.upperBound...]
            for part in ["c/", "v/", "s/"] where path.hasPrefix(part) { path = path.dropFirst(2) }
            rest = path
        }
        let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        guard let host = Self.host(rest[..<hostEnd]) else { return nil }
        let fragment = rest[hostEnd...].firstIndex(of: "#") ?? rest.endIndex
        let question = rest[hostEnd..<fragment].firstIndex(of: "?") ?? fragment
        let path = Self.path(rest[hostEnd..<question])
        let query = Self.query(rest[question..<fragment].dropFirst())
        var route = rest[fragment...]
        // Pages of programs have their own path there.
        if !["#/", "#!"].contains(where: route.hasPrefix) { route = "" }
        guard !path.isEmpty || !query.isEmpty || !route.isEmpty else { return nil }
        text = host + path + (query.isEmpty ? "" : "?" + query) + route
    }

    private static func host(_ written: Substring) -> String? {
        var host = written.lowercased()[...]
        for port in [":80", ":443"] where host.hasSuffix(port) { host = host.dropLast(port.utf8.count) }
        if host.hasSuffix(".") { host = host.dropLast() }
        for name in ["www.", "amp."] where host.hasPrefix(name) && host.dropFirst(4).utf8.contains(UInt8(ascii: ".")) {
            host = host.dropFirst(4)
        }
        return host.isEmpty ? nil : String(host)
    }

    private static func path(_ written: Substring) -> String {
        var steps = written.split(separator: "/").map { plain(String($0)) }
        if steps.count > 1, steps.first == "amp" { steps.removeFirst() }
        if steps.count > 1, steps.last == "amp" { steps.removeLast() }
        if let last = steps.last {
            if last.hasSuffix(".amp.html") {
                steps[steps.count - 1] = last.dropLast(9) + ".html"
            } else if last.hasSuffix(".amp") {
                steps[steps.count - 1] = String(last.dropLast(4))
            }
        }
        return steps.map { "/" + $0 }.joined()
    }

    private static func query(_ written: Substring) -> String {
        written.split(separator: "&").map { plain(String($0)) }
            .filter { !isTracking($0.prefix { $0 != "=" }.lowercased()) }.sorted().joined(separator: "&")
    }

    /// Without the percent signs that nothing needs, and the others' digits in capitals (RFC 3986, 6.2.2); one that is no such sign is
    /// spelt.
    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        var at = 0
        while at < source.count {
            guard source[at] == UInt8(ascii: "%") else {
                bytes.append(source[at])
                at += 1
                continue
            }
            guard at + 2 < source.count, let high = HexDigit.value(of: source[at + 1]),
                let low = HexDigit.value(of: source[at + 2])
            else {
                bytes += "%25".utf8
                at += 1
                continue
            }
            let byte = high << 4 | low
            if PercentEncoding.isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += String(decoding: source[at..<(at + 3)], as: UTF8.self).uppercased().utf8
            }
            at += 3
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - Marks of those who count readers

    private static let beginnings = [
        "utm_", "at_", "hsa_", "mc_", "mtm_", "ns_", "pk_", "piwik_", "share_", "sharer_", "wt_", "_hs", "vero_",
    ]
    private static let names: Set<String> = [
        "amp", "outputtype", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "igshid", "igsh", "li_fat_id", "cmpid", "cmp", "ocid", "icid", "ito", "smid", "smtyp", "xtor", "ref",
        "ref_src", "ref_url", "referrer", "from", "source", "share", "sharefrom", "sharetoken", "sharesource",
        "sharetype", "spm", "scm", "isappinstalled", "nsukey", "wfr", "vd_source", "chksm", "scene", "_ga", "_gl",
        "__twitter_impression",
    ]

    private static func isTracking(_ name: String) -> Bool {
        names.contains(name) || beginnings.contains(where: name.hasPrefix)
    }
}
