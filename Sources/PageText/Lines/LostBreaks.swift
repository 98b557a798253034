import Glibc
import TextDecoding

/// A page of Han text whose line breaks were lost, as one long line: it is cut where conventions show that a story begins.
///
/// A dateline or a byline with a heading before it begins a story; what follows a full stop and a blank is a paragraph. A line
/// without any of them is left alone.
struct LostBreaks {
    /// UTF-8 bytes of a line that may be a page, at least and at most.
    private static let lengths = 450...400_000
    /// Scalars of a heading, of the page's number and date before it, and of the editors' line at the end, at most.
    private static let longestHeading = 60
    private static let longestByline = 40

    private let bytes: UnsafeBufferPointer<UInt8>
    private let text = FoldedText()
    private let part = FoldedText()
    /// Where a line begins, in scalars.
    private var starts: Set<Int> = []
    private var stories = 0

    /// The text with its breaks, and the printed line of each of its lines; nil where it is not one long line, or where nothing
    /// shows how to cut it.
    static func restored(_ utf8: [UInt8]) -> SideBySideColumns.Text? {
        utf8.withUnsafeBufferPointer { bytes in
            guard let line = onlyLine(bytes), lengths.contains(line.count) else { return nil }
            var breaks = LostBreaks(bytes: bytes)
            breaks.text.load(bytes, from: line.lowerBound, to: line.upperBound)
            breaks.findStarts()
            guard breaks.stories > 0 else { return nil }
            return breaks.cut(line)
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The one line of a text that is not blank; nil where it has more.
    private static func onlyLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let base = bytes.baseAddress, bytes.count >= lengths.lowerBound else { return nil }
        var start = 0
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        var end = bytes.count
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end - start >= lengths.lowerBound, memchr(base + start, 0x0A, end - start) == nil,
            memchr(base + start, 0x0D, end - start) == nil, memchr(base + start, 0x0C, end - start) == nil
        else { return nil }
        return start..<end
    }

    private mutating func findStarts() {
        // The end of the last sentence: a heading begins there.
        var heading = headEnd()
        if heading > 0 { starts.insert(heading) }
        var at = 0
        while at < text.count {
            if text.kind(at) == .terminal, text.scalars[at] != 0x2E {
                at = endOfSentence(at)
                heading = at
                if at < text.count, text.scalars[at] == 0x20 { starts.insert(at) }
                continue
            }
            if let end = dateline(at) ?? byline(at), at - heading <= Self.longestHeading {
                starts.formUnion([heading, at])
                stories += 1
                if end < text.count, text.scalars[end] == 0x20 { starts.insert(end) }
                at = end
                heading = at
                continue
            }
            if isEditorsLine(at) {
                starts.insert(at)
                break
            }
            at += 1
        }
    }

    /// The end of the page's number, name and date, which are before the first heading.
    private func headEnd() -> Int {
        var (end, hasNumber) = (0, false)
        var place = Cursor(text)
        while place.at < min(text.count, Self.longestHeading) {
            var token = place
            while !token.isAtEnd, token.next != 0x20 { token.at += 1 }
            let (from, to) = (place.at, token.at)
            var number = Cursor(text, at: from, end: to)
            let isNumber = PageNumber.consume(&number) != nil && number.isAtEnd
            part.load(bytes, from: text.offsets[from], to: text.offsets[to])
            let isHead =
                isNumber || CalendarDate.find(part).map { $0.to - $0.from + 4 >= part.count } ?? false
                || NewspaperLexicon.weekday.match(part.scalars, at: 0, end: part.count) > 0
                || hasNumber && to - from <= 4
                || NewspaperLexicon.sectionNames.match(part.scalars, at: 0, end: part.count) == part.count
            guard isHead else { break }
            (end, hasNumber) = (to, isNumber)
            place = token
            place.skipSpaces()
        }
        return end
    }

    /// Behind the marks, quotes and brackets that belong to a sentence, also the name and the jump line in brackets.
    private func endOfSentence(_ from: Int) -> Int {
        var at = from
        while at < text.count, [.terminal, .closing, .quote].contains(text.kind(at)) { at += 1 }
        guard at < text.count, text.scalars[at] == 0x28,
            let close = (at..<min(text.count, at + 24)).first(where: { text.scalars[$0] == 0x29 }),
            JumpLine.read(text, from: at, to: close + 1) != nil
                || Byline.read(text, from: at + 1, to: close, frame: .bracket)?.hasRole == true
        else { return at }
        return close + 1
    }

    /// The end of a dateline that begins here: 本报讯（记者 王明）.
    private func dateline(_ at: Int) -> Int? {
        var cursor = Cursor(text, at: at)
        let isBracket = cursor.next == 0x5B
        guard isBracket || cursor.consume(NewspaperLexicon.house) || cursor.consume(NewspaperLexicon.agency) else {
            return nil
        }
        let offset = text.offsets[at]
        part.load(bytes, from: offset, to: text.offsets[min(text.count, at + FeatureExtractor.headLength)])
        guard let found = Dateline.read(part) else { return nil }
        let last = part.scalars[found.length - 1]
        guard [0x29, 0x5D, 0x8BAF, 0x8A0A].contains(last), isBracket ? !found.credits.isEmpty : true else { return nil }
        return at + found.length
    }

    /// The end of a byline that begins here, behind a blank and before one: 本报记者 王明.
    private func byline(_ at: Int) -> Int? {
        guard at > 0, text.scalars[at - 1] == 0x20 else { return nil }
        let cursor = Cursor(text, at: at)
        guard
            cursor.mayBegin(NewspaperLexicon.house) || cursor.mayBegin(NewspaperLexicon.reporter)
                || NewspaperLexicon.bylineBullet.contains(cursor.next)
        else { return nil }
        var end: Int?
        for place in (at + 4)..<max(at + 5, min(text.count, at + Self.longestByline)) where text.scalars[place] == 0x20
        {
            if let byline = Byline.read(text, from: at, to: place), byline.hasRole, byline.names > 0 { end = place }
        }
        return end
    }

    /// 责编 闻亦, at the very end.
    private func isEditorsLine(_ at: Int) -> Bool {
        text.count - at <= Self.longestHeading && (at == 0 || text.scalars[at - 1] == 0x20)
            && NewspaperLexicon.editors.match(text.scalars, at: at, end: text.count) > 1
    }

    private func cut(_ line: Range<Int>) -> SideBySideColumns.Text {
        var result = SideBySideColumns.Text(utf8: Array(bytes[..<line.lowerBound]), printedLines: [])
        var number: Int32 = 1
        for byte in bytes[..<line.lowerBound] where byte == 0x0A {
            result.printedLines.append(number)
            number += 1
        }
        var from = 0
        let offsets = text.offsets
        for start in starts.sorted() + [text.count] where start > from {
            result.utf8 += bytes[offsets[from]..<offsets[start]]
            if start < text.count {
                result.utf8 += [0x0A, 0x0A]
                result.printedLines += [number, number]
            }
            from = start
        }
        result.utf8 += bytes[line.upperBound...]
        for byte in bytes[line.upperBound...] where byte == 0x0A {
            result.printedLines.append(number)
            number += 1
        }
        result.printedLines.append(number)
        return result
    }
}
