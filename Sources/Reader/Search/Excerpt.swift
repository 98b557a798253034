import Settings
import TextDecoding
import Typesetting

/// A hit in its sentence, on one line: from the sentence's beginning where that leaves room for the hit, else from as far
/// before the hit as there is room for. An ellipsis stands where anything was cut.
struct Excerpt {
    private(set) var glyphs: [Glyph] = []
    /// Columns that the hit takes.
    private(set) var hit = 0..<0

    /// UTF-8 bytes before a hit in which its sentence's beginning is looked for, and of the text after it.
    private static let reach = 360

    /// - Parameters:
    ///   - piece: the text from the beginning of the hit's sentence.
    ///   - range: where the hit stands in it, in UTF-8 bytes.
    ///   - cells: the room that there is.
    init(_ piece: String, hit range: Range<Int>, cells: Int, settings: ReadingSettings) {
        let style = ParagraphStyle(
            measure: 4000, alignment: .ragged, restoresPunctuation: settings.restoresPunctuation,
            ambiguousIsWide: settings.ambiguousIsWide, padsQuotes: settings.padsQuotes)
        guard let line = typeset(piece, style).first(where: { $0.source.contains(range.lowerBound) }) else { return }
        guard let span = line.columns(of: range, limit: .max) else { return }
        // A third of the line before the hit, where the sentence's beginning does not fit.
        var left = 0
        if span.upperBound > cells { left = max(0, min(span.lowerBound - 2, span.upperBound - cells * 2 / 3)) }
        let mark = left > 0 ? (settings.ambiguousIsWide ? 2 : 1) : 0
        if left > 0, mark <= cells { glyphs.append(Glyph(text: "…", cells: mark, column: 0, offset: 0)) }
        let first = line.glyphs.first { $0.column >= left }?.column ?? 0
        var room = cells
        if let last = line.glyphs.last, last.column - first + last.cells + mark > cells {
            room -= settings.ambiguousIsWide ? 2 : 1
        }
        for glyph in line.glyphs where glyph.column >= left && glyph.column - first + glyph.cells + mark <= room {
            glyphs.append(
                Glyph(text: glyph.text, cells: glyph.cells, column: glyph.column - first + mark, offset: glyph.offset))
        }
        if room < cells, room > 0 {
            let column = glyphs.last.map { $0.column + $0.cells } ?? 0
            glyphs.append(Glyph(text: "…", cells: cells - room, column: column, offset: piece.utf8.count))
        }
        let end = glyphs.last.map { $0.column + $0.cells } ?? 0
        let lower = min(end, max(0, span.lowerBound - first + mark))
        hit = lower..<max(lower, min(end, span.upperBound - first + mark))
    }

    /// Enough of a text for a line of a list.
    static func beginning(of text: String) -> String { String(text.unicodeScalars.prefix(120)) }

    /// The text from the beginning of a hit's sentence, and where that begins in its part of the document.
    static func sentence(of found: Hit, in document: StoryDocument) -> (start: Int, text: String) {
        sentence(around: found.range, in: document.parts[found.paragraph].text)
    }

    private static func sentence(around hit: Range<Int>, in text: String) -> (start: Int, text: String) {
        var text = text
        return text.withUTF8 { bytes in
            var start = max(0, min(hit.lowerBound, bytes.count) - reach)
            while start > 0, UTF8Scalar.isTail(bytes[start]) { start -= 1 }
            var end = min(bytes.count, max(hit.lowerBound, min(hit.upperBound, hit.lowerBound + reach)) + reach)
            while end < bytes.count, UTF8Scalar.isTail(bytes[end]) { end += 1 }
            var place = hit.lowerBound
            while place > start {
                if let mark = sentenceEnd(bytes, before: place) {
                    start = mark
                    break
                }
                place -= 1
            }
            while start < hit.lowerBound, bytes[start] == 0x20 { start += 1 }
            // On a wide line more would show.
            let rest = end < bytes.count ? "…" : ""
            return (start, String(decoding: bytes[start..<end], as: UTF8.self) + rest)
        }
    }

    /// Where a sentence ends right before a place: after 。！？ and their closing quotation marks, or a stop and a space.
    private static func sentenceEnd(_ bytes: UnsafeBufferPointer<UInt8>, before place: Int) -> Int? {
        if place >= 2, bytes[place - 1] == 0x20, [0x21, 0x2E, 0x3F].contains(bytes[place - 2]) { return place }
        guard place >= 3 else { return nil }
        let last = UInt32(bytes[place - 3]) << 16 | UInt32(bytes[place - 2]) << 8 | UInt32(bytes[place - 1])
        switch last {
        // 。 ！ ？
        case 0xE38082, 0xEFBC81, 0xEFBC9F:
            // ” 」 』 belong to the sentence that they close.
            guard place + 3 <= bytes.count else { return place }
            let next = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
            return [0xE2809D, 0xE3808D, 0xE3808F].contains(next) ? place + 3 : place
        default: return nil
        }
    }
}
