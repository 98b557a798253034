#if canImport(Glibc)
    import Glibc
#endif

/// Whole sentences that may be captions, between a paragraph that a column's end cut and what may be its other half.
///
/// A cut goes through words as often as not: two characters that meet elsewhere on the page are likelier halves of one
/// than two that never do.
enum Seams {
    /// Width in Han of a caption that nobody is credited for.
    static let widths = 6...42
    /// Captions that lie between two halves, at most.
    static let longest = 3

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>, _ shape: PageShape)
    {
        guard !shape.isWrapped, let top = lines.first, let foot = lines.last else { return }
        let page = UnsafeBufferPointer(rebasing: bytes[top.start..<foot.end])
        let ends: Clues = [.endsSentence, .endsColon, .endsSignature, .endsJump, .endsCredit]
        for open in lines.indices.dropLast(2) {
            let first = lines[open]
            guard first.ems >= 12, first.clues.isDisjoint(with: ends.union(.furniture)), mayLieBetween(lines[open + 1])
            else { continue }
            // Set off alike on both sides, and further than lines else are.
            let gap = lines[open + 1].gap
            if gap > max(1, shape.gap) {
                var to = open + 1
                while to < lines.count, lines[to].gap == gap, mayLieBetween(lines[to]) { to += 1 }
                if to < lines.count, lines[to].gap == gap, lines[to].ems > 2 * widths.lowerBound {
                    for between in (open + 1)..<to { lines[between].clues.insert(.setOff) }
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
            // The farthest first: what stands nearer may be one caption more.
            var half: Int?
            for other in stride(from: at, to: open + 1, by: -1) where meet(first, lines[other], page) { half = other }
            if let half {
                for between in (open + 1)..<half { lines[between].clues.insert(.setOff) }
            } else if lines[open + 1].clues.contains(.pictured),
                lines[open + 2].clues.isDisjoint(with: [.newsStart, .startsQuote, .opening])
            {
                lines[open + 1].clues.insert(.mayBeCaption)
            }
        }
    }

    /// Among letters a sentence that begins with a capital lies between a word and the small letter that goes on with it.
    private static func markLatin(_ lines: inout ContiguousArray<TextLine>, _ open: Int) {
        var at = open + 1
        while at < lines.count, at - open <= longest, mayLieBetween(lines[at]), lines[at].clues.contains(.startsCapital)
        {
            at += 1
        }
        guard at > open + 1, at < lines.count, lines[at].lower > 0, lines[at].clues.contains(.startsInside),
            ScalarClasses.shared.of(lines[at].first) == .lower
        else { return }
        for between in (open + 1)..<at { lines[between].clues.insert(.setOff) }
    }

    /// A whole sentence, short enough.
    private static func mayLieBetween(_ line: TextLine) -> Bool {
        (widths.contains(line.ems) || line.solid == 0 && line.hangul == 0 && line.ems <= 70)
            && line.clues.contains(.endsStop) && line.quotes == 0 && line.depth == 0
            && line.clues.isDisjoint(with: [
                .startsQuote, .endsQuote, .startsInside, .startsClipped, .startsNumber, .startsBullet, .startsSpeaker,
                .opening,
                .endsCredit, .creditBelow, .captionStart, .endsSignature,
            ])
    }

    /// The last character of one line and the first of the other stand side by side somewhere on the page.
    private static func meet(_ line: TextLine, _ next: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isWordful(line.last), isWordful(next.first) else { return false }
        let pair = [line.last, next.first].compactMap(Unicode.Scalar.init).flatMap { Array(UTF8.encode($0) ?? .init()) }
        return contains(bytes, pair)
    }

    private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ pair: [UInt8]) -> Bool {
        guard let start = bytes.baseAddress, let last = pair.last else { return false }
        // The last byte of UTF-8 differs most.
        let before = pair.count - 1
        var at = before
        while at < bytes.count, let found = memchr(start + at, Int32(last), bytes.count - at) {
            let place = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            if memcmp(start + place - before, pair, before) == 0 { return true }
            at = place + 1
        }
        return false
    }

    /// Han or Hangul: a pair of letters or figures is to be found on every page.
    private static func isWordful(_ scalar: UInt32) -> Bool {
        let kind = ScalarClasses.shared.of(scalar)
        return kind == .han || kind == .hangul
    }
}
