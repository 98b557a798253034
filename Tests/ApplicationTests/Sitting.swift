import Files
import Foundation
import Jobs
import Newspaper
import Screen
import Settings
import Sources
import Synchronization
import Terminal
import TestSupport

@testable import Application

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
    func setMouse(_ uses: Bool) {}
    func lend() {}
    func takeBack() {}
    func waitForKey(_ words: String, orFor descriptor: Int32) {}
}

/// A home folder with a page in it, and the clocks.
final class Sitting: Sendable {
    let folder: TemporaryFolder
    /// Milliseconds since 1970, and of a clock that nobody sets.
    let clock = Mutex<(wall: Int64, monotonic: Int64)>((1_800_000_000_000, 5_000_000))
    let console = FakeConsole()

    init() throws {
        folder = try TemporaryFolder()
        try write(Self.page, to: "2026-03-06/01.txt")
    }

    static let page = """
        渡口日报
        2026年3月6日 第1版 要闻

        渡口大桥昨日通车
        本报讯（记者 何渡）3月5日上午，渡口大桥通车，两岸居民结束了靠渡船过河的历史。

        春耕备耕正当时
        本报讯（记者 田青）连日来，各村抢抓农时，翻耕土地，准备春播，田间一派繁忙。
        """

    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        folder.write(Array(text.utf8), to: name)
    }

    /// Both clocks go on.
    func pass(_ milliseconds: Int64) {
        clock.withLock {
            $0.wall += milliseconds
            $0.monotonic += milliseconds
        }
    }

    /// The starred stories that are kept.
    var starredFiles: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/broadsheet/starred")) ?? []
    }

    var environment: ProcessEnvironment {
        let home = folder.path
        return ProcessEnvironment(
            variables: { ["HOME": home, "XDG_STATE_HOME": home + "/state", "LANG": "zh_CN.UTF-8"][$0] },
            clock: { self.clock.withLock { $0.wall } }, monotonicClock: { self.clock.withLock { $0.monotonic } })
    }

    /// Begins to read with a loader of its own.
    func start(_ paths: [String], _ loader: any EditionLoading) -> Application {
        let environment = environment
        return Application(
            paths: paths.map { FileName($0) }, loader: loader,
            settings: SettingsController(file: environment.settingsFile),
            environment: environment)
    }

    func open(_ paths: [String]? = nil) -> Application {
        let application = start(paths ?? [folder.path + "/2026-03-06"], ContentLoader())
        _ = application.waitForStart(milliseconds: 20_000)
        application.attach(console, depth: .none)
        application.work()
        return application
    }
}

/// Works until something holds, at most a minute: after a long look at files there is a rest ten times as long.
func work(_ application: Application, until holds: () -> Bool) {
    let end = monotonicNow() + 60_000
    while !holds(), monotonicNow() < end {
        application.work()
        usleep(1_000)
    }
}
