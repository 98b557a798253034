import Newspaper
import TextSearch

/// What filters ask of a story; each answer is worked out once, and only where one asks for it.
struct FilteredStory {
    private let story: Story
    private let feedLanguage: String?

    init(_ story: Story, feedLanguage: String?) {
        self.story = story
        self.feedLanguage = feedLanguage
    }

    /// All that the reader reads of it.
    lazy var words: FoldedText = {
        let head = [story.kicker, story.headline, story.deck, story.byline].compactMap(\.self)
        let captions = story.photos.flatMap { [$0.caption, $0.credit].compactMap(\.self) }
        let texts = head + story.body.map(\.text) + captions + story.web.attachments.compactMap(\.title)
        return FoldedText(texts.map(ShownText.of))
    }()

    lazy var authors = FoldedText(
        ([story.byline].compactMap(\.self) + story.credits.map(\.name) + story.web.authors.compactMap(\.name))
            .map(ShownText.of))

    lazy var sections = Set(([story.section].compactMap(\.self) + story.web.tags).map { FoldedWords($0) })

    lazy var minutes = story.readingTime.minutes

    /// Seconds since 1970.
    lazy var published = story.web.published.flatMap(FeedTime.init).map { PublishedTime($0).seconds }

    lazy var kind: StoryFilter.Kind = {
        let types = story.web.attachments.compactMap { $0.type?.lowercased() }
        if types.contains(where: { $0.hasPrefix("audio/") }) { return .podcast }
        // What films of large sites are said to be.
        if types.contains(where: { $0.hasPrefix("video/") || $0 == "application/x-shockwave-flash" }) { return .video }
        let isPicture =
            story.kind == .photo
            || story.body.allSatisfy { $0.kind == .figure } && !(story.body.isEmpty && story.photos.isEmpty)
        if isPicture { return .picture }
        return story.kind == .brief ? .brief : .story
    }()

    /// Whether it is in a language, or in a form of it.
    func isWritten(in language: String) -> Bool {
        guard let own = (story.web.language ?? feedLanguage)?.lowercased() else { return false }
        let language = language.lowercased()
        return own == language || own.hasPrefix(language + "-")
    }
}
