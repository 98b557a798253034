import Newspaper

/// How long the open story has been before the reader's eyes, by a clock that the application reads.
struct Attention: Sendable {
    /// Milliseconds that a story is on the screen before it can count as read: less, and it was only passed over.
    static let least: Int64 = 1000
    /// Milliseconds that the clock may come after `dueTime`.
    static let lateness: Int64 = 500

    /// What the clock showed last, in milliseconds.
    var now: Int64 = 0
    /// The story on the screen, and since when.
    private(set) var story: StoryID?
    private(set) var since: Int64 = 0
    /// Since when the story is shown so that it counts as read if it stays so; nil while it does not.
    private(set) var countsSince: Int64?
    /// Whether a click did what was done last: it points, and marks nothing.
    var isPointing = false
    /// The story that was noted as the one read last.
    var noted: StoryID?

    /// This story is on the screen now, and may count as read.
    mutating func see(_ story: StoryID?, counts: Bool) {
        if story != self.story { (self.story, since, countsSince) = (story, now, nil) }
        countsSince = counts ? countsSince ?? now : nil
    }

    /// Nobody was there until now.
    mutating func restart() {
        since = now
        if countsSince != nil { countsSince = now }
    }

    /// Whether the story has been there for long enough.
    var isLong: Bool { story != nil && now - since >= Self.least }

    /// Whether it has been shown for long enough so that it counts as read.
    var isRead: Bool { countsSince.map { now - $0 >= Self.least } ?? false }
}

extension ReaderState {
    /// The clock has gone on: what is on the screen may count as read now.
    mutating func pass(to now: Int64) -> [Effect] {
        let isLate = dueTime.map { now > $0 + Attention.lateness } ?? false
        attention.now = now
        // Who comes so late was stopped, or another program had the terminal.
        if isLate { attention.restart() }
        return noteReading() + readIfEnded()
    }

    /// When, by the clock, the story on the screen has been there for long enough to count; nil where nothing waits for it.
    package var dueTime: Int64? {
        guard let story = attention.story else { return nil }
        let note = focus == .body && story != attention.noted && !attention.isLong ? attention.since : nil
        return [note, attention.countsSince].compactMap(\.self).min().map { $0 + Attention.least }
    }

    /// Notes what is on the screen.
    mutating func noticeStory() { attention.see(storyOnScreen, counts: mayCountAsRead) }

    /// The open story, where it is on the screen.
    var storyOnScreen: StoryID? {
        switch overlays.top?.cover {
        case .screen?: nil
        case .lists? where layout.kind == .narrow: nil
        default: layout.body.isEmpty ? nil : lists.openStory
        }
    }

    /// The story that is read now is the one to come back to: its place is kept, even where it is the beginning.
    private mutating func noteReading() -> [Effect] {
        guard focus == .body, attention.isLong, let story = attention.story, story != attention.noted,
            let position = stories.position(of: story)
        else { return [] }
        attention.noted = story
        let place = body.places[story] ?? .start
        return [.place(story, setStory(position).document.readingPlace(of: place))]
    }
}
