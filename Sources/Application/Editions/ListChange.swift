import Jobs
import Newspaper

/// What has come to a list since it was read before. Compares every story, so it is made in a job.
struct ListChange: Sendable {
    /// Pages that there are more; negative where there are fewer.
    let pages: Int
    /// Stories that were not there before.
    let stories: Int

    /// Nil where both lists hold the same to the letter.
    init?(from old: any StoryList, to new: any StoryList, _ progress: Progress) {
        guard !Self.isSame(old, new, progress) else { return nil }
        pages = new.pages.count - old.pages.count
        stories = (0..<new.count).count { old.position(of: new.header(at: $0).id) == nil }
    }

    private static func isSame(_ old: any StoryList, _ new: any StoryList, _ progress: Progress) -> Bool {
        guard old.count == new.count, old.pages == new.pages, old.title == new.title else { return false }
        return (0..<new.count).allSatisfy {
            progress.report(.init(.parsing)) && old.header(at: $0) == new.header(at: $0)
                && old.story(at: $0) == new.story(at: $0)
        }
    }
}
