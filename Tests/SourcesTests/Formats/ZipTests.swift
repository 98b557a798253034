import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

struct ZipTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func load(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws -> LoadedContent {
        try folder.make("a.zip", bytes)
        return SourcesTests.load(folder.path("a.zip"), limits: limits)
    }

    private var path: String { folder.path("a.zip") }

    @Test func `a ZIP file is read as the folder that was packed, from a file, a folder and a stream`() throws {
        let pages = ["2026-03-06/10.txt": page("桥"), "2026-03-06/2.txt": page("船"), "2026-03-07/1.txt": page("灯")]
        let zip = ZipWriter.zip(pages)
        let headlines = ["船", "船之后", "桥", "桥之后", "灯", "灯之后"]
        let content = try load(zip)
        #expect(content.headlines == headlines && content.editions.count == 2 && content.faults.isEmpty)
        #expect(content.list.pages.map(\.date) == ["2026-03-06", "2026-03-06", "2026-03-07"])
        #expect(
            content.sources.map(\.path)
                == ["2026-03-06/2.txt", "2026-03-06/10.txt", "2026-03-07/1.txt"].map { "\(path)/\($0)" })
        #expect(SourcesTests.load(folder.path).headlines == headlines)
        let memory = ContentLoader(memory: ["x": [MemoryFile(name: "x", bytes: zip)]]).load([
            EditionReference(.memory("x"))
        ])
        #expect(memory.headlines == headlines && memory.files.read == 4)
        // Without its ending, too.
        try folder.make("b", zip)
        #expect(SourcesTests.load(folder.path("b")).headlines == headlines)
    }

    @Test func `an archive larger than a few megabytes is read from the disk as it is needed`() throws {
        var random = Seeded(seed: 1)
        var writer = ZipWriter()
        let noise = (0..<6_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        writer.add(Array("photo.jpg".utf8), noise, method: 0)
        writer.add(Array("01.txt".utf8), Array(page("桥").utf8))
        #expect(try load(writer.finish()).headlines == ["桥", "桥之后"])
    }

    @Test func `feeds and archives in an archive are read, and pictures are passed over`() throws {
        var writer = ZipWriter()
        writer.add(Array("a.json".utf8), Array(feed("渡口", "开船").utf8))
        writer.add(Array("b.json".utf8), Array(feed("山里", "下雪").utf8))
        writer.add(Array("photo.png".utf8), [0x89, 0x50, 0x4E, 0x47])
        writer.add(Array("__MACOSX/._a.json".utf8), [0, 5, 0x16, 7])
        writer.add(Array(".hidden.txt".utf8), Array(page("暗").utf8))
        writer.add(Array(".trash/1.txt".utf8), Array(page("暗").utf8))
        writer.add(Array("day.zip".utf8), ZipWriter.zip(["01.txt": page("桥")]))
        writer.add(Array("02.txt.gz".utf8), gzip(Array(page("灯").utf8)))
        let content = try load(writer.finish())
        #expect(content.headlines == ["桥", "桥之后", "灯", "灯之后", "开船", "下雪"] && content.faults.isEmpty)
        #expect(content.list.sections.suffix(2).map(\.name) == ["渡口", "山里"])
    }

    @Test func `names in GBK, with backslashes and with ways out of the folder are names`() throws {
        var writer = ZipWriter()
        // 第3版 in GBK, without the flag that says UTF-8.
        writer.add([0xB5, 0xDA, 0x33, 0xB0, 0xE6] + Array(".txt".utf8), Array(page("桥").utf8), flags: 0)
        writer.add(Array("../../etc/1.txt".utf8), Array(page("船").utf8))
        writer.add(Array("/abs/./2.txt".utf8), Array(page("灯").utf8))
        writer.add(Array("c\\d\\3.txt".utf8), Array(page("雪").utf8))
        writer.add(Array("..".utf8), Array("x".utf8))
        writer.add(Array("e/".utf8), [])
        writer.add(Array("f\u{1B}[2J/1.txt".utf8), Array(page("雨").utf8))
        let content = try load(writer.finish())
        #expect(
            Set(content.sources.map { $0.path.replacingOccurrences(of: path + "/", with: "") }) == [
                "第3版.txt", "etc/1.txt", "abs/2.txt", "f/1.txt",
            ])
        #expect(content.faults.isEmpty)
        #expect(content.list.pages.contains { $0.number == "3" })
    }

    @Test func `what is encrypted or packed in an unknown way is reported once, and the rest is read`() throws {
        var writer = ZipWriter()
        for number in 1...3 { writer.add(Array("\(number).txt".utf8), Array("x".utf8), flags: 0x801) }
        for number in 4...6 { writer.add(Array("\(number).txt".utf8), Array("x".utf8), method: 14) }
        writer.add(Array("7.txt".utf8), Array(page("桥").utf8), method: 0)
        let content = try load(writer.finish())
        #expect(content.faults == [.locked(path: path, .encrypted), .locked(path: path, .method(14))])
        #expect(content.headlines == ["桥", "桥之后"])
    }

    @Test func `an archive without pages says so, and a document is named`() throws {
        #expect(try load(ZipWriter.zip([:])).faults == [.noPages(path: path)])
        var writer = ZipWriter()
        writer.add(Array("a.png".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(try load(writer.finish()).faults == [.noPages(path: path)])
        for (files, type) in [
            (["[Content_Types].xml", "word/document.xml"], FileType.wordDocument),
            (["[Content_Types].xml", "xl/workbook.xml"], .spreadsheet),
            (["[Content_Types].xml", "ppt/presentation.xml"], .presentation),
            (["content.xml", "META-INF/manifest.xml"], .openDocument), (["META-INF/MANIFEST.MF"], .javaArchive),
        ] {
            let zip = ZipWriter.zip(Dictionary(uniqueKeysWithValues: files.map { ($0, "<x/>") }))
            #expect(try load(zip).faults == [.unsupported(path: path, type)])
        }
    }

    @Test func `damage is reported where it is`() throws {
        let whole = ZipWriter.zip(["1.txt": page("桥"), "2.txt": page("灯")])
        for count in [4, 100, whole.count / 2, whole.count - 30] {
            let content = try load(Array(whole.prefix(count)))
            #expect(content.isEmpty && content.faults == [.damaged(path: path, .zip)], "\(count)")
        }
        var writer = ZipWriter()
        writer.add(Array("1.txt".utf8), Array(page("桥").utf8), checksum: 7)
        writer.add(Array("2.txt".utf8), Array(page("灯").utf8))
        let content = try load(writer.finish())
        #expect(content.headlines == ["灯", "灯之后"] && content.faults == [.damaged(path: path + "/1.txt", .zip)])
    }

    @Test func `a small archive does not fill the memory`() throws {
        let large = String(repeating: "桥", count: 1 << 20)
        var limits = ReadingLimits()
        limits.unpackedBytes = 7 << 20
        let files = Dictionary(uniqueKeysWithValues: (1...4).map { ("\($0).txt", large) })
        let content = try load(ZipWriter.zip(files), limits: limits)
        #expect(content.sources.count == 2 && content.faults.count == 2)
        #expect(content.faults.allSatisfy { if case .tooMuch(_, .bytes(7 << 20)) = $0 { true } else { false } })
        limits = ReadingLimits()
        limits.ratioBytes = 1 << 20
        #expect(
            try load(ZipWriter.zip(["1.txt": large]), limits: limits).faults == [
                .tooMuch(path: path + "/1.txt", .ratio(200))
            ])
        limits = ReadingLimits()
        limits.entries = 3
        #expect(try load(ZipWriter.zip(files), limits: limits).faults == [.tooMuch(path: path, .entries(3))])
        var nested = ZipWriter.zip(["1.txt": page("桥")])
        for expected in [1, 2, 3] {
            let content = try load(nested)
            #expect(content.headlines.count == (expected < 3 ? 2 : 0))
            #expect(content.faults == (expected < 3 ? [] : [.tooMuch(path: path + "/a.zip/a.zip", .depth)]))
            var writer = ZipWriter()
            writer.add(Array("a.zip".utf8), nested)
            nested = writer.finish()
        }
    }

    @Test func `folders within folders cost no more than their names`() throws {
        var writer = ZipWriter()
        let deep = String(repeating: "a/", count: 480) + "1.txt"
        for number in 0..<40 { writer.add(Array("\(number)/\(deep)".utf8), []) }
        writer.add(Array("a/b/c/d/1.txt".utf8), Array(page("桥").utf8))
        let bytes = writer.finish()
        let tree = ZipTree(try ZipArchive(MemoryAccess(bytes), path: "a.zip"), budget: UnpackingBudget(ReadingLimits()))
        #expect(tree.folders.values.joined().reduce(0) { $0 + $1.path.bytes.count } < 40 * 1000)
        #expect(try load(bytes).headlines == ["桥", "桥之后"])
    }

    @Test func `looking at what files are is taken from the budget, a few thousand bytes for each`() throws {
        let files = Dictionary(uniqueKeysWithValues: (1...100).map { ("\($0)", String(repeating: "桥", count: 9_999)) })
        let inner = ZipWriter.zip(files)
        var limits = ReadingLimits()
        limits.unpackedBytes = 100 * FileType.window
        let zip = try ZipArchive(MemoryAccess(inner), path: "a.zip")
        let scan = EditionScan(ZipTree(zip, budget: UnpackingBudget(limits)))
        #expect(scan.pages(in: FileName("")).count == 100)
        #expect(scan.pages(in: FileName("")).isEmpty)
        // Archives in an archive have one budget together.
        var writer = ZipWriter()
        for number in 1...3 { writer.add(Array("\(number).zip".utf8), inner) }
        limits.unpackedBytes = inner.count + 50 * FileType.window
        let faults = try load(writer.finish(), limits: limits).faults
        #expect(faults.first == .tooMuch(path: path + "/1.zip", .bytes(limits.unpackedBytes)))
    }

    @Test func `thousands of pages are read in the time of as many files`() throws {
        var writer = ZipWriter()
        for number in 1...3_000 { writer.add(Array("\(number).txt".utf8), Array(page("桥\(number)").utf8)) }
        #expect(try load(writer.finish()).list.count == 6_000)
    }

    @Test func `an archive of many editions is opened once`() throws {
        var writer = ZipWriter()
        for number in 1...50 { writer.add(Array("\(number)/1.txt".utf8), Array(page("桥\(number)").utf8)) }
        try folder.make("a.zip", writer.finish())
        let editions = Catalog.find([FileName(path)]).editions
        #expect(editions.count == 50)
        // Who opened it again would not find it.
        var isThere = true
        let content = ContentLoader().load(editions) { step in
            if case .reading(1, _) = step, isThere {
                isThere = false
                try? FileManager.default.removeItem(atPath: path)
            }
            return true
        }
        #expect(!isThere && content.faults.isEmpty && content.list.count == 100)
    }
}
