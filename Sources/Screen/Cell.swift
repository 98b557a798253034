/// One cell of the screen: plain memory, so that a frame is compared and thrown away without looking at each.
package struct Cell: Sendable, Hashable {
    /// The cluster to print; empty in the right half of a cluster that is two cells wide.
    package var printed: PrintedText
    /// How it is drawn.
    package var style: Style

    /// A cell from what it shows and its style.
    @inlinable package init(_ printed: PrintedText, style: Style) {
        self.printed = printed
        self.style = style
    }

    /// A cell from its text, of which the first five scalars are kept, and its style.
    package init(text: String, style: Style) { self.init(PrintedText(text), style: style) }

    /// Whether it looks the same.
    @inlinable @inline(__always) package static func == (one: Cell, other: Cell) -> Bool {
        one.printed == other.printed && one.style == other.style
    }

    /// A space without style.
    package static let blank = Cell(text: " ", style: .plain)

    /// The cluster as a String.
    package var text: String { printed.string }

    /// Whether it is the right half of a cluster that is two cells wide.
    @inlinable package var isRightHalf: Bool { printed.isEmpty }
}
