#if canImport(Glibc)
    import Glibc
#endif

/// Captions between the two halves of a paragraph that a column's end has cut.
///
/// Here they are found by words: a column's end cuts about every second time through a word, so the last character before
/// the cut and the first after it are likelier to belong together if the same two are neighbours elsewhere on the page.
enum InterposedCaptions {
    /// Width in Han of a caption without a credit.
    static let widths = 6...42
    /// Captions between two halves, at most.
    static let longest = 3

    /// On a page of whole paragraphs: whole sentences between a line that stops in the middle of a sentence and the line
    /// that continues it.
    static func markByWords(
        _ lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>, _ shape: PageShape
    ) {
        guard !shape.isWrapped, let top = lines.first, let foot = lines.last else { return }
        let page = UnsafeBufferPointer(rebasing: bytes[top.start..<foot.end])
        let ends: LineFeatures = [.endsSentence, .endsColon, .endsSignature, .endsJump, .endsCredit]
        for open in lines.indices.dropLast(2) {
            let first = lines[open]
            guard first.ems >= 12, first.features.isDisjoint(with: ends.union(.furniture)),
                mayLieBetween(lines[open + 1])
            else { continue }
            // The gaps on both sides are the same, and wider than elsewhere.
            let gap = lines[open + 1].gap
            if gap > max(1, shape.gap) {
                var to = open + 1
                while to < lines.count, lines[to].gap == gap, mayLieBetween(lines[to]) { to += 1 }
                if to < lines.count, lines[to].gap == gap, lines[to].ems > 2 * widths.lowerBound {
                    for between in (open + 1)..<to { lines[between].features.insert(.interposed) }
                    continue
                }
            }
            if first.solid == 0, first.hangul == 0 {
                markLatin(&lines, open)
                continue
            }
            if meet(first, lines[open + 1], page) { continue }
            var at = open + 1
            while at < lines.count, at - open <= longest, mayLieBetween(lines[at]) { at += 1 }
            guard at < lines.count else { continue }
            // The nearest line that fits is the other half.
            var half: Int?
            for other in stride(from: at, to: open + 1, by: -1) where meet(first, lines[other], page) { half = other }
            if let half {
                for between in (open + 1)..<half { lines[between].features.insert(.interposed) }
            } else if lines[open + 1].features.contains(.pictured),
                lines[open + 2].features.isDisjoint(with: [.newsStart, .startsQuote, .dateline])
            {
                lines[open + 1].features.insert(.mayBeCaption)
            }
        }
    }

    /// In Latin and similar scripts: sentences that begin with a capital, before a line that begins with a small letter.
    private static func markLatin(_ lines: inout ContiguousArray<TextLine>, _ open: Int) {
        var at = open + 1
        while at < lines.count, at - open <= longest, mayLieBetween(lines[at]),
            lines[at].features.contains(.startsCapital)
        {
            at += 1
        }
        guard at > open + 1, at < lines.count, lines[at].lower > 0, lines[at].features.contains(.startsInside),
            CharacterClasses.shared.of(lines[at].first) == .lower
        else { return }
        for between in (open + 1)..<at { lines[between].features.insert(.interposed) }
    }

    /// Whether the line is a whole sentence, and short enough for a caption.
    private static func mayLieBetween(_ line: TextLine) -> Bool {
        (widths.contains(line.ems) || line.solid == 0 && line.hangul == 0 && line.ems <= 70)
            && line.features.contains(.endsStop) && line.quotes == 0 && line.depth == 0
            && line.features.isDisjoint(with: [
                .startsQuote, .endsQuote, .startsInside, .startsClipped, .startsNumber, .startsBullet, .startsSpeaker,
                .dateline,
                .endsCredit, .creditBelow, .captionStart, .endsSignature,
            ])
    }

    /// Whether the last character of one line and the first of the other are neighbours somewhere on the page.
    private static func meet(_ line: TextLine, _ next: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isWordful(line.last), isWordful(next.first) else { return false }
        let pair = [line.last, next.first].compactMap(Unicode.Scalar.init).flatMap { Array(UTF8.encode($0) ?? .init()) }
        return contains(bytes, pair)
    }

    private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ pair: [UInt8]) -> Bool {
        guard let start = bytes.baseAddress, let last = pair.last else { return false }
        // Of a character's bytes the last differs most.
        let before = pair.count - 1
        var at = before
        while at < bytes.count, let found = memchr(start + at, Int32(last), bytes.count - at) {
            let place = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            if memcmp(start + place - before, pair, before) == 0 { return true }
            at = place + 1
        }
        return false
    }

    /// Han or Hangul: any pair of letters or digits can be found on almost every page.
    private static func isWordful(_ scalar: UInt32) -> Bool {
        let kind = CharacterClasses.shared.of(scalar)
        return kind == .han || kind == .hangul
    }
}
