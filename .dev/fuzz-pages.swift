import Newspaper
import PageText

/// One input: its bytes as text, pages of an edition that vertical tabs separate into files. Traps where a character is
/// lost or made up, where a line is not explained, and where the list of stories differs from the whole edition.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let sources = text.unicodeScalars.split(separator: "\u{0B}", maxSplits: 3).enumerated().map { number, text in
        PageSource(path: "2026-03-06/0\(number + 1).txt", text: String(text))
    }
    let edition = PageParser.edition(from: sources)
    var said = edition.furniture
    for story in edition.stories {
        for part in [story.kicker, story.headline, story.deck, story.byline, story.continued, story.continues] {
            if let part { said.append(part) }
        }
        said += story.body.map(\.text)
        for photo in story.photos { said += [photo.caption, photo.credit ?? ""] }
    }
    let texts = sources.map(\.text)
    precondition(counts(of: texts) == counts(of: said), "a character was lost or made up")
    let readings = PageParser.explanation(of: sources)
    precondition(counts(of: readings.map(\.text)) == counts(of: texts), "a line is not explained")

    let whole = StoriesInMemory(edition)
    let list = PageTextEdition(sources)
    precondition(list.count == whole.count, "a story is missing")
    for position in 0..<list.count {
        precondition(list.story(at: position) == whole.story(at: position), "a story differs")
        precondition(list.header(at: position) == whole.header(at: position), "a header differs")
    }
    return 0
}

/// How often each scalar occurs, without white space and hyphens.
private func counts(of texts: [String]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for text in texts {
        for scalar in text.unicodeScalars
        where !scalar.properties.isWhitespace && ![0xFEFF, 0x2D, 0x2010, 0xAD].contains(scalar.value) {
            counts[scalar.value, default: 0] += 1
        }
    }
    return counts
}
