import Newspaper

/// The text of one file of pages, decoded and sanitized (see TextDecoder). Form feeds separate its pages.
package struct PageSource: Sendable {
    /// The file's path: its last components give page number, page name and date where the folio does not.
    package var path: String
    /// Well-formed UTF-8, with the parts of Hangul syllables composed, with columns one after another, without the spaces of
    /// letter-spaced lines, and with the doubled characters of faked bold once.
    package var utf8: [UInt8]
    /// Characters that faked bold had doubled, each removed once.
    package let doubled: Int
    /// The numbers of the lines that its lines were printed on; nil where they are the same.
    private let printedLines: [Int32]?
    /// What its corrections are asked for by; whoever reads the file knows what the bytes mean. Empty where there can be none.
    package let key: [UInt8]
    /// What readers have said about its lines.
    package let corrections: PageCorrections
    /// The lines that they speak of.
    let settled: SettledLines
    /// Where its lines stand.
    let places: LinePlaces
    /// The pictures of lines, by the offset at which each begins (see `LaidLine.pictures`).
    var pictures: [Int: [PrintedPicture]] = [:]

    /// A file of pages by its path and its bytes.
    package init(
        path: String, utf8: [UInt8], key: [UInt8] = [], corrections: PageCorrections = PageCorrections()
    ) {
        self.path = path
        self.key = key
        self.corrections = corrections
        let utf8 = ComposedHangul.of(utf8) ?? utf8
        // Before the others, as the others move what comes after them on a line.
        let columns = SideBySideColumns.read(utf8) ?? LostBreaks.restored(utf8)
        printedLines = columns?.printedLines
        let text = columns?.utf8 ?? utf8
        let merged = DoubledCharacters.merged(text) ?? (text, removed: 0)
        doubled = merged.removed
        places = LinePlaces()
        self.utf8 = LetterSpacing.closed(merged.utf8) ?? merged.utf8
        settled = self.utf8.withUnsafeBufferPointer { SettledLines(corrections.all, in: $0) }
    }

    /// Text in reading order of whose lines something is known: what the line at an offset may be, and where it stands.
    init(
        path: String, laid utf8: [UInt8], roles: [Int: LaidLine.Role], places: LinePlaces, key: [UInt8],
        corrections: PageCorrections
    ) {
        self.path = path
        self.key = key
        self.corrections = corrections
        printedLines = nil
        doubled = 0
        self.places = places
        self.utf8 = utf8
        settled = utf8.withUnsafeBufferPointer { SettledLines(corrections.all, in: $0, roles: roles) }
    }

    /// Convenience for tests and for text that is already a string.
    package init(path: String, text: String, corrections: PageCorrections = PageCorrections()) {
        self.init(path: path, utf8: Array(text.utf8), corrections: corrections)
    }

    /// The number of the printed line, from 1, that a line of the text was on.
    func printedLine(of line: Int) -> Int {
        guard let printedLines else { return line }
        return Int(printedLines[max(0, min(line, printedLines.count) - 1)])
    }

    /// The whole text as a string.
    package var text: String { String(decoding: utf8, as: UTF8.self) }
}
