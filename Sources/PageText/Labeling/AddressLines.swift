import TextDecoding

/// Lines of a story that are or hold an address on the web or of a mailbox, and would be a contact of the page by themselves.
enum AddressLines {
    /// Ems of a line before an address that is text, at least, unless there is a mark in it.
    private static let shortest = 8

    /// Takes the mark of contacts from lines that go on with the sentence of the line above.
    static func mark(_ lines: inout ContiguousArray<TextLine>, _ extractor: FeatureExtractor) {
        for at in lines.indices.dropFirst() {
            let (line, before) = (lines[at], lines[at - 1])
            guard line.features.contains(.contact), line.gap == 0, isOpen(before),
                at + 1 < lines.count || line.solid > 0
            else { continue }
            extractor.folded.load(extractor.bytes, from: line.start, to: line.end)
            let scalars = extractor.folded.scalars
            guard scalars.indices.contains(where: { isSign(scalars, at: $0) }),
                NewspaperLexicon.contact.count(in: extractor.folded) == 0
            else { continue }
            line.features.remove(.contact)
            // In Han text a full stop of Latin ends no sentence.
            if line.last == 0x2E, before.solid > 0, line.solid == 0 {
                line.features.subtract([.endsSentence, .endsStop])
            }
        }
    }

    /// Ends the sentence of a story's line with an address at its end, where a blank line or nothing follows: no full stop stands
    /// behind an address, and what comes next is another story.
    static func end(_ lines: inout ContiguousArray<TextLine>, _ extractor: FeatureExtractor) {
        for at in lines.indices where at + 1 == lines.count || lines[at + 1].gap > 0 {
            let line = lines[at]
            guard !line.features.contains(.contact), !line.features.contains(.endsSentence) else { continue }
            var end = endsInAddress(line, extractor)
            // The rest of an address that was cut at the end of the line above has no sign of its own.
            if end == .rest, at > 0, line.gap == 0 { end = endsInAddress(lines[at - 1], extractor) }
            if end == .address { lines[at].features.insert([.endsSentence, .endsStop]) }
        }
    }

    private enum End { case address, rest, other }

    /// Whether the last word of a line is an address, or the line is one word that may be the rest of one.
    private static func endsInAddress(_ line: TextLine, _ extractor: FeatureExtractor) -> End {
        guard line.start < line.end, (0x21...0x7E).contains(extractor.bytes[line.end - 1]) else { return .other }
        extractor.folded.load(extractor.bytes, from: line.start, to: line.end)
        let scalars = extractor.folded.scalars
        let start = scalars.lastIndex { !(0x21...0x7E).contains($0) }.map { $0 + 1 } ?? 0
        if (start..<scalars.count).contains(where: { isSign(scalars, at: $0) }) { return .address }
        return start == 0 ? .rest : .other
    }

    /// Whether what is at a place shows that the characters around it are an address: ://, www. or @.
    static func isSign(_ scalars: FoldedScalars, at place: Int) -> Bool {
        switch scalars[place] {
        case 0x40: true
        case 0x3A: scalars[place...].prefix(3).elementsEqual([0x3A, 0x2F, 0x2F])
        case 0x57, 0x77: scalars[place...].prefix(4).elementsEqual([0x77, 0x77, 0x77, 0x2E]) { $0 | 0x20 == $1 | 0x20 }
        default: false
        }
    }

    /// Whether a line is text that goes on.
    private static func isOpen(_ line: TextLine) -> Bool {
        let none: LineFeatures = [
            .endsSentence, .endsSignature, .endsJump, .endsCredit, .byline, .bareName, .signature, .staff,
            .datelineOnly,
            .date, .editors, .contact, .banner, .folio, .advert, .contents, .rubricWord, .jumpTo, .jumpFrom, .capitals,
        ]
        return line.features.isDisjoint(with: none) && (line.ems >= shortest || line.pauses > 0 || line.sentences > 0)
    }

    /// Whether a line ends inside an address: after http:// or www.
    static func isCut(_ bytes: UnsafeBufferPointer<UInt8>, _ line: TextLine) -> Bool {
        let end = bytes[line.start..<line.end].suffix(4).map { $0 | 0x20 }
        return end.suffix(3).elementsEqual("://".utf8) || end.elementsEqual("www.".utf8)
    }
}
