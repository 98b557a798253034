import Feeds
import Newspaper
import TestSupport
import Testing

@Suite("Hostile feeds of XML")
struct XMLFeedHostilityTests {
    static let whole = rss(
        """
        <item><title>Low water</title><guid>1</guid><description><![CDATA[<p>One & <b>two</b></p>]]></description></item>\
        <item><title>High &#x6C34;</title><link>https://quay.example/2</link></item><!-- <item> --><item/>
        """)

    @Test func `a feed that arrives in parts of any size is the same`() throws {
        let bytes = Array(Self.whole.utf8)
        let expected = try export(try xmlFeed(bytes))
        for size in [1, 2, 3, 7, 64, 200] { #expect(try export(try xmlFeed(bytes, parts: size)) == expected) }
    }

    @Test func `a feed cut anywhere gives what came before, and says that it is cut`() throws {
        let bytes = Array(Self.whole.utf8)
        for end in bytes.indices.dropLast() {
            guard let list = try? xmlFeed(Array(bytes[..<end])) else { continue }
            #expect(list.isCutShort && list.count <= 2, "cut at \(end)")
        }
        #expect(try !xmlFeed(bytes).isCutShort)
    }

    @Test func `spoiled bytes give a list or a fault`() {
        let bytes = Array(Self.whole.utf8)
        var random = Seeded(seed: 3)
        for _ in 0..<1_500 {
            guard let list = try? xmlFeed(bytes.mutated(using: &random)) else { continue }
            for position in 0..<list.count { #expect(list.story(at: position) != nil) }
        }
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["<!a ", "<?a ", "<![CDATA[", "<!--", "<a ", "<a b='", "</a ", "<script>", "<", "&#"])
    func `HTML of one part many times over takes linear time`(part: String) throws {
        let html = String(repeating: part, count: 500_000).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let list = try xmlFeed(rss("<item><title>Low water</title><description>\(html)</description></item>"))
        #expect(list.count == 1 && list.story(at: 0) != nil)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["<item>", "<item><b>", "<b>", "</b>", "<item x=\"", "<![CDATA[", "<!--", "<item/>"])
    func `whatever comes again and again takes linear time`(part: String) throws {
        _ = try? xmlFeed("<rss><channel>" + String(repeating: part, count: 50_000))
    }

    @Test func `short entities are understood, external ones stay as they are written`() throws {
        let text =
            #"<!DOCTYPE rss [<!ENTITY quay "Old Quay &#x2014;"><!ENTITY f SYSTEM "/etc/hostname">]>"#
            + #"<rss><channel><item><title>&quay; &f; &none;</title></item></channel></rss>"#
        #expect(try first(text).headline == "Old Quay — &f; &none;")
    }

    @Test func `entities made of entities are refused`() {
        let text =
            #"<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"#
        #expect(throws: FeedFault.nestedEntities) { try xmlFeed(text) }
    }

    @Test(
        arguments: [
            ("GBK", [0xB8, 0xDB, 0xBF, 0xDA], "港口"), ("Big5", [0xB4, 0xE4, 0xA4, 0x66], "港口"),
            ("Shift_JIS", [0x8D, 0x60, 0x8C, 0xFB], "港口"), ("EUC-JP", [0xB9, 0xC1, 0xB8, 0xFD], "港口"),
            ("windows-1251", [0xCF, 0xEE, 0xF0, 0xF2], "Порт"), ("KOI8-R", [0xF0, 0xCF, 0xD2, 0xD4], "Порт"),
            ("ISO-8859-1", [0x43, 0x61, 0x66, 0xE9], "Café"), ("GBK", Array("港口".utf8), "港口"),
        ] as [(String, [UInt8], String)])
    func `an encoding is that which the document declares, unless it is UTF-8`(
        name: String, bytes: [UInt8], title: String
    ) throws {
        let document =
            Array(#"<?xml version="1.0" encoding="\#(name)"?><rss><channel><item><title>"#.utf8) + bytes
            + Array("</title></item></channel></rss>".utf8)
        #expect(try xmlFeed(document).story(at: 0)?.headline == title)
    }

    @Test func `UTF-16 is read with and without a mark`() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><item><title>港口</title></item></channel></rss>"
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try xmlFeed(bytes).story(at: 0)?.headline == "港口")
        #expect(try xmlFeed([0xFF, 0xFE] + bytes).story(at: 0)?.headline == "港口")
    }
}
