/// What a feed says of a story beyond what a newspaper has; of a printed story it is empty.
package struct WebDetails: Sendable, Equatable {
    /// The id that the feed gives the item, as it is written there.
    package var id: String?
    /// The page that the story is about, where that is not the story's own.
    package var externalLink: String?
    /// The address of the story's main picture.
    package var image: String?
    /// When it was published and last changed, as the feed has it: RFC 3339 where the feed keeps to its format.
    package var published: String?
    /// When it was changed last, as the feed says; nil where it does not.
    package var modified: String?
    /// What it is filed under, after its section.
    package var tags: [String]
    /// Files that come with it.
    package var attachments: [Attachment]
    /// The text as the feed's HTML has it.
    package var html: String?
    /// What the feed says in a few words of a text that it has too.
    package var summary: String?
    /// BCP 47, where it is not the feed's.
    package var language: String?
    /// Who wrote it, with their addresses, where the feed gives any.
    package var authors: [Author] = []
    /// Addresses that the feed names for anything else.
    package var relations: [Relation] = []

    /// Details of a story; without arguments, none.
    package init(
        id: String? = nil, externalLink: String? = nil, image: String? = nil, published: String? = nil,
        modified: String? = nil, tags: [String] = [], attachments: [Attachment] = [], html: String? = nil
    ) {
        self.id = id
        self.externalLink = externalLink
        self.image = image
        self.published = published
        self.modified = modified
        self.tags = tags
        self.attachments = attachments
        self.html = html
    }
}
