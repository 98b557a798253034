import Foundation
import Newspaper
import Screen
import TestSupport
import Testing

@testable import Sources

struct PDFPictureTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let page = projectRoot.appending(path: "Tests/Fixtures/pdf/pictures/ferry.pdf")

    private static let box = Box(left: 40, top: 90, right: 240, bottom: 190)

    /// A program in the painter's place that does what the script says.
    private func painter(_ script: String) throws -> PDFReader {
        try folder.make("script", Array("#!/bin/sh\n\(script)\n".utf8))
        // Another process writes it: what a program of another test had open to write could not be run.
        try run("/usr/bin/install", ["-m", "755", folder.path("script"), folder.path("program")])
        return Self.reader(folder.path("program"))
    }

    private static func reader(_ painter: String) -> PDFReader {
        var tools = PDFTools.poppler
        tools.painter = painter
        return PDFReader(tools: [tools])
    }

    private func draw(_ poppler: PDFReader, limits: PDFReader.PictureLimits = .init()) -> Bitmap? {
        poppler.bitmap(
            of: PrintedPicture(file: [], page: 2, box: Self.box), in: [], longestSide: 4, limits: limits
        ) { true }
    }

    @Test func `a picture is drawn as large as it is wanted`() throws {
        let script = #"echo "$@" > "$0.words"; printf 'P6\n4 2\n255\n123456789012345678901234'"#
        #expect(try draw(painter(script))?.width == 4)
        let words = try String(contentsOfFile: folder.path("program.words"), encoding: .utf8)
        #expect(words.hasPrefix("-q -f 3 -l 3 -r 1.44 -x 1 -y 2 -W 4 -H 2 /dev/stdin"))
        var encrypted = try painter(script)
        encrypted.passwords = ["secret"]
        _ = draw(encrypted)
        #expect(try String(contentsOfFile: folder.path("program.words"), encoding: .utf8).contains("-upw secret"))
    }

    @Test func `whatever the painter does instead gives no picture`() throws {
        for script in [
            "exit 3", "kill -SEGV $$", "yes", "printf 'P6 2 2 255 '", "printf 'P5 1 1 255 a'",
            "printf 'P6 99999999 99999999 255 '", "echo",
        ] {
            #expect(try draw(painter(script)) == nil, "\(script)")
        }
        var limits = PDFReader.PictureLimits()
        limits.seconds = 0
        #expect(try draw(painter("exec sleep 100"), limits: limits) == nil)
        #expect(draw(Self.reader("/nonexistent")) == nil)
    }

    @Test func `drawing that is cancelled leaves no program running`() throws {
        let poppler = try painter("echo $$ > '\(folder.path("id"))'; exec sleep 100")
        let bitmap = poppler.bitmap(
            of: PrintedPicture(file: [], page: 0, box: Self.box), in: [], longestSide: 9
        ) { !FileManager.default.fileExists(atPath: folder.path("id")) }
        #expect(bitmap == nil)
        let id = try String(contentsOfFile: folder.path("id"), encoding: .utf8).dropLast()
        #expect(Int32(id).map { kill($0, 0) } ?? -1 == -1)
    }

    @Test func `a place and a size beyond reason are asked for within bounds`() throws {
        let poppler = try painter(#"echo "$@" > "$0.words""#)
        for value in [-Double.infinity, -1e300, 0, 1e300, .infinity, .nan] {
            let box = Box(left: value, top: value, right: value + value, bottom: value + value)
            #expect(
                poppler.bitmap(of: PrintedPicture(file: [], page: 0, box: box), in: [], longestSide: 100) { true }
                    == nil)
        }
    }

    @Test func `bytes are a picture only if they are just one`() {
        let one = Array("P6\n2 1\n255\n".utf8) + [1, 2, 3, 4, 5, 6]
        #expect(PortablePixmap.bitmap(of: one)?.bytes == [1, 2, 3, 4, 5, 6])
        #expect(PortablePixmap.bitmap(of: one + [7]) == nil)
        for count in one.indices { #expect(PortablePixmap.bitmap(of: Array(one[..<count])) == nil) }
        for text in ["P6 0 1 255 ", "P6 1 1 65535 abcdef", "P6 -1 1 255 abc", "P6 1 1 254 abc", "P3 1 1 255 abc"] {
            #expect(PortablePixmap.bitmap(of: Array(text.utf8)) == nil, "\(text)")
        }
        var random = Seeded(seed: 2)
        for _ in 0..<3000 {
            var bytes = one
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes[at] = .random(in: 0...255, using: &random)
                } else {
                    bytes.insert(.random(in: 0x20...0x39, using: &random), at: at)
                }
            }
            if let bitmap = PortablePixmap.bitmap(of: bytes) {
                #expect(bitmap.bytes.count == bitmap.width * bitmap.height * 3)
            }
        }
    }

    // MARK: - With poppler

    private func stories(_ content: LoadedContent) -> [Story] {
        (0..<content.list.count).compactMap(content.list.story)
    }

    /// The pictures of what a path leads to, and how a loader draws them.
    private func pictures(_ path: String) -> [(picture: PrintedPicture, bitmap: Bitmap?)] {
        let editions = Catalog.find([path]).editions
        let loader = ContentLoader()
        return stories(loader.load(editions)).flatMap { $0.pictures + $0.photos.flatMap(\.pictures) }.map {
            ($0, loader.bitmap(of: $0, in: editions, longestSide: 100) { true })
        }
    }

    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func `pictures are found with their captions, and drawn to their edges`() throws {
        let found = stories(load(Self.page.path))
        #expect(found.map(\.headline) == ["Last ferry leaves Stonequay", "School wins the county badge"])
        #expect(found.map { $0.photos.map(\.pictures.count) } == [[1], []])
        #expect(found.map(\.pictures.count) == [0, 1])
        let drawn = pictures(Self.page.path)
        let ferry = try #require(drawn.first?.bitmap)
        #expect((98...100).contains(ferry.width) && (64...68).contains(ferry.height))
        // The sky is blue, the ferry is red, and nothing at the edges is white.
        #expect(ferry[2, 1].blue > ferry[2, 1].red)
        let hull = ferry[ferry.width * 3 / 10, ferry.height * 77 / 100]
        #expect(hull.red > 2 * hull.blue)
        for (_, bitmap) in drawn {
            let bitmap = try #require(bitmap)
            let edge = (0..<bitmap.width).flatMap { [bitmap[$0, 0], bitmap[$0, bitmap.height - 1]] }
            #expect(edge.allSatisfy { $0.red < 250 || $0.blue < 250 })
        }
    }

    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func `pictures of files in folders, archives and compressed files are drawn`() throws {
        let page = try Array(Data(contentsOf: Self.page))
        func zip(_ names: String..., content: [UInt8]) -> [UInt8] {
            var zip = ZipWriter()
            for name in names { zip.add(Array(name.utf8), content) }
            return zip.finish()
        }
        let day = zip("2026-03-06/01.pdf", "2026-03-06/02.pdf", content: page)
        try folder.make("a.zip", day)
        try folder.make("b/2026-03-06/01.pdf", page)
        try folder.make("c.pdf", page)
        try run("/usr/bin/gzip", ["-k", folder.path("c.pdf")])
        try folder.make("d.zip", zip("day.zip", content: day))
        for (name, count) in [("a.zip", 4), ("b", 2), ("c.pdf.gz", 2), ("d.zip", 4)] {
            let drawn = pictures(folder.path(name))
            #expect(drawn.count == count, "\(name)")
            #expect(drawn.allSatisfy { $0.bitmap != nil }, "\(name)")
        }
    }

    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func `of a file that has changed since no picture is drawn`() throws {
        let page = try Array(Data(contentsOf: Self.page))
        try folder.make("a.pdf", page)
        let editions = Catalog.find([folder.path("a.pdf")]).editions
        let loader = ContentLoader()
        let story = try #require(loader.load(editions).list.story(at: 0))
        let picture = try #require(story.photos.first?.pictures.first)
        #expect(loader.bitmap(of: picture, in: editions, longestSide: 9) { true } != nil)
        try folder.make("a.pdf", page + Array("\n".utf8))
        #expect(loader.bitmap(of: picture, in: editions, longestSide: 9) { true } == nil)
        try FileManager.default.removeItem(atPath: folder.path("a.pdf"))
        #expect(loader.bitmap(of: picture, in: editions, longestSide: 9) { true } == nil)
        let unknown = PrintedPicture(file: [1, 2, 3], page: 0, box: Self.box)
        #expect(loader.bitmap(of: unknown, in: editions, longestSide: 9) { true } == nil)
    }
}
