import Feeds
import Files
import Glibc
import Newspaper

/// The starred stories themselves, a JSON Feed each in one folder, so that they can be read when their edition is not at
/// hand. The marks say which are starred; a file of one that is not is passed over.
package struct StarredStories: Sendable {
    /// Where the stories' files are.
    package let folder: FileName

    /// `stateFolder` is the program's own.
    package init(stateFolder: FileName) { folder = stateFolder.appending("starred") }

    /// Writes a story down; false where that failed.
    @discardableResult
    package func keep(_ story: Story, of edition: Edition) -> Bool {
        var alone = Edition(title: edition.title, language: edition.language, stories: [story])
        if edition.pages.indices.contains(story.page) { alone.pages = [edition.pages[story.page]] }
        alone.stories[0].move(toPage: 0)
        var bytes: [UInt8] = []
        guard (try? Feed.write(alone, fileName: "", to: { bytes += $0 })) != nil else { return false }
        return (try? AtomicFile.write(bytes, to: path(of: story.id))) != nil
    }

    /// Whether the story's file is there.
    package func has(_ story: StoryID) -> Bool { FileStatus(path(of: story))?.isRegular == true }

    /// Removes the story's file.
    package func drop(_ story: StoryID) { _ = path(of: story).withCString { unlink($0) } }

    /// The story as an edition of its own, with its page; nil where it is not here.
    package func edition(of story: StoryID) -> Edition? {
        guard let bytes = try? FileBytes.read(path(of: story), mayWait: false),
            let edition = try? Feed.read(bytes), edition.stories.count == 1, edition.stories[0].id == story
        else { return nil }
        return edition
    }

    private func path(of story: StoryID) -> FileName { folder.appending("\(story).json") }
}
