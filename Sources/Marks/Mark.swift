import Newspaper

/// What a reader notes about a story.
package enum Mark: Hashable, Sendable {
    case read, unread
    case star, unstar
    case place(ReadingPlace)

    /// Whether it says where the reader is.
    var isPlace: Bool { if case .place = self { true } else { false } }

    /// The mark that undoes this one; nil for a place, which is undone by the place before.
    package var opposite: Mark? {
        switch self {
        case .read: .unread
        case .unread: .read
        case .star: .unstar
        case .unstar: .star
        case .place: nil
        }
    }
}
