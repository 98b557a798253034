/// A file that belongs to a story from the web: a recording, a document.
package struct Attachment: Sendable, Equatable {
    /// Where it is.
    package var url: String
    /// What it is called; nil where it has no name.
    package var title: String?
    /// The media type, "audio/mpeg".
    package var type: String?
    /// In bytes.
    package var size: Int?
    /// In seconds.
    package var duration: Double?

    /// An attachment with what is known of it.
    package init(url: String, title: String? = nil, type: String? = nil, size: Int? = nil, duration: Double? = nil) {
        self.url = url
        self.title = title
        self.type = type
        self.size = size
        self.duration = duration
    }
}
