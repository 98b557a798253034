import Localization
import Newspaper
import Settings
import TextSearch

/// A search of all stories that the reader asked for.
package struct SearchRequest: Sendable, Equatable {
    /// Tells this search's batches from those of earlier ones.
    package let number: Int
    let pattern: SearchPattern
    let texts: Localization
    let settings: ReadingSettings

    /// The texts and settings are those of one screen: number and words tell searches apart.
    package static func == (one: SearchRequest, other: SearchRequest) -> Bool {
        one.number == other.number && one.pattern == other.pattern
    }
}

/// More of what a search has found.
package struct SearchBatch: Sendable {
    let number: Int
    let hits: [FoundHit]
    /// Stories that were searched so far, and how many there are.
    package let searched: Int
    let total: Int
    /// Whether the search has gone on for so long that its progress is to be shown.
    package var isSlow = false

    var isDone: Bool { searched >= total }
}

/// A hit as a list of results shows it: with the sentence that it stands in, so that the story need not be read again.
package struct FoundHit: Sendable, Hashable {
    let story: StoryID
    let hit: Hit
    /// The text from the beginning of the hit's sentence.
    let sentence: String
    /// Where the hit stands in it, in UTF-8 bytes.
    let range: Range<Int>
}

/// Searches story by story, in batches, so that what is found shows at once and a search can be stopped.
package struct StorySearch: Sendable {
    private let list: any StoryList
    private let request: SearchRequest
    private var position: Int
    private var found: Int

    /// More hits than these nobody looks through.
    package static let most = 10_000

    /// A search from the first story on.
    package init(_ list: any StoryList, _ request: SearchRequest) { self.init(list, request, from: 0, found: 0) }

    /// Goes on from a position, after so many hits.
    init(_ list: any StoryList, _ request: SearchRequest, from position: Int, found: Int) {
        self.list = list
        self.request = request
        self.position = position
        self.found = found
    }

    /// Whether all stories were searched, or enough was found.
    package var isDone: Bool { position >= list.count || found >= Self.most }

    /// Searches whole stories until they have so many bytes.
    package mutating func next(bytes: Int = 1 << 20) -> SearchBatch {
        var left = bytes
        var hits: [FoundHit] = []
        while left > 0, !isDone {
            defer { position += 1 }
            guard let story = list.story(at: position) else { continue }
            let document = StoryDocument(story, texts: request.texts, settings: request.settings)
            left -= document.parts.reduce(64) { $0 + $1.text.utf8.count }
            for hit in document.hits(of: request.pattern) where found < Self.most {
                let (start, sentence) = Excerpt.sentence(of: hit, in: document)
                hits.append(
                    FoundHit(
                        story: story.id, hit: hit, sentence: sentence,
                        range: hit.range.lowerBound - start..<hit.range.upperBound - start))
                found += 1
            }
        }
        let total = list.count
        return SearchBatch(number: request.number, hits: hits, searched: isDone ? total : position, total: total)
    }
}
