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

    /// - Parameters:
    ///   - sources: the stories of each.
    ///   - now: seconds since 1970.
    init(_ sources: [[Story]], now: Int64) {
        let stories = sources.flatMap(\.self)
        let owners = sources.enumerated().flatMap { source, stories in stories.map { _ in source } }
        let groups = StoryGroups(sources).groups
        let weighed = groups.map { group -> (weight: Double, members: [Int]) in
            let papers = Set(group.members.map { owners[$0] }).count
            let others = group.members.filter { $0 != group.shown }
            return (Self.weight(of: stories[group.shown], papers: papers, now: now), [group.shown] + others)
        }
        // What weighs the same stays as it came.
        let order = weighed.indices.sorted { (-weighed[$0].weight, $0) < (-weighed[$1].weight, $1) }
        ids = order.flatMap { weighed[$0].members.map { stories[$0].id } }
    }

    /// What one more paper that reports it counts for, in minutes of reading.
    private static let paper = 8.0
    /// Minutes from which on a story does not weigh more for being longer.
    private static let longest = 10.0
    /// What a story that has just come counts for more than one of yesterday, in minutes of reading.
    private static let newness = 3.0

    static func weight(of story: Story, papers: Int, now: Int64) -> Double {
        let minutes = min(Double(story.readingTime.minutes), longest)
        let published = StoryHeader(story).published.map { Double(now - $0.seconds) / 86_400 }
        let age = min(max(published ?? 0.5, 0), 1)
        return minutes + newness * (1 - age) + paper * Double(papers - 1)
    }

    /// Orders a day's edition anew; one of which nothing can be read stays as it is.
    static func write(for day: String, in editions: DayEditions, now: Int64) throws(FileFault) {
        let order = DayOrder(editions.stories(on: day), now: now)
        guard !order.ids.isEmpty else { return }
        let file = editions.folder.appending(day).appending(StoryOrder.name)
        try AtomicFile.write(StoryOrder.write(order.ids), to: file, isDurable: false)
    }
}
