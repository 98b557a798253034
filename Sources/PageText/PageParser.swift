import Newspaper

/// Turns the text of printed pages back into the stories that were printed on them. Any text gives an edition.
package enum PageParser {
    /// Lines that are parsed as one page. No printed page has as many; longer texts are parsed in pieces.
    static let longestPage = 8192
    /// Bytes after which a page is cut at the next line's end; no printed page has a tenth of it.
    static let largestPage = 1 << 20

    /// The sources, in page order, as one edition that holds all their text, with its jumps joined. `PageTextEdition` is the
    /// same as a list that holds no text twice.
    package static func edition(from sources: [PageSource]) -> Edition {
        var builder = EditionBuilder()
        for source in sources { builder.add(source) }
        return builder.finished()
    }

    /// What the path of a page says about it.
    package static func page(named path: String) -> Page {
        var page = Page()
        PageHead.complete(&page, from: path)
        return page
    }

    /// The page's number in a line of its head or foot, in digits, with the letter of its section: A08; nil where it has none.
    package static func pageNumber(in line: String) -> String? {
        FoldedText.with(line) { text in PageHead.plain(Folio.read(text)?.number ?? PageNumber.find(in: text)) }
    }

    /// The people that a line names, with what they did; nil for a line that is no byline.
    package static func credits(in line: String) -> [Credit]? {
        let credits = FoldedText.with(line) { Byline.read($0)?.credits }
        return credits.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What each line of the sources was taken for, and why; in order, without blank lines.
    package static func explanation(of sources: [PageSource]) -> [LineReading] {
        var builder = EditionBuilder(isExplaining: true)
        for source in sources { builder.add(source) }
        _ = builder.finished()
        return builder.readings
    }
}
