/// One item of the paper: a story, a brief, or a picture that stands alone.
///
/// Text is the source's own, character for character, with only the line and column breaks of the printing taken out.
package struct Story: Sendable, Equatable {
    /// What sort of item it is.
    package enum Kind: String, Sendable, Codable {
        case story
        /// A picture with its caption, and no story.
        case photo
        /// One of a run of short items.
        case brief
    }

    /// Its name for life.
    package var id: StoryID
    /// What sort of item it is.
    package var kind: Kind
    /// Index into the edition's pages; of the page where the story begins.
    package var page: Int
    /// The rubric over the story (栏目), else the page's name; nil where there is neither.
    package var section: String?
    /// The line above the headline (引题).
    package var kicker: String?
    /// The headline as printed; nil where there is none.
    package var headline: String?
    /// The line below the headline (副题).
    package var deck: String?
    /// The text that names the writers, as printed.
    package var byline: String?
    /// Who wrote it and who took its pictures, in the order of print.
    package var credits: [Credit]
    /// The text, block by block.
    package var body: [Block]
    /// The pictures that belong to it.
    package var photos: [Photo]
    /// Where its pictures without a caption are printed; empty where the page's layout is not known.
    package var pictures: [PrintedPicture] = []
    /// The jump line at the story's end (下转第三版).
    package var continues: String?
    /// The jump line at its start (上接第一版).
    package var continued: String?
    /// What it takes up of pages, in the order of print; empty where that is not known.
    package var places: [StoryPlace]
    /// Where the story can be read on the web, as its feed says; of a printed page nil.
    package var link: String?
    /// What else its feed says; of a printed page empty.
    package var web: WebDetails
    /// Whether the reader has asked for stories like it to stand out.
    package var isHighlighted = false

    /// A story of these parts.
    package init(
        id: StoryID = StoryID(0), kind: Kind = .story, page: Int = 0, section: String? = nil, kicker: String? = nil,
        headline: String? = nil, deck: String? = nil, byline: String? = nil, credits: [Credit] = [], body: [Block] = [],
        photos: [Photo] = [], continues: String? = nil, continued: String? = nil,
        places: [StoryPlace] = [], link: String? = nil, web: WebDetails = WebDetails()
    ) {
        self.id = id
        self.kind = kind
        self.page = page
        self.section = section
        self.kicker = kicker
        self.headline = headline
        self.deck = deck
        self.byline = byline
        self.credits = credits
        self.body = body
        self.photos = photos
        self.continues = continues
        self.continued = continued
        self.places = places
        self.link = link
        self.web = web
    }
}

/// A picture, by what is printed of it: its caption and who took it.
package struct Photo: Sendable, Equatable {
    /// The caption as printed.
    package var caption: String
    /// As printed, with its brackets: "(杨光明 摄)".
    package var credit: String?
    /// Where the pictures are printed that the caption is of; empty where the page's layout is not known.
    package var pictures: [PrintedPicture] = []

    /// A picture by its caption.
    package init(caption: String, credit: String? = nil) {
        self.caption = caption
        self.credit = credit
    }
}

/// A person or an agency named for a part of a story.
package struct Credit: Sendable, Hashable {
    /// What somebody did for a story.
    package enum Role: String, Sendable, Codable {
        case reporter, correspondent, photographer, editor, agency
    }

    /// What it is named for.
    package var role: Role
    /// As printed, without the word for the role.
    package var name: String

    /// A credit of somebody.
    package init(_ role: Role, _ name: String) {
        self.role = role
        self.name = name
    }
}
