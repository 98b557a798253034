/// Reads the first and the last of a line, and all of a short one, for what the trade's words say.
struct ClueFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let folded = Folded()

    /// A line longer than this is text, and only its two ends are read.
    static let shortLine = 84
    /// UTF-8 bytes that a line has at most of which all is read.
    static let longestShort = shortLine * 3
    static let headLength = 64
    static let tailLength = 48

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func find(_ line: inout TextLine) {
        findEnds(&line)
        let isShort = line.length <= Self.longestShort && line.width <= Self.shortLine * 2
        if isShort {
            folded.load(bytes, from: line.start, to: line.end)
            findStart(&line)
            if endsWithSaying { line.clues.insert(.endsQuote) }
            findWhole(&line)
            if line.clues.isDisjoint(with: [.byline, .signature, .creditOnly, .jumpTo, .jumpFrom]) { findTail(&line) }
        } else {
            folded.load(bytes, from: line.start, to: line.end, limit: Self.headLength)
            findStart(&line)
            folded.load(
                bytes, from: Folded.tail(bytes, from: line.start, to: line.end, limit: Self.tailLength), to: line.end)
            findTail(&line)
        }
    }

    private func findEnds(_ line: inout TextLine) {
        let classes = ScalarClasses.shared
        let solid = Folded.fold(line.lastSolid)
        switch classes.of(line.lastSolid) {
        // 31.|6%: a point behind a figure among Han is no full stop.
        case .terminal where solid == 0x2E && line.solid > 0 && line.last == line.lastSolid && endsWithFigure(line):
            break
        case .terminal:
            line.clues.insert(.endsSentence)
            if solid == 0x3002 || solid == 0x2E || solid == 0xFF61 { line.clues.insert(.endsStop) }
        case .pause: line.clues.insert(solid == 0x3A ? .endsColon : .endsPause)
        default: break
        }
        // …谁还写信?’”: the apostrophe closes a quotation.
        if line.lastSolid == 0x2019, line.last != 0x2019, endsInsideQuotes(line) { line.clues.insert(.endsSentence) }
        if [.closing, .quote].contains(classes.of(line.last)), line.last != 0x29, line.last != 0xFF09 {
            line.clues.insert(.endsQuote)
        }
        // A Korean sentence ends in 다 even where its full stop was lost.
        if line.hangul > 0, line.lastSolid == 0xB2E4, line.hangul > 8 { line.clues.insert(.endsQuote) }
        if line.last == 0x2D || line.last == 0x2010 || line.last == 0xAD || line.last == 0xFF0D {
            line.clues.insert(.endsHyphen)
        }
        switch classes.of(line.first) {
        case .closing, .pause, .terminal, .lower: line.clues.insert(.startsInside)
        case .upper: line.clues.insert(.startsCapital)
        case .opening, .quote: line.clues.insert(.startsQuote)
        case .dash: line.clues.insert(.startsDash)
        default: break
        }
        if line.upper >= 2, line.lower == 0, line.solid == 0, line.hangul == 0 { line.clues.insert(.capitals) }
    }

    /// A full stop, ? or ! stands before the single and double quotes at the end.
    private func endsInsideQuotes(_ line: TextLine) -> Bool {
        var end = line.end
        // Curly quotes are three bytes, U+2019 and U+201D differ in the last.
        while end - 3 > line.start, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
            [0x99, 0x9D].contains(bytes[end - 1])
        {
            end -= 3
        }
        switch bytes[end - 1] {
        case 0x21, 0x2E, 0x3F: return true
        case 0x82: return end - 3 >= line.start && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80
        case 0x81, 0x9F: return end - 3 >= line.start && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBC
        default: return false
        }
    }

    /// …”他说: the words of somebody, and who said them.
    private var endsWithSaying: Bool {
        guard let last = folded.scalars.last, Self.saying.contains(last) else { return false }
        let head = max(0, folded.count - 8)
        return folded.scalars[head...].contains { $0 == 0x201D || $0 == 0x300D }
    }
    private static let saying = StaticMarks("说道說")

    private func endsWithFigure(_ line: TextLine) -> Bool {
        let before = line.end - (line.last < 0x80 ? 2 : 4)
        return before >= line.start && (0x30...0x39).contains(bytes[before])
    }

    private func findTail(_ line: inout TextLine) {
        // 据新华社某地8月16日电（记者 宁静）, alone on its line, signs nothing.
        if line.clues.contains(.openingOnly), !line.clues.contains(.bracketed) { return }
        guard let tail = Tail.read(folded) else { return }
        line.closing = folded.offsets[tail.from] - line.start
        switch tail.kind {
        case .jump: line.clues.insert(.endsJump)
        case .signature: line.clues.insert(.endsSignature)
        case .credit: line.clues.insert(.endsCredit)
        case .either: line.clues.formUnion([.endsCredit, .endsSignature])
        }
        // What stands before it tells whether a sentence ended.
        var before = tail.from - 1
        let classes = ScalarClasses.shared
        while before >= 0, [.space, .closing, .quote].contains(classes.of(folded.scalars[before])) { before -= 1 }
        line.clues.subtract([.endsSentence, .endsStop, .endsColon, .endsPause, .endsHyphen])
        if before >= 0, classes.of(folded.scalars[before]) == .terminal {
            line.clues.insert([.endsSentence, .endsStop])
        }
    }
}
