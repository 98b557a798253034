/// The text of one file of pages, decoded and sanitized (see TextDecoder). Form feeds separate its pages.
package struct PageSource: Sendable {
    /// The file's path: its last components give page number, page name and date where the folio does not.
    package var path: String
    /// Well-formed UTF-8, without the spaces of letter-spaced lines, and with the doubled characters of faked bold once.
    package var utf8: [UInt8]

    /// A file of pages by its path and its bytes.
    package init(path: String, utf8: [UInt8]) {
        self.path = path
        let merged = DoubledCharacters.merged(utf8) ?? utf8
        self.utf8 = LetterSpacing.closed(merged) ?? merged
    }

    /// Convenience for tests and for text that is already a string.
    package init(path: String, text: String) { self.init(path: path, utf8: Array(text.utf8)) }

    /// The whole text as a string.
    package var text: String { String(decoding: utf8, as: UTF8.self) }
}
