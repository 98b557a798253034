import Files
import Foundation
import Jobs
import Localization
import Newspaper
import Reader
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
    /// A terminal that notes what is asked of it.
    final class FakeConsole: Console, @unchecked Sendable {
        var copied: [String] = []
        var takesCopies = true
        var redraws = 0
        func copy(_ text: String) throws(Clipboard.Fault) {
            guard takesCopies else { throw .notTaken }
            copied.append(text)
        }
        func redraw() { redraws += 1 }
        func lend() {}
        func takeBack() {}
        func waitForKey(_ words: String) {}
    }

    /// A home folder with a page in it, and the clock.
    final class Sitting: Sendable {
        let folder: TemporaryFolder
        let clock = Mutex<Int64>(1_800_000_000_000)
        let console = FakeConsole()

        init() throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(
                atPath: folder.path + "/2026-03-06", withIntermediateDirectories: true)
            folder.write(Array(Self.page.utf8), to: "2026-03-06/01.txt")
        }

        static let page = """
            渡口日报
            2026年3月6日 第1版 要闻

            渡口大桥昨日通车
            本报讯（记者 何渡）3月5日上午，渡口大桥通车，两岸居民结束了靠渡船过河的历史。

            春耕备耕正当时
            本报讯（记者 田青）连日来，各村抢抓农时，翻耕土地，准备春播，田间一派繁忙。
            """

        var environment: ProcessEnvironment {
            let home = folder.path
            return ProcessEnvironment(
                variables: { ["HOME": home, "XDG_STATE_HOME": home + "/state", "LANG": "zh_CN.UTF-8"][$0] },
                clock: { self.clock.withLock { $0 } })
        }

        func open(_ paths: [String]? = nil) -> Application {
            let environment = environment
            let application = Application(
                paths: (paths ?? [folder.path + "/2026-03-06"]).map { FileName($0) }, loader: ContentLoader(),
                settings: SettingsController(path: environment.settingsFile), environment: environment)
            _ = application.waitForStart(milliseconds: 20_000)
            application.attach(console, depth: .none)
            application.work()
            return application
        }
    }

    /// Works until something holds, at most ten seconds.
    private func work(_ application: Application, until holds: () -> Bool) {
        let end = monotonicNow() + 10_000
        while !holds(), monotonicNow() < end {
            application.work()
            usleep(2_000)
        }
    }

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
        #expect(application.close() == nil)
        let again = sitting.open()
        #expect(again.state.isRead(0) && !again.state.isRead(1))
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
        let starred = sitting.folder.path + "/state/broadsheet/starred"
        #expect(try FileManager.default.contentsOfDirectory(atPath: starred).count == 1)
        press(application, .character("u"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: starred).isEmpty)
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
        work(application) { application.state.calendar != nil }
        try FileManager.default.removeItem(atPath: sitting.folder.path + "/2026-03-06")
        application.send(.message(application.state.texts(.noEditions)))
        #expect(application.state.message == Localization(language: "en")(.noEditions))
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
            sitting.clock.withLock { $0 += 50 }
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
        work(application) { application.timeout == -1 }
        #expect(application.timeout == -1 || application.descriptors.count == 1)
    }
}
