import Newspaper

/// Makes one story of the two halves that a jump line parted, where both are in the edition.
enum JumpJoining {
    /// Joins in place; `moved[i]` is where story `i` went.
    static func join(_ edition: inout Edition) -> [Int] {
        var moved = Array(edition.stories.indices)
        var taken = Set<Int>()
        var waiting: [(story: Int, target: String)] = []
        for at in edition.stories.indices {
            if let line = edition.stories[at].continues, let target = Folded.with(line, { JumpLine.read($0)?.page }) {
                waiting.append((at, PageNumber.folded(target)))
            }
        }
        guard !waiting.isEmpty else { return moved }
        for at in edition.stories.indices {
            guard let line = edition.stories[at].continued, let origin = Folded.with(line, { JumpLine.read($0)?.page })
            else {
                continue
            }
            let here = edition.pages[edition.stories[at].page].number.map(PageNumber.folded)
            let candidates = waiting.indices.filter { place in
                let first = waiting[place].story
                guard first < at, !taken.contains(first), waiting[place].target == here else { return false }
                return edition.pages[edition.stories[first].page].number.map(PageNumber.folded)
                    == PageNumber.folded(origin)
            }
            guard
                let place = candidates.max(by: {
                    likeness(edition, waiting[$0].story, at) < likeness(edition, waiting[$1].story, at)
                })
            else { continue }
            let first = waiting[place].story
            taken.insert(first)
            merge(&edition, at, into: first)
            moved[at] = first
        }
        compact(&edition, &moved)
        return moved
    }

    /// How much the two headlines share; a part without one may be of any story.
    private static func likeness(_ edition: Edition, _ one: Int, _ other: Int) -> Double {
        guard let first = edition.stories[one].headline, let second = edition.stories[other].headline else {
            return 0.1
        }
        if first == second { return 2 }
        let letters = Set(first.unicodeScalars)
        let shared = second.unicodeScalars.lazy.filter { letters.contains($0) }.count
        return Double(shared) / Double(max(1, second.unicodeScalars.count))
    }

    private static func merge(_ edition: inout Edition, _ second: Int, into first: Int) {
        let part = edition.stories[second]
        edition.furniture += [part.kicker, part.headline, part.deck].compactMap { $0 }
        var story = edition.stories[first]
        if let last = story.body.indices.last, story.body[last].kind == .paragraph, let next = part.body.first,
            next.kind == .paragraph, !endsSentence(story.body[last].text)
        {
            let isSolid =
                story.body[last].text.unicodeScalars.last.map { ScalarClasses.shared.of($0.value) }.map {
                    $0 != .lower && $0 != .upper
                } ?? true
            story.body[last].text += (isSolid ? "" : " ") + next.text
            story.body += part.body.dropFirst()
        } else {
            story.body += part.body
        }
        story.continued = [story.continued, part.continued].compactMap { $0 }.joined(separator: " ")
        story.continues = [story.continues, part.continues].compactMap { $0 }.joined(separator: " ")
        story.photos += part.photos
        let bylines = [story.byline, part.byline].compactMap { $0 }
        story.byline = bylines.isEmpty ? nil : bylines.joined(separator: " ")
        for credit in part.credits where !story.credits.contains(credit) { story.credits.append(credit) }
        story.name(date: edition.pages[story.page].date)
        edition.stories[first] = story
    }

    private static func endsSentence(_ text: String) -> Bool {
        for scalar in text.unicodeScalars.reversed() {
            switch ScalarClasses.shared.of(scalar.value) {
            case .closing, .quote, .space: continue
            case .terminal: return true
            default: return false
            }
        }
        return false
    }

    private static func compact(_ edition: inout Edition, _ moved: inout [Int]) {
        var stories: [Story] = []
        var place = [Int](repeating: 0, count: moved.count)
        for at in moved.indices where moved[at] == at {
            place[at] = stories.count
            stories.append(edition.stories[at])
        }
        for at in moved.indices { moved[at] = place[moved[at]] }
        edition.stories = stories
    }
}
