import Files
import Foundation
import Newspaper
@testable import Reader
import Screen
import Sources
import TestSupport
import Testing

@testable import Application

/// A correction from the key to the file and back to the screen.
struct CorrectingTests {
    private func sitting() throws -> Sitting {
        let sitting = try Sitting()
        try sitting.write(riverPage, to: "day/01.txt")
        return sitting
    }

    private func open(_ sitting: Sitting, _ path: String = "day") -> Application {
        sitting.open([sitting.folder.path + "/" + path])
    }

    private func press(_ application: Application, _ keys: Key...) {
        for key in keys { application.press(key) }
        application.work()
    }

    /// Opens the page's text and selects a line.
    private func select(_ words: String, _ application: Application) {
        press(application, .character("C"))
        work(application) { application.state.rawPage != nil }
        for _ in 0..<40 where application.state.rawPage.map({ $0.page.lines[$0.cursor].text.hasPrefix(words) }) == false
        {
            press(application, .down)
        }
    }

    private func headlines(_ application: Application) -> [String?] {
        (0..<application.state.stories.ownCount).map { application.state.stories.header(at: $0).title }
    }

    private func file(_ sitting: Sitting) -> String {
        String(decoding: sitting.folder.bytes(of: "day/01.txt.corrections"), as: UTF8.self)
    }

    @Test func `a correction applies at once and at every later reading, and is undone`() throws {
        let sitting = try sitting()
        let application = open(sitting)
        #expect(headlines(application) == ["南滩渡口添了新船"])
        select("护林员", application)
        press(application, .character("1"))
        work(application) { application.state.stories.ownCount == 2 }
        #expect(headlines(application) == ["南滩渡口添了新船", "护林员的望远镜"])
        #expect(file(sitting).contains("headline\t护林员的望远镜\t"))
        work(application) { application.state.rawPage?.page.lines.contains { $0.ruling != nil } == true }
        let raw = try #require(application.state.rawPage)
        #expect(raw.page.lines[raw.cursor].text == "护林员的望远镜" && raw.page.lines[raw.cursor].kind == .headline)
        #expect(application.state.position == 0 && application.state.message?.contains("已改为：主题") == true)
        #expect(headlines(open(sitting)).count == 2)
        press(application, .character("u"))
        work(application) { application.state.stories.ownCount == 1 }
        #expect(!FileManager.default.fileExists(atPath: sitting.folder.path + "/day/01.txt.corrections"))
        #expect(headlines(open(sitting)).count == 1)
    }

    @Test func `marks and places follow the story whose words are others now, and come back with it`() throws {
        let sitting = try sitting()
        let application = open(sitting)
        let old = application.state.stories.id(at: 0)
        press(application, .character("s"), .character("m"))
        select("南滩", application)
        press(application, .character("2"))
        work(application) { application.state.stories.header(at: 0).id != old }
        let new = application.state.stories.id(at: 0)
        #expect(application.state.isRead(0) && application.state.stories.isStarred(new))
        #expect(!application.state.stories.isStarred(old) && application.state.lists.openStory == new)
        #expect(application.close().isEmpty)
        #expect(sitting.starredFiles == ["\(new).json"])
        let again = open(sitting)
        #expect(again.state.isRead(0) && again.state.stories.isStarred(new))
        select("南滩", again)
        press(again, .character("0"))
        work(again) { again.state.stories.header(at: 0).id == old }
        #expect(again.state.isRead(0) && again.state.stories.isStarred(old))
        #expect(again.close().isEmpty && sitting.starredFiles == ["\(old).json"])
    }

    @Test func `a part of a story that was read has been read, and an unread story stays so`() throws {
        let sitting = try sitting()
        var application = open(sitting)
        select("护林员", application)
        press(application, .character("1"))
        work(application) { application.state.stories.ownCount == 2 }
        #expect(!application.state.isRead(0) && !application.state.isRead(1))
        press(application, .character("u"))
        work(application) { application.state.stories.ownCount == 1 }
        press(application, .character("r"), .character("m"))
        select("护林员", application)
        press(application, .character("1"))
        work(application) { application.state.stories.ownCount == 2 }
        #expect(application.state.isRead(0) && application.state.isRead(1))
        #expect(application.close().isEmpty)
        application = open(sitting)
        #expect(application.state.isRead(1))
    }

    @Test func `a correction that cannot be kept anywhere says so, and nothing changes`() throws {
        let sitting = try sitting()
        for name in ["day/01.txt.corrections", ".local/share/broadsheet/corrections"] {
            try FileManager.default.createDirectory(
                atPath: sitting.folder.path + "/" + name, withIntermediateDirectories: true)
        }
        // No file can be made where a file is the folder.
        rmdir(sitting.folder.path + "/.local/share/broadsheet/corrections")
        try sitting.write("x", to: ".local/share/broadsheet/corrections")
        let application = open(sitting)
        select("护林员", application)
        press(application, .character("1"))
        work(application) { application.state.message?.contains("改正无法存入") == true }
        #expect(headlines(application).count == 1)
    }

    @Test func `several corrections one after another are all kept, and a file that is changed by hand applies`() throws
    {
        let sitting = try sitting()
        let application = open(sitting)
        select("护林员", application)
        press(application, .character("1"), .down, .character("6"), .down, .character("-"), .up, .up, .character("8"))
        work(application) { file(sitting).split(separator: "\n").count == 4 && file(sitting).contains("crosshead") }
        #expect(file(sitting).contains("caption\t石梁林场") && file(sitting).contains("begins\t“山里的事"))
        try sitting.write("headline\t护林员的望远镜\n", to: "day/01.txt.corrections")
        // As the watch would find it.
        application.editions.filesChanged([FileName(sitting.folder.path + "/day")], now: application.environment.uptime)
        work(application) {
            sitting.pass(100)
            return headlines(application).count == 2
        }
        #expect(headlines(application) == ["南滩渡口添了新船", "护林员的望远镜"])
    }
}
