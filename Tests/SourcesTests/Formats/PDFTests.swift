import Foundation
import Newspaper
import PageLayout
import TestSupport
import Testing

@testable import Sources

/// Whether the programs that read PDFs are installed.
let hasPoppler = ["pdftohtml", "pdftoppm"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
}

@Suite(.enabled(if: hasPoppler, "poppler-utils is not installed"))
struct PDFTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let fixtures = projectRoot.appending(path: "Tests/Fixtures/pdf/learning")

    private func stories(_ list: any StoryList) -> [Story] { (0..<list.count).compactMap { list.story(at: $0) } }

    /// What must be the same to the letter: white space apart.
    private func letters(_ story: Story) -> String {
        ([story.headline ?? ""] + story.body.map { "\($0.kind): \($0.text)" }).joined(separator: "|").filter {
            !$0.isWhitespace
        }
    }

    @Test(arguments: [("e1-tabloid", 8), ("z5-pictures", 4), ("g1-lokales", 8), ("t1-vertical", 5)])
    func `most stories of a PDF come out to the letter`(page: String, least: Int) throws {
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(page)/gold.json"))
        let content = load(Self.fixtures.appending(path: "\(page)/page.pdf").path)
        #expect(content.faults.isEmpty)
        let found = Set(stories(content.list).map(letters))
        let whole = gold.stories.count { found.contains(letters($0)) }
        #expect(whole >= least, "\(whole) of \(gold.stories.count)")
    }

    @Test(arguments: ["e1-tabloid", "z5-pictures", "g1-lokales", "t1-vertical"])
    func `nothing of a PDF is lost, and nothing is made`(page: String) throws {
        func count(_ story: Story, into counts: inout [Character: Int]) {
            let texts =
                [story.kicker, story.headline, story.deck, story.byline, story.continues, story.continued]
                .compactMap(\.self) + story.body.map(\.text) + story.photos.map { $0.caption + ($0.credit ?? "") }
            count(texts, into: &counts)
        }
        func count(_ texts: [String], into counts: inout [Character: Int]) {
            for character in texts.joined() where !character.isWhitespace && character != "-" {
                counts[character, default: 0] += 1
            }
        }
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(page)/gold.json"))
        var (wanted, found): ([Character: Int], [Character: Int]) = ([:], [:])
        for story in gold.stories { count(story, into: &wanted) }
        count(gold.furniture, into: &wanted)
        let list = load(Self.fixtures.appending(path: "\(page)/page.pdf").path).list
        for story in stories(list) { count(story, into: &found) }
        count(list.furniture, into: &found)
        #expect(found == wanted)
    }

    @Test func `a folder of PDFs is an edition, and a PDF counts more than the text beside it`() throws {
        let page = try Data(contentsOf: Self.fixtures.appending(path: "g1-lokales/page.pdf"))
        try folder.make("2026-03-06/01.pdf", page)
        try folder.make("2026-03-06/02.pdf", page)
        try folder.make("2026-03-06/01.txt", text: "Nichts\n")
        #expect(folder.editions() == ["2026-03-06: 01.pdf 02.pdf"])
        let content = load(folder.path("2026-03-06"))
        #expect(content.sources.count == 2)
        #expect(content.notes.filter(\.replacesText).map(\.path) == [folder.path("2026-03-06/01.pdf")])
    }

    @Test func `a file that begins as a PDF and is none is damaged`() throws {
        try folder.make("a.pdf", Array("%PDF-1.7\nnothing more".utf8))
        #expect(load(folder.path("a.pdf")).faults == [.extraction(path: folder.path("a.pdf"), .damaged)])
        let whole = try Data(contentsOf: Self.fixtures.appending(path: "g1-lokales/page.pdf"))
        for count in [100, whole.count / 2, whole.count - 200] {
            try folder.make("a.pdf", whole.prefix(count))
            let content = load(folder.path("a.pdf"))
            #expect(!content.faults.isEmpty || !content.isEmpty)
        }
    }

    @Test func `a PDF may begin behind other bytes`() throws {
        let page = try Data(contentsOf: Self.fixtures.appending(path: "g1-lokales/page.pdf"))
        for bytes in ["\n", "\u{FEFF}", "HTTP/1.1 200 OK\r\n"] {
            try folder.make("a", Array(bytes.utf8) + page)
            #expect(!load(folder.path("a")).isEmpty)
        }
        try folder.make("a", text: "Der Befehl %PDF- steht im Text.\n")
        #expect(load(folder.path("a")).faults.isEmpty)
    }

    @Test func `pages that are pictures have no text`() throws {
        try folder.make("a.pdf", Array(Self.scan.utf8))
        #expect(load(folder.path("a.pdf")).faults == [.extraction(path: folder.path("a.pdf"), .noText)])
    }

    /// A page with a grey rectangle and no text.
    private static let scan = """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>> endobj
        4 0 obj <</Length 27>> stream
        0.5 g 20 20 160 160 re f
        endstream endobj
        trailer <</Root 1 0 R>>
        """
}

struct PopplerTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A program that does what the script says.
    private func program(_ script: String) throws -> Poppler {
        try folder.make("script", Array("#!/bin/sh\n\(script)\n".utf8))
        // Another process writes it: what a program of another test had open to write could not be run.
        try run("/usr/bin/install", ["-m", "755", folder.path("script"), folder.path("program")])
        return Poppler(extractor: folder.path("program"), painter: "/nonexistent")
    }

    private func fault(_ poppler: Poppler) -> SourceFault? {
        do throws(SourceFault) {
            _ = try poppler.sheets(of: [], path: "a.pdf") { true }
            return nil
        } catch {
            return error
        }
    }

    @Test func `what keeps a PDF from being read is told`() throws {
        #expect(fault(Poppler(extractor: "/nonexistent")) == .extraction(path: "a.pdf", .noExtractor))
        #expect(
            try fault(program("echo 'Command Line Error: Incorrect password' >&2; exit 1"))
                == .extraction(path: "a.pdf", .encrypted))
        #expect(
            try fault(program("echo \"Syntax Error: Missing language pack for 'Adobe-GB1' mapping\" >&2"))
                == .extraction(path: "a.pdf", .noLanguageData("Adobe-GB1")))
        #expect(
            try fault(program("echo '<pdf2xml><page number=\"1\" height=\"9\" width=\"9\"/>'"))
                == .extraction(path: "a.pdf", .noText))
        #expect(try fault(program("exit 3")) == .extraction(path: "a.pdf", .damaged))
        #expect(try fault(program("kill -SEGV $$")) == .extraction(path: "a.pdf", .damaged))
    }

    @Test func `a password is given to the extractor, and its file is not named`() throws {
        var poppler = try program(
            """
            for word in "$@"; do echo "$word"; done >&2; echo 'Incorrect password' >&2
            [ "$*" = "${*#*-upw secret}" ] && exit 1
            echo '<pdf2xml><page number="1" height="9" width="9"><text top="1" left="1" width="3" height="3">x</text></page>'
            """)
        #expect(fault(poppler) == .extraction(path: "a.pdf", .encrypted))
        poppler.password = "secret"
        #expect(fault(poppler) == nil)
    }

    @Test func `text behind a picture is read where there is no other`() throws {
        let poppler = try program(
            """
            echo '<pdf2xml><page number="1" height="9" width="9">'
            case "$*" in *-hidden*) echo '<text top="1" left="1" width="3" height="3">x</text>';; esac
            echo '</page></pdf2xml>'
            """)
        #expect(try poppler.sheets(of: [], path: "a.pdf") { true }.map { $0.lines.map(\.text) } == [["x"]])
    }

    @Test func `more pages, or more lines, than are read are a fault and not lost`() throws {
        var poppler = try program(
            """
            echo '<pdf2xml>'
            for page in 1 2 3; do
                echo '<page height="9" width="9"><text top="1" left="1" width="3" height="3">x</text></page>'
            done
            """)
        #expect(fault(poppler) == nil)
        poppler.limits.pages = 2
        #expect(fault(poppler) == .extraction(path: "a.pdf", .tooLarge))
        let line = "<text top=\"1\" left=\"1\" width=\"3\" height=\"3\">x</text>"
        let xml = "<pdf2xml><page>" + String(repeating: line, count: 100_001) + "</page></pdf2xml>"
        #expect(PopplerXML.sheets(Array(xml.utf8)) == nil)
    }

    @Test func `reading that is cancelled is no fault, and leaves no program running`() throws {
        let poppler = try program("echo $$ > '\(folder.path("id"))'; exec sleep 100")
        var asked = 0
        let sheets = try poppler.sheets(of: [], path: "a.pdf") {
            asked += 1
            return asked < 3
        }
        #expect(sheets.isEmpty)
        let id = try #require(Int32(String(contentsOfFile: folder.path("id"), encoding: .utf8).dropLast()))
        #expect(kill(id, 0) == -1)
    }

    @Test func `an extractor that never ends, or writes without end, is stopped`() throws {
        var slow = try program("sleep 100")
        slow.limits.seconds = 0
        #expect(fault(slow) == .extraction(path: "a.pdf", .tooLarge))
        var long = try program("yes")
        long.limits.output = 1 << 16
        #expect(fault(long) == .extraction(path: "a.pdf", .tooLarge))
    }

    @Test func `lines have their places, sizes and weights`() throws {
        let xml = """
            <?xml version="1.0"?><pdf2xml><page number="1" height="300" width="150">
            <fontspec id="0" size="30" family="ABCDEF+Serif" color="#000000"/>
            <text top="30" left="60" width="120" height="42" font="0"><b>渡口</b></text>
            <text top="75" left="60" width="120" height="42" font="0">a &amp; <i>b</i></text></page></pdf2xml>
            """
        let sheets = try #require(PopplerXML.sheets(Array(xml.utf8)))
        #expect(sheets.map(\.width) == [50])
        #expect(
            sheets.first?.lines == [
                SheetLine("渡口", Box(left: 20, top: 10, right: 60, bottom: 24), size: 10, isBold: true, font: "Serif"),
                SheetLine("a & b", Box(left: 20, top: 25, right: 60, bottom: 39), size: 10, font: "Serif"),
            ])
    }

    @Test func `whatever an extractor writes is read`() {
        let xml = Array(
            """
            <pdf2xml><page number="1" height="300" width="150"><fontspec id="0" size="30" family="A"/>
            <text top="30" left="60" width="120" height="42" font="0"><b>渡口</b> x</text></page></pdf2xml>
            """.utf8)
        var random = Seeded(seed: 9)
        for _ in 0..<2000 {
            var bytes = xml
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = .random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
                }
            }
            for sheet in PopplerXML.sheets(bytes) ?? [] {
                for line in sheet.lines {
                    #expect(line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
                }
                _ = PageLayout.read(sheet)
            }
            _ = PortableGraymap.all(in: bytes)
        }
    }

    @Test func `pictures are read as far as they are whole`() {
        let one = Array("P5\n2 1\n255\n".utf8) + [0, 255]
        #expect(PortableGraymap.all(in: one + one).map(\.?.pixels) == [[0, 255], [0, 255]])
        #expect(PortableGraymap.all(in: one + one.dropLast()).count == 1)
        #expect(PortableGraymap.all(in: Array("P5 99999999999 9 255 ".utf8)).isEmpty)
    }
}
