import Newspaper
import Screen
import Testing

@testable import Application

struct PictureDeskTests {
    @Test func `pictures on the screen are drawn beside the loop, and are there with the next frame`() throws {
        var story = Story(headline: "渡口", body: [Block(.paragraph, "河水退了，船又开了。")])
        story.pictures = (0..<5).map {
            PrintedPicture(file: [1], page: $0, box: .init(left: 0, top: 0, right: 60, bottom: 10))
        }
        let list = StoriesInMemory(Edition(stories: [story]))
        let sitting = try Sitting()
        let loader = ScriptedLoader { _ in list }
        defer { loader.close() }
        let application = sitting.start([sitting.folder.path + "/2026-03-06"], loader)
        #expect(application.waitForStart(milliseconds: 20_000))
        application.attach(sitting.console, depth: .direct)
        application.send(.resized(Size(columns: 120, rows: 40), ambiguousIsWide: nil))
        application.send(.pictureDisplay(PictureDisplay(.graphics)))
        application.work()
        #expect(application.state.compose().pictures.isEmpty)
        // However many there are, all come at last.
        work(application) {
            application.noteFrame()
            return application.state.compose().pictures.count == 5
        }
        #expect(application.state.compose().pictures.map(\.bitmap) == Array(repeating: loader.bitmap, count: 5))
    }
}
