import Newspaper

/// The stories of a day's sources, those that are the same together.
///
/// What one source has with several headlines, an address, a paragraph (a notice, who may subscribe), says nothing of a story. Every story
/// is in exactly one group, and which are together does not depend on their order.
package struct StoryGroups: Sendable {
    /// In the order of their first stories.
    package let groups: [StoryGroup]

    /// Letters and figures of the shortest text that another's may be the same as for the most part: shorter ones are the same with
    /// the same headline and text, or not at all.
    static let shortest = 60

    /// Groups the stories of sources. A story's place is that in the order of all: those of the first source, of the second, and on.
    package init(_ sources: [[Story]]) { self.init(comparing: sources.map { $0.map(ComparedStory.init) }) }

    /// The same of what is compared of them.
    init(comparing sources: [[ComparedStory]]) {
        var grouping = Grouping(sources)
        grouping.joinByID()
        grouping.joinByAddress()
        grouping.joinByWords()
        grouping.joinByText()
        groups = grouping.groups
    }
}

/// What is compared of a story.
struct ComparedStory: Sendable {
    let id: StoryID
    let address: CanonicalAddress?
    let text: ComparedText

    init(_ story: Story) {
        id = story.id
        address = story.link.flatMap { CanonicalAddress($0) }
        text = ComparedText(story)
    }
}

/// The work on them.
private struct Grouping {
    private struct Item {
        var source: Int
        var story: ComparedStory
        var id: StoryID { story.id }
        var address: CanonicalAddress? { story.address }
        var text: ComparedText { story.text }
    }

    /// Something that a source has.
    private struct Owned<Value: Hashable>: Hashable {
        var source: Int
        var value: Value
    }

    private let items: [Item]
    private var sets: DisjointSets
    /// Why those in a set were joined, by its root.
    private var reasons: [StoryGroup.Reason?]

    init(_ sources: [[ComparedStory]]) {
        items = sources.enumerated().flatMap { source, stories in stories.map { Item(source: source, story: $0) } }
        sets = DisjointSets(count: items.count)
        reasons = [StoryGroup.Reason?](repeating: nil, count: items.count)
    }

    private mutating func join(_ one: Int, _ other: Int, _ reason: StoryGroup.Reason) {
        guard let joined = sets.join(one, other) else { return }
        // Surer ones have been joined before.
        reasons[joined.root] = reason
    }

    /// Joins all that have the same of something; nil for nothing.
    private mutating func join<Key: Hashable>(by reason: StoryGroup.Reason, _ key: (Item) -> Key?) {
        var first: [Key: Int] = [:]
        for place in items.indices {
            guard let key = key(items[place]) else { continue }
            if let first = first[key] { join(first, place, reason) } else { first[key] = place }
        }
    }

    /// What sources have with several headlines.
    private func standing<Value: Hashable, Values: Sequence<Value>>(
        _ values: (Item) -> Values
    ) -> Set<Owned<Value>> {
        var headlines: [Owned<Value>: UInt64] = [:]
        var standing: Set<Owned<Value>> = []
        for item in items {
            for value in values(item) {
                let owned = Owned(source: item.source, value: value)
                if headlines[owned, default: item.text.headline] != item.text.headline { standing.insert(owned) }
                headlines[owned] = item.text.headline
            }
        }
        return standing
    }

    mutating func joinByID() { join(by: .id) { $0.id } }

    mutating func joinByAddress() {
        let standing = standing { item in item.address.map { [$0] } ?? [] }
        join(by: .address) { item in
            item.address.flatMap { standing.contains(Owned(source: item.source, value: $0)) ? nil : $0 }
        }
    }

    mutating func joinByWords() {
        join(by: .words) { $0.text.hash == 0 ? nil : [$0.text.headline, $0.text.hash] }
    }

    mutating func joinByText() {
        let standing = standing { $0.text.parts }
        // Each text once, with the first story that has it.
        var texts: [UInt64: (place: Int, tokens: [UInt32])] = [:]
        for (place, item) in items.enumerated() {
            let text = item.text.text { standing.contains(Owned(source: item.source, value: $0)) }
            guard text.letters >= StoryGroups.shortest else { continue }
            let hash = TokenHash.of(text.tokens[...])
            if let known = texts[hash] {
                join(known.place, place, .text)
            } else {
                texts[hash] = (place, text.tokens)
            }
        }
        // Not in the order of the stories, on which nothing may depend.
        let ordered = texts.sorted { ($0.value.tokens.count, $0.key) < ($1.value.tokens.count, $1.key) }.map(\.value)
        let similar = SimilarTexts(ordered.map(\.tokens))
        for (short, long) in similar.candidates {
            let (one, other) = (ordered[short].place, ordered[long].place)
            if sets.root(one) != sets.root(other), similar.areOne(short, long) { join(one, other, .text) }
        }
    }

    var groups: [StoryGroup] {
        var sets = sets
        var places: [Int: Int] = [:]
        var groups: [StoryGroup] = []
        for place in items.indices {
            let root = sets.root(place)
            if let group = places[root] {
                groups[group].members.append(place)
                if items[place].text.letters > items[groups[group].shown].text.letters { groups[group].shown = place }
            } else {
                places[root] = groups.count
                groups.append(StoryGroup(members: [place], shown: place, reason: reasons[root]))
            }
        }
        return groups
    }
}
