/// Why there is no text of a PDF.
package enum ExtractionFault: Hashable, Sendable {
    /// No program that reads PDFs is installed.
    case noExtractor
    /// The program has no tables for the fonts of some languages; the collection that it misses.
    case noLanguageData(String)
    /// It opens with a password only.
    case encrypted
    /// It opens with another password than those that are known.
    case wrongPassword
    /// There are pages and no text on them: pictures of pages.
    case noText
    case damaged
    /// It took more time, memory or room than it may.
    case tooLarge
}
