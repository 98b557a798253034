import Files
import Foundation
import Sources
import Newspaper
import TestSupport
import Testing

struct StarredStoriesTests {
    @Test func `a story that is kept is the same when it is read again, with its page and its paper`() throws {
        let folder = try TemporaryFolder()
        let starred = StarredStories(stateFolder: FileName(folder.appending(path: "state").path))
        let edition = try Gold.sample()
        for story in edition.stories {
            #expect(starred.edition(of: story.id) == nil)
            #expect(starred.keep(story, of: edition))
            let kept = try #require(starred.edition(of: story.id))
            var expected = story
            expected.page = 0
            #expect(kept.stories == [expected])
            #expect(kept.pages == [edition.pages[story.page]] && kept.title == edition.title)
        }
        starred.drop(edition.stories[0].id)
        #expect(starred.edition(of: edition.stories[0].id) == nil)
        #expect(starred.edition(of: edition.stories[1].id) != nil)
    }

    @Test func `a file that is no story, or another one, is none`() throws {
        let folder = try TemporaryFolder()
        let starred = StarredStories(stateFolder: FileName(folder.path))
        let edition = try Gold.sample()
        let (one, other) = (edition.stories[0].id, edition.stories[1].id)
        starred.keep(edition.stories[0], of: edition)
        let files = [one, other].map { "\(starred.folder.shown)/\($0).json" }
        try FileManager.default.copyItem(atPath: files[0], toPath: files[1])
        #expect(starred.edition(of: other) == nil)
        for text in ["", "{", "[]", #"{"version":"","items":[]}"#] {
            try text.write(toFile: files[0], atomically: true, encoding: .utf8)
            #expect(starred.edition(of: one) == nil)
        }
    }
}
