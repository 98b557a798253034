import Foundation
import TestSupport
import TextDecoding
import Testing

@testable import Files
@testable import Sources

struct `a path` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func make(_ names: String..., text: String = "灯里镇\n") throws {
        for name in names {
            let path = folder.path + "/" + name
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: false, encoding: .utf8)
        }
    }

    private func find(_ name: String = "") throws -> LibraryPath {
        try EditionFinder.find(name.isEmpty ? folder.path : folder.path + "/" + name)
    }

    private func pages(_ path: LibraryPath) -> [String] {
        switch path {
        case .edition(let edition): edition.pages.map(\.last.shown)
        case .archive(_, let editions):
            editions.map { "\($0.folder.last.shown): \($0.pages.map(\.last.shown).joined(separator: " "))" }
        default: []
        }
    }

    private func fault(_ body: () throws -> Void) -> LoadFault? {
        do {
            try body()
            return nil
        } catch { return error as? LoadFault }
    }

    @Test
    func `to a file is a page or, by its name, a feed`() throws {
        try make("01.txt", "notes", "feed.json", "FEED.JSON")
        #expect(try find("01.txt") == .page(FileName(folder.path + "/01.txt")))
        #expect(try find("notes") == .page(FileName(folder.path + "/notes")))
        #expect(try find("feed.json") == .feed(FileName(folder.path + "/feed.json")))
        #expect(try find("FEED.JSON") == .feed(FileName(folder.path + "/FEED.JSON")))
        #expect(try EditionFinder.find("-") == .standardInput)
    }

    @Test
    func `to a folder of pages is an edition, in page order`() throws {
        try make("10.txt", "2.txt", "01.TXT", ".hidden.txt", "cover.jpg", "feed.json", "README.md")
        #expect(pages(try find()) == ["01.TXT", "2.txt", "10.txt"])
    }

    @Test
    func `to a folder without .txt takes what is plainly text`() throws {
        try make("第3版", "第10版.text", "第一版.md")
        folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], to: "picture.png")
        folder.write([], to: "empty")
        folder.write((0..<4096).map { UInt8($0 & 0xFF) }, to: "noise")
        // Cut by the window in the middle of a character.
        folder.write(Array("x".utf8) + Array(String(repeating: "灯", count: 3000).utf8), to: "long")
        #expect(pages(try find()) == ["第一版.md", "第3版", "第10版.text", "long"].sorted { FileName($0) < FileName($1) })
    }

    @Test
    func `to a folder of editions is an archive`() throws {
        try make("2026-03-10/01.txt", "2026-03-06/02.txt", "2026-03-06/01.txt", "2026-03-07/photo.png", ".trash/01.txt")
        folder.write([0, 1, 2, 0xFF], to: "2026-03-07/photo.png")
        #expect(pages(try find()) == ["2026-03-06: 01.txt 02.txt", "2026-03-10: 01.txt"])
        #expect(pages(try find("2026-03-06")) == ["01.txt", "02.txt"])
    }

    @Test
    func `to a folder by year, month and day is an archive, and no deeper`() throws {
        try make("2026/03/06/01.txt", "2026/03/07/01.txt", "2026/03/07/old/01.txt", "a/b/c/d/01.txt")
        #expect(pages(try find()) == ["06: 01.txt", "07: 01.txt"])
    }

    @Test
    func `to pages beside editions keeps both`() throws {
        try make("01.txt", "2026-03-06/01.txt", "2026-03-06/deeper/01.txt")
        guard case .archive(_, let editions) = try find() else { throw LoadFault.cancelled }
        #expect(editions.count == 2)
    }

    @Test
    func `may lead in a circle`() throws {
        try make("a/01.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: folder.path)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/02.txt", withDestinationPath: "02.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/b", withDestinationPath: "a")
        #expect(pages(try find()) == ["a: 01.txt"])
    }

    @Test
    func `may hold pipes, which are never waited for`() throws {
        try make("01.txt")
        #expect(mkfifo(folder.path + "/02.txt", 0o600) == 0)
        #expect(pages(try find()) == ["01.txt"])
        // One that takes a page's place after the scan.
        let edition = EditionFolder(
            folder: FileName(folder.path),
            pages: [FileName(folder.path + "/01.txt"), FileName(folder.path + "/02.txt")])
        let loaded = try EditionLoader.edition(edition)
        #expect(loaded.pages.count == 1)
        #expect(loaded.faults == [.file(FileFault(.read, folder.path + "/02.txt", code: EINVAL))])
    }

    @Test
    func `says why it cannot be read`() throws {
        #expect(fault { _ = try find("missing") } == .file(FileFault(.open, folder.path + "/missing", code: ENOENT)))
        try make("empty/.hidden")
        #expect(fault { _ = try find("empty") } == .noPages(path: folder.path + "/empty"))
        try make("01.txt")
        #expect(
            fault { _ = try find("01.txt/02.txt") }
                == .file(FileFault(.open, folder.path + "/01.txt/02.txt", code: ENOTDIR)))
        #expect(
            fault { _ = try EditionFinder.find(folder.path, visit: { _ in false }) } == .cancelled)
        #expect(
            fault { _ = try EditionLoader.page(FileName(folder.path)) }
                == .file(FileFault(.read, folder.path, code: EISDIR)))
        #expect(fault { _ = try EditionFinder.find("") } == .file(FileFault(.open, "", code: ENOENT)))
    }

    @Test
    func `is read up to a limit, a stream without end too`() throws {
        try make("big.txt", text: String(repeating: "x", count: 3000))
        let big = FileName(folder.path + "/big.txt")
        #expect(try EditionLoader.page(big, limit: 3000).source.text.utf8.count == 3000)
        #expect(
            fault { _ = try EditionLoader.page(big, limit: 2999) }
                == .file(FileFault(.read, folder.path + "/big.txt", code: EFBIG)))
        #expect(
            fault { _ = try EditionLoader.page(FileName("/dev/zero"), limit: 1 << 20) }
                == .file(FileFault(.read, "/dev/zero", code: EFBIG)))
        #expect(try EditionLoader.page(FileName("/dev/null")).source.text.isEmpty)
        // Files of the kernel say that they are empty.
        #expect(try EditionLoader.page(FileName("/proc/self/maps")).source.text.utf8.count > 100)
    }

    @Test
    func `may be a pipe that is named`() throws {
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let text = String(repeating: "灯里镇的秋粮。\n", count: 20_000)
        Thread.detachNewThread {
            let writer = open(pipe, O_WRONLY)
            defer { close(writer) }
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
        guard case .page(let name) = try EditionFinder.find(pipe) else { throw LoadFault.cancelled }
        #expect(try EditionLoader.page(name).source.text == text)
    }

    @Test
    func `is loaded through the gate, and what was done to it is told`() throws {
        folder.write([0xFF, 0xFE, 0x6F, 0x70, 0x1B, 0x00, 0x0A, 0x00], to: "01.txt")
        folder.write([0xEF, 0xBB, 0xBF] + Array("二\r\n".utf8), to: "02.txt")
        guard case .edition(let edition) = try find() else { throw LoadFault.cancelled }
        let loaded = try EditionLoader.edition(edition)
        #expect(loaded.sources.map(\.text) == ["灯\n", "二\n"])
        #expect(loaded.sources.map(\.path) == [folder.path + "/01.txt", folder.path + "/02.txt"])
        #expect(loaded.pages.map(\.encoding) == [.utf16LittleEndian, .utf8])
        #expect(loaded.pages[0].removed.controls == 1 && loaded.pages[1].removed.isEmpty)
    }

    @Test
    func `may have a name in another encoding, or one that would do harm`() throws {
        // 第3版 in GBK, and an escape sequence.
        let names: [[UInt8]] = [[0xB5, 0xDA, 0x33, 0xB0, 0xE6, 0x2E, 0x74, 0x78, 0x74], Array("\u{1B}[2J4.txt".utf8)]
        for name in names {
            let path = Array(folder.path.utf8) + [0x2F] + name
            let descriptor = FileName(path).withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
            #expect(descriptor >= 0)
            _ = "x".withCString { write(descriptor, $0, 1) }
            close(descriptor)
        }
        guard case .edition(let edition) = try find() else { throw LoadFault.cancelled }
        let loaded = try EditionLoader.edition(edition)
        #expect(Set(loaded.sources.map { ($0.path as NSString).lastPathComponent }) == ["第3版.txt", "4.txt"])
        #expect(loaded.faults.isEmpty)
    }

    @Test(.enabled(if: Shared.isThere))
    func `to the edition at hand gives its pages`() throws {
        let edition = Shared.folder.appending(path: "pages/edition").path
        #expect(pages(try EditionFinder.find(edition)) == ["2026-03-06: 01.txt 02.txt 03.txt 04.txt"])
    }
}
