/// The text of one file of pages, through the gate (TextIntake); form feeds part its pages.
package struct PageSource: Sendable {
    /// The file's path: its last components tell page number, page name and date where the folio does not.
    package var path: String
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
