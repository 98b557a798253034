import Newspaper

/// What pages with gold are compared by.
extension StoryList {
    var stories: [Story] { (0..<count).compactMap { story(at: $0) } }

    /// How often each character is there, white space and hyphens apart: printing puts some at line ends.
    var characters: [Character: Int] { SourcesTests.characters(of: stories, furniture) }
}

extension Edition {
    var characters: [Character: Int] { SourcesTests.characters(of: stories, furniture) }

    /// Stories that a list has to the letter, white space apart.
    func wholeStories(in list: any StoryList) -> Int {
        let found = Set(list.stories.map(\.letters))
        return stories.count { found.contains($0.letters) }
    }
}

extension Story {
    fileprivate var letters: String {
        ([headline ?? ""] + body.map { "\($0.kind): \($0.text)" }).joined(separator: "|").filter { !$0.isWhitespace }
    }
}

private func characters(of stories: [Story], _ furniture: [String]) -> [Character: Int] {
    var counts: [Character: Int] = [:]
    for story in stories {
        let texts = [story.kicker, story.headline, story.deck, story.byline, story.continues, story.continued]
        count(texts.compactMap(\.self) + story.body.map(\.text), into: &counts)
        count(story.photos.map { $0.caption + ($0.credit ?? "") }, into: &counts)
    }
    count(furniture, into: &counts)
    return counts
}

private func count(_ texts: [String], into counts: inout [Character: Int]) {
    for character in texts.joined() where !character.isWhitespace && character != "-" {
        counts[character, default: 0] += 1
    }
}
