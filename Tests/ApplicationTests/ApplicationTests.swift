import Files
import Foundation
import Jobs
import Localization
import Newspaper
@testable import Reader
import Screen
import Settings
import Sources
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import Application

/// Effects in, events out, without a terminal.
struct ApplicationTests {
    private func press(_ application: Application, _ keys: Key...) {
        for key in keys { application.press(key) }
        application.work()
    }

    @Test func `what is opened is shown, and marks outlive it`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        #expect(application.state.stories.ownCount == 2)
        press(application, .character("m"))
        #expect(application.state.isRead(0))
        #expect(application.close().isEmpty)
        let again = sitting.open()
        #expect(again.state.isRead(0) && !again.state.isRead(1))
    }

    @Test func `a story is read a second after its end came on the screen, by the clock alone`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        sitting.pass(3000)
        press(application, .down, .right)
        #expect(!application.state.isRead(1) && (1...1000).contains(application.timeout))
        sitting.pass(999)
        application.work()
        #expect(!application.state.isRead(1))
        sitting.pass(1)
        application.work()
        #expect(application.state.isRead(1))
        #expect(application.close().isEmpty)
        #expect(sitting.open().state.isRead(1))
    }

    @Test func `the story that was read last is selected when the edition is opened again, in an unread one the first`()
        throws
    {
        let sitting = try Sitting()
        let page = Sitting.page.replacing("渡口", with: "河口").replacing("3月6日", with: "3月7日")
        try sitting.write(page, to: "2026-03-07/01.txt")
        let other = sitting.folder.path + "/2026-03-07"
        var application = sitting.open()
        #expect(application.state.position == 0)
        // Who only passes over a story, or looks at it in the list, does not read it.
        press(application, .down)
        sitting.pass(5000)
        press(application, .up, .right)
        sitting.pass(500)
        #expect(application.close().isEmpty)
        application = sitting.open()
        press(application, .down, .right)
        sitting.pass(1500)
        press(application, .left, .up)
        #expect(application.close().isEmpty)
        application = sitting.open()
        #expect(application.state.position == 1 && application.state.screen.focus == .stories)
        #expect(sitting.open([other]).state.position == 0)
        // Read again, at the same place, it is the last one again.
        press(application, .up, .right)
        sitting.pass(1500)
        press(application, .character("q"))
        #expect(application.close().isEmpty)
        application = sitting.open()
        #expect(application.state.position == 0)
        press(application, .right)
        sitting.pass(1500)
        press(application, .left, .down, .right)
        sitting.pass(1500)
        press(application, .character("q"))
        #expect(application.close().isEmpty)
        #expect(sitting.open().state.position == 1)
    }

    @Test func `a path that leads nowhere ends it with the fault, and says nothing by itself`() throws {
        let sitting = try Sitting()
        let application = sitting.open([sitting.folder.path + "/none"])
        guard case .fault(let faults)? = application.ending else {
            Issue.record("it goes on")
            return
        }
        #expect(faults == [.file(FileFault(.open, sitting.folder.path + "/none", code: ENOENT))])
    }

    @Test func `a starred story is kept whole, and dropped when the star is taken back`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        press(application, .character("s"))
        work(application) { sitting.starredFiles.count == 1 }
        #expect(sitting.starredFiles.count == 1)
        press(application, .character("u"))
        work(application) { sitting.starredFiles.isEmpty }
        #expect(sitting.starredFiles.isEmpty)
    }

    @Test func `a copy that the terminal does not take goes to a file, which is named`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        press(application, .character("y"))
        #expect(sitting.console.copied.first?.hasPrefix("渡口大桥昨日通车") == true)
        sitting.console.takesCopies = false
        press(application, .character("y"))
        #expect(application.state.message?.contains("copied.txt") == true)
        #expect(
            String(decoding: sitting.folder.bytes(of: "state/broadsheet/copied.txt"), as: UTF8.self).contains("渡口大桥"))
    }

    @Test func `the raw page comes from its job, and its key again leads back`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        press(application, .character("r"))
        work(application) { application.state.rawPage != nil }
        #expect(application.state.rawPage != nil)
        press(application, .character("r"))
        #expect(application.state.rawPage == nil)
    }

    @Test func `a search is a job: its hits come as they are found, those of an earlier search do not`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        press(application, .character("F"), .character("渡"), .character("口"))
        work(application) { application.state.results?.isDone == true }
        #expect(application.state.results?.hits.count == 2)
        press(application, .enter, .escape)
        #expect(application.state.results == nil)
    }

    @Test func `saved settings count at once, in their language, loading errors too`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        #expect(application.state.texts.language == "zh-Hans")
        try FileManager.default.createDirectory(
            atPath: sitting.folder.path + "/.config/broadsheet", withIntermediateDirectories: true)
        sitting.folder.write(Array("language = \"en\"\n".utf8), to: ".config/broadsheet/config.toml")
        work(application) { application.state.texts.language == "en" }
        #expect(application.state.texts.language == "en")
        press(application, .character("e"))
        work(application) { application.state.calendar?.rows.entries.count == 1 }
        let id = try #require(application.state.calendar?.rows.entries.first?.id)
        try FileManager.default.removeItem(atPath: sitting.folder.path + "/2026-03-06/01.txt")
        application.editions.open(application.calendar[id], page: nil, application)
        work(application) { application.state.message != nil }
        let fault = SourceFault.file(FileFault(.open, sitting.folder.path + "/2026-03-06/01.txt", code: ENOENT))
        #expect(application.state.message == Localization(language: "en").words(for: fault))
    }

    @Test func `a page that is added shows up, and the reader's story stays selected`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        press(application, .down)
        let story = application.state.lists.openStory
        sitting.folder.write(
            Array(Sitting.page.replacing("第1版", with: "第2版").replacing("渡口大桥", with: "河口大桥").utf8),
            to: "2026-03-06/00.txt")
        work(application) {
            sitting.pass(50)
            return application.state.stories.ownCount > 2
        }
        #expect(application.state.stories.ownCount > 2)
        #expect(application.state.lists.openStory == story)
    }

    @Test func `marks that another reader makes appear`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        let other = sitting.open()
        press(other, .character("m"))
        _ = other.close()
        work(application) { application.state.isRead(0) }
        #expect(application.state.isRead(0))
    }

    @Test func `nothing is due while nothing happens`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        work(application) {
            sitting.pass(50)
            return application.timeout == -1
        }
        #expect(application.timeout == -1)
    }
}
