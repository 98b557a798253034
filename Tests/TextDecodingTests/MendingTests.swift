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

    @Test func `a text whose way back is not exact is left alone`() {
        let text = misread(Sample.simplified.joined())
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
