import Newspaper
import PageText

/// One input: its bytes as text, a page; traps where a character is lost or made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let source = PageSource(path: "2026-03-06/01.txt", text: text)
    let edition = PageParser.edition(from: [source])
    var said = edition.furniture
    for story in edition.stories {
        for part in [story.kicker, story.headline, story.deck, story.byline, story.continued, story.continues] {
            if let part { said.append(part) }
        }
        said += story.body.map(\.text)
        for photo in story.photos { said += [photo.caption, photo.credit ?? ""] }
    }
    precondition(counts(of: [text]) == counts(of: said), "a character was lost or made up")
    let readings = PageParser.explanation(of: [source])
    precondition(counts(of: readings.map(\.text)) == counts(of: [text]), "a line is not explained")
    return 0
}

/// How often each scalar stands there, white space and hyphens left out.
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
