extension ReaderState {
    /// A message cut to a number of cells. Paths in it lose their first folders before anything else is lost: what is wrong,
    /// and what to do, stands after them.
    func fitted(_ message: String, to limit: Int) -> String {
        var rest = message[...]
        var text = ""
        while let path = Self.firstPath(in: rest) {
            let excess = cells(of: text + rest) - limit
            guard excess > 0 else { break }
            text += rest[..<path.lowerBound] + shortenedPath(rest[path], by: excess)
            rest = rest[path.upperBound...]
        }
        return shortened(text + rest, to: limit)
    }

    /// The path without as many of its first folders as free so many cells; all of them where that does not suffice.
    private func shortenedPath(_ path: Substring, by excess: Int) -> String {
        let wanted = cells(of: String(path)) - excess
        var rest = path
        while let slash = rest.dropFirst().firstIndex(of: "/"), rest.index(after: slash) < rest.endIndex {
            rest = rest[slash...]
            let short = "…" + rest
            if cells(of: short) <= wanted { return short }
        }
        return rest == path ? String(path) : "…" + rest
    }

    /// Where the first path stands: a quotation with a slash, or a word that begins at a folder's root or the home folder.
    private static func firstPath(in text: Substring) -> Range<String.Index>? {
        let closing: [Character: Character] = ["'": "'", "“": "”", "「": "」"]
        var place = text.startIndex
        var isWordStart = true
        while place < text.endIndex {
            let character = text[place]
            let next = text.index(after: place)
            if let mark = closing[character], isWordStart || mark != "'", let end = text[next...].firstIndex(of: mark) {
                // By scalars, not by Foundation's own search, which brings ICU with it.
                let quoted = text.unicodeScalars[next..<end]
                if quoted.contains("/"), quoted.firstRange(of: "://".unicodeScalars) == nil { return next..<end }
                place = text.index(after: end)
                isWordStart = false
                continue
            }
            if isWordStart, character == "/" || text[place...].hasPrefix("~/") {
                return place..<(text[place...].firstIndex(of: " ") ?? text.endIndex)
            }
            isWordStart = character == " " || !character.isASCII
            place = next
        }
        return nil
    }
}
