import Newspaper

/// What stands in a feed's element, channel or item, before it is a story: texts as they are written, addresses that are whole as
/// far as the document makes them so.
struct FeedElement {
    /// A text that may be HTML.
    struct Text {
        enum Kind {
            /// Nothing in it stands for anything else.
            case plain
            case html
            /// HTML as the formats that do not say have it: a `<` may as well be one.
            case loose
        }

        var value: String
        var kind: Kind
        /// The address from which its references lead on.
        var base: String?
    }

    struct Link {
        var relation: String
        var url: String
        var type, title: String?
        var size: Int?
    }

    struct Picture {
        var url: String
        var isThumbnail = false
    }

    var id: String?
    /// Whether the id is where the item is found.
    var isPermanent = false
    /// What an RDF document calls it.
    var about: String?
    var title, otherTitle: Text?
    /// What RSS has for a summary or for the whole text, what Atom has for a summary, and what others have.
    var description, summary, otherSummary: Text?
    var content: Text?
    var link: String?
    var links: [Link] = []
    var authors: [Author] = []
    /// Those that are named for something else than writing it: its editor, its owner.
    var otherAuthors: [Author] = []
    var tags: [String] = []
    var published, updated, otherDate: String?
    var attachments: [Attachment] = []
    var pictures: [Picture] = []
    var photos: [Photo] = []
    var favicon: String?
    var language: String?
    var duration: Double?
    /// When the feed wants to be asked again, and where it has moved to.
    var plan = UpdatePlan()
    var newAddress: String?
    /// Where its references lead on from.
    var base: String?
    /// Whether there is anything in it at all.
    var isBlank = true
}
