import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

struct CatalogTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func faults(_ name: String) -> [SourceFault] { Catalog.find([folder.path(name)]).faults }

    @Test func `without a path there is the edition that is built in`() {
        #expect(Catalog.find([]).editions.map(\.source) == [.sample])
        #expect(Catalog.find([]).latest.map(\.source) == [.sample])
    }

    @Test func `files that are named are one edition, in the place of the first, a feed by itself`() throws {
        try folder.make("a.txt", "b")
        try folder.make("c.json", feed("渡口", "开船").utf8)
        let catalog = Catalog.find([folder.path("a.txt"), folder.path("c.json"), folder.path("b"), "-"])
        #expect(catalog.editions.map(folder.description) == ["files: a.txt b -", "files: c.json"])
        #expect(catalog.latest == catalog.editions && catalog.faults.isEmpty)
    }

    @Test func `paths are opened in the order in which they were named`() throws {
        try folder.make("a.txt", "b.txt", "day/01.txt", "other/2026-03-06/01.txt", "other/2026-03-07/01.txt")
        func opened(_ names: String...) -> [String] {
            Catalog.find(names.map(folder.path), .latest).latest.map(folder.description)
        }
        #expect(opened("a.txt", "day", "b.txt") == ["files: a.txt b.txt", "day: 01.txt"])
        #expect(
            opened("day", "b.txt", "other", "a.txt")
                == ["day: 01.txt", "files: b.txt a.txt", "other/2026-03-07: 01.txt"])
    }

    @Test(arguments: [Catalog.Scope.all, .latest])
    func `of a folder of pages its own pages are opened, whatever folders are in it`(scope: Catalog.Scope) throws {
        try folder.make("days/2026-03-06/01.txt", "days/2026-03-06/2026-03-09/01.txt", "days/2026-03-05/01.txt")
        for name in ["days/2026-03-06", "days"] {
            let catalog = Catalog.find([folder.path(name)], scope)
            #expect(catalog.latest.map(folder.description) == ["days/2026-03-06: 01.txt"])
        }
        #expect(Catalog.find([folder.path("days/2026-03-06")]).editions.count == 2)
    }

    @Test func `a folder of pages is an edition, in page order`() throws {
        try folder.make(
            "10.txt", "2.txt", "01.TXT", ".hidden.txt", "cover.jpg", "feed.json", "README.md", "3.txt.gz", "10.txt.gz")
        #expect(folder.editions() == [".: 01.TXT 2.txt 3.txt.gz 10.txt"])
    }

    @Test func `a folder without a .txt gives what is plainly text`() throws {
        try folder.make("第3版", "第10版.text", "第一版.md")
        folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], to: "picture.png")
        folder.write([], to: "empty")
        folder.write((0..<4096).map { UInt8($0 & 0xFF) }, to: "noise")
        // Cut by the window in the middle of a character.
        folder.write(Array("x".utf8) + Array(String(repeating: "灯", count: 3000).utf8), to: "long")
        #expect(folder.editions() == [".: long 第一版.md 第3版 第10版.text"])
    }

    @Test func `a folder of folders has an edition for each with pages`() throws {
        try folder.make("2026-03-10/01.txt", "2026-03-06/02.txt", "2026-03-06/01.txt", ".trash/01.txt")
        try folder.make("2026-03-07/photo.png", [0, 1, 2, 0xFF])
        #expect(folder.editions() == ["2026-03-06: 01.txt 02.txt", "2026-03-10: 01.txt"])
        #expect(folder.editions("2026-03-06") == ["2026-03-06: 01.txt 02.txt"])
        let catalog = Catalog.find([folder.path])
        #expect(catalog.latest == [catalog.editions[1]])
        #expect(catalog.editions[0].date == "2026-03-06" && catalog.editions[0].name == "2026-03-06")
    }

    @Test func `folders by year, month and day are looked into, and no deeper`() throws {
        try folder.make("2026/03/06/01.txt", "2026/03/07/01.txt", "2026/03/07/old/01.txt", "a/b/c/d/01.txt")
        #expect(folder.editions() == ["2026/03/06: 01.txt", "2026/03/07: 01.txt"])
    }

    @Test func `pages beside folders keep both, and below pages one level counts`() throws {
        try folder.make("01.txt", "2026-03-06/01.txt", "2026-03-06/deeper/01.txt")
        #expect(folder.editions() == [".: 01.txt", "2026-03-06: 01.txt"])
    }

    @Test
    func
        `feeds in a folder are an edition for each date in their names, those without one beside pages a section of theirs`()
        throws
    {
        let text = feed("渡口", "开船")
        for name in ["bbc.json", "2026-03-07.json", "2026-03-06 北.json", "2026-03-06 南.json", "nyt.json.gz"] {
            try folder.make(name, name.hasSuffix("gz") ? gzip(Array(text.utf8)) : Array(text.utf8))
        }
        let feeds = [
            "feeds . –: bbc.json nyt.json.gz", "feeds . 2026-03-06: 2026-03-06 北.json 2026-03-06 南.json",
            "feeds . 2026-03-07: 2026-03-07.json",
        ]
        #expect(folder.editions() == feeds)
        #expect(Catalog.find([folder.path]).editions.map(\.date) == [nil, "2026-03-06", "2026-03-07"])
        try folder.make("01.txt")
        // JSON that is no feed is no more of interest than a picture.
        try folder.make("package.json", text: #"{"name":"x","items":[{"id":"1","title":"y"}]}"#)
        #expect(folder.editions() == feeds.dropFirst() + [".: 01.txt bbc.json nyt.json.gz"])
        #expect(
            Catalog.find([folder.path], .latest).latest.map(folder.description) == [".: 01.txt bbc.json nyt.json.gz"])
    }

    @Test func `ZIP files in a folder are an edition each, and one that is named is looked into`() throws {
        let zip = ZipWriter.zip([
            "2026/03/06/01.txt": page("桥"), "2026/03/06/02.txt": page("船"), "2026/03/07/1.txt": page("灯"),
        ])
        try folder.make("b.zip", zip)
        try folder.make("2026-03-06.zip", zip)
        #expect(folder.editions() == ["archive 2026-03-06.zip: ", "archive b.zip: "])
        #expect(Catalog.find([folder.path]).editions.map(\.date) == ["2026-03-06", nil])
        #expect(folder.editions("b.zip") == ["b.zip/2026/03/06: 01.txt 02.txt", "b.zip/2026/03/07: 1.txt"])
        #expect(folder.editions("b.zip", .latest) == ["b.zip/2026/03/07: 1.txt"])
        #expect(Catalog.find([folder.path("b.zip")]).editions.map(\.date) == ["2026-03-06", "2026-03-07"])
    }

    @Test func `links may lead in a circle, and to the same page twice`() throws {
        try folder.make("a/01.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path("a/up"), withDestinationPath: folder.path)
        try FileManager.default.createSymbolicLink(atPath: folder.path("a/02.txt"), withDestinationPath: "02.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path("b"), withDestinationPath: "a")
        // A page that leads nowhere is there to be reported.
        #expect(folder.editions() == ["a: 01.txt 02.txt"])
    }

    @Test func `a pipe in a folder is never waited for`() throws {
        try folder.make("01.txt")
        #expect(mkfifo(folder.path("02.txt"), 0o600) == 0)
        #expect(mkfifo(folder.path("03.json"), 0o600) == 0)
        // A page of the edition is there to be reported.
        #expect(folder.editions() == [".: 01.txt 02.txt"])
    }

    @Test func `what is wrong with a path is reported, and the rest is found`() throws {
        try folder.make("empty/.hidden", "01.txt")
        #expect(faults("missing") == [.file(FileFault(.open, folder.path("missing"), code: ENOENT))])
        #expect(faults("empty") == [.noPages(path: folder.path("empty"))])
        #expect(faults("01.txt/02.txt") == [.file(FileFault(.open, folder.path("01.txt/02.txt"), code: ENOTDIR))])
        #expect(Catalog.find([FileName("")]).faults == [.file(FileFault(.open, "", code: ENOENT))])
        let catalog = Catalog.find([folder.path("missing"), folder.path("01.txt")])
        #expect(catalog.faults.count == 1 && catalog.editions.map(folder.description) == ["files: 01.txt"])
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func `a folder that may not be listed is reported where it was named`() throws {
        try folder.make("a/01.txt", "b/01.txt")
        chmod(folder.path("a"), 0)
        defer { chmod(folder.path("a"), 0o700) }
        #expect(faults("a") == [.file(FileFault(.list, folder.path("a"), code: EACCES))])
        #expect(folder.editions() == ["b: 01.txt"])
    }

    @Test func `a search that is stopped keeps what it found`() throws {
        for day in 1...9 { try folder.make("2026-03-0\(day)/01.txt") }
        var counts: [Int] = []
        let catalog = Catalog.find([folder.path]) {
            counts.append($0)
            return $0 < 5
        }
        #expect(catalog.isStopped && catalog.editions.count == 3 && catalog.faults.isEmpty)
        #expect(counts == [1, 2, 3, 4, 5])
        for scope in [Catalog.Scope.all, .latest] {
            let catalog = Catalog.find([folder.path], scope) { _ in false }
            #expect(catalog.editions.isEmpty && catalog.isStopped && catalog.faults.isEmpty)
        }
    }

    @Test(arguments: [Catalog.Scope.all, .latest])
    func `a folder is looked into once, whatever is found`(scope: Catalog.Scope) throws {
        for name in ["a/b/x", "c/y"] { try folder.make(name, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) }
        var counts: [Int] = []
        let catalog = Catalog.find([folder.path], scope) {
            counts.append($0)
            return true
        }
        #expect(counts == [1, 2, 3, 4] && catalog.faults == [.noPages(path: folder.path)])
    }

    @Test(.timeLimit(.minutes(5)))
    func `feeds of many days are found in the time of others`() throws {
        struct Days: FolderTree {
            var archive: FileName? { nil }
            var depth: Int { 0 }
            func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) {
                let names = (0..<60_000).map { day in
                    let (year, rest) = (1850 + day / 336, day % 336)
                    return "\(year)-\(rest / 28 + 101)-\(rest % 28 + 101).json".replacingOccurrences(
                        of: "-1", with: "-")
                }
                return (names.map { FolderEntry(path: FileName($0), isFolder: false) }, 0)
            }
            func start(of file: FileName) -> [UInt8] { Array(feed("渡口", "开船").utf8) }
        }
        var scan = EditionScan(Days())
        #expect(scan.findAll(in: FileName(""), identity: nil) == 0)
        #expect(scan.editions.count > 1)
    }

    @Test(arguments: [false, true])
    func `of many days of PDFs each folder is listed a few times, beside saved pages too`(isPaper: Bool) {
        final class Years: FolderTree {
            let days = (1...12).flatMap { month in (1...28).map { String(20_260_000 + month * 100 + $0) } }
            let isPaper: Bool
            var counts: [FileName: Int] = [:]
            var archive: FileName? { nil }
            var depth: Int { 3 }

            init(isPaper: Bool) { self.isPaper = isPaper }

            func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) {
                counts[folder, default: 0] += 1
                let steps = folder.shown.split(separator: "/").map(String.init)
                func entries(_ names: [String], isFolder: Bool) -> [FolderEntry] {
                    names.map { FolderEntry(path: folder.appending($0), isFolder: isFolder) }
                }
                switch (steps.count, steps.last ?? "") {
                case (1, _): return (entries(isPaper ? ["html", "page"] : days, isFolder: true), 0)
                case (2, "html"): return (entries(days, isFolder: true), 0)
                case (2, "page"): return (entries(["1", "2"], isFolder: true), 0)
                case (3, _) where steps[1] == "html": return (entries(["node_1.htm"], isFolder: false), 0)
                case (3, _) where steps[1] == "page": return (entries(days.map { $0 + ".pdf" }, isFolder: false), 0)
                case (2, _): return (entries(["01.pdf"], isFolder: false), 0)
                default: return ([], 0)
                }
            }

            func start(of file: FileName) -> [UInt8] { [] }
        }
        let tree = Years(isPaper: isPaper)
        var scan = EditionScan(tree)
        #expect(scan.findAll(in: FileName("papers"), identity: nil) == 0)
        #expect(scan.editions.count == 336)
        #expect(scan.editions.allSatisfy { $0.files.count == (isPaper ? 3 : 1) })
        #expect(tree.counts.values.max() ?? 0 <= 4)
    }

    @Test func `the latest edition is the last that is found, wherever it is`() throws {
        func expectLast(_ name: String) {
            let all = Catalog.find([folder.path(name)])
            let latest = Catalog.find([folder.path(name)], .latest)
            #expect(latest.latest == all.latest && latest.editions == latest.latest, "\(name)")
            #expect(latest.faults == all.faults)
        }
        expectLast("years")
        for path in ["2025/12/31", "2026/2/9", "2026/10/1", "2026/10/2", "2026/11/empty", "z/a/b/c/d", ".hidden"] {
            try folder.make("years/\(path)/" + (path.hasSuffix("empty") ? ".x" : "01.txt"))
            expectLast("years")
            expectLast("years/2026")
            expectLast("")
        }
        #expect(folder.editions("years", .latest) == ["years/2026/10/2: 01.txt"])
        try FileManager.default.createSymbolicLink(atPath: folder.path("years/zz"), withDestinationPath: folder.path)
        expectLast("years/2026")
        try folder.make("years/2026/10/2/feed.json", feed("渡口", "开船").utf8)
        expectLast("years")
    }

    @Test func `names may be in GBK, or do harm`() throws {
        // 第3版 in GBK, and an escape sequence.
        let names: [[UInt8]] = [[0xB5, 0xDA, 0x33, 0xB0, 0xE6, 0x2E, 0x74, 0x78, 0x74], Array("\u{1B}[2J4.txt".utf8)]
        for name in names {
            let descriptor = FileName(Array(folder.path.utf8) + [0x2F] + name).withCString {
                open($0, O_WRONLY | O_CREAT, 0o600)
            }
            #expect(descriptor >= 0)
            _ = "x".withCString { write(descriptor, $0, 1) }
            close(descriptor)
        }
        let edition = try #require(Catalog.find([folder.path]).editions.first)
        #expect(Set(edition.files.map(\.last.shown)) == ["第3版.txt", "4.txt"])
        let content = ContentLoader().load([edition])
        #expect(Set(content.sources.map { ($0.path as NSString).lastPathComponent }) == ["第3版.txt", "4.txt"])
        #expect(content.faults.isEmpty)
    }

    @Test func `names tell date and pages before anything is read`() {
        let files = ["第1版.txt", "第2版.txt", "extra.txt"].map { FileName("/a/2026/03/06/\($0)") }
        let edition = EditionReference(.folder(Place(FileName("/a/2026/03/06"))), files: files)
        #expect(edition.date == "2026-03-06" && edition.name == "06")
        #expect(edition.pages.map(\.number) == ["1", "2", nil] && edition.pages[2].name == "extra")
    }

    @Test(.enabled(if: Shared.isThere))
    func `the edition at hand is found`() throws {
        let catalog = Catalog.find([Shared.folder.appending(path: "pages/edition").path])
        #expect(catalog.editions.map { $0.files.map(\.last.shown) } == [["01.txt", "02.txt", "03.txt", "04.txt"]])
    }
}
