import Feeds
import Markup
import Newspaper

/// What the formats of XML say of a story, in words that both have.
struct ExportedItem {
    let story: Story
    /// What tells it from others: the id that its feed gave it, else the program's own.
    var id: String { story.web.id ?? story.id.description }
    /// When it was published: by its feed, else as its page was.
    let published: FeedTime?
    let modified: FeedTime?

    init(_ story: Story, of pages: [Page]) {
        self.story = story
        published = (story.web.published ?? Feed.published(story, of: pages)).flatMap { FeedTime($0) }
        modified = story.web.modified.flatMap { FeedTime($0) }
    }

    /// What it is filed under, the section first.
    var tags: [String] { (story.section.map { [$0] } ?? []) + story.web.tags }

    /// Who wrote it.
    var authors: [Author] {
        if !story.web.authors.isEmpty { return story.web.authors }
        var seen: Set<String> = []
        return story.credits.filter { $0.role == .reporter || $0.role == .correspondent }.map(\.name)
            .filter { seen.insert($0).inserted }.map { Author(name: $0) }
    }

    /// All of its words as HTML: its feed's own, else the blocks with what a newspaper has around them; nil where there are none.
    var html: String? {
        if let html = story.web.html { return html }
        let parts = [story.kicker, story.deck, story.byline, story.continued, story.continues].compactMap(\.self)
        guard !parts.isEmpty || !story.body.isEmpty || !story.photos.isEmpty else { return nil }
        if story.kicker == nil, story.deck == nil, story.byline == nil, story.continued == nil {
            guard story.continues != nil || !story.photos.isEmpty else { return story.body.html }
        }
        var rest = story
        rest.headline = nil
        var text = XMLText()
        text.append(rest, rank: 1, pictures: .picture)
        return String(decoding: text.bytes, as: UTF8.self)
    }
}

extension [Block] {
    /// The blocks as HTML below a headline.
    var html: String {
        var body = BlockMarkup(rank: 1, pictures: .picture)
        body.append(self)
        return String(decoding: body.text.bytes, as: UTF8.self)
    }

    /// Whether there is more to them than paragraphs of text.
    var saysMoreThanText: Bool { contains { $0.kind != .paragraph || !$0.spans.isEmpty } }
}

extension ExportInput {
    /// Addresses that say what has none, of documents and of stories (RFC 8141, 2).
    static func name(_ id: String) -> String {
        var name = "urn:x-broadsheet:"
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = Array("0123456789ABCDEF".unicodeScalars)
                name += "%"
                name.unicodeScalars.append(digits[Int(byte >> 4)])
                name.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
        return name
    }

    /// The id where it is an address by itself (RFC 4287, 4.2.6), else an address that is made of it.
    static func address(_ id: String) -> String {
        guard let colon = id.firstIndex(of: ":"), colon > id.startIndex,
            id[..<colon].utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || "0123456789+-.".utf8.contains($0) }),
            id.utf8.allSatisfy({ $0 > 0x20 && !"<>\"{}|\\^`".utf8.contains($0) })
        else { return name(id) }
        return id
    }
}
