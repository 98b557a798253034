/// The text of one file of pages, through the gate (TextDecoder); form feeds part its pages.
package struct PageSource: Sendable {
    /// The file's path: its last components tell page number, page name and date where the folio does not.
    package var path: String
    /// Well-formed, as the gate lets it through.
    package var utf8: [UInt8]

    package init(path: String, utf8: [UInt8]) {
        self.path = path
        self.utf8 = utf8
    }

    package init(path: String, text: String) { self.init(path: path, utf8: Array(text.utf8)) }

    package var text: String { String(decoding: utf8, as: UTF8.self) }
}
