/// A comment with which the systems of digital papers (Founder's, mostly) say something of a page; and what programs that save pages write.
enum PaperRemark {
    /// Fields of the story: `<!--enpproperty <title>…</title> /enpproperty-->`, or founder's older ones.
    case properties
    /// The text begins or ends: `<!--enpcontent-->`, `<!--/enpcontent-->`.
    case contentStart, contentEnd
    /// Where the page was saved from.
    case other

    /// That many are kept of a page.
    static let most = 64
    /// UTF-8 bytes that the rest of one has whose own words have ended it.
    private static let longestRest = 4096

    /// nil for any other comment. What is looked at is its beginning.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let start = text.prefix(64).drop { $0 <= 0x20 }
        func begins(_ word: String) -> Bool {
            start.count >= word.utf8.count && zip(start, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        if begins("enpproperty") || begins("<founder-") || begins("<articleid") {
            self = .properties
        } else if begins("enpcontent") {
            self = .contentStart
        } else if begins("/enpcontent") {
            self = .contentEnd
        } else if begins("saved from url") || begins("page saved with singlefile") {
            self = .other
        } else {
            return nil
        }
    }

    /// Where properties really end that hold the end of a comment in one of their fields; nil where they do not.
    ///
    /// - Parameter end: where the first `-->` is.
    static func end(of source: UnsafeBufferPointer<UInt8>, from end: Int) -> Int? {
        let closing = Array("/enpproperty".utf8)
        if end >= closing.count, source[(end - closing.count)..<end].elementsEqual(closing) { return nil }
        var at = end
        let limit = min(end + longestRest, source.count - closing.count - 3)
        while at < limit {
            if source[at] == closing[0], source[at...].starts(with: closing),
                source[(at + closing.count)...].starts(with: "-->".utf8)
            {
                return at + closing.count
            }
            // A page's own text, or the next such comment.
            if source[at] == UInt8(ascii: "<") {
                for word in ["<!--enpp", "<p>", "<p ", "<div", "<ta", "<td", "<tr", "<body", "<h1"] {
                    let rest = source[at...].prefix(word.utf8.count)
                    if rest.count == word.utf8.count, zip(rest, word.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
                        return nil
                    }
                }
            }
            at += 1
        }
        return nil
    }
}

/// An element of such a system, which no browser knows.
enum PaperElement: UInt8, CaseIterable {
    case content, title, subtitle, introtitle, author, date, pagenum, type

    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard name.count < 24, let hyphen = name.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let letters = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let (maker, word) = (letters[..<hyphen], String(decoding: letters[(hyphen + 1)...], as: UTF8.self))
        guard maker.elementsEqual("founder".utf8) || maker.elementsEqual("cms".utf8),
            let element = Self.allCases.first(where: { "\($0)" == word })
        else { return nil }
        self = element
    }
}
