import Newspaper

/// Makes one story of the parts that jump lines connect.
enum JumpJoining {
    /// Joins the stories of an edition in place; `moved[i]` is the new index of story `i`, or of the story that it joined.
    static func join(_ edition: inout Edition) -> [Int] {
        var moved = Array(edition.stories.indices)
        var index = JumpIndex()
        var joined: Set<Int> = []
        for at in edition.stories.indices
        where edition.stories[at].continues != nil || edition.stories[at].continued != nil {
            let part = edition.stories[at]
            let page = edition.pages[part.page].number
            guard let first = index.add(JumpPart(part, story: at), page: page) else { continue }
            edition.furniture += [part.kicker, part.headline, part.deck].compactMap { $0 }
            append(part, to: &edition.stories[first])
            moved[at] = first
            joined.insert(first)
        }
        for first in joined {
            complete(&edition.stories[first])
            edition.stories[first].name(date: edition.pages[edition.stories[first].page].date)
        }
        if !joined.isEmpty { compact(&edition, &moved) }
        return moved
    }

    /// Appends a later part to its story, and joins a paragraph that the jump divided. Takes time for the part alone: a
    /// story may have as many parts as there are pages. `complete` has to follow when all are there.
    static func append(_ part: Story, to story: inout Story) {
        if let last = story.body.indices.last, story.body[last].kind == .paragraph, let next = part.body.first,
            next.kind == .paragraph, !endsSentence(story.body[last].text)
        {
            let isSolid =
                story.body[last].text.unicodeScalars.last.map { CharacterClasses.shared.of($0.value) }.map {
                    $0 != .lower && $0 != .upper
                } ?? true
            if !isSolid { story.body[last].text += " " }
            story.body[last].text += next.text
            story.body += part.body.dropFirst()
        } else {
            story.body += part.body
        }
        append(part.continued, to: &story.continued)
        append(part.continues, to: &story.continues)
        append(part.byline, to: &story.byline)
        story.photos += part.photos
        story.places += part.places
        story.pictures += part.pictures
        story.credits += part.credits
    }

    /// Of a joined story: names each person once.
    static func complete(_ story: inout Story) {
        var seen: Set<Credit> = []
        story.credits.removeAll { !seen.insert($0).inserted }
    }

    private static func append(_ text: String?, to whole: inout String?) {
        guard let text else { return }
        if whole == nil {
            whole = text
        } else {
            whole! += " "
            whole! += text
        }
    }

    /// Marks behind a sentence's end: no sentence has as many.
    private static let mostClosingMarks = 64

    private static func endsSentence(_ text: String) -> Bool {
        for scalar in text.unicodeScalars.reversed().prefix(mostClosingMarks) {
            switch CharacterClasses.shared.of(scalar.value) {
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
