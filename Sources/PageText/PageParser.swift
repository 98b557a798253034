import Newspaper

/// Turns the text of printed pages back into the stories that were printed on them. Total: any text gives an edition.
package enum PageParser {
    /// Lines that are parsed as one page; no printed page has as many, and a longer text is parsed in pieces.
    static let longestPage = 8192
    /// Bytes after which a page is cut at the next line's end; no printed page has a tenth of it.
    static let largestPage = 1 << 20

    /// The sources in page order as one edition, jumps joined.
    package static func edition(from sources: [PageSource]) -> Edition {
        var builder = EditionBuilder()
        for source in sources { builder.add(source) }
        return builder.finished()
    }

    /// The edition as a list shows it: stories with what their headers say, and no furniture.
    ///
    /// For callers that do not use `PageTextEdition` yet.
    package static func heads(from sources: [PageSource]) -> Edition {
        let list = PageTextEdition(sources)
        return Edition(
            title: list.title, language: list.language, pages: list.pages,
            stories: (0..<list.count).map { position in
                let header = list.header(at: position)
                return Story(
                    id: header.id, kind: header.kind, page: header.page, section: header.section,
                    headline: header.hasHeadline ? header.title : nil,
                    credits: header.writers.map { Credit(.reporter, $0) },
                    body: header.hasHeadline ? [] : header.title.map { [Block(.paragraph, $0)] } ?? [])
            })
    }

    /// What the path of a page tells of it by itself.
    package static func page(named path: String) -> Page {
        var page = Page()
        PageHead.complete(&page, from: path)
        return page
    }

    /// What each line of the sources was taken for, and why; in order, blank lines left out.
    package static func explanation(of sources: [PageSource]) -> [LineReading] {
        var builder = EditionBuilder(isExplaining: true)
        for source in sources { builder.add(source) }
        _ = builder.finished()
        return builder.readings
    }
}
