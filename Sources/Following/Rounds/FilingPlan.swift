/// On which days a source's new stories are filed.
///
/// What arrives is in the edition of the day on which it arrives. Of a source that is asked for the first time only the stories of
/// the last week are news, each of its own day; where there are fewer, the newest of the others make up for it.
struct FilingPlan {
    /// The positions of the stories of each day, in the order of the source; the days in order.
    private(set) var days: [(day: String, positions: [Int])] = []

    /// Days that count as news of a new source.
    static let newsDays: Int64 = 7
    /// Stories that a new source has at least, if it gives so many.
    static let fewest = 5

    /// - Parameters:
    ///   - new: the positions of the new stories in the source's list, and when they were published, in seconds since 1970.
    ///   - filed: of a source of which nothing is remembered, the positions of those that have been filed all the same; nil of any
    ///     other source.
    init(_ new: [(position: Int, published: Int64?)], filed: [Int]?, today: String, now: Int64, _ day: EditionDay) {
        guard let filed else {
            days = [(today, new.map(\.position))]
            return
        }
        var byDay: [String: [Int]] = [:]
        var others: [(position: Int, published: Int64?)] = []
        for story in new {
            // A clock that goes wrong may be ahead.
            if let time = story.published, now - time < Self.newsDays * 86_400, let own = day.day(of: min(time, now)) {
                byDay[min(own, today), default: []].append(story.position)
            } else if story.published == nil, let first = filed.first, story.position < first {
                // It stands before what came a moment ago.
                byDay[today, default: []].append(story.position)
            } else {
                others.append(story)
            }
        }
        let missing = max(0, Self.fewest - filed.count - byDay.values.reduce(0) { $0 + $1.count })
        // Those without a date are as new as their place says.
        let newest = others.enumerated().sorted { one, other in
            (one.element.published ?? .min, -one.offset) > (other.element.published ?? .min, -other.offset)
        }
        let added = newest.prefix(missing).map(\.element.position).sorted()
        if !added.isEmpty { byDay[today, default: []] += added }
        days = byDay.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }
}
