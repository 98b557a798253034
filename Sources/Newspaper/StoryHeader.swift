import TextDecoding

/// What a list shows of a story, and what is counted of it: everything but its words.
package struct StoryHeader: Sendable, Equatable {
    /// The story's own.
    package var id: StoryID
    /// What sort of item it is.
    package var kind: Story.Kind
    /// Index into the pages of the list that the header comes from.
    package var page: Int
    /// The rubric above the story (栏目), else the page's name; nil where there is neither.
    package var section: String?
    /// What lists call the story: its headline, else the beginning of its first caption or paragraph; nil where it has
    /// none of them. At most `longestTitle` Unicode scalars.
    package var title: String?
    /// Whether `title` is the headline and not a substitute for it.
    package var hasHeadline: Bool
    /// The names below the headline: those who wrote it, else those who took its pictures.
    package var writers: [String]
    /// Minutes of reading, exact; see `ReadingTime`.
    package var minutes: Float
    /// When it was published, as its feed says; nil where nothing does, as of a printed story, which is of its page's day.
    package var published: PublishedTime?
    /// Whether the reader has asked for stories like it to stand out.
    package var isHighlighted = false

    /// Unicode scalars that `title` may have: more than any list shows.
    package static let longestTitle = 200

    /// A header of these parts.
    package init(
        id: StoryID, kind: Story.Kind = .story, page: Int = 0, section: String? = nil, title: String? = nil,
        hasHeadline: Bool = false, writers: [String] = [], minutes: Float = 0,
        published: PublishedTime? = nil
    ) {
        self.id = id
        self.kind = kind
        self.page = page
        // Lists show the plain characters.
        self.section = section.map(ShownText.of)
        self.title = title.map(ShownText.of)
        self.hasHeadline = hasHeadline
        self.writers = writers.map(ShownText.of)
        self.minutes = minutes
        self.published = published
    }

    /// The header of a story.
    package init(_ story: Story) {
        self.init(
            id: story.id, kind: story.kind, page: story.page, section: story.section,
            title: story.listTitle.map(Self.beginning), hasHeadline: story.headline != nil, writers: story.writers,
            minutes: story.readingTime.minutes,
            published: story.web.published.flatMap(FeedTime.init).map(PublishedTime.init))
        isHighlighted = story.isHighlighted
    }

    /// As much of a text as a title may have.
    package static func beginning(of text: String) -> String {
        guard text.utf8.count > longestTitle else { return text }
        var text = text
        let beginning = text.withUTF8 { bytes -> String? in
            var (end, left) = (0, longestTitle)
            while end < bytes.count, left > 0 {
                end += 1
                while end < bytes.count, UTF8Scalar.isTail(bytes[end]) { end += 1 }
                left -= 1
            }
            return end < bytes.count ? String(decoding: bytes[..<end], as: UTF8.self) : nil
        }
        return beginning ?? text
    }
}

/// When a story was published, as lists need it.
package struct PublishedTime: Sendable, Hashable {
    /// Seconds since 1970; of a day alone those of its beginning in UTC.
    package var seconds: Int64
    /// Whether only the day is known.
    package var isDay: Bool

    /// A time in seconds since 1970.
    package init(seconds: Int64) { (self.seconds, isDay) = (seconds, false) }

    /// A time of a feed; one that does not say how far it is ahead of UTC is taken for UTC.
    package init(_ time: FeedTime) {
        var time = time
        isDay = time.minutes == nil
        time.minutes = time.minutes ?? 0
        time.offset = time.offset ?? 0
        seconds = time.seconds ?? 0
    }
}

extension Story {
    /// What lists show of the story.
    package var header: StoryHeader { StoryHeader(self) }

    /// What a list calls the story: its headline, else its first caption or paragraph, of a brief without a headline the
    /// words that lead it in; of a story without words what it shows, the file that comes with it, or where it is.
    package var listTitle: String? {
        if let title = headline ?? photos.first?.caption { return title }
        if let block = body.first(where: { !$0.text.isEmpty }) { return kind.title(ofText: block.text) }
        return body.lazy.compactMap(\.illustration?.description).first { !$0.isEmpty }
            ?? web.attachments.lazy.compactMap { $0.title ?? AddressName.file($0.url) }.first
            ?? AddressName.page(link ?? web.externalLink ?? web.image ?? "")
            ?? body.first.map { kind.title(ofText: $0.text) }
    }

    /// The names that a list shows below the headline.
    package var writers: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        let credits = credits.filter { $0.role != .editor }
        for credit in credits where credit.role != .photographer && seen.insert(credit.name).inserted {
            names.append(credit.name)
        }
        if names.isEmpty { names = credits.map(\.name) }
        return names
    }

    /// How long its text and captions take.
    package var readingTime: ReadingTime {
        var time = ReadingTime()
        for block in body { time.add(block.text) }
        for photo in photos { time.add(photo.caption) }
        return time
    }
}

extension Story.Kind {
    /// What lists call an item that has no headline and no picture, by the beginning of its text.
    package func title(ofText text: String) -> String { self == .brief ? BriefLead(text).title(of: text) : text }
}
