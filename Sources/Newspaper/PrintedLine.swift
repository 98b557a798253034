/// A line of a page as it was extracted, and what was made of it.
package struct PrintedLine: Sendable {
    /// What a line is for one story.
    package enum Role: Sendable {
        /// Of the story's body.
        case body
        /// Its headline, byline, captions.
        case story
        /// Of other stories, or of none.
        case elsewhere
    }

    /// The line as it stands in the source, without its line break.
    package var text: String
    /// What it is for the story that was asked for.
    package var role: Role
    /// It goes on where an earlier line of its paragraph was cut.
    package var isJoined: Bool
    /// It stood inside a paragraph of another text and was moved out of it.
    package var isMoved: Bool
    /// What it was taken for.
    package var kind: LineKind
    /// What a reader has said about it; nil where none has.
    package var ruling: LineRuling?
    /// How it is found again; nil for a line about which nothing can be said.
    package var address: LineAddress?

    /// A line of that text.
    package init(
        text: String, role: Role, isJoined: Bool = false, isMoved: Bool = false, kind: LineKind = .paragraph,
        ruling: LineRuling? = nil, address: LineAddress? = nil
    ) {
        self.text = text
        self.role = role
        self.isJoined = isJoined
        self.isMoved = isMoved
        self.kind = kind
        self.ruling = ruling
        self.address = address
    }
}
