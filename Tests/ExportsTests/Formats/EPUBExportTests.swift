import CZlib
import Newspaper
import TestSupport
import Testing
import XML

@testable import Exports
@testable import Files
@testable import Sources

struct EPUBExportTests {
    /// The files of an EPUB by their paths.
    private func files(_ bytes: [UInt8]) throws -> [(path: String, text: String)] {
        let zip = try ZipArchive(MemoryAccess(bytes), path: "a.epub", as: .epub)
        return try zip.entries.map { entry in
            let content = try zip.open(entry.path, budget: UnpackingBudget(ReadingLimits())).rest()
            return (entry.path.shown, String(decoding: content, as: UTF8.self))
        }
    }

    @Test func `it begins with its type, as it is`() throws {
        let bytes = try export(sample, as: "epub")
        #expect(bytes[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
        // Stored, without a further field (EPUB 3.3, 4.3).
        #expect(bytes[8..<10].elementsEqual([0, 0]) && bytes[28..<30].elementsEqual([0, 0]))
        #expect(FileType.identify(Array(bytes.prefix(4096))) == .epub)
    }

    @Test func `the same stories give the same bytes`() throws {
        let bytes = try export(sample, as: "epub")
        #expect(try export(sample, as: "epub") == bytes)
        #expect(try export(sample, as: "epub", fileName: "other") == bytes)
        var other = sample
        other.pages[0].date = "2026-11-21"
        #expect(try export(other, as: "epub") != bytes)
    }

    @Test func `all its documents are well-formed, and name only files that are there`() throws {
        final class References: XMLHandler {
            var found: [String] = []
            func begin(_ name: XMLName, _ attributes: XMLAttributes) {
                for key in ["href", "src", "full-path"] {
                    found += attributes.all.filter { $0.name == key }.map(\.value)
                }
            }
            func end(_ name: XMLName) {}
            func append(_ utf8: UnsafeRawBufferPointer) {}
        }
        for edition in [sample, Edition()] {
            let files = try files(export(edition, as: "epub"))
            let paths = Set(files.map(\.path))
            for (path, text) in files where !path.hasSuffix(".css") && path != "mimetype" {
                let references = References()
                #expect(XMLReader.read(Array(text.utf8), to: references), "\(path)")
                for reference in references.found where !reference.hasPrefix("https:") {
                    let base = path.hasPrefix("META-INF") ? "" : path
                    let found = try #require(BookPath.resolve(reference, from: base))
                    #expect(paths.contains(found.path), "\(reference) in \(path)")
                }
            }
        }
    }

    @Test func `it is read again as it was`() throws {
        let found = try read(export(sample, as: "epub"), as: "a.epub")
        #expect(found.stories == sample.stories)
        #expect(found.title == sample.title && found.language == sample.language && found.date == sample.date)
        #expect(found.furniture.isEmpty)
    }

    @Test func `what XML has no place for is left out`() throws {
        let story = Story(
            id: StoryID(1), headline: "A\u{FFFE}B\u{1}C", body: [Block(.paragraph, "x\u{FFFF}\u{1F}y]]>")])
        let found = try read(export(Edition(stories: [story]), as: "epub"), as: "a.epub")
        #expect(
            found.stories.first?.headline == "A\u{FFFD}B C" && found.stories.first?.body.first?.text == "x\u{FFFD} y]]>"
        )
    }
}
