/// A file that belongs to a story from the web: a recording, a document.
package struct Attachment: Sendable, Equatable {
    package var url: String
    package var title: String?
    /// The media type, "audio/mpeg".
    package var type: String?
    /// In bytes.
    package var size: Int?
    /// In seconds.
    package var duration: Double?

    package init(url: String, title: String? = nil, type: String? = nil, size: Int? = nil, duration: Double? = nil) {
        self.url = url
        self.title = title
        self.type = type
        self.size = size
        self.duration = duration
    }
}
