import Foundation
import Newspaper
import PageLayout
import PageText
import TestSupport
import Testing

@testable import Sources

private let hasMuPDF = areInstalled("mutool")

private func areInstalled(_ programs: String...) -> Bool {
    programs.allSatisfy(isInstalled)
}

private func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
}

@Suite(.enabled(if: hasPoppler, "poppler-utils is not installed"))
struct PDFTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let fixtures = projectRoot.appending(path: "Tests/Fixtures/pdf/learning")

    @Test(arguments: [("e1-tabloid", 8), ("z5-pictures", 4), ("g1-lokales", 8), ("t1-vertical", 5)])
    func `most stories of a PDF come out to the letter`(page: String, least: Int) throws {
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(page)/gold.json"))
        let content = load(Self.fixtures.appending(path: "\(page)/page.pdf").path)
        #expect(content.faults.isEmpty)
        #expect(gold.wholeStories(in: content.list) >= least)
    }

    @Test(arguments: ["e1-tabloid", "z5-pictures", "g1-lokales", "t1-vertical"])
    func `nothing of a PDF is lost, and nothing is made`(page: String) throws {
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(page)/gold.json"))
        let list = load(Self.fixtures.appending(path: "\(page)/page.pdf").path).list
        #expect(list.characters == gold.characters)
    }

    @Test(arguments: ["e1-tabloid", "z5-pictures", "g1-lokales", "t1-vertical"])
    func `every story of a PDF knows where it is on its page`(page: String) throws {
        let list = load(Self.fixtures.appending(path: "\(page)/page.pdf").path).list
        for story in list.stories {
            let sheet = try #require(list.pages[story.page].sheet)
            let place = try #require(story.places.first { $0.page == story.page })
            #expect(place.box.union(place.heading) == place.box)
            #expect(place.box.left > -5 && place.box.right < sheet.width + 5 && place.box.width > 5)
            #expect(place.box.top > -5 && place.box.bottom < sheet.height + 5 && place.box.height > 5)
        }
        let maps = list.pages.indices.compactMap { PageMap(ofPage: $0, in: list) }
        #expect(Set(maps.flatMap { $0.items.map(\.story) }).count == list.count)
    }

    @Test func `the pictures of a PDF are those of the stories that their captions are in`() throws {
        let list = load(Self.fixtures.appending(path: "z5-pictures/page.pdf").path).list
        let places = list.stories.flatMap(\.places)
        #expect(places.count { !$0.pictures.isEmpty } >= 3)
        for place in places { for picture in place.pictures { #expect(place.box.union(picture) == place.box) } }
    }

    /// Every PDF at hand.
    private static let all = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path))?.sorted() ?? []

    @Test(arguments: all)
    func `what the extractor writes of a page is in the edition once, but for hyphens at line ends`(page: String) throws
    {
        let path = Self.fixtures.appending(path: "\(page)/page.pdf").path
        let bytes = try Array(Data(contentsOf: URL(filePath: path)))
        let sheets = try PDFReader().sheets(of: bytes, path: path) { true }
        var written: [Character: Int] = [:]
        for character in sheets.flatMap(\.lines).map(\.text).joined()
        where !character.isWhitespace && !"-‐\u{AD}".contains(character) {
            written[character, default: 0] += 1
        }
        let list = load(path).list
        let found = list.characters.filter { !"-‐\u{AD}".contains($0.key) }
        #expect(found == written)
    }

    @Test func `a folder of PDFs is an edition, and a PDF counts more than the text beside it`() throws {
        let page = try Data(contentsOf: Self.fixtures.appending(path: "g1-lokales/page.pdf"))
        try folder.make("2026-03-06/01.pdf", page)
        try folder.make("2026-03-06/02.pdf", page)
        try folder.make("2026-03-06/01.txt", text: "Nichts\n")
        #expect(folder.editions() == ["2026-03-06: 01.pdf 02.pdf"])
        let content = load(folder.path("2026-03-06"))
        #expect(content.sources.count == 2)
        #expect(content.notes.filter(\.replacesOthers).map(\.path) == [folder.path("2026-03-06/01.pdf")])
    }

    @Test func `what is shown while pages are read is the beginning of the whole, which is the same as without`() throws
    {
        let names = ["e1-tabloid", "z5-pictures", "g1-lokales"]
        for (number, name) in names.enumerated() {
            let page = try Data(contentsOf: Self.fixtures.appending(path: "\(name)/page.pdf"))
            try folder.make("2026-03-06/0\(number).pdf", page)
        }
        let editions = Catalog.find([folder.path("2026-03-06")]).editions
        let whole = ContentLoader().load(editions).list
        var parts: [any StoryList] = []
        let streamed = ContentLoader().load(editions, publish: { parts.append($0) }).list
        #expect(streamed.stories == whole.stories && streamed.pages == whole.pages)
        #expect(parts.first?.pages.count == 1 && parts.allSatisfy { $0.count < whole.count })
        for part in parts { #expect(part.stories == Array(whole.stories.prefix(part.count))) }
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
    static let scan = """
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

@Suite(.enabled(if: hasMuPDF, "mupdf-tools is not installed"))
struct MuPDFTests {
    private static let fixtures = projectRoot.appending(path: "Tests/Fixtures/pdf/learning")

    private func sheets(_ bytes: Data) throws(SourceFault) -> [Sheet] {
        try PDFReader(tools: [.mupdf]).sheets(of: Array(bytes), path: "a.pdf") { true }
    }

    private func page(_ name: String) throws -> Data {
        try Data(contentsOf: Self.fixtures.appending(path: "\(name)/page.pdf"))
    }

    @Test(arguments: [("e1-tabloid", 9), ("z5-pictures", 4), ("g1-lokales", 6), ("t1-vertical", 6), ("z6-economy", 8)])
    func `MuPDF reads what poppler reads, and nothing is lost`(name: String, least: Int) throws {
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(name)/gold.json"))
        let sheets = try sheets(page(name))
        #expect(sheets.contains { !$0.drawing.isEmpty })
        let list = PageTextEdition([PageSource(path: "a.pdf", laid: sheets.map { PageLayout.read($0) })])
        #expect(list.characters == gold.characters)
        let whole = gold.wholeStories(in: list)
        #expect(whole >= least, "\(whole) of \(gold.stories.count)")
    }

    @Test func `what is wrong with a PDF is told as by poppler`() throws {
        func fault(_ bytes: Data) -> SourceFault? {
            do throws(SourceFault) {
                _ = try sheets(bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(fault(Data("%PDF-1.7\nnothing more".utf8)) == .extraction(path: "a.pdf", .damaged))
        #expect(fault(Data(PDFTests.scan.utf8)) == .extraction(path: "a.pdf", .noText))
    }
}

struct StructuredTextTests {
    private func lines(_ content: String, pages: ClosedRange<Int> = 1...9) -> [[SheetLine]] {
        let xml = "<?xml version=\"1.0\"?><document>" + content + "</document>"
        return (StructuredText.sheets(Array(xml.utf8), of: pages) ?? []).map(\.lines)
    }

    private func line(_ text: [(String, Double)], font: String = "Serif-Bold", y: Double = 50) -> String {
        "<line dir=\"1 0\"><font name=\"\(font)\" size=\"10\">"
            + text.map { text, left in
                "<char quad=\"\(left) 40 \(left + 10) 40 \(left) 52 \(left + 10) 52\" x=\"0\" y=\"\(y)\" c=\"\(text)\"/>"
            }.joined() + "</font></line>"
    }

    private func page(_ lines: String..., number: Int = 1) -> String {
        "<page id=\"page\(number)\" width=\"200\" height=\"300\"><block>" + lines.joined() + "</block></page>"
    }

    @Test func `letters side by side are a line, with its place, size and weight`() {
        let found = lines(page(line([("渡", 20), ("口", 30)])))
        #expect(
            found == [
                [SheetLine("渡口", Box(left: 20, top: 41, right: 40, bottom: 53), size: 10, isBold: true, font: "Serif")]
            ])
    }

    @Test func `parts of a row are joined as far as words stand apart`() {
        let near = lines(page(line([("a", 20)]), line([("b", 40)])))
        #expect(near.first?.map(\.text) == ["a b"])
        let far = lines(page(line([("a", 20)]), line([("b", 50)])))
        #expect(far.first?.map(\.text) == ["a", "b"])
        let below = lines(page(line([("a", 20)]), line([("b", 30)], y: 70)))
        #expect(below.first?.map(\.text) == ["a", "b"])
    }

    @Test func `Han that stand apart are one word, and a space among others is kept`() {
        let loose = line([("渡", 0), (" ", 10), ("口", 14), (" ", 24), ("桥", 28)])
        #expect(lines(page(loose)).first?.map(\.text) == ["渡口桥"])
        let spaced = line([("记", 0), ("者", 10), (" ", 20), ("路", 23), ("遥", 33)])
        #expect(lines(page(spaced)).first?.map(\.text) == ["记者 路遥"])
    }

    @Test func `pages that were not asked for are passed over`() {
        #expect(lines(page(line([("a", 0)]), number: 1), pages: 2...9).isEmpty)
        #expect(lines(page(line([("a", 0)]), number: 2), pages: 2...9).count == 1)
    }

    @Test func `references that XML forbids end nothing`() {
        #expect(
            lines(page(line([("&#x7;", 0), ("&#xd800;", 10), ("a", 20), ("&#x6771;", 30)]))).first?.last?.text == "a東")
    }
}

struct PDFReaderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A program that does what the script says.
    ///
    /// - Parameter rest: what it does where it is asked for the pages behind the first; there are none, unless it says otherwise.
    private func program(_ script: String, rest: String = "exit 99") throws -> PDFReader {
        let whole = "#!/bin/sh\n\(Self.sheet)\ncase \"$*\" in *'-f 2'*) \(rest);; esac\n\(script)\n"
        try folder.make("script", Array(whole.utf8))
        // Another process writes it: what a program of another test had open to write could not be run.
        try run("/usr/bin/install", ["-m", "755", folder.path("script"), folder.path("program")])
        return reader(folder.path("program"))
    }

    /// Prints pages with a line each.
    private static let sheet = """
        sheet() {
            for page in "$@"; do
                echo "<page height='9' width='9'><text top='1' left='1' width='3' height='3'>$page</text></page>"
            done
        }
        """

    /// With that as poppler's extractor, and nothing else.
    private func reader(_ extractor: String) -> PDFReader {
        var tools = PDFTools.poppler
        (tools.extractor, tools.painter) = (extractor, "/nonexistent")
        return PDFReader(tools: [tools])
    }

    private func fault(_ poppler: PDFReader) -> SourceFault? {
        do throws(SourceFault) {
            _ = try poppler.sheets(of: [], path: "a.pdf") { true }
            return nil
        } catch {
            return error
        }
    }

    @Test func `what keeps a PDF from being read is told`() throws {
        #expect(fault(reader("/nonexistent")) == .extraction(path: "a.pdf", .noExtractor))
        #expect(fault(PDFReader(tools: [])) == .extraction(path: "a.pdf", .noExtractor))
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

    @Test func `other programs are asked where the first are not installed, or have no tables for a language`() throws {
        let text = "<text top=\"1\" left=\"1\" width=\"3\" height=\"3\">x</text>"
        let good = try program("echo '<pdf2xml><page number=\"1\" height=\"9\" width=\"9\">\(text)</page></pdf2xml>'")
        let missing = reader("/nonexistent").tools
        #expect(fault(PDFReader(tools: missing + good.tools)) == nil)
        #expect(fault(PDFReader(tools: good.tools + missing)) == nil)
        let other = try TemporaryFolder()
        try other.make("script", Array("#!/bin/sh\necho \"Missing language pack for 'Adobe-GB1' mapping\" >&2\n".utf8))
        try run("/usr/bin/install", ["-m", "755", other.path("script"), other.path("program")])
        let poor = reader(other.path("program")).tools
        #expect(fault(PDFReader(tools: poor + good.tools)) == nil)
        #expect(fault(PDFReader(tools: poor + missing)) == .extraction(path: "a.pdf", .noLanguageData("Adobe-GB1")))
    }

    @Test func `a password is given to the extractor, and its file is not named`() throws {
        var poppler = try program(
            """
            for word in "$@"; do echo "$word"; done >&2; echo 'Incorrect password' >&2
            [ "$*" = "${*#*-upw secret}" ] && exit 1
            echo '<pdf2xml><page number="1" height="9" width="9"><text top="1" left="1" width="3" height="3">x</text></page>'
            """)
        #expect(fault(poppler) == .extraction(path: "a.pdf", .encrypted))
        poppler.passwords = ["wrong"]
        #expect(fault(poppler) == .extraction(path: "a.pdf", .wrongPassword))
        poppler.passwords = ["secret", "wrong"]
        #expect(fault(poppler) == nil)
    }

    @Test func `a page whose drawing takes too long is read without it`() throws {
        var poppler = try program("echo '<pdf2xml>'; sheet 1; echo '</pdf2xml>'")
        let painter = try TemporaryFolder()
        try painter.make("script", Array("#!/bin/sh\nwhile :; do :; done\n".utf8))
        try run("/usr/bin/install", ["-m", "755", painter.path("script"), painter.path("program")])
        poppler.tools[0].painter = painter.path("program")
        poppler.limits.drawingSeconds = 1
        let sheets = try poppler.sheets(of: [], path: "a.pdf") { true }
        #expect(sheets.map { $0.lines.map(\.text) } == [["1"]])
        #expect(sheets.map { $0.drawing.isEmpty } == [true])
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

    @Test func `the first page comes before the others are read, and all come in order`() throws {
        let go = folder.path("go")
        let poppler = try program(
            "echo '<pdf2xml>'; sheet 1; echo '</pdf2xml>'",
            rest: "while [ ! -e '\(go)' ]; do sleep 0.01; done; echo '<pdf2xml>'; sheet 2 3 4; echo '</pdf2xml>'; exit")
        var arrived: [[String]] = []
        var known: [Int?] = []
        let sheets = try poppler.sheets(of: [], path: "a.pdf", while: { true }) { sheets, all in
            arrived.append(sheets.flatMap { $0.lines.map(\.text) })
            known.append(all)
            #expect(FileManager.default.createFile(atPath: go, contents: nil))
        }
        #expect(arrived.first == ["1"] && known.first == .some(nil))
        #expect(arrived.flatMap(\.self) == ["1", "2", "3", "4"] && known.last == 4)
        #expect(sheets.flatMap { $0.lines.map(\.text) } == ["1", "2", "3", "4"])
    }

    @Test func `reading that is cancelled is no fault, and leaves no program running`() throws {
        let poppler = try program("echo $$ > '\(folder.path("id"))'; exec sleep 100")
        let sheets = try poppler.sheets(of: [], path: "a.pdf") {
            (try? String(contentsOfFile: folder.path("id"), encoding: .utf8))?.last != "\n"
        }
        #expect(sheets.isEmpty)
        let id = try #require(Int32(String(contentsOfFile: folder.path("id"), encoding: .utf8).dropLast()))
        #expect(kill(id, 0) == -1)
    }

    @Test func `an extractor that never ends, or writes without end, is stopped`() throws {
        var slow = try program("exec sleep 100")
        slow.limits.seconds = 0
        #expect(fault(slow) == .extraction(path: "a.pdf", .tooLarge))
        var long = try program("exec head -c 1000000 /dev/zero")
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

    @Test func `a soft hyphen at a line's end is where printing divided a word`() throws {
        let lines = [
            "The council wants to dis\u{AD}", "cuss the bridge that the admin\u{2010}", "istration of the old town has",
            "put off.",
        ]
        var xml = #"<pdf2xml><page number="1" height="600" width="420"><fontspec id="0" size="30" family="A"/>"#
        for (row, line) in lines.enumerated() {
            xml += "<text top=\"\(60 + 36 * row)\" left=\"60\" width=\"300\" height=\"33\" font=\"0\">\(line)</text>"
        }
        let sheets = try #require(PopplerXML.sheets(Array((xml + "</page></pdf2xml>").utf8)))
        let edition = PageParser.edition(from: [PageSource(path: "a.pdf", laid: sheets.map { PageLayout.read($0) })])
        #expect(
            edition.stories.flatMap(\.body).map(\.text)
                == ["The council wants to discuss the bridge that the administration of the old town has put off."])
    }

    @Test func `whatever an extractor writes is read`() {
        let xml = Array(
            """
            <pdf2xml><page number="1" height="300" width="150"><fontspec id="0" size="30" family="A"/>
            <text top="30" left="60" width="120" height="42" font="0"><b>渡口</b> x</text></page></pdf2xml>
            """.utf8)
        var random = Seeded(seed: 9)
        for _ in 0..<2000 {
            let bytes = xml.mutated(using: &random)
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
