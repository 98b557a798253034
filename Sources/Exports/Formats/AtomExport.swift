import Feeds
import Newspaper

extension ExportFormat {
    /// Atom 1.0 (RFC 4287).
    static let atom = ExportFormat(name: "atom", isText: true) { input, write in
        let feed = input.list.feed ?? FeedDetails()
        let date = (feed.updated ?? input.list.date).flatMap { FeedTime($0) }
        var text = XMLElements()
        text.begin(
            "feed",
            [
                ("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:media", "http://search.yahoo.com/mrss/"),
                ("xml:lang", input.list.language),
            ])
        text.element("id", (feed.address ?? feed.homePage).map(ExportInput.address) ?? ExportInput.name(input.title))
        text.element("title", input.title, [("type", "text")])
        text.element("subtitle", feed.description, [("type", "text")])
        // Every feed and every entry says when it was changed (4.1.1): the newest of what is known.
        text.element("updated", (date ?? input.newest).rfc3339)
        if let address = feed.address {
            text.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address)])
        }
        if let page = feed.homePage { text.empty("link", [("rel", "alternate"), ("href", page)]) }
        for author in feed.authors { text.person(author) }
        // Entries without one need that of the feed (4.2.1).
        if feed.authors.isEmpty { text.person(Author(name: input.title)) }
        for tag in feed.tags { text.empty("category", [("term", tag)]) }
        text.element("icon", feed.favicon)
        text.element("logo", feed.icon)
        let pages = input.list.pages
        for position in 0..<input.list.count {
            guard let story = input.list.story(at: position) else { continue }
            text.entry(ExportedItem(story, of: pages), date: date ?? input.newest)
            try write(text.take())
        }
        text.end()
        try write(text.take())
    }
}

extension ExportInput {
    /// When the newest story was published; where no story says, the beginning of time as computers have it.
    fileprivate var newest: FeedTime {
        let times = (0..<list.count).lazy.compactMap { list.header(at: $0).published?.seconds }
        return times.max().map(FeedTime.init) ?? FeedTime(year: 1970, month: 1, day: 1)
    }
}

extension FeedTime {
    /// A time in UTC.
    fileprivate init(seconds: Int64) {
        let days = seconds.dividingFloor(by: 86_400)
        let rest = Int(seconds - days * 86_400)
        // Days since March 1 of the year 0, in eras of 400 years.
        let shifted = Int(days) + 719_468
        let era = shifted.dividingFloor(by: 146_097)
        let day = shifted - era * 146_097
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        self.init(
            year: year + era * 400 + (month > 9 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
            day: dayOfYear - (153 * month + 2) / 5 + 1, minutes: rest / 60, second: rest % 60, offset: 0)
    }
}

extension BinaryInteger {
    fileprivate func dividingFloor(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension XMLElements {
    fileprivate mutating func person(_ author: Author) {
        guard let name = author.name ?? author.email ?? author.url else { return }
        begin("author")
        element("name", name)
        element("uri", author.url)
        element("email", author.email)
        end()
    }

    fileprivate mutating func entry(_ item: ExportedItem, date: FeedTime) {
        let (story, web) = (item.story, item.story.web)
        begin("entry", [("xml:lang", web.language)])
        element("id", ExportInput.address(item.id))
        // Required; a story may be without one.
        element("title", story.headline ?? "", [("type", "text")])
        element("published", item.published?.rfc3339)
        element("updated", (item.modified ?? item.published ?? date).rfc3339)
        for author in item.authors { person(author) }
        if let link = story.link { empty("link", [("rel", "alternate"), ("href", link)]) }
        if let other = web.externalLink, other != story.link { empty("link", [("rel", "related"), ("href", other)]) }
        for relation in web.relations { empty("link", [("rel", relation.relation), ("href", relation.url)]) }
        for file in web.attachments {
            empty(
                "link",
                [
                    ("rel", "enclosure"), ("href", file.url), ("title", file.title), ("type", file.type),
                    ("length", file.size.map(String.init)),
                ])
        }
        for tag in item.tags { empty("category", [("term", tag)]) }
        if let image = web.image { empty("media:thumbnail", [("url", image)]) }
        element("summary", web.summary, [("type", "text")])
        element("content", item.html, [("type", "html")])
        end()
    }
}
