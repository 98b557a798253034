/// An edition in the calendar: what is known of it before it is read, and how much of it is unread once that is known.
package struct EditionEntry: Sendable, Equatable {
    /// A page that can be gone to.
    package struct Page: Sendable, Equatable {
        /// As a folio has it: "7", "A08"; nil where the page has none.
        package var number: String?
        /// What its folio or rubric calls it.
        package var name: String?
        /// Nil until the edition has been looked through.
        package var count: Count?

        /// A page as far as it is known.
        package init(number: String? = nil, name: String? = nil, count: Count? = nil) {
            self.number = number
            self.name = name
            self.count = count
        }
    }

    /// Stories, and those of them that are not read.
    package struct Count: Sendable, Equatable {
        /// Stories that are not read.
        package var unread: Int
        /// All stories.
        package var total: Int

        /// How many stories there are.
        package init(unread: Int, total: Int) {
            self.unread = unread
            self.total = total
        }
    }

    /// What the program knows it by.
    package var id: Int
    /// "2026-03-06"; nil where nothing tells.
    package var date: String?
    /// The paper or the folder that it is of.
    package var name: String
    /// Its pages in their order; empty where they are not known yet.
    package var pages: [Page]
    /// Nil until the edition has been looked through.
    package var count: Count?
    /// Whether it is being read.
    package var isOpen: Bool

    /// An edition as far as it is known.
    package init(
        id: Int, date: String? = nil, name: String, pages: [Page] = [], count: Count? = nil, isOpen: Bool = false
    ) {
        self.id = id
        self.date = date
        self.name = name
        self.pages = pages
        self.count = count
        self.isOpen = isOpen
    }
}
