import Markup
import Newspaper
import TextFolding

/// A story of a book while it is put together: a stretch of its documents.
struct BookStory {
    /// The document in which it begins.
    let path: String
    /// What that is said to be.
    let roles: Set<String>
    /// Index of the entry of the navigation that names it; nil for what none names.
    var entry: Int?
    /// What the document says of the story; nil where there are others in it.
    var details: StoryDetails?
    private(set) var blocks: [Block] = []
    private(set) var references: [String] = []
    private let documentTitle: String?
    private var length = 0
    private var linked = 0
    /// Whether crossheads of several documents are to be ranked together.
    private var partCount = 0

    init(path: String, document: BookDocument, roles: Set<String>) {
        self.path = path
        self.roles = roles
        documentTitle = document.title
    }

    /// Pages of a book that are no part of its text (EPUB structural semantics 1.1; OPF 2.0.1, 2.6).
    private static let apart: Set<String> = [
        "cover", "titlepage", "title-page", "halftitlepage", "toc", "landmarks", "page-list", "loi", "lot",
        "index-list",
    ]

    /// Whether it is a cover, a title page or a list of contents.
    var isApart: Bool { !roles.isDisjoint(with: Self.apart) }

    /// Whether it is little more than links to other places of the book.
    var isContents: Bool { Self.isContents(length: length, linked: linked, references: references.count) }

    static func isContents(length: Int, linked: Int, references: Int) -> Bool {
        references >= 2 && linked * 5 >= length * 3
    }

    mutating func append(_ part: BookDocument.Part) {
        guard !part.blocks.isEmpty || partCount == 0 else { return }
        partCount += 1
        length += part.length
        linked += part.linked
        references += part.references
        blocks += part.blocks
        guard partCount > 1 else { return }
        // A crosshead that was alone in its document is of the first rank among others.
        if blocks.contains(where: { $0.kind == .crosshead && $0.level > 0 }) {
            for place in blocks.indices where blocks[place].kind == .crosshead {
                blocks[place].level = max(1, blocks[place].level)
            }
        }
    }

    /// The story.
    ///
    /// - Parameters:
    ///   - title: what the navigation calls it.
    ///   - section: what it is filed under there.
    func story(title: String?, section: String?) -> Story {
        var body = blocks
        var headline = title ?? body.first { $0.kind == .crosshead }?.text ?? documentTitle
        if let details, details.id != nil { headline = details.headline } else { body.dropTitle(headline) }
        body.rankCrossheads()
        var story = Story(section: section, headline: headline, body: body)
        guard let details else { return story }
        story.kind = details.kind
        story.kicker = details.kicker
        story.deck = details.deck
        story.byline = details.byline
        story.credits = details.credits
        story.photos = details.photos
        story.continued = details.continued
        story.continues = details.continues
        story.link = details.link
        story.web.published = details.published
        story.web.tags = details.tags
        return story
    }
}

extension BookDocument.Part {
    /// Whether it is little more than links to other places of the book.
    var isContents: Bool { BookStory.isContents(length: length, linked: linked, references: references.count) }
}

/// Letters and digits without what counts as the same.
func folded(_ text: String) -> [UInt32] { text.unicodeScalars.compactMap(IdentityFolding.fold) }

extension [Block] {
    /// Their words, a line for each that has some.
    var lines: [String] { compactMap { $0.text.isEmpty ? nil : $0.text } }

    /// Takes away the headline where the text begins with it: as a heading, several of which may be it together, or as a paragraph.
    fileprivate mutating func dropTitle(_ headline: String?) {
        guard var rest = headline.map(folded)?[...], !rest.isEmpty else { return }
        var dropped: [Int] = []
        for (place, block) in enumerated().prefix(6) where block.kind != .figure {
            let text = folded(block.text)
            // A text of one paragraph is no title.
            let isTitle = block.kind == .crosshead || text.elementsEqual(rest) && count > 1
            guard isTitle, !text.isEmpty, let end = rest.end(of: text) else { break }
            dropped.append(place)
            rest = rest[end...]
            if rest.isEmpty { break }
        }
        for place in dropped.reversed() { remove(at: place) }
    }
}

extension ArraySlice<UInt32> {
    /// The index behind the first place where other values are in these; nil where they are not.
    fileprivate func end(of other: [UInt32]) -> Int? {
        guard other.count <= count, count <= 1000 else { return elementsEqual(other) ? endIndex : nil }
        return (startIndex...endIndex - other.count).first { self[$0...].starts(with: other) }.map { $0 + other.count }
    }
}
