import Jobs
import Newspaper

/// Which stories of a list are the stories of the same list before a line of its pages was corrected: a story's id is made
/// from its words, and those may be others now. Reads stories, so it is made in a job.
struct StorySuccession: Sendable {
    /// For each story that is gone the one that has most of its words.
    private(set) var successors: [StoryID: StoryID] = [:]
    /// For each new story those of before that its words were in.
    private(set) var origins: [StoryID: [StoryID]] = [:]

    /// Stories that are looked at. A correction changes a few; more than these are not the work of one.
    private static let most = 64

    init(from old: any StoryList, to new: any StoryList, _ progress: Progress) {
        let gone = Self.positions(in: old, missingIn: new)
        let come = Self.positions(in: new, missingIn: old)
        guard !gone.isEmpty || !come.isEmpty, gone.count <= Self.most, come.count <= Self.most else { return }
        let wordsOfNew = come.map { Words(new.story(at: $0)) }
        // A story may also have lost words to a new one and kept its own name.
        let pages = Set(come.map { new.header(at: $0).page })
        let stayed = (0..<old.count).filter { position in
            pages.contains(old.header(at: position).page) && !gone.contains(position)
        }
        var best: [StoryID: (share: Int, id: StoryID)] = [:]
        for position in stayed.prefix(Self.most) + gone {
            guard progress.report(.init(.parsing)) else { return }
            let words = Words(old.story(at: position))
            let id = old.header(at: position).id
            for (index, later) in come.enumerated() {
                let (shared, newID) = (words.shared(with: wordsOfNew[index]), new.header(at: later).id)
                if shared * 3 >= wordsOfNew[index].count, shared > 0 { origins[newID, default: []].append(id) }
                if gone.contains(position), shared * 3 >= words.count, shared > best[id]?.share ?? 0 {
                    best[id] = (shared, newID)
                }
            }
        }
        successors = best.mapValues(\.id)
        // What is gone may have become a part of a story that was there before.
        for position in gone where successors[old.header(at: position).id] == nil {
            let header = old.header(at: position)
            let words = Words(old.story(at: position))
            var host: (share: Int, id: StoryID)?
            for other in (0..<new.count).filter({ new.header(at: $0).page == header.page }).prefix(Self.most) {
                let shared = words.shared(with: Words(new.story(at: other)))
                if shared * 2 >= words.count, shared > host?.share ?? 0 { host = (shared, new.header(at: other).id) }
            }
            successors[header.id] = host?.id
        }
    }

    /// The positions of stories that another list has not.
    private static func positions(in list: any StoryList, missingIn other: any StoryList) -> [Int] {
        Array((0..<list.count).lazy.filter { other.position(of: list.header(at: $0).id) == nil }.prefix(most + 1))
    }

    /// The words of a story as runs of a few characters.
    private struct Words {
        private var runs: Set<Int> = []

        /// Characters of a run, and how many are looked at.
        private static let length = 4
        private static let most = 20_000

        init(_ story: Story?) {
            guard let story else { return }
            let texts =
                [story.kicker, story.headline, story.deck].compactMap(\.self) + story.body.map(\.text)
                + story.photos.map(\.caption)
            for text in texts {
                let letters = Array(text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.prefix(Self.most))
                if letters.count < Self.length, !letters.isEmpty { runs.insert(letters.hashValue) }
                for start in 0..<max(0, letters.count - Self.length + 1) {
                    runs.insert(letters[start..<start + Self.length].hashValue)
                }
                if runs.count > Self.most { break }
            }
        }

        var count: Int { runs.count }

        func shared(with other: Words) -> Int {
            other.runs.count < runs.count ? other.shared(with: self) : runs.count { other.runs.contains($0) }
        }
    }
}
