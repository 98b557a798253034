import Newspaper

/// Finds for each part of a story that continues an earlier one that earlier part. Parts are added in the order of print.
struct JumpIndex {
    /// From one page to another, as folded page numbers.
    private struct Route: Hashable {
        var from: String
        var to: String
    }

    private struct Waiting {
        /// Number of the story's first part.
        var story: Int
        /// As much of the headline as is compared: of very long ones many would take quadratic time.
        var headline: String?
    }

    /// Parts whose continuation has not been met yet.
    private var waiting: [Route: [Waiting]] = [:]

    /// Parts that may wait on one route. A printed paper has a handful; a limit keeps the time linear for any text.
    private static let longestQueue = 64

    /// Adds a part that is printed on the page of that number. Returns the first part of the story that it continues; nil
    /// where it begins a story.
    mutating func add(_ part: JumpPart, page: String?) -> Int? {
        guard let here = page.map(PageNumber.folded) else { return nil }
        let origin = Self.page(in: part.continued).flatMap { find(part, on: Route(from: $0, to: here)) }
        if let target = Self.page(in: part.continues) {
            let headline = part.headline.map(StoryHeader.beginning)
            let next = Waiting(story: origin ?? part.story, headline: headline)
            var queue = waiting[Route(from: here, to: target), default: []]
            if queue.count == Self.longestQueue { queue.removeFirst() }
            queue.append(next)
            waiting[Route(from: here, to: target)] = queue
        }
        return origin
    }

    /// Removes the likeliest of the parts that wait on the route, and returns the story that it belongs to.
    private mutating func find(_ part: JumpPart, on route: Route) -> Int? {
        let headline = part.headline.map(StoryHeader.beginning)
        guard let queue = waiting[route],
            let place = queue.indices.max(by: {
                Self.likeness(queue[$0].headline, headline) < Self.likeness(queue[$1].headline, headline)
            })
        else { return nil }
        waiting[route] = queue.count == 1 ? nil : Array(queue[..<place] + queue[(place + 1)...])
        return queue[place].story
    }

    /// The page that a jump line names, folded.
    private static func page(in line: String?) -> String? {
        line.flatMap { FoldedText.with($0) { JumpLine.read($0)?.page } }.map(PageNumber.folded)
    }

    /// How similar two headlines are; a part without a headline may belong to any story.
    private static func likeness(_ one: String?, _ other: String?) -> Double {
        guard let one, let other else { return 0.1 }
        if one == other { return 2 }
        let letters = Set(one.unicodeScalars)
        let shared = other.unicodeScalars.lazy.filter { letters.contains($0) }.count
        return Double(shared) / Double(max(1, other.unicodeScalars.count))
    }
}
