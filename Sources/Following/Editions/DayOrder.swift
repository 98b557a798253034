import Files
import Newspaper
import Sources

/// The order in which the stories of a day are read.
///
/// A story weighs more the more sources report it, the longer it is and the newer. Those that are the same (``StoryGroups``) follow each
/// other, the fullest first.
struct DayOrder {
    /// The heaviest first.
    let ids: [StoryID]

    /// What of a story its weight is made of.
    struct Entry: Sendable {
        let story: ComparedStory
        let minutes: Double
        /// Seconds since 1970.
        let published: Int64?

        init(_ story: Story) {
            self.story = ComparedStory(story)
            minutes = Double(story.readingTime.minutes)
            published = StoryHeader(story).published?.seconds
        }
    }

    /// - Parameters:
    ///   - sources: the stories of each.
    ///   - now: seconds since 1970.
    init(_ sources: [[Entry]], now: Int64) {
        let entries = sources.flatMap(\.self)
        let owners = sources.enumerated().flatMap { source, stories in stories.map { _ in source } }
        let groups = StoryGroups(comparing: sources.map { $0.map(\.story) }).groups
        let weighed = groups.map { group -> (weight: Double, members: [Int]) in
            let papers = Set(group.members.map { owners[$0] }).count
            let others = group.members.filter { $0 != group.shown }
            return (Self.weight(of: entries[group.shown], papers: papers, now: now), [group.shown] + others)
        }
        // What weighs the same stays as it came.
        let order = weighed.indices.sorted { (-weighed[$0].weight, $0) < (-weighed[$1].weight, $1) }
        ids = order.flatMap { weighed[$0].members.map { entries[$0].story.id } }
    }

    /// What one more paper that reports it counts for, in minutes of reading.
    private static let paper = 8.0
    /// Minutes from which on a story does not weigh more for being longer.
    private static let longest = 10.0
    /// What a story that has just come counts for more than one of yesterday, in minutes of reading.
    private static let newness = 3.0

    static func weight(of entry: Entry, papers: Int, now: Int64) -> Double {
        let days = entry.published.map { Double(now - $0) / 86_400 } ?? 0.5
        return min(entry.minutes, longest) + newness * (1 - min(max(days, 0), 1)) + paper * Double(papers - 1)
    }

    /// Orders a day's edition anew; one of which nothing can be read stays as it is.
    ///
    /// - Parameter known: what is in files that have just been written.
    static func write(
        for day: String, in editions: DayEditions, known: [FileName: [Entry]], now: Int64
    ) throws(FileFault) {
        let sources = editions.files(on: day).map { file in
            known[file] ?? editions.stories(in: file, on: day).map(Entry.init)
        }
        let order = DayOrder(sources, now: now)
        guard !order.ids.isEmpty else { return }
        let file = editions.folder.appending(day).appending(StoryOrder.name)
        try AtomicFile.write(StoryOrder.write(order.ids), to: file, isDurable: false)
    }
}
