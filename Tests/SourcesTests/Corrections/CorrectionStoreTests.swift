import Foundation
import Newspaper
import PageText
import TestSupport
import Testing

@testable import Files
@testable import Sources

/// Where corrections are kept, and that every way of reading a page finds them.
struct CorrectionStoreTests {
    private let folder: TemporaryFolder
    private let store: CorrectionStore

    init() throws {
        folder = try TemporaryFolder()
        try folder.make("day/01.txt", text: Self.page)
        store = CorrectionStore(dataFolder: folder.name("data"))
    }

    private static let page = """
        灯里镇办起夜校

            本报讯（记者 许南星）入秋以来，灯里镇的祠堂每晚都亮着灯，四十多位村民在这里学记账。

        河边添了凉亭

            镇东头的河边新添了一座凉亭，走路的人都说，这下有地方歇脚了，也有地方说话了。

        """

    private func load(_ path: String, _ loader: ContentLoader? = nil) -> LoadedContent {
        (loader ?? ContentLoader(corrections: store)).load(Catalog.find([path]).editions)
    }

    /// The first line of the text that begins so, as the raw page gives it.
    private func line(_ words: String, of content: LoadedContent) throws -> LineAddress {
        for position in 0..<content.list.count {
            let lines = content.list.printedLines(ofStoryAt: position) ?? []
            if let found = lines.first(where: { $0.text.hasPrefix(words) })?.address { return found }
        }
        return try #require(nil)
    }

    private func names(_ path: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(path))) ?? []).sorted()
    }

    @Test func `they are kept beside the page, and go when the last is taken back`() throws {
        let path = folder.path("day")
        let line = try line("河边", of: load(path))
        try store.set(.kind(.deck), of: line)
        #expect(names("day") == ["01.txt", "01.txt.corrections"] && names("data").isEmpty)
        #expect(load(path).sources[0].corrections.all.map(\.ruling) == [.kind(.deck)])
        #expect(load(folder.path("day/01.txt")).sources[0].corrections.all.count == 1)
        #expect(store.file(of: line.page) == folder.name("day/01.txt.corrections"))
        #expect(folder.mode(of: "day/01.txt.corrections") == 0o644)
        try store.set(nil, of: line)
        #expect(names("day") == ["01.txt"] && load(path).sources[0].corrections.isEmpty)
    }

    @Test func `what others have written to the file meanwhile stays, and so does what is not understood`() throws {
        let line = try line("河边", of: load(folder.path("day")))
        try folder.make("day/01.txt.corrections", text: "kicker\t灯里镇办起夜校\nnonsense\n")
        try store.set(.kind(.deck), of: line)
        let corrections = load(folder.path("day")).sources[0].corrections
        #expect(corrections.all.map(\.ruling) == [.kind(.kicker), .kind(.deck)] && corrections.unknown == ["nonsense"])
        try store.set(nil, of: line)
        #expect(names("day") == ["01.txt", "01.txt.corrections"])
    }

    @Test func `where nothing can be written beside the page, the folder of data has them`() throws {
        let line = try line("河边", of: load(folder.path("day")))
        // No file can replace a folder.
        try FileManager.default.createDirectory(
            atPath: folder.path("day/01.txt.corrections"), withIntermediateDirectories: false)
        try store.set(.kind(.deck), of: line)
        #expect(names("data/corrections").count == 1)
        #expect(folder.mode(of: "data/corrections/" + names("data/corrections")[0]) == 0o600)
        #expect(load(folder.path("day")).sources[0].corrections.all.map(\.ruling) == [.kind(.deck)])
        // By a link, too.
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: folder.path("day"))
        #expect(load(folder.path("link/01.txt")).sources[0].corrections.all.count == 1)
        try store.set(nil, of: line)
        #expect(load(folder.path("day")).sources[0].corrections.isEmpty)
        // When something can be written there again, that is where they are.
        rmdir(folder.path("day/01.txt.corrections"))
        try store.set(.joins, of: line)
        #expect(names("day").count == 2 && names("data/corrections").isEmpty)
    }

    @Test func `where they can be kept nowhere, that is said and nothing changes`() throws {
        let line = try line("河边", of: load(folder.path("day")))
        try FileManager.default.createDirectory(
            atPath: folder.path("day/01.txt.corrections"), withIntermediateDirectories: false)
        #expect(throws: FileFault.self) { try CorrectionStore().set(.joins, of: line) }
        try folder.make("file", text: "x")
        #expect(throws: FileFault.self) { try CorrectionStore(dataFolder: folder.name("file")).set(.joins, of: line) }
        #expect(load(folder.path("day")).sources[0].corrections.isEmpty)
    }

    @Test func `pages in archives, compressed ones, those of the program and of standard input have them too`() throws {
        try folder.make(
            "a.zip", ZipWriter.zip(["2026-03-06/1.txt": Self.page, "2026-03-06/2.txt": SourcesTests.page("灯")]))
        var line = try line("河边", of: load(folder.path("a.zip")))
        try store.set(.kind(.deck), of: line)
        #expect(names("data/corrections").count == 1 && !names().contains("a.zip.corrections"))
        #expect(load(folder.path("a.zip")).sources.map(\.corrections.all.count) == [1, 0])
        #expect(load(folder.path).sources.contains { $0.corrections.all.count == 1 })

        let loader = ContentLoader(
            memory: ["sample": [MemoryFile(name: "sample/1.txt", bytes: Array(Self.page.utf8))]], corrections: store)
        line = try self.line("河边", of: loader.load([EditionReference(.sample)]))
        try store.set(.kind(.deck), of: line)
        #expect(loader.load([EditionReference(.sample)]).sources[0].corrections.all.count == 1)

        let words = CorrectedPage(FileName("-"), path: "-", utf8: Array(Self.page.utf8))
        line.page = words.key
        try store.set(.kind(.deck), of: line)
        // Read again with other line ends and spaces.
        let again = CorrectedPage(FileName("-"), path: "-", utf8: Array(Self.page.replacing("\n", with: "\r\n ").utf8))
        #expect(again == words && store.corrections(of: again.key, names: store.names).all.count == 1)
        #expect(names("data/corrections").count == 3)
    }

    @Test func `a folder's corrections are no pages, however they are named`() throws {
        try folder.make("plain/one", "plain/one.corrections", text: Self.page)
        try folder.make("day/01.txt.corrections", text: "deck\t河边添了凉亭\n")
        #expect(folder.editions("plain") == ["plain: one"] && folder.editions("day") == ["day: 01.txt"])
        let all = Catalog.find([folder.path("day/01.txt"), folder.path("day/01.txt.corrections")]).editions
        #expect(all.map(\.files) == [[folder.name("day/01.txt")]])
        // Alone it is a text like any other.
        #expect(Catalog.find([folder.path("day/01.txt.corrections")]).editions.map(\.files.count) == [1])
    }

    @Test func `a change of the corrections is a change of the edition`() throws {
        for path in ["day", "day/01.txt"] {
            let edition = try #require(Catalog.find([folder.path(path)]).editions.first)
            var watch = try #require(EditionWatch(edition))
            #expect(path == "day" || watch.watched.contains(folder.name("day/01.txt.corrections")))
            for text in ["deck\t河边添了凉亭\n", nil] {
                let file = folder.path("day/01.txt.corrections")
                if let text { try folder.make("day/01.txt.corrections", text: text) } else { unlink(file) }
                watch.changed(now: 100_000)
                var changes = 0
                while let deadline = watch.deadline, changes == 0 {
                    guard let check = watch.begin(now: deadline) else { break }
                    if case .files? = watch.finish(check.run(), now: deadline) { changes += 1 }
                }
                #expect(changes == 1, "\(path) \(text ?? "–")")
            }
        }
    }

    @Test func `a hostile file of corrections costs nothing but itself`() throws {
        for bytes in [Array(repeating: 0, count: 1000), Array("\u{FEFF}headline".utf8), [0xFF, 0x09, 0x0A]] {
            try folder.make("day/01.txt.corrections", bytes)
            #expect(load(folder.path("day")).headlines == ["灯里镇办起夜校"])
        }
        try FileManager.default.removeItem(atPath: folder.path("day/01.txt.corrections"))
        mkfifo(folder.path("day/01.txt.corrections"), 0o600)
        #expect(load(folder.path("day")).headlines == ["灯里镇办起夜校"])
    }

    @Test func `a page in which no story was found can be corrected too`() throws {
        let text = "第3版 2026年11月20日\n\n澜河日报\n\n责编 方宁\n"
        try folder.make("bare/01.txt", text: text)
        let bare = load(folder.path("bare"))
        #expect(bare.headlines == [nil])
        try store.set(.kind(.headline), of: line("澜河", of: bare))
        #expect(load(folder.path("bare")).headlines == ["澜河日报"])
        try folder.make("bare/01.txt.corrections", text: "furniture\t澜河日报\n")
        let lines = load(folder.path("bare")).list.printedLines(ofStoryAt: 0)
        #expect(lines?.map(\.text).contains("澜河日报") == true)
        #expect(lines?.first { $0.text == "澜河日报" }?.ruling == .kind(.furniture))
    }
}
