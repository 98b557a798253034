import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

/// Pages that come, change and go while an edition is read.
struct EditionWatchTests {
    private let folder: URL
    private let name: FileName

    init() throws {
        folder = try Tmux.temporaryFolder()
        name = FileName(folder.path)
        try write("01.txt", "第一版")
        try write("02.txt", "第二版")
    }

    private func write(_ file: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: file))
    }

    private func watch() -> EditionWatch {
        EditionWatch(folder: name, pages: EditionFinder.edition(in: name).pages)
    }

    /// What it says at each of so many times, a second apart.
    private func looks(_ watch: inout EditionWatch, from start: Int64, _ count: Int = 3) -> [[String]?] {
        (0..<Int64(count)).map { second in
            watch.changes(now: (start + second) * 1000)?.map(\.last.shown)
        }
    }

    @Test func `where nothing happens nothing is said`() throws {
        var watch = watch()
        #expect(looks(&watch, from: 1) == [nil, nil, nil])
        // A file that is no page is no news.
        try write("cover.json", "{}")
        #expect(looks(&watch, from: 9) == [nil, nil, nil])
    }

    @Test func `a new page is told of once, when it has stopped growing`() throws {
        var watch = watch()
        #expect(watch.changes(now: 1000) == nil)
        try write("03.txt", "第")
        #expect(watch.changes(now: 2000) == nil)
        try write("03.txt", "第三")
        #expect(watch.changes(now: 3000) == nil)
        try write("03.txt", "第三版，写完了")
        #expect(watch.changes(now: 4000) == nil)
        #expect(watch.changes(now: 5000)?.map(\.last.shown) == ["01.txt", "02.txt", "03.txt"])
        #expect(looks(&watch, from: 6) == [nil, nil, nil])
    }

    @Test func `a page that is written anew, replaced or taken away is told of`() throws {
        var watch = watch()
        #expect(watch.changes(now: 1000) == nil)
        try write("02.txt", "第二版，改过")
        #expect(looks(&watch, from: 2) == [nil, ["01.txt", "02.txt"], nil])
        try write("x", "换了一版")
        rename(folder.appending(path: "x").path, folder.appending(path: "01.txt").path)
        #expect(looks(&watch, from: 10) == [nil, ["01.txt", "02.txt"], nil])
        unlink(folder.appending(path: "01.txt").path)
        #expect(looks(&watch, from: 20) == [nil, ["02.txt"], nil])
    }

    @Test func `a folder that is gone is no news, and when it is back it is`() throws {
        var watch = watch()
        #expect(watch.changes(now: 1000) == nil)
        try FileManager.default.removeItem(at: folder)
        #expect(looks(&watch, from: 2) == [nil, nil, nil])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("01.txt", "又来了")
        #expect(looks(&watch, from: 9).contains(["01.txt"]))
    }

    @Test func `it is not looked more often than is needed`() throws {
        var watch = watch()
        #expect(watch.changes(now: 1000) == nil)
        #expect(watch.deadline > 1000 && watch.deadline <= 2000)
        try write("03.txt", "第三版")
        #expect(watch.changes(now: 1001) == nil)
        #expect(watch.deadline > 1001)
    }

    @Test func `names tell date and pages before anything is read`() {
        let files = ["第1版.txt", "第2版.txt", "extra.txt"].map { FileName("/a/2026/03/06/\($0)") }
        let edition = ShelvedEdition(.folder(EditionFolder(folder: FileName("/a/2026/03/06"), pages: files)))
        #expect(edition.date == "2026-03-06" && edition.name == "06")
        #expect(edition.pages.map(\.number) == ["1", "2", nil] && edition.pages[2].name == "extra")
    }

    @Test func `a search that is stopped keeps what it found, where that is wanted`() throws {
        for day in 1...9 {
            let day = folder.appending(path: "2026-03-0\(day)")
            try FileManager.default.createDirectory(at: day, withIntermediateDirectories: true)
            try Data("a".utf8).write(to: day.appending(path: "01.txt"))
        }
        var count = 0
        let found = try EditionFinder.find(folder.path, keepsFound: true) { _ in
            count += 1
            return count < 5
        }
        guard case .archive(_, let editions) = found else {
            Issue.record("nothing was kept")
            return
        }
        #expect(editions.count == 4)
        #expect(throws: LoadFault.cancelled) { try EditionFinder.find(folder.path, keepsFound: true) { _ in false } }
    }

    @Test func `the latest edition is the last that is found, wherever it stands`() throws {
        func expectLast(_ folder: URL) throws {
            let last: EditionFolder? =
                switch try? EditionFinder.find(folder.path) {
                case .edition(let edition): edition
                case .archive(_, let editions): editions.last
                default: nil
                }
            #expect(EditionFinder.latest(in: folder.path) == last)
        }
        try expectLast(folder)
        for path in ["2025/12/31", "2026/2/9", "2026/10/1", "2026/10/2", "2026/11/empty", "z/a/b/c/d", ".hidden"] {
            let day = folder.appending(path: "years/\(path)")
            try FileManager.default.createDirectory(at: day, withIntermediateDirectories: true)
            if !path.hasSuffix("empty") { try Data("a".utf8).write(to: day.appending(path: "01.txt")) }
            try expectLast(folder)
            try expectLast(folder.appending(path: "years"))
        }
        #expect(EditionFinder.latest(in: folder.appending(path: "years").path)?.folder.last.shown == "2")
        try FileManager.default.createSymbolicLink(at: folder.appending(path: "years/zz"), withDestinationURL: folder)
        try expectLast(folder.appending(path: "years/2026"))
        #expect(EditionFinder.latest(in: folder.path + "/01.txt") == nil && EditionFinder.latest(in: "-") == nil)
    }
}
