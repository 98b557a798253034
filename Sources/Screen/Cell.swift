/// One cell of the screen.
package struct Cell: Sendable, Hashable {
    /// The cluster to print; empty in the right half of a cluster that is two cells wide.
    package var text: String
    /// How it is drawn.
    package var style: Style

    /// A cell from its text and style.
    package init(text: String, style: Style) {
        self.text = text
        self.style = style
    }

    /// A space without style.
    package static let blank = Cell(text: " ", style: .plain)

    /// Whether it is the right half of a cluster that is two cells wide.
    package var isRightHalf: Bool { text.isEmpty }
}
