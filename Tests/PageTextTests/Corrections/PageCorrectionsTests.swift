import Newspaper
import TestSupport
import Testing

@testable import PageText

/// The file of corrections.
struct PageCorrectionsTests {
    private func address(_ words: String, _ before: String = "", _ after: String = "") -> LineAddress {
        LineAddress(page: [1], words: words, before: before, after: after)
    }

    @Test func `what is written is read back as it was`() {
        var corrections = PageCorrections()
        for (number, ruling) in LineRuling.all.enumerated() {
            corrections.set(ruling, of: address("第\(number)行\t里有制表符", "前一行", number % 2 == 0 ? "" : "后一行"))
        }
        let read = PageCorrections(file: corrections.file)
        #expect(read == corrections && read.all.map(\.ruling) == LineRuling.all)
        #expect(PageCorrections(file: read.file) == read)
    }

    @Test func `the file is a line for each correction, that a person can read and write`() {
        var corrections = PageCorrections()
        corrections.set(.kind(.headline), of: address("护林员的望远镜", "晚班船", "孟广田"))
        #expect(
            String(decoding: corrections.file, as: UTF8.self).split(separator: "\n").last
                == "headline\t护林员的望远镜\t晚班船\t孟广田")
        let byHand = PageCorrections(file: Array("\u{FEFF}# mine\r\n\r\n Text\t老谭在船头系缆。\r\njoins\t跳板。\r\n".utf8))
        #expect(
            byHand.all == [
                LineCorrection(.kind(.paragraph), words: "老谭在船头系缆。"), LineCorrection(.joins, words: "跳板。"),
            ])
        #expect(byHand.unknown.isEmpty)
    }

    @Test func `what is said of a line replaces what was said before, and can be taken back`() {
        var corrections = PageCorrections()
        corrections.set(.kind(.deck), of: address("渡口", "上", "下"))
        corrections.set(.joins, of: address("渡口", "上", "别处"))
        corrections.set(.kind(.kicker), of: address("渡 口", "上", "下"))
        #expect(corrections.all.map(\.ruling) == [.joins, .kind(.kicker)])
        corrections.set(nil, of: address("渡口", "上", "下"))
        corrections.set(nil, of: address("没有的", "上", "下"))
        #expect(corrections.all.map(\.ruling) == [.joins])
    }

    @Test func `a bad line costs itself, and stays in the file`() {
        let file = "headline\t渡口\nheading\t桥头\ncaption\nkicker\t \n\nbegins\t凉亭\t\t\t\t多余\n\u{1B}[31mdeck\t灯\n"
        let corrections = PageCorrections(file: Array(file.utf8))
        #expect(corrections.all.map(\.words) == ["渡口", "凉亭"])
        #expect(corrections.unknown == ["heading\t桥头", "caption", "kicker\t ", "\u{1B}[31mdeck\t灯"])
        #expect(PageCorrections(file: corrections.file) == corrections)
    }

    @Test func `nothing hostile comes out of it, and no file is too large`() {
        let hostile = PageCorrections(
            file: Array("headline\t渡\u{1B}[2J口\u{202E}\u{0007}\n".utf8) + [0xFF, 0xFE, 0x00, 0x0A])
        #expect(hostile.all.map(\.words) == ["渡口"])
        let long = PageCorrections(file: Array(("caption\t" + String(repeating: "长", count: 100_000) + "\n").utf8))
        #expect(long.all[0].words.unicodeScalars.count == LineCorrection.longestWords)
        let many = PageCorrections(file: Array(String(repeating: "deck\t灯\n", count: 200_000).utf8))
        #expect(many.all.count <= PageCorrections.mostLines)
        var random = Seeded(seed: 7)
        for _ in 0..<200 {
            let bytes = (0..<300).map { _ in
                [UInt8.random(in: 0...255, using: &random), 0x09, 0x0A, 0x65].randomElement(using: &random)!
            }
            let read = PageCorrections(file: bytes + Array("\ndeck\t灯\n".utf8))
            #expect(read.all.last?.words == "灯")
        }
    }
}
