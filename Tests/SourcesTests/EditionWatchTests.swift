import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

/// Pages that come, change and go while an edition is read.
struct EditionWatchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.make("01.txt", text: "第一版")
        try folder.make("02.txt", text: "第二版")
    }

    private func watch(_ name: String = "") throws -> EditionWatch {
        let edition = try #require(Catalog.find([name.isEmpty ? folder.path : folder.path(name)]).editions.first)
        return try #require(EditionWatch(edition))
    }

    private func look(_ watch: inout EditionWatch, at now: Int64) -> EditionWatch.Change? {
        watch.begin(now: now).flatMap { watch.finish($0.run(), now: now) }
    }

    private func check(_ watch: inout EditionWatch, at now: Int64) -> EditionReference? {
        guard case .files(let edition)? = look(&watch, at: now) else { return nil }
        return edition
    }

    /// Says that something happened, and checks until there is nothing more to wait for: the names that are reported.
    private func settle(_ watch: inout EditionWatch, at second: Int64) -> [[String]] {
        watch.changed(now: second * 1000)
        var reports: [[String]] = []
        var looks = 0
        while let deadline = watch.deadline, looks < 20 {
            looks += 1
            if let edition = check(&watch, at: deadline) { reports.append(edition.files.map(\.last.shown)) }
        }
        #expect(looks < 20)
        return reports
    }

    @Test func `it does not look until it is asked to`() throws {
        var watch = try watch()
        try folder.make("03.txt", text: "第三版")
        #expect(watch.deadline == nil && watch.begin(now: 9_000) == nil)
        #expect(watch.paths == [FileName(folder.path)])
        watch.changed(now: 10_000)
        watch.changed(now: 10_150)
        #expect(watch.deadline == 10_200 && watch.begin(now: 10_199) == nil)
    }

    @Test func `a folder in which something happens all the time is looked at a tenth of the time`() throws {
        var watch = try watch()
        var (now, looking, looks, reports) = (Int64(10_000), Int64(0), 0, 0)
        while now < 110_000 {
            watch.changed(now: now)
            guard let check = watch.begin(now: now) else {
                now += 10
                continue
            }
            #expect(watch.begin(now: now + 5_000) == nil)
            // A look that takes half a second, and meanwhile something happens.
            try folder.make("01.txt", text: String(repeating: "字", count: looks))
            watch.changed(now: now + 300)
            if watch.finish(check.run(), now: now + 500) != nil { reports += 1 }
            (now, looking, looks) = (now + 500, looking + 500, looks + 1)
        }
        #expect(looks > 10 && looking < 11_000)
        // What never settles is read now and then.
        #expect((3...10).contains(reports))
        // The last change is found all the same.
        #expect(settle(&watch, at: 200) == [["01.txt", "02.txt"]])
    }

    @Test func `where nothing happens nothing is reported`() throws {
        var watch = try watch()
        #expect(settle(&watch, at: 1) == [])
        // A file that is no page is no news.
        try folder.make("cover.json", text: "{}")
        #expect(settle(&watch, at: 9) == [])
    }

    @Test func `a new page is reported once, when it has stopped growing`() throws {
        var watch = try watch()
        watch.changed(now: 1000)
        for text in ["第", "第三", "第三版，写完了"] {
            try folder.make("03.txt", text: text)
            let deadline = try #require(watch.deadline)
            #expect(check(&watch, at: deadline) == nil)
        }
        let deadline = try #require(watch.deadline)
        #expect(check(&watch, at: deadline)?.files.map(\.last.shown) == ["01.txt", "02.txt", "03.txt"])
        #expect(watch.deadline == nil)
        #expect(settle(&watch, at: 6) == [])
    }

    @Test func `a page that came between the search and the watch is reported`() throws {
        let edition = try #require(Catalog.find([folder.path]).editions.first)
        try folder.make("03.txt", text: "第三版")
        var watch = try #require(EditionWatch(edition))
        #expect(settle(&watch, at: 1) == [["01.txt", "02.txt", "03.txt"]])
    }

    @Test func `a page that is written anew, replaced or removed is reported`() throws {
        var watch = try watch()
        try folder.make("02.txt", text: "第二版，改过")
        #expect(settle(&watch, at: 2) == [["01.txt", "02.txt"]])
        try folder.make("x", text: "换了一版")
        rename(folder.path("x"), folder.path("01.txt"))
        #expect(settle(&watch, at: 10) == [["01.txt", "02.txt"]])
        unlink(folder.path("01.txt"))
        #expect(settle(&watch, at: 20) == [["02.txt"]])
    }

    @Test func `a folder that is gone is no news, and when it is back it is`() throws {
        var watch = try watch()
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(settle(&watch, at: 2) == [])
        try folder.make("01.txt", text: "又来了")
        #expect(settle(&watch, at: 9) == [["01.txt"]])
    }

    @Test func `a page that is empty for a while keeps its text until it is written`() throws {
        var watch = try watch()
        try folder.make("01.txt", text: "")
        #expect(settle(&watch, at: 2) == [])
        try folder.make("01.txt", text: "第一版，又写了一遍")
        #expect(settle(&watch, at: 9) == [["01.txt", "02.txt"]])
        // One that is new may be empty.
        try folder.make("03.txt", text: "")
        #expect(settle(&watch, at: 19) == [["01.txt", "02.txt", "03.txt"]])
    }

    @Test(arguments: ["", nil]) func `a page that is empty or gone for a moment is no news`(text: String?) throws {
        var watch = try watch()
        if let text { try folder.make("01.txt", text: text) } else { unlink(folder.path("01.txt")) }
        watch.changed(now: 10_000)
        var looks = 0
        while let deadline = watch.deadline, deadline < 12_000 {
            #expect(look(&watch, at: deadline) == nil)
            looks += 1
        }
        #expect(looks == 2)
        // It is looked at as soon as something happens, not only when patience ends.
        try folder.make("01.txt", text: "第一版，又写了一遍")
        watch.changed(now: 12_000)
        #expect(try #require(watch.deadline) <= 12_000 + EditionWatch.settling)
        #expect(settle(&watch, at: 12) == [["01.txt", "02.txt"]])
    }

    @Test func `a page that stays empty is reported once, and one that stays away is taken out`() throws {
        var watch = try watch()
        try folder.make("01.txt", text: "")
        watch.changed(now: 10_000)
        var reports: [EditionWatch.Change] = []
        while let deadline = watch.deadline, deadline < 60_000 {
            if let change = look(&watch, at: deadline) {
                reports.append(change)
                #expect(deadline >= 10_000 + EditionWatch.patience)
            }
        }
        #expect(reports == [.missing(folder.name("01.txt"))])
        watch.changed(now: 70_000)
        while let deadline = watch.deadline, deadline < 90_000 { #expect(look(&watch, at: deadline) == nil) }
        unlink(folder.path("01.txt"))
        #expect(settle(&watch, at: 100) == [["02.txt"]])
    }

    @Test func `files that were named, feeds and archives are watched, and what can be read once is not`() throws {
        try folder.make("03.txt", text: "第三版")
        let catalog = Catalog.find(["01.txt", "03.txt", "-"].map { $0 == "-" ? $0 : folder.path($0) })
        var watch = try #require(EditionWatch(catalog.editions[0]))
        #expect(watch.paths == [folder.name("01.txt"), folder.name("03.txt")])
        try folder.make("02.txt", text: "改了")
        #expect(settle(&watch, at: 1) == [])
        try folder.make("03.txt", text: "第三版，改了")
        #expect(settle(&watch, at: 9) == [["01.txt", "03.txt", "-"]])

        try folder.make("feeds/a.json", text: feed("渡口", "开船"))
        watch = try self.watch("feeds")
        try folder.make("feeds/b.json", text: feed("山里", "下雪"))
        try folder.make("feeds/2026-03-06.json", text: feed("山里", "下雪"))
        #expect(settle(&watch, at: 19) == [["a.json", "b.json"]])

        try folder.make("x.zip", ZipWriter.zip(["01.txt": page("桥")]))
        watch = try self.watch("x.zip")
        #expect(watch.paths == [folder.name("x.zip")])
        try folder.make("x.zip", ZipWriter.zip(["01.txt": page("桥"), "02.txt": page("灯")]))
        #expect(settle(&watch, at: 29) == [["01.txt", "02.txt"]])
        try folder.make("x.zip", ZipWriter.zip(["03.txt": page("桥")]).dropLast(9))
        #expect(settle(&watch, at: 39) == [])

        #expect(EditionWatch(EditionReference(.sample)) == nil)
        #expect(EditionWatch(EditionReference(.files([FileName("-"), FileName("/dev/null")]))) == nil)
    }
}
