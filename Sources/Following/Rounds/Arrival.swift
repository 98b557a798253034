import Fetching
import Newspaper

/// What a source gave in a round, and what of it is new.
struct Arrival {
    let index: Int
    let source: FollowedSource
    let reading: SourceReading.Reading
    let result: FetchResult
    let seen: SeenStories
    /// Of all stories that it gave.
    let ids: [StoryID]
    /// The positions of those that are new, by the days that they are filed on.
    let days: [(day: String, positions: [Int])]

    /// New stories.
    var count: Int { days.reduce(0) { $0 + $1.positions.count } }

    /// Requests for the pages of new stories that have one; nobody but the web says where those are.
    func articles(limit: Int) -> [(position: Int, request: FetchRequest)] {
        func host(_ address: String?) -> Substring? { address?.split(separator: "/", maxSplits: 2).dropFirst().first }
        let own = host(result.address)
        return days.flatMap(\.positions).prefix(limit).compactMap {
            position -> (position: Int, request: FetchRequest)? in
            guard let story = reading.list.story(at: position), let text = story.link, let link = Link(text),
                !link.address.hasPrefix("mailto:")
            else { return nil }
            var request = FetchRequest(.address(link.address), limits: FetchLimits(bytes: 8 << 20, seconds: 30))
            if let agent = source.access.userAgent { request.userAgent = agent }
            request.proxy = source.access.proxy
            request.isNamedByOthers = own != host(link.address)
            return (position, request)
        }
    }
}

extension SourceRecord {
    /// Takes down that a source has given something.
    mutating func enter(_ arrival: Arrival, at time: Int64) {
        history.enter(.success(arrival.result), at: time)
        let list = arrival.reading.list
        title = list.title ?? title
        let wishes = list.feed?.wishes ?? UpdateWishes()
        (ttl, skippedHours, skippedDays) = (wishes.ttl, wishes.skippedHours, wishes.skippedDays)
        isFeed = arrival.reading.isFeed
        trouble = nil
        (entityTag, lastModified) = (arrival.result.entityTag, arrival.result.lastModified)
    }
}

extension Story {
    /// The story with the text that its own page has, where that is longer; what the feed has becomes its summary.
    func completed(by article: Story?) -> Story {
        func letters(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
        guard let article, letters(article.body) > letters(body) else { return self }
        var story = self
        if story.web.summary == nil, !body.isEmpty {
            story.web.summary = body.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
        }
        story.body = article.body
        story.web.html = nil
        if story.credits.isEmpty { story.credits = article.credits }
        if story.byline == nil { story.byline = article.byline }
        return story
    }
}
