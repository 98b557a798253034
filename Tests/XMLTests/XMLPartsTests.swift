import TestSupport
import Testing

@testable import XML

@Suite("Reading XML in parts")
struct XMLPartsTests {
    /// Calls as text, neighbouring texts as one.
    private final class Calls: XMLHandler {
        private(set) var text = ""

        func begin(_ name: XMLName, _ attributes: XMLAttributes) { text += "<\(name.text)>" }
        func end(_ name: XMLName) { text += "</\(name.text)>" }
        func append(_ utf8: UnsafeRawBufferPointer) { text += String(decoding: utf8, as: UTF8.self) }
    }

    private func calls(_ text: String, isInParts: Bool) -> String? {
        let (calls, bytes) = (Calls(), Array(text.utf8))
        guard isInParts else { return XMLReader.read(bytes, to: calls) ? calls.text : nil }
        guard let reader = XMLReader() else { return nil }
        reader.begin()
        let isRead = bytes.withUnsafeBytes { reader.read($0, to: calls) }
        return isRead ? calls.text : nil
    }

    @Test func `long sections of CDATA are given as expat gives them`() {
        let long = String(repeating: "The <ferry> & 灯里 ", count: 20)
        for data in [
            long, long + "\n\t" + long, long + "\r\n" + long, long + "\u{FFFF}", long + "]] >", long + "\u{1}",
        ] {
            for text in [
                "<a><![CDATA[\(data)]]></a>",
                "<a><!-- <![CDATA[\(data)]]> --><b>\(long.replacing("<", with: "").replacing("&", with: ""))</b></a>",
                "<a b='<![CDATA[\(data)]]>'/>", "<a>x<![CDATA[\(data)]]><b/><![CDATA[\(data)]]>y</a>",
            ] {
                #expect(calls(text, isInParts: true) == calls(text, isInParts: false), "\(text.prefix(60))")
            }
        }
    }

    @Test func `documents made by chance are read alike`() {
        var random = Seeded(seed: 8)
        let parts = [
            "<a>", "</a>", "<![CDATA[", "]]>", "<!--", "-->", "<?p ", "?>", "&amp;", "灯里", "]]", "\r\n", "\u{FFFE}",
            String(repeating: "w ", count: 80), String(repeating: "灯", count: 50),
        ]
        for _ in 0..<3_000 {
            let inner = (0..<Int.random(in: 1...12, using: &random)).map { _ in parts.randomElement(using: &random)! }
            let text = "<r>" + inner.joined() + "</r>"
            guard let expected = calls(text, isInParts: false) else { continue }
            #expect(calls(text, isInParts: true) == expected, "\(text)")
        }
    }
}
