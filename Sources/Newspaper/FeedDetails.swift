/// What a feed says of itself beyond its title and language.
package struct FeedDetails: Sendable, Equatable {
    /// What it is about, in a sentence or two.
    package var description: String?
    /// The page that it is the feed of.
    package var homePage: String?
    /// Its own address.
    package var address: String?
    /// A large picture that stands for it, and a small one.
    package var icon: String?
    package var favicon: String?
    /// Who writes it.
    package var authors: [Author]
    /// What it is filed under.
    package var tags: [String]
    /// When it was changed last, RFC 3339 where the feed's own form can be read.
    package var updated: String?
    /// Addresses that it names for anything else.
    package var relations: [Relation]
    /// When it wants to be asked again.
    package var wishes = UpdateWishes()
    /// Where it says that it has moved to: http or https. Many say so of the place where they are.
    package var newAddress: String?

    /// Details of a feed; without arguments, none.
    package init(
        description: String? = nil, homePage: String? = nil, address: String? = nil, icon: String? = nil,
        favicon: String? = nil, authors: [Author] = [], tags: [String] = [], updated: String? = nil,
        relations: [Relation] = []
    ) {
        self.description = description
        self.homePage = homePage
        self.address = address
        self.icon = icon
        self.favicon = favicon
        self.authors = authors
        self.tags = tags
        self.updated = updated
        self.relations = relations
    }
}

/// Somebody who writes for the web: at least one of these is known.
package struct Author: Sendable, Hashable {
    /// As the feed gives it.
    package var name: String?
    /// The address of a page about them, or of a mailbox (`mailto:`).
    package var url: String?
    /// Of a mailbox, where `url` is another address.
    package var email: String?

    /// An author by name, address or both.
    package init(name: String? = nil, url: String? = nil, email: String? = nil) {
        self.name = name
        self.url = url
        self.email = email
    }
}

/// An address that something on the web names, and what for.
package struct Relation: Sendable, Hashable {
    /// The link relation (RFC 8288), "self", "related", "via".
    package var relation: String
    /// Where it leads.
    package var url: String

    /// An address, and what it is named for.
    package init(_ relation: String, _ url: String) {
        self.relation = relation
        self.url = url
    }
}
