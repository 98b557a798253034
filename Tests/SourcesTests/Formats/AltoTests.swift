import Foundation
import Newspaper
import PageLayout
import TestSupport
import Testing

@testable import Sources

struct AltoTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let fixtures = projectRoot.appending(path: "Tests/Fixtures/alto")

    private func sheets(_ xml: String) -> [Sheet] { AltoXML.sheets(Array(xml.utf8)) { true }.sheets }

    /// A page of these elements, ten points to a line's letters.
    private func page(_ content: String, unit: String = "inch1200") -> String {
        """
        <alto><Description><MeasurementUnit>\(unit)</MeasurementUnit></Description><Layout>
        <Page WIDTH="10000" HEIGHT="12000"><PrintSpace><TextBlock>\(content)</TextBlock></PrintSpace></Page>
        </Layout></alto>
        """
    }

    private func place(_ left: Int, _ top: Int, _ width: Int, _ height: Int = 153) -> String {
        "HPOS=\"\(left)\" VPOS=\"\(top)\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\""
    }

    private func texts(_ content: String) -> [String] { sheets(page(content)).flatMap { $0.lines.map(\.text) } }

    @Test(arguments: [("horizontal", 9), ("vertical", 7), ("hyphens", 9), ("inches", 7)])
    func `most stories of a scanned page come out to the letter`(page: String, least: Int) throws {
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(page)/gold.json"))
        let content = load(Self.fixtures.appending(path: "\(page)/page.xml").path)
        #expect(content.faults.isEmpty)
        let whole = gold.wholeStories(in: content.list)
        #expect(whole >= least, "\(whole) of \(gold.stories.count)")
    }

    @Test(arguments: ["horizontal", "vertical", "hyphens", "inches"])
    func `nothing of a scanned page is lost, and nothing is made`(page: String) throws {
        let gold = try Gold.edition(at: Self.fixtures.appending(path: "\(page)/gold.json"))
        let list = load(Self.fixtures.appending(path: "\(page)/page.xml").path).list
        #expect(list.characters == gold.characters)
    }

    @Test(
        arguments: [
            "<alto>", "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\">",
            "<?xml version=\"1.0\"?><!-- a scan --><a:alto xmlns:a=\"x\">", "<!DOCTYPE alto><ALTO >",
        ])
    func `ALTO is told by its first element, whatever its namespace`(start: String) {
        #expect(FileType.identify(Array(start.utf8)) == .alto)
        #expect(FileType.identify(Array("<?xml version=\"1.0\"?><altostratus>".utf8)) == .xml)
    }

    @Test func `lines have their places in points`() throws {
        let line = "<TextLine \(place(1200, 2400, 600))><String \(place(1200, 2400, 600)) CONTENT=\"渡口新桥\"/></TextLine>"
        let sheet = try #require(sheets(page(line)).first)
        #expect(sheet.width == 600 && sheet.height == 720)
        let box = try #require(sheet.lines.first?.box)
        #expect(box.left == 72 && box.right == 108 && abs(box.top - 144) < 1)
        #expect(abs(sheet.lines[0].size - 10) < 0.1)
    }

    @Test(arguments: ["pixel", "mm10", "furlong"])
    func `units that cannot be right are made out from the letters`(unit: String) throws {
        // Letters of 153 tenths of a millimetre would be as high as a thumb.
        let line = "<TextLine \(place(1200, 2400, 600))><String \(place(1200, 2400, 600)) CONTENT=\"渡口新桥\"/></TextLine>"
        let size = try #require(sheets(page(line, unit: unit)).first?.lines.first?.size)
        #expect(abs(size - 10) < 0.1)
    }

    @Test func `a word divided over two lines is one again, as the file says`() {
        let start = "<TextLine \(place(0, 0, 900))><String \(place(0, 0, 300)) CONTENT=\"the\"/><SP/>"
        let end = "</TextLine><TextLine \(place(0, 200, 900))>"
        #expect(
            texts(
                start
                    + "<String \(place(350, 0, 300)) CONTENT=\"tes\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"testimony\"/>"
                    + "<HYP CONTENT=\"-\"/>" + end
                    + "<String \(place(0, 200, 300)) CONTENT=\"timony,\" SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"testimony\"/>"
                    + "<SP/><String \(place(350, 200, 300)) CONTENT=\"he\"/></TextLine>") == ["the testimony,", "he"])
        #expect(
            texts(
                start
                    + "<String \(place(350, 0, 300)) CONTENT=\"well\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"well-known\"/>"
                    + "<HYP CONTENT=\"-\"/>" + end
                    + "<String \(place(0, 200, 300)) CONTENT=\"known\" SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"well-known\"/></TextLine>"
            ) == ["the well-known"])
        // What does not fit together stays as it is printed.
        #expect(
            texts(
                start + "<String \(place(350, 0, 300)) CONTENT=\"tes\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"river\"/>"
                    + "<HYP CONTENT=\"=\"/>" + end
                    + "<String \(place(0, 200, 300)) CONTENT=\"timony\" SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"river\"/></TextLine>"
            ) == ["the tes=", "timony"])
    }

    @Test func `words are parted by spaces, and Han are not`() {
        func line(_ words: [(String, Int)], spaces: Bool) -> String {
            var left = 0
            let strings = words.map { word, width in
                defer { left += width + 40 }
                return "<String \(place(left, 0, width)) CONTENT=\"\(word)\"/>"
            }
            return "<TextLine \(place(0, 0, left))>" + strings.joined(separator: spaces ? "<SP/>" : "") + "</TextLine>"
        }
        for spaces in [false, true] {
            #expect(texts(line([("On", 200), ("Monday", 600)], spaces: spaces)) == ["On Monday"])
            #expect(texts(line([("渡口", 320), ("新桥", 320)], spaces: spaces)) == ["渡口新桥"])
        }
    }

    @Test func `what is bold is said by its style or by itself`() {
        let line =
            "<TextLine \(place(0, 0, 300))><String STYLE=\"bold italics\" \(place(0, 0, 300)) CONTENT=\"Bridge\"/></TextLine>"
        #expect(sheets(page(line)).first?.lines.map(\.isBold) == [true])
        let styled = page("<TextLine STYLEREFS=\"A B\" \(place(0, 0, 300))><String CONTENT=\"Bridge\"/></TextLine>")
            .replacing(
                "<Layout>",
                with:
                    "<Styles><TextStyle ID=\"B\" FONTSIZE=\"24\" FONTSTYLE=\"bold\" FONTFAMILY=\"Serif\"/></Styles><Layout>"
            )
        let found = sheets(styled).first?.lines.first
        #expect(found?.isBold == true && found?.size == 24 && found?.font == "Serif")
    }

    @Test func `illustrations are pictures, and thin graphical elements rules`() throws {
        let line = "<TextLine \(place(0, 0, 300))><String \(place(0, 0, 300)) CONTENT=\"渡口\"/></TextLine>"
        let drawn = page(line).replacing(
            "</PrintSpace>",
            with: "<Illustration \(place(0, 1200, 2400, 2400))/><GraphicalElement \(place(0, 6000, 2400, 10))/>"
                + "<GraphicalElement \(place(4000, 0, 10, 2400))/></PrintSpace>")
        let drawing = try #require(sheets(drawn).first?.drawing)
        #expect(drawing.pictures == [Box(left: 0, top: 72, right: 144, bottom: 216)])
        #expect(drawing.across.count == 1 && drawing.down.count == 1)
    }

    @Test func `a folder of scanned pages is an edition, and a scan counts more than other forms of its page`() throws {
        let page = try Data(contentsOf: Self.fixtures.appending(path: "inches/page.xml"))
        try folder.make("2026-03-06/01.xml", page)
        try folder.make("2026-03-06/02.alto.xml", page)
        try folder.make("2026-03-06/01.pdf", Array("%PDF-1.7".utf8))
        try folder.make("2026-03-06/02.txt", text: "Nichts\n")
        try folder.make("2026-03-06/03.txt", text: "灯里镇的秋粮已经入仓。\n")
        try folder.make("2026-03-06/mets.xml", text: "<mets xmlns=\"http://www.loc.gov/METS/\"/>")
        #expect(folder.editions() == ["2026-03-06: 01.xml 02.alto.xml 03.txt"])
        let content = load(folder.path("2026-03-06"))
        #expect(content.faults.isEmpty && content.sources.count == 3)
        #expect(content.notes.filter(\.replacesOthers).map(\.path) == [folder.path("2026-03-06/01.xml")])
    }

    @Test func `a file that breaks off is damaged, and what came before is kept`() throws {
        let whole = try Data(contentsOf: Self.fixtures.appending(path: "inches/page.xml"))
        try folder.make("a.xml", whole.prefix(whole.count / 2))
        let content = load(folder.path("a.xml"))
        #expect(content.faults == [.damaged(path: folder.path("a.xml"), .alto)])
        #expect(!content.isEmpty)
        try folder.make("b.xml", text: "<alto><Layout><Page/></Layout></alto>")
        #expect(load(folder.path("b.xml")).faults == [.unsupported(path: folder.path("b.xml"), .empty)])
    }

    @Test func `entities are not read, from within or without`() throws {
        let line = "<TextLine><String CONTENT=\"渡口&b;\"/></TextLine>"
        let declarations = ["<!ENTITY b \"aaaa\">", "<!ENTITY b SYSTEM \"file:///etc/passwd\">"]
        for declaration in declarations {
            let xml = "<!DOCTYPE alto [\(declaration)]>" + page(line)
            let found = AltoXML.sheets(Array(xml.utf8)) { true }
            #expect(found.sheets.isEmpty && !found.isWhole)
        }
    }

    @Test func `whatever a file says is read`() throws {
        let strange = [
            "<String CONTENT=\"渡\"/>",
            "<TextLine><String HPOS=\"-1e999\" VPOS=\"nan\" WIDTH=\"-3\" HEIGHT=\"x\" CONTENT=\"渡\"/></TextLine>",
            "<TextLine HPOS=\"1\"><SP/><HYP/><String CONTENT=\"渡\"/><SP/></TextLine>",
            "<TextBlock><TextLine><TextLine><String CONTENT=\"渡\"/></TextLine></TextLine></TextBlock>",
            "<TextLine \(place(0, 0, 10, 0))><String \(place(-100, -100, 1, 1)) CONTENT=\"&#x202E;渡&#xA;\"/></TextLine>",
        ]
        for line in strange { #expect(texts(line).map { $0.filter { !$0.isWhitespace } } == ["渡"], "\(line)") }
        let xml = Array(try Data(contentsOf: Self.fixtures.appending(path: "vertical/page.xml")).prefix(6000))
        var random = Seeded(seed: 11)
        for _ in 0..<300 {
            let bytes = xml.mutated(using: &random)
            for sheet in AltoXML.sheets(bytes, while: { true }).sheets { _ = PageLayout.read(sheet) }
        }
    }

    @Test func `lines beyond those that a page has room for come behind the others`() throws {
        let lines = (0..<20_002).map {
            "<TextLine \(place($0 % 100 * 400, $0 / 100 * 200, 200))><String CONTENT=\"w\($0)\"/></TextLine>"
        }
        let sheet = try #require(sheets(page(lines.joined())).first)
        #expect(sheet.lines.count == 20_002)
        #expect(sheet.lines.suffix(2).map(\.text) == ["w20000", "w20001"])
    }

    @Test func `reading that is stopped is no fault`() throws {
        let page = try Data(contentsOf: Self.fixtures.appending(path: "inches/page.xml"))
        #expect(AltoXML.sheets(Array(page)) { false }.sheets.isEmpty)
    }
}
