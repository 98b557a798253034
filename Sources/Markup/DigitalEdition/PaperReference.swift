import Newspaper

/// What the last step of an address, or the name of a file, says of a digital paper's page: the same however the page was saved.
package struct PaperReference: Hashable, Sendable {
    /// What is behind such a name.
    package enum Kind: Sendable {
        /// A printed page with the list of its stories: `node_2.htm`, `nbs.D110000x_01.htm`.
        case page
        /// A story: `content_123.htm`, `nw.D110000x_20260305_1-01.htm`.
        case story
        case pdf
        case other
    }

    /// In lower case, without its end.
    package private(set) var key: String
    package let kind: Kind
    /// The step before the last, in lower case; empty where there is none. It tells nothing apart by itself, since what is saved
    /// may be in another folder than on the web.
    private let folder: String

    package static func == (one: PaperReference, other: PaperReference) -> Bool {
        one.key == other.key && one.kind == other.kind
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(kind)
    }

    /// The same for one of several files of that name: with its folder.
    package var inFolder: PaperReference {
        var reference = self
        reference.key = folder + "/" + key
        return reference
    }

    /// nil where it names no file.
    package init?(_ reference: String) {
        var path = reference.prefix { $0 != "?" && $0 != "#" }
        path = path.last == "/" ? path.dropLast() : path
        let last = path[
            (path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex)...]
        guard let dot = last.lastIndex(of: "."), last.utf8.count <= 200 else { return nil }
        let end = last[dot...].lowercased()
        guard [".htm", ".html", ".shtml", ".pdf", ".mht", ".mhtml"].contains(end) else { return nil }
        var stem = last[..<dot].lowercased()
        // What a browser adds to a name that is taken: "content_123 (1)".
        if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("),
            stem[open...].dropFirst().dropLast().allSatisfy(\.isNumber)
        {
            stem = String(stem[..<open]).trimmed
        }
        guard !stem.isEmpty else { return nil }
        key = stem
        let before = path[..<last.startIndex].split { $0 == "/" || $0 == "\\" }.last ?? ""
        folder = before.utf8.count <= 200 ? before.lowercased() : ""
        let rest = stem.firstIndex(of: "_").map { stem[stem.index(after: $0)...] } ?? ""
        let isNumbered = !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "_" || $0 == "-" }
        if end == ".pdf" {
            kind = .pdf
        } else if stem.hasPrefix("content_") && isNumbered || stem.hasPrefix("nw.d") {
            kind = .story
        } else if stem.hasPrefix("node_") && isNumbered || stem.hasPrefix("nbs.d") {
            kind = .page
        } else {
            kind = .other
        }
    }

    /// The day that an address or path is of: 2026-03/05, 202603/05, 20260305, 2026/03/05.
    package static func date(in path: String) -> String? {
        // Folders further up are the reader's own.
        let bytes = Array(path.split(separator: "/").suffix(4).joined(separator: "/").utf8.suffix(400))
        var at = 0
        while at < bytes.count {
            let run = bytes[at...].prefix { (0x30...0x39).contains($0) }
            guard !run.isEmpty else {
                at += 1
                continue
            }
            var digits = Array(run)
            var next = run.endIndex
            // At most two parts more, each of two digits.
            while digits.count >= 4, digits.count < 8, digits.count % 2 == 0, next + 2 < bytes.count,
                [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_")].contains(bytes[next])
            {
                let part = bytes[(next + 1)...].prefix { (0x30...0x39).contains($0) }
                guard part.count == 2 else { break }
                digits += part
                next = part.endIndex
            }
            at = max(next, at + 1)
            guard digits.count == 8 else { continue }
            let text = String(decoding: digits, as: UTF8.self)
            let iso = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
            if iso.hasPrefix("19") || iso.hasPrefix("20"), FeedTime(iso) != nil { return iso }
        }
        return nil
    }
}
