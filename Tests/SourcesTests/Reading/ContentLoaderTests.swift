import Foundation
import Newspaper
import PageText
import Synchronization
import TestSupport
import TextDecoding
import Testing

@testable import Files
@testable import Sources

struct ContentLoaderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func content(_ names: String..., limits: ReadingLimits = ReadingLimits()) -> LoadedContent {
        let catalog = Catalog.find(names.map { $0.isEmpty ? folder.path : folder.path($0) })
        return ContentLoader(limits: limits).load(catalog.editions)
    }

    @Test func `the pages of a folder are one edition, decoded and sanitized, and notes tell how`() throws {
        try folder.make("01.txt", [0xFF, 0xFE, 0x6F, 0x70, 0x1B, 0x00, 0x0A, 0x00])
        try folder.make("02.txt", [0xEF, 0xBB, 0xBF] + Array("二\r\n".utf8))
        let content = content("")
        #expect(content.sources.map(\.text) == ["灯\n", "二\n"])
        #expect(content.sources.map(\.path) == [folder.path("01.txt"), folder.path("02.txt")])
        #expect(content.list.pages.map(\.number) == ["01", "02"])
        var removed = SanitizerReport()
        removed.controls = 1
        #expect(
            content.notes == [SourceNote(path: folder.path("01.txt"), encoding: .utf16LittleEndian, removed: removed)])
        #expect(content.faults.isEmpty && content.files == (2, 2) && content.editions.count == 1)
    }

    @Test func `a note counts what a page spells and the screen cannot show`() throws {
        try folder.make("01.txt", text: page("桥&#27;[31m&ldquo;&#8203;"))
        var removed = SanitizerReport()
        // The page has its headline in two stories.
        (removed.controls, removed.invisible) = (10, 2)
        #expect(content("").notes == [SourceNote(path: folder.path("01.txt"), removed: removed)])
        #expect(content("").sources.map(\.text).first?.contains("桥&#27;[31m&ldquo;&#8203;") == true)
    }

    @Test func `a file that cannot be read is reported, and the others are read`() throws {
        try folder.make("01.txt", page("桥").utf8)
        try folder.make("02.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // A pipe that takes a page's place after the search.
        let catalog = Catalog.find([folder.path])
        let files = catalog.editions[0].files + [folder.name("03.txt"), folder.name("04.txt")]
        let edition = EditionReference(catalog.editions[0].source, files: files)
        #expect(mkfifo(folder.path("03.txt"), 0o600) == 0)
        let content = ContentLoader().load([edition])
        #expect(content.headlines == ["桥", "桥之后"])
        #expect(
            content.faults == [
                .unsupported(path: folder.path("02.txt"), .png),
                .file(FileFault(.read, folder.path("03.txt"), code: EINVAL)),
                .file(FileFault(.open, folder.path("04.txt"), code: ENOENT)),
            ])
    }

    @Test func `a folder is no file`() throws {
        let content = ContentLoader().load([EditionReference(.files([folder.name("")]))])
        #expect(content.faults.count == 1 && content.isEmpty)
    }

    @Test(arguments: ["", "\n \t\r\n", "\u{FEFF}"])
    func `an empty file is a fault where there is nothing else, and a note where there is`(text: String) throws {
        try folder.make("01.txt", text: text)
        #expect(content("").faults == [.unsupported(path: folder.path("01.txt"), .empty)])
        #expect(content("").notes.isEmpty)
        try folder.make("02.txt", page("桥").utf8)
        let content = content("")
        #expect(content.faults.isEmpty && content.notes == [SourceNote(path: folder.path("01.txt"), isEmpty: true)])
        #expect(content.headlines == ["桥", "桥之后"])
    }

    @Test func `text that turns to noise behind its beginning is no page`() throws {
        let text = String(repeating: "灯里镇的秋粮已经入仓。\n", count: 300)
        try folder.make(
            "01.txt", Array(text.utf8) + (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 197 ^ $0 >> 3) })
        #expect(content("").faults == [.unsupported(path: folder.path("01.txt"), .unknown)])
    }

    @Test func `text without a story is one story without a headline for each page, with all of its text`() throws {
        try folder.make("2026-03-06/01.txt", text: "砚浦日报\n2026年3月6日\n\n  第1版\n")
        try folder.make("2026-03-06/02.txt", text: "第2版\u{C}第3版\n")
        let list = content("").list
        let stories = (0..<list.count).compactMap { list.story(at: $0) }
        #expect(stories.map { $0.body.map(\.text) } == [["砚浦日报", "2026年3月6日", "  第1版"], ["第2版", "第3版"]])
        #expect(stories.allSatisfy { $0.headline == nil } && stories[0].id != stories[1].id)
        #expect(list.pages.map(\.date) == ["2026-03-06", "2026-03-06"] && list.pages.map(\.number) == ["01", "02"])
    }

    @Test func `files are read up to a limit, a stream without end too`() throws {
        var limits = ReadingLimits()
        limits.fileBytes = 3000
        try folder.make("big.txt", text: String(repeating: "x", count: 3000))
        #expect(content("big.txt", limits: limits).sources.map(\.utf8.count) == [3000])
        limits.fileBytes = 2999
        #expect(
            content("big.txt", limits: limits).faults == [
                .file(FileFault(.read, folder.path("big.txt"), code: EFBIG, limit: 2999))
            ])
        limits.fileBytes = 1 << 23
        let zeros = ContentLoader(limits: limits).load([EditionReference(.files([FileName("/dev/zero")]))])
        #expect(zeros.faults == [.unsupported(path: "/dev/zero", .unknown)])
        let nothing = ContentLoader().load([EditionReference(.files([FileName("/dev/null")]))])
        #expect(nothing.faults == [.unsupported(path: "/dev/null", .empty)])
        // Files of the kernel say that they are empty.
        let maps = ContentLoader().load([EditionReference(.files([FileName("/proc/self/maps")]))])
        #expect(maps.sources[0].utf8.count > 100)
    }

    @Test func `a pipe that is named is read to its end`() throws {
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let text = String(repeating: "灯里镇的秋粮。\n", count: 30_000)
        write(Array(text.utf8), to: pipe)
        let edition = try #require(Catalog.find([pipe]).editions.first)
        #expect(edition.source == .files([FileName(pipe)]))
        #expect(ContentLoader().load([edition]).sources.map(\.text) == [text])
    }

    /// Writes into a pipe, beside the test, until all is written or nobody reads any more.
    private func write(_ bytes: [UInt8], thenForever more: [UInt8] = [], to pipe: String) {
        signal(SIGPIPE, SIG_IGN)
        Thread.detachNewThread {
            let writer = open(pipe, O_WRONLY)
            defer { close(writer) }
            var part = bytes
            repeat {
                guard writeAll(writer, part) else { return }
                part = more
            } while !part.isEmpty
        }
    }

    @Test(arguments: [false, true])
    func `a pipe without end is read up to the limit, and what it gave is kept`(isPacked: Bool) throws {
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let start = #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"0","content_text":"x"}"#
        let words = (0..<50_000).map { _ in String(Int.random(in: 10...99)) }.joined()
        let item = #",{"id":"1","content_text":"\#(words)"}"#
        var limits = ReadingLimits()
        limits.fileBytes = isPacked ? 1 << 19 : 5 << 20
        // Members of gzip one after another are one file.
        let parts = [start, item].map { isPacked ? gzip(Array($0.utf8)) : Array($0.utf8) }
        write(parts[0], thenForever: parts[1], to: pipe)
        let content = ContentLoader(limits: limits).load([EditionReference(.files([FileName(pipe)]))])
        #expect(content.faults == [.file(FileFault(.read, pipe, code: EFBIG, limit: limits.fileBytes))])
        #expect(content.list.count > 5 && content.list.story(at: 1) != nil)
    }

    @Test func `what the program holds is read under its name, as often as one likes`() throws {
        let loader = ContentLoader(memory: [
            "sample": [
                MemoryFile(name: "第1版.txt", bytes: Array(page("桥").utf8)),
                MemoryFile(name: "x.json", bytes: Array(feed("渡口", "开船").utf8)),
            ]
        ])
        for _ in 0..<2 {
            let content = loader.load(Catalog.find([]).editions)
            #expect(content.headlines == ["桥", "桥之后", "开船"] && content.list.pages[0].number == "1")
        }
    }

    @Test func `pages and feeds that are named together are one list`() throws {
        try folder.make("a", page("桥").utf8)
        try folder.make("b.json", feed("渡口", "开船", "收船", tag: "水上").utf8)
        try folder.make("c", page("灯").utf8)
        let list = content("a", "b.json", "c").list
        #expect((0..<list.count).map { list.story(at: $0)?.headline } == ["桥", "桥之后", "灯", "灯之后", "开船", "收船"])
        #expect(list.sections.first { $0.name == "水上" }?.positions == [4, 5])
        #expect(list.header(at: 4).page != list.header(at: 0).page)
    }

    @Test func `a pipe that gives nothing, or no more, is left when reading stops, and what came of it is read`() throws
    {
        try folder.make("01", page("桥").utf8)
        let pipe = folder.path("slow")
        #expect(mkfifo(pipe, 0o600) == 0)
        for text in ["", page("灯")] {
            // Keeps the pipe open.
            let writer = open(pipe, O_RDWR | O_NONBLOCK)
            defer { close(writer) }
            let bytes = Array(text.utf8)
            #expect(bytes.isEmpty || Foundation.write(writer, bytes, bytes.count) == bytes.count)
            let waits = Mutex(0)
            let files = ["01", "slow", "01"].map { folder.name($0) }
            let content = ContentLoader().load([EditionReference(.files(files))]) { step in
                waits.withLock { count in
                    if case .reading(1, 3) = step { count += 1 }
                    return count < 3
                }
            }
            #expect(content.headlines == (text.isEmpty ? ["桥", "桥之后"] : ["桥", "桥之后", "灯", "灯之后"]))
            #expect(content.faults.isEmpty && content.isStopped && content.files == (text.isEmpty ? 1 : 2, 3))
        }
    }

    @Test func `the feeds of a folder are its sections`() throws {
        try folder.make("a.json", feed("渡口", "开船", tag: "水上").utf8)
        try folder.make("b.json", feed("山里", "下雪", "化雪").utf8)
        let content = content("")
        #expect(
            content.list.sections == [Section(name: "渡口", positions: [0]), Section(name: "山里", positions: [1, 2])])
        #expect(content.list.story(at: 2)?.section == "山里" && content.list.header(at: 0).section == "渡口")
        // One by itself has its own.
        #expect(self.content("a.json").list.sections.map(\.name) == ["水上"])
        try folder.make("alone/a.json", feed("渡口", "开船", tag: "水上").utf8)
        #expect(self.content("alone").list.sections.map(\.name) == ["水上"])
    }

    @Test func `of a feed that breaks off the items before are kept, and it is reported`() throws {
        let whole = feed("渡口", "开船", "收船", "修船")
        try folder.make("a.json", whole.utf8.prefix(whole.utf8.count - 60))
        let content = content("a.json")
        #expect(content.headlines == ["开船", "收船"])
        #expect(content.faults == [.cutShort(path: folder.path("a.json"), .jsonFeed, stories: 2, last: "收船")])
    }

    @Test func `fields of a feed that are no text are noted`() throws {
        try folder.make("a.json", feed("渡口", "开船").replacingOccurrences(of: #""开船","#, with: "17,").utf8)
        #expect(content("a.json").notes.map(\.feedFaultCount) == [1])
    }

    @Test func `only the texts are read where no stories are wanted`() throws {
        try folder.make("01.txt", page("桥").utf8)
        let editions = Catalog.find([folder.path]).editions
        let content = ContentLoader().load(editions, detail: .sources)
        #expect(content.list.isEmpty && content.sources.map(\.text) == [page("桥")])
    }

    @Test func `reading that is stopped keeps what was read, and says how far it came`() throws {
        for number in 1...9 { try folder.make("\(number).txt", page("桥\(number)").utf8) }
        let editions = Catalog.find([folder.path]).editions
        let content = ContentLoader().load(editions, report: { $0 != .reading(3, of: 9) })
        #expect(content.isStopped && content.files == (3, 9))
        #expect(content.headlines.count == 6)
        #expect(ContentLoader().load(editions, report: { _ in false }).list.isEmpty)
        // In the middle of a long file, too.
        try folder.make("a.json", (feed("渡口", "开船") + String(repeating: " ", count: 5 << 20)).utf8)
        var parts = 0
        let stopped = ContentLoader().load([EditionReference(.files([folder.name("a.json")]))]) { _ in
            parts += 1
            return parts < 4
        }
        #expect(stopped.isStopped && stopped.faults.isEmpty && parts == 4)
    }

    @Test func `a long list is published while it grows, and the last is not among those`() throws {
        for number in 1...120 { try folder.make("\(number).txt", page("桥\(number)").utf8) }
        var counts: [Int] = []
        let content = ContentLoader().load(Catalog.find([folder.path]).editions, publish: { counts.append($0.count) })
        #expect(counts == [200] && content.list.count == 240)
        try folder.make("feed.json", text: feed("渡口", "开船"))
        counts = []
        _ = ContentLoader().load(Catalog.find([folder.path]).editions, publish: { counts.append($0.count) })
        #expect(counts == [200])
    }

    @Test func `bytes are owned: a page that is truncated while it is read keeps its text`() throws {
        try folder.make("01.txt", page("桥").utf8)
        let list = content("").list
        #expect(truncate(folder.path("01.txt"), 0) == 0)
        #expect(list.story(at: 0)?.headline == "桥" && list.story(at: 1)?.body.isEmpty == false)
    }
}
