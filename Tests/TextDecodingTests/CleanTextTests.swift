import Foundation
import TestSupport
import Testing

@testable import TextDecoding

/// UTF-8 is never taken for anything else.
struct CleanTextTests {
    /// Letters and marks of many scripts.
    private static let scripts: [[ClosedRange<UInt32>]] = [
        [0x20...0x7E], [0x61...0x7A, 0xE0...0xF6], [0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F],
        [0x391...0x3A1, 0x3B1...0x3C9],
        [0x410...0x44F], [0x5D0...0x5EA], [0x621...0x63A], [0x905...0x939], [0xE01...0xE2E], [0x10A0...0x10C5],
        [0x3041...0x3093, 0x30A1...0x30F6, 0x4E00...0x5FFF], [0x4E00...0x9FA5, 0x3001...0x3011], [0xAC00...0xD7A3],
        [0x20000...0x2A6D6], [0x1F300...0x1F5FF], [0xFF01...0xFF5E], [0x2010...0x2015, 0x61...0x7A], [0x1E00...0x1E95],
    ]

    private func text(_ random: inout Seeded) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let ranges = Self.scripts.randomElement(using: &random)!
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                let scalar = Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random)!, using: &random))
                text.append(scalar!)
                if Int.random(in: 0..<7, using: &random) == 0 { text.append(" ") }
            }
            text.append("\n")
        }
        return String(text)
    }

    @Test(arguments: 0..<16)
    func `random text in many scripts passes unchanged`(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<1_000 {
            let text = text(&random)
            let result = TextDecoder.readText(Array(text.utf8))
            #expect(result.encoding == .utf8 && result.mending == nil, "\(text)")
            #expect(result.utf8.elementsEqual(text.utf8) || result.removed.unknown > 0, "\(text)")
        }
    }

    @Test(arguments: 0..<8)
    func `a few bad bytes in UTF-8 leave it UTF-8`(seed: UInt64) {
        var random = Seeded(seed: seed)
        for sentences in [Sample.simplified, Sample.traditional, Sample.japanese, Sample.korean, Sample.western] {
            for _ in 0..<50 {
                let characters = Int.random(in: 40...400, using: &random)
                let text = Sample.text(sentences, characters: characters, &random)
                var bytes = Array(text.utf8)
                let isWestern = sentences == Sample.western
                for _ in 0..<(isWestern ? 1 : Int.random(in: 1...3, using: &random)) {
                    let bad = [0xFF, 0x80, 0xA0, 0xB5, 0xE4].randomElement(using: &random)!
                    bytes.insert(UInt8(bad), at: Int.random(in: 0...bytes.count, using: &random))
                }
                guard !isWestern || UTF8Evidence(text).sequences > 8 else { continue }
                let result = TextDecoder.readText(bytes)
                #expect(result.encoding == .utf8 && result.mending == nil, "\(text)")
                #expect(result.text.unicodeScalars.filter { $0 != "\u{FFFD}" }.count >= characters - 3)
            }
        }
    }

    @Test func `ASCII with a stray byte or a cut end is ASCII`() {
        for tail in [[0xFF], [0x80], [0xE4], [0xE4, 0xBD], [0xE2, 0x80], [0x00, 0xFF]] as [[UInt8]] {
            #expect(TextDecoder.readText(Array("The ferry is back".utf8) + tail).encoding == .utf8, "\(tail)")
        }
        #expect(TextDecoder.readText(Array("The ferry ".utf8) + [0xFF] + Array(" is back".utf8)).encoding == .utf8)
    }

    @Test(arguments: 0..<8)
    func `random bytes give text, and nothing in it can steer a terminal`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let names = SourceText.Encoding.mainNames.map { SourceText.Encoding(named: $0) } + [nil, .utf32BigEndian]
        for _ in 0..<400 {
            let mask: UInt8 = [0xFF, 0x7F, 0xBF].randomElement(using: &random)!
            let high: UInt8 = [0, 0x80].randomElement(using: &random)!
            let count = Int.random(in: 0...300, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) & mask | high }
            let result = TextDecoder.readText(bytes, as: names.randomElement(using: &random)!)
            #expect(String(validating: result.utf8, as: UTF8.self) != nil)
            #expect(TextDecoder.read(result.utf8) == SourceText(utf8: result.utf8))
        }
    }

    @Test(.enabled(if: Shared.isThere)) func `the shared pages are UTF-8`() throws {
        let files = try #require(
            FileManager.default.enumerator(at: Shared.folder.appending(path: "pages"), includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "txt" {
            let bytes = Array(try Data(contentsOf: file))
            let result = TextDecoder.readText(bytes)
            #expect(result.encoding == .utf8 && result.mending == nil && result.likely.isEmpty, "\(file.path)")
            count += 1
        }
        #expect(count > 0)
    }

    @Test(
        .enabled(if: Shared.isThere),
        arguments: [
            ("big5", SourceText.Encoding.big5, 0), ("shift-jis", .shiftJIS, 0), ("euc-kr", .eucKR, 0),
            ("windows-1252", .windows1252, 0), ("gbk-one-bad-byte", .gb18030, 1), ("gbk-cut-short", .gb18030, 1),
            ("gbk-line-in-utf8", .utf8, 0), ("utf8-read-as-latin1", .utf8, 0),
        ])
    func `the shared cases are decoded`(name: String, encoding: SourceText.Encoding, malformed: Int) throws {
        let bytes = Array(try Data(contentsOf: Shared.folder.appending(path: "cases/encodings/\(name).txt")))
        let result = TextDecoder.readText(bytes)
        #expect(result.encoding == encoding && result.removed.malformed == malformed)
        #expect(result.text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == malformed)
        #expect((result.mending != nil) == (encoding == .utf8))
    }
}

extension UTF8Evidence {
    init(_ text: String) { self = Array(text.utf8).withUnsafeBufferPointer { UTF8Evidence($0) } }
}
