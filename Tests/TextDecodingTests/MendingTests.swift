import Foundation
import TestSupport
import Testing

@testable import TextDecoding

/// Text that a program read in the wrong encoding, and lines in another one.
struct MendingTests {
    /// UTF-8 read as ISO 8859-1.
    private func misread(_ text: String) -> String {
        var misread = String.UnicodeScalarView()
        misread.append(contentsOf: text.utf8.map { Unicode.Scalar($0) })
        return String(misread)
    }

    /// UTF-8 read as windows-1252; a byte that has no character there is a control, as programs make it.
    private func misreadAsWindows(_ text: String) -> String {
        text.utf8.map { byte in
            String(bytes: [byte], encoding: .windowsCP1252) ?? String(Unicode.Scalar(byte))
        }.joined()
    }

    @Test(arguments: [Sample.simplified, Sample.traditional, Sample.japanese, Sample.korean, Sample.western])
    func `UTF-8 that was read as Latin is itself again`(sentences: [String]) {
        let text = sentences.joined()
        let latin = TextDecoder.readText(Array(misread(text).utf8))
        #expect(latin.text == text)
        #expect(latin.mending == .misread(as: .system("ISO-8859-1")) && latin.encoding == .utf8)
        let windows = TextDecoder.readText(Array(misreadAsWindows(text).utf8))
        #expect(windows.text == text)
        #expect(windows.mending == .misread(as: .windows1252))
    }

    @Test(arguments: ["工件", "The town’s café\n", "“Night clinic” opens\n", "Größe, Straße", "\u{FEFF}桥"])
    func `few words are enough where chance is no explanation`(text: String) {
        let result = TextDecoder.readText(Array(misreadAsWindows(text).utf8))
        #expect(result.text == (text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text))
    }

    @Test(arguments: [Sample.simplified, Sample.japanese, Sample.western])
    func `UTF-8 that was read as Latin twice is itself again`(sentences: [String]) {
        let text = sentences.joined()
        for twice in [misread(misread(text)), misreadAsWindows(misreadAsWindows(text))] {
            #expect(TextDecoder.readText(Array(twice.utf8)).text == text)
        }
    }

    @Test(arguments: OtherEncodingsTests.multibyte)
    func `a text of another encoding that was read as Latin is itself again`(
        written: OtherEncodingsTests.Written
    ) throws {
        let text = written.sentences.joined()
        let latin = try written.bytes(text).map { Unicode.Scalar($0) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: latin)
        let result = TextDecoder.readText(Array(String(view).utf8))
        #expect(result.text == text && result.mending == .misread(as: .system("ISO-8859-1")))
    }

    @Test func `a line that was read as Latin is itself again among others`() {
        let lines = Sample.simplified
        for misread in [misread, misreadAsWindows] {
            let text = lines[0] + misread(lines[1]) + "\n" + lines[2]
            let result = TextDecoder.readText(Array(text.utf8))
            #expect(result.text == lines[0] + lines[1] + "\n" + lines[2] && result.removed.isEmpty)
            #expect(result.mending != nil)
        }
        let french = "Le « café » d’été\nÇà et là : ÃO, Â«\n"
        #expect(TextDecoder.readText(Array(french.utf8)).text == french)
    }

    @Test(arguments: OtherEncodingsTests.multibyte)
    func `lines of UTF-8 inside another encoding are kept`(written: OtherEncodingsTests.Written) throws {
        let lines = written.sentences.map { $0.trimmingCharacters(in: .newlines) + "\n" }
        for odd in [0...0, 4...5, 9...9] {
            var bytes: [UInt8] = []
            for (number, line) in lines.enumerated() {
                bytes += try odd.contains(number) ? Array(line.utf8) : written.bytes(line)
            }
            let result = TextDecoder.readText(bytes)
            #expect(result.text == lines.joined() && result.removed.isEmpty)
            #expect(result.encoding == written.encoding && result.mending == .lines(odd.count, .utf8))
        }
    }

    @Test func `a line in windows-1252 inside UTF-8 is decoded`() throws {
        let lines = [
            "The ferry keeper’s house is for sale\n", "“We didn’t expect it,” said the baker’s wife – and laughed.\n",
            "The café by the pier is open.\n",
        ]
        let odd = Array(lines[0].utf8) + (try bytes(lines[1], "CP1252")) + Array(lines[2].utf8)
        let more = Array(String(repeating: lines[0], count: 20).utf8)
        let among = TextDecoder.readText(more + odd)
        #expect(among.text.hasSuffix(lines.joined()) && among.mending == .lines(1, .windows1252))
        let result = TextDecoder.readText(odd)
        #expect(result.text == lines.joined() && result.mending != nil && result.removed.isEmpty)
    }

    @Test func `German quotation marks are of windows-1252`() throws {
        let text =
            "„Der Fluss“, sagte der Fährmann, „war noch nie so hoch.“\nVon Ada Moor\n\n„So“, sagte er, „ist es.“ Im Dorf heißt es nur: „Das Boot“.\n"
        let result = TextDecoder.readText(try bytes(text, "CP1252"))
        #expect(result.text == text && result.encoding == .windows1252)
    }

    @Test func `an encoding that somebody named and that does not fit is answered with a better one`() throws {
        let text = Sample.simplified.joined()
        #expect(TextDecoder.readText(Array(text.utf8), as: .shiftJIS).likely == [.utf8])
        #expect(TextDecoder.readText(try bytes(text, "GBK"), as: .utf8).likely == [.gb18030])
        #expect(TextDecoder.readText(try bytes(text, "GBK"), as: .gb18030).likely == [])
    }

    @Test func `what references spell and the sanitizer takes out is counted`() {
        let text = Array("渡口&#27;[31m&ldquo;&#8203;&amp;#x202E; A&B".utf8)
        var expected = SanitizerReport()
        (expected.controls, expected.invisible, expected.bidi) = (5, 1, 1)
        #expect(CharacterReference.hidden(in: text) == expected)
        #expect(CharacterReference.hidden(in: Array("&ldquo;A&B&nbsp;&foo;".utf8)).isEmpty)
    }

    @Test func `a text whose way back is not exact is left alone`() {
        let text = misread(Sample.simplified.joined().filter { $0 != "\n" })
        for spoiled in [
            text + "桥", text + "é", "Ÿ" + text, String(text.dropLast()),
            text.replacing("\u{E6}", with: "e", maxReplacements: 1),
        ] {
            let result = TextDecoder.readText(Array(spoiled.utf8))
            #expect(result.mending == nil)
        }
        for text in [
            "Café à São Paulo", "Ã©", "Â", "CÔTÉ « ÉCOLE »", "IRMÃ — ÃO", "Œuvre, cœur, Šumava", "naïve façade",
        ] {
            #expect(TextDecoder.readText(Array(text.utf8)).text == text)
        }
    }

    @Test func `what comes to light goes through the sanitizer`() {
        let result = TextDecoder.readText(Array(misread(Sample.korean.joined() + "\u{1B}[31m\u{202E}").utf8))
        #expect(result.text == Sample.korean.joined())
        #expect(result.removed.controls == 5 && result.removed.bidi == 1)
    }

    @Test(arguments: OtherEncodingsTests.multibyte)
    func `lines in another encoding inside UTF-8 are decoded alone`(written: OtherEncodingsTests.Written) throws {
        let lines = written.sentences.map { $0.trimmingCharacters(in: .newlines) + "\n" }
        for odd in [1...1, 4...5, 8...9] {
            var bytes: [UInt8] = []
            for (number, line) in (lines + lines + lines).enumerated() {
                bytes += try odd.contains(number) ? written.bytes(line) : Array(line.utf8)
            }
            let result = TextDecoder.readText(bytes)
            #expect(result.text == (lines + lines + lines).joined())
            #expect(result.mending == .lines(odd.count, written.encoding) && result.encoding == .utf8)
        }
    }

    @Test func `an odd line that is damaged, or a few characters, is not guessed`() throws {
        let line = try bytes(Sample.simplified[1] + "\n", "GBK")
        let text = Array(Sample.simplified.joined().utf8)
        let damaged: [[UInt8]] = [[0xFF] + line, line[..<7] + [0xFF] + line[7...], [0xB5, 0xC4, 0x0A], [0xE9, 0x0A]]
        for odd in damaged {
            let result = TextDecoder.readText(text + Array("\n".utf8) + odd + text)
            #expect(result.mending == nil && result.removed.malformed > 0)
        }
    }
}
