import Newspaper
import PageText

/// One input: its bytes as text, pages of an edition that vertical tabs separate into files. Traps where a character is
/// lost or made up, where a line is not explained, and where the list of stories differs from the whole edition; of the pages
/// as they are, and with corrections of some of their lines.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let pages = text.unicodeScalars.split(separator: "\u{0B}", maxSplits: 3).map { String($0) }
    check(pages.enumerated().map { PageSource(path: "2026-03-06/0\($0 + 1).txt", text: $1) })
    check(
        pages.enumerated().map {
            PageSource(path: "2026-03-06/0\($0 + 1).txt", text: $1, corrections: corrections(of: $1))
        })
    return 0
}

/// Corrections of some lines, the same for the same text.
private func corrections(of page: String) -> PageCorrections {
    var corrections = PageCorrections()
    let lines = page.split(whereSeparator: \.isNewline).map(String.init)
    var state: UInt64 = 1
    for at in lines.indices {
        for byte in lines[at].utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        guard state >> 32 & 3 == 0 else { continue }
        let ruling = LineRuling.all[Int(state >> 40) % LineRuling.all.count]
        corrections.set(
            ruling,
            of: LineAddress(
                page: [1], words: lines[at], before: at > 0 ? lines[at - 1] : "",
                after: at + 1 < lines.count ? lines[at + 1] : ""))
    }
    precondition(PageCorrections(file: corrections.file).all.count <= corrections.all.count, "a correction was made up")
    return corrections
}

private func check(_ sources: [PageSource]) {
    let edition = PageParser.edition(from: sources)
    let texts = sources.map(\.text)
    precondition(counts(of: texts) == counts(of: words(of: edition)), "a character was lost or made up")
    let readings = PageParser.explanation(of: sources)
    precondition(counts(of: readings.map(\.text)) == counts(of: texts), "a line is not explained")

    let whole = StoriesInMemory(edition)
    let list = PageTextEdition(sources)
    precondition(list.count == whole.count, "a story is missing")
    for position in 0..<list.count {
        precondition(list.story(at: position) == whole.story(at: position), "a story differs")
        precondition(list.header(at: position) == whole.header(at: position), "a header differs")
    }
}
