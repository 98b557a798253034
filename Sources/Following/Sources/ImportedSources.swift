import Feeds
import Newspaper
import TextDecoding

/// What is followed in another reader, from its file: an OPML document, newsboat's `urls`, sfeed's `sfeedrc`.
package struct ImportedSources: Sendable {
    package private(set) var sources: [FollowedSource] = []
    /// Entries that say something that is not followed here: searches, programs.
    package private(set) var passedOver = 0

    /// Reads a file's bytes; what it is is seen from them.
    package init(_ bytes: [UInt8]) {
        if let list = try? OutlineList(bytes) {
            readOutlines(list)
            return
        }
        let text = String(decoding: TextDecoder.readText(bytes).utf8, as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        if lines.contains(where: { $0.hasPrefix("feeds()") || $0.hasPrefix("feeds ()") || $0.hasPrefix("feed ") }) {
            readShell(lines)
        } else {
            readURLs(lines)
        }
    }

    private mutating func add(_ address: String, name: String?, section: String?) {
        guard let address = FollowedSource.Address(address), case .web = address else {
            passedOver += 1
            return
        }
        guard !sources.contains(where: { $0.address == address }) else { return }
        var source = FollowedSource(address)
        source.name = name.map(TextDecoder.clean).flatMap { $0.isEmpty ? nil : $0 }
        source.section = section.map(TextDecoder.clean).flatMap { $0.isEmpty ? nil : $0 }
        sources.append(source)
    }

    private mutating func readOutlines(_ list: OutlineList) {
        for outline in list.outlines {
            guard let feed = outline.feed else {
                passedOver += 1
                continue
            }
            add(feed, name: outline.title ?? outline.text, section: outline.path.last)
        }
    }

    /// newsboat: an address, and behind it tags; one that begins with ~ is the name, one with ! hides it.
    private mutating func readURLs(_ lines: [Substring]) {
        for line in lines where !line.hasPrefix("#") {
            let words = Self.words(line, quotes: "\"")
            guard let address = words.first else { continue }
            guard address.utf8.firstRange(of: "://".utf8) != nil, !address.hasPrefix("query:"),
                !address.hasPrefix("filter:")
            else {
                passedOver += 1
                continue
            }
            let tags = words.dropFirst()
            let name = tags.first { $0.hasPrefix("~") }.map { String($0.dropFirst()) }
            add(address, name: name, section: tags.first { !$0.hasPrefix("~") && !$0.hasPrefix("!") })
        }
    }

    /// sfeed: calls of its function `feed NAME ADDRESS …`.
    private mutating func readShell(_ lines: [Substring]) {
        for line in lines {
            let words = Self.words(line, quotes: "\"'")
            guard words.first == "feed", words.count > 2 else { continue }
            add(words[2], name: words[1], section: nil)
        }
    }

    /// The words of a line, in quotation marks of these kinds or not; a comment ends it.
    private static func words(_ line: Substring, quotes: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if quotes.contains(character) {
                quote = character
                word = word ?? ""
            } else if character == "#", word == nil {
                break
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}
