import Newspaper

/// Turns the text of printed pages back into the stories that were printed on them. Total: any text gives an edition.
package enum PageParser {
    /// The sources in page order as one edition, jumps joined.
    package static func edition(from sources: [PageSource]) -> Edition {
        Edition()
    }

    /// What each line of the sources was taken for, and why; in order, blank lines left out.
    package static func explanation(of sources: [PageSource]) -> [LineReading] {
        []
    }
}
