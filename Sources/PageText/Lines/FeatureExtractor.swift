/// Finds features in the words of a line: in all of a short line, and at the two ends of a long one.
struct FeatureExtractor {
    let bytes: UnsafeBufferPointer<UInt8>
    let folded = FoldedText()

    /// A line longer than this is text, and only its two ends are read.
    static let shortLine = 84
    /// UTF-8 bytes of a line that is read as a whole, at most.
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
            if endsWithSaying { line.features.insert(.endsQuote) }
            findWhole(&line)
            if line.features.isDisjoint(with: [.byline, .signature, .creditOnly, .jumpTo, .jumpFrom]) {
                findAttribution(&line)
            }
        } else {
            folded.load(bytes, from: line.start, to: line.end, limit: Self.headLength)
            findStart(&line)
            folded.load(
                bytes, from: FoldedText.tail(bytes, from: line.start, to: line.end, limit: Self.tailLength),
                to: line.end)
            findAttribution(&line)
        }
    }

    private func findEnds(_ line: inout TextLine) {
        let classes = CharacterClasses.shared
        let solid = FoldedText.fold(line.lastSolid)
        switch classes.of(line.lastSolid) {
        // 31.|6%: a point after a digit in Han text is no full stop.
        case .terminal where solid == 0x2E && line.solid > 0 && line.last == line.lastSolid && endsWithFigure(line):
            break
        case .terminal:
            line.features.insert(.endsSentence)
            if solid == 0x3002 || solid == 0x2E || solid == 0xFF61 { line.features.insert(.endsStop) }
        case .pause: line.features.insert(solid == 0x3A ? .endsColon : .endsPause)
        default: break
        }
        // …谁还写信?’”: the apostrophe closes a quotation.
        if line.lastSolid == 0x2019, line.last != 0x2019, endsInsideQuotes(line) { line.features.insert(.endsSentence) }
        let last = classes.of(line.last)
        if last == .closing || last == .quote, line.last != 0x29, line.last != 0xFF09 {
            line.features.insert(.endsQuote)
        }
        // A Korean sentence ends in 다 even where its full stop was lost.
        if line.hangul > 0, line.lastSolid == 0xB2E4, line.hangul > 8 { line.features.insert(.endsQuote) }
        if line.last == 0x2D || line.last == 0x2010 || line.last == 0xAD || line.last == 0xFF0D {
            line.features.insert(.endsHyphen)
        }
        switch classes.of(line.first) {
        case .closing, .pause, .terminal, .lower: line.features.insert(.startsInside)
        case .upper: line.features.insert(.startsCapital)
        case .opening, .quote: line.features.insert(.startsQuote)
        case .dash: line.features.insert(.startsDash)
        default: break
        }
        if line.upper >= 2, line.lower == 0, line.solid == 0, line.hangul == 0 { line.features.insert(.capitals) }
    }

    /// Whether a full stop, ? or ! is before the single and double quotes at the end.
    private func endsInsideQuotes(_ line: TextLine) -> Bool {
        var end = line.end
        // Curly quotes have three bytes; U+2019 and U+201D differ in the last.
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

    /// …”他说: a quotation, and who said it.
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

    private func findAttribution(_ line: inout TextLine) {
        // 据新华社某地8月16日电（记者 宁静） on a line of its own is no signature.
        if line.features.contains(.datelineOnly), !line.features.contains(.bracketed) { return }
        guard let tail = TrailingAttribution.read(folded) else { return }
        line.attributionOffset = folded.offsets[tail.from] - line.start
        switch tail.kind {
        case .jump: line.features.insert(.endsJump)
        case .signature: line.features.insert(.endsSignature)
        case .credit: line.features.insert(.endsCredit)
        case .either: line.features.formUnion([.endsCredit, .endsSignature])
        }
        // The text before it decides whether a sentence ended.
        var before = tail.from - 1
        while before >= 0, [.space, .closing, .quote].contains(folded.kind(before)) { before -= 1 }
        line.features.subtract([.endsSentence, .endsStop, .endsColon, .endsPause, .endsHyphen])
        if before >= 0, folded.kind(before) == .terminal {
            line.features.insert([.endsSentence, .endsStop])
        }
    }
}
