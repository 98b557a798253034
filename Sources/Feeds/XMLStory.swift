import Markup
import Newspaper

/// An item of XML as a story.
struct XMLStory {
    private(set) var story = Story()
    private let element: FeedElement
    private let head: FeedHead

    /// The whole story.
    init(_ element: FeedElement, of head: FeedHead) {
        self.init(headOf: element, of: head)
        readBody()
        readFiles()
        // What is known by its words alone needs them.
        identify()
    }

    /// The story without its body and files.
    init(headOf element: FeedElement, of head: FeedHead) {
        (self.element, self.head) = (element, head)
        story.headline = (element.title ?? element.otherTitle).flatMap(\.line)
        readAddresses()
        readCredits()
        story.web.published = (element.published ?? element.otherDate).map(cleanLine)
        story.web.modified = element.updated.map(cleanLine)
        if let language = element.language.map({ cleanLine($0).trimmed }), !language.isEmpty, language != head.language
        {
            story.web.language = FeedElement.tag(ofLanguage: language)
        }
        let tags = FeedElement.distinct(element.tags)
        story.section = tags.first
        story.web.tags = Array(tags.dropFirst())
        identify()
    }

    /// What lists show: of a story with a headline and an id that takes no reading of its body.
    var header: StoryHeader {
        mutating get {
            guard story.headline != nil, isNamed else {
                readBody()
                readFiles()
                identify()
                return story.header
            }
            var header = story.header
            var time = ReadingTime()
            if var text = texts.first {
                if text.isHTML { text.value.withUTF8 { time.add(html: $0) } } else { time.add(text.value) }
            }
            for photo in element.photos { time.add(photo.caption) }
            header.minutes = time.minutes
            return header
        }
    }

    /// The texts that the item has, the fullest first.
    private var texts: [FeedElement.Text] {
        [element.content, element.description, element.summary, element.otherSummary].compactMap(\.self)
    }

    /// Whether something other than its words tells the story from others.
    private var isNamed: Bool { (story.web.id ?? story.link) != nil && head.identity != nil }

    /// Where addresses lead from that say nothing of that themselves: from the item's own page, else from the feed's.
    private var base: String? { story.link ?? head.details.homePage }

    private func whole(_ address: String) -> String {
        address.isEmpty || FeedAddress.hasScheme(address) ? address : FeedAddress.resolve(address, from: base)
    }

    private mutating func readAddresses() {
        var id = element.id.map(cleanName)
        if let own = id, let base = element.base, !FeedAddress.hasScheme(own), own.contains("/") {
            id = FeedAddress.resolve(own, from: base)
        }
        story.web.id = id ?? element.about
        story.link = element.page
        if story.link == nil, element.isPermanent, let id, FeedAddress.hasScheme(id) { story.link = id }
        if story.link == nil, let about = element.about, about.hasPrefix("http") { story.link = about }
        if let link = story.link {
            story.link = nil
            story.link = FeedAddress.isHarmless(link) ? whole(link) : nil
        }
        story.web.relations = element.relations.map { Relation($0.relation, whole($0.url)) }.filter {
            FeedAddress.isHarmless($0.url)
        }
    }

    private mutating func readBody() {
        let texts = texts
        if let text = texts.first { story.read(text, base: text.base ?? base) }
        if texts.count > 1, let words = texts.dropFirst().lazy.map(\.words).first(where: { !$0.isEmpty }) {
            story.web.summary = words
        }
        story.photos += element.photos
    }

    private mutating func readCredits() {
        let own = element.authors.isEmpty ? element.otherAuthors : element.authors
        let authors = FeedElement.distinct(own.map(\.clean)).filter { $0 != Author() }
        // A feed that has to name somebody often names itself (RFC 4287, 4.2.1), which is nobody who writes.
        let names =
            authors.isEmpty
            ? head.details.authors.compactMap(\.name).filter { $0 != head.title } : authors.compactMap(\.name)
        story.credits = names.map { Credit(.reporter, $0) }
        if authors.contains(where: { $0.url != nil }) { story.web.authors = authors }
    }

    private mutating func readFiles() {
        var seen: Set<String> = []
        for attachment in element.attachments + element.enclosures
        where FeedAddress.isHarmless(attachment.url) && seen.insert(attachment.url).inserted {
            var attachment = attachment
            attachment.url = whole(cleanName(attachment.url))
            attachment.type = attachment.type.map { cleanLine($0).trimmed }
            attachment.title = attachment.title.map(cleanLine)
            if attachment.size.map({ $0 < 0 }) == true { attachment.size = nil }
            guard !attachment.url.isEmpty else { continue }
            story.web.attachments.append(attachment)
        }
        if let duration = element.duration,
            let place = story.web.attachments.firstIndex(where: {
                $0.type?.hasPrefix("image/") != true && $0.duration == nil
            })
        {
            story.web.attachments[place].duration = duration
        }
        let pictures =
            element.pictures.map { whole($0.url) }
            + story.web.attachments.filter { $0.type?.hasPrefix("image/") == true }.map(\.url)
        story.web.image = pictures.first { !$0.isEmpty } ?? story.web.image
    }

    /// By the feed and the item's own id, so that a corrected text keeps it; else by its address, else by its words.
    private mutating func identify() {
        if let own = story.web.id ?? story.link, let feed = head.identity {
            story.id = StoryID(feed: feed, item: own)
        } else {
            story.name(date: story.web.published.flatMap { FeedTime($0)?.rfc3339 }.map { String($0.prefix(10)) })
        }
    }
}

extension Story {
    /// Takes a text for the body.
    fileprivate mutating func read(_ text: FeedElement.Text, base: String?) {
        guard text.isHTML else {
            body = Block.paragraphs(text.value)
            return
        }
        let markup = FeedMarkup.read(text.value, base: base)
        let html = String(decoding: markup.html, as: UTF8.self)
        web.html = cleanText(html).unlessBlank
        web.image = markup.picture
        body = HTMLText(html, base: base).blocks
    }
}

extension FeedElement {
    /// Without repetitions, in order, and without blanks.
    static func distinct(_ tags: [String]) -> [String] {
        var seen: Set<String> = []
        return tags.lazy.map { cleanLine($0).trimmed }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// BCP 47, of what some write with underscores.
    static func tag(ofLanguage text: String) -> String { String(text.map { $0 == "_" ? "-" : $0 }) }

    static func distinct(_ authors: [Author]) -> [Author] {
        var seen: Set<Author> = []
        return authors.filter { seen.insert($0).inserted }
    }

    /// The address of what the element is about: HTML before other forms of it.
    var page: String? {
        let alternates = links.filter { $0.relation == "alternate" }
        let html = alternates.first { $0.type?.contains("html") ?? true }
        return [link, html?.url, alternates.first?.url].lazy.compactMap { $0.map(cleanName) }.first { !$0.isEmpty }
    }

    /// The other addresses.
    var relations: [Relation] {
        var seen: Set<Relation> = []
        let page = page
        return links.compactMap { link in
            let relation = Relation(cleanLine(link.relation), cleanName(link.url))
            guard link.relation != "enclosure", !relation.url.isEmpty,
                link.relation != "alternate" || relation.url != page,
                seen.insert(relation).inserted
            else { return nil }
            return relation
        }
    }

    /// Files that Atom has among the links.
    var enclosures: [Attachment] {
        links.filter { $0.relation == "enclosure" }.map {
            Attachment(url: $0.url, title: $0.title, type: $0.type, size: $0.size)
        }
    }
}

extension FeedElement.Text {
    /// Whether it is to be read as HTML. A text of Atom that says nothing of it is, where elements are closed in it.
    var isHTML: Bool {
        switch kind {
        case .plain: false
        case .html: true
        case .loose: value.utf8.contains(UInt8(ascii: "<")) || value.utf8.contains(UInt8(ascii: "&"))
        }
    }

    /// As a headline; nil where there is nothing in it.
    var line: String? {
        let line: String
        switch kind {
        case .plain: line = cleanLine(value).trimmed
        case .loose: line = HTMLText.line(value).trimmed
        case .html: line = cleanLine(words)
        }
        return line.isEmpty ? nil : line
    }

    /// As a text without markup, a line a paragraph.
    var words: String {
        guard isHTML else { return cleanText(value).trimmed }
        let html = String(decoding: FeedMarkup.read(value, base: base).html, as: UTF8.self)
        return HTMLText(html, base: base).blocks.map(\.text).joined(separator: "\n")
    }
}
