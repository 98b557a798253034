import Files
import Foundation
import Jobs
import Marks
import Newspaper
import Screen
import Settings
import Sources
import TestSupport
import Testing

@testable import Application
@testable import Reader

/// Marks and starred stories on their way to the disk.
struct MarkStoreTests {
    @Test func `a starred story that cannot be written is reported, and again at the end`() throws {
        let sitting = try Sitting()
        try sitting.write("in the way", to: "state/broadsheet/starred")
        let application = sitting.open()
        application.press(.character("s"))
        work(application) { application.state.message != nil }
        let words = application.state.texts(.starredNotKept, 1, sitting.folder.path + "/state/broadsheet/starred")
        #expect(application.state.message == words)
        application.press(.down)
        application.work()
        #expect(application.state.message == nil)
        #expect(application.close() == [words])
    }

    @Test func `what could not be written is tried again at the end`() throws {
        let sitting = try Sitting()
        try sitting.write("in the way", to: "state/broadsheet/starred")
        let application = sitting.open()
        application.press(.character("s"))
        work(application) { application.state.message != nil }
        try FileManager.default.removeItem(atPath: sitting.folder.path + "/state/broadsheet/starred")
        #expect(application.close().isEmpty)
        #expect(sitting.starredFiles.count == 1)
    }

    @Test func `what could not be written is tried again every second, and shown until it is`() throws {
        let sitting = try Sitting()
        try sitting.write("in the way", to: "state/broadsheet/starred")
        let application = sitting.open()
        application.press(.character("s"))
        work(application) { application.state.message != nil }
        #expect(application.state.unsaved == 1)
        for _ in 0..<3 {
            sitting.pass(1000)
            application.press(.down)
            application.work()
            work(application) { application.timeout > 500 }
            // Said once, and still to be seen.
            #expect(application.state.message == nil && application.state.unsaved == 1)
        }
        try FileManager.default.removeItem(atPath: sitting.folder.path + "/state/broadsheet/starred")
        work(application) {
            sitting.pass(100)
            return application.state.unsaved == 0
        }
        #expect(application.state.unsaved == 0 && sitting.starredFiles.count == 1)
        #expect(application.close().isEmpty)
    }

    @Test func `a star that is taken back before its story could be written leaves no story`() throws {
        let sitting = try Sitting()
        try sitting.write("in the way", to: "state/broadsheet/starred")
        let application = sitting.open()
        application.press(.character("s"))
        work(application) { application.state.unsaved == 1 }
        application.press(.character("s"))
        try FileManager.default.removeItem(atPath: sitting.folder.path + "/state/broadsheet/starred")
        application.marks.starred.retry()
        #expect(application.close().isEmpty && sitting.starredFiles.isEmpty)
        application.work()
        #expect(application.state.unsaved == 0)
    }

    @Test func `a starred story without a copy gets one when its edition is open again`() throws {
        let sitting = try Sitting()
        try sitting.write("in the way", to: "state/broadsheet/starred")
        let application = sitting.open()
        application.press(.character("s"))
        #expect(application.close().count == 1)
        try FileManager.default.removeItem(atPath: sitting.folder.path + "/state/broadsheet/starred")
        #expect(sitting.open().close().isEmpty)
        #expect(sitting.starredFiles.count == 1)
    }

    @Test(arguments: 0..<8)
    func `stars set and taken back in any order end as the last of them says`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let sitting = try Sitting()
        let application = sitting.open()
        for _ in 0..<30 {
            let keys: [Key] = [.character("s"), .character("s"), .character("u"), .down, .up]
            application.press(keys.randomElement(using: &random)!)
            if Bool.random(using: &random) { application.work() }
        }
        let starred = application.state.stories.starred
        #expect(application.close().isEmpty)
        #expect(Set(sitting.starredFiles) == Set(starred.map { "\($0).json" }))
    }

    @Test func `that marks cannot be saved is said with each mark, until they can be`() throws {
        let sitting = try Sitting()
        sitting.folder.write([], to: "state")
        let application = sitting.open()
        for _ in 0..<2 {
            application.press(.character("m"))
            work(application) {
                sitting.pass(500)
                return application.state.message?.contains("state") == true
            }
            #expect(application.state.message?.contains("state") == true && application.state.unsaved > 0)
            application.press(.down)
            application.work()
            #expect(application.state.message == nil)
            #expect(application.state.unsaved > 0)
        }
        unlink(sitting.folder.path + "/state")
        application.press(.character("m"))
        work(application) {
            sitting.pass(500)
            return application.timeout == -1
        }
        application.press(.character("m"))
        application.work()
        #expect(application.state.message == nil && application.state.unsaved == 0 && application.close().isEmpty)
    }

    @Test func `starred stories that were read before Escape are shown, and none of the others is missing`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        application.press(.character("s"))
        _ = application.close()
        let id = try #require(application.state.stories.starred.first)
        let writer = StarredWriter(StarredStories(stateFolder: FileName(sitting.folder.path + "/state/broadsheet")))
        let part = writer.guests([id, StoryID(1), StoryID(2)]) { $0 < 2 }
        #expect(part.guests.map(\.story.id) == [id] && part.missing == 1)
    }

    @Test func `lines of a log that are no marks are told once, and again where there are more`() throws {
        let sitting = try Sitting()
        try sitting.write("no mark\n", to: "state/broadsheet/marks/other.log")
        let application = sitting.open()
        let file = sitting.folder.path + "/state/broadsheet/marks/other.log"
        #expect(application.state.message == application.state.texts(.marksNotUnderstood, file, 1))
        application.press(.down)
        application.work()
        #expect(application.state.message == nil)
        try sitting.write("no mark\nnor this\n", to: "state/broadsheet/marks/other.log")
        work(application) { application.state.message != nil }
        #expect(application.state.message == application.state.texts(.marksNotUnderstood, file, 2))
    }

    @Test func `a log that is a link to another folder is watched`() throws {
        let sitting = try Sitting()
        let marks = sitting.folder.path + "/state/broadsheet/marks"
        try FileManager.default.createDirectory(atPath: marks, withIntermediateDirectories: true)
        let elsewhere = sitting.folder.path + "/elsewhere"
        let other = MarkLog.load(folder: FileName(elsewhere), device: "other")
        other.mark(StoryID(1), .read, now: 1_700_000_000_000)
        other.finish()
        let application = sitting.open()
        // The link comes while the program runs.
        try FileManager.default.createSymbolicLink(
            atPath: marks + "/other.log", withDestinationPath: elsewhere + "/other.log")
        work(application) { application.marks.watched.count == 2 }
        other.mark(application.state.stories.id(at: 0), .read, now: 1_700_000_000_001)
        other.finish()
        work(application) { application.state.isRead(0) }
        #expect(application.state.isRead(0))
    }

    @Test func `a clock that is set back keeps no mark from the disk`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        work(application) {
            sitting.pass(50)
            return application.timeout == -1
        }
        application.press(.character("m"))
        application.work()
        sitting.clock.withLock { $0.wall -= 3_600_000 }
        #expect((0...1000).contains(application.timeout))
        sitting.pass(1000)
        work(application) {
            sitting.pass(50)
            return application.timeout == -1
        }
        #expect(application.timeout == -1)
    }

    @Test func `a clock that is set back does not keep a place from being written`() throws {
        let sitting = try Sitting()
        let application = sitting.open()
        application.send(.resized(Size(columns: 40, rows: 8), ambiguousIsWide: nil))
        application.press(.enter)
        application.press(.down)
        sitting.clock.withLock { $0.wall -= 3_600_000 }
        sitting.pass(1000)
        application.work()
        sitting.pass(1000)
        work(application) {
            sitting.pass(50)
            return application.timeout == -1
        }
        #expect(application.timeout == -1)
    }

    @Test func `without a home folder the reader works, writes nothing anywhere, and says so`() throws {
        let sitting = try Sitting()
        let environment = ProcessEnvironment(variables: { _ in nil }, systemHome: { nil })
        #expect(!environment.hasStateFolder && !environment.hasSettingsFolder && environment.home == nil)
        let application = Application(
            paths: [FileName(sitting.folder.path + "/2026-03-06")], loader: ContentLoader(),
            settings: SettingsController(file: environment.settingsFile), environment: environment)
        _ = application.waitForStart(milliseconds: 20_000)
        application.attach(sitting.console, depth: .none)
        application.work()
        let words = application.state.texts(.noHome)
        #expect(application.state.message == words && application.settingsFaults.isEmpty)
        application.press(.character("m"))
        application.work()
        #expect(application.state.message == words && application.state.isRead(0))
        application.press(.character("s"))
        application.work()
        work(application) { application.marks.starred.failed.count == 1 }
        application.press(.down)
        application.work()
        #expect(application.state.message == nil)
        #expect(application.state.unsaved > 0)
        #expect(application.close() == [words])
        // Neither home nor anything that all users share.
        for file in [environment.stateFolder, environment.settingsFile, environment.panesFile, environment.copyFile] {
            #expect(file.shown.hasPrefix("/proc/self/") && FileStatus(file) == nil)
        }
        // A home that is named is enough, and so is a folder for the state alone.
        let named = ProcessEnvironment(variables: { $0 == "XDG_STATE_HOME" ? "/srv/state" : nil }, systemHome: { nil })
        #expect(named.hasStateFolder && named.stateFolder == FileName("/srv/state/broadsheet"))
    }
}
