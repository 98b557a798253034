/// One side of a printed sheet, as its folio and banner name it.
package struct Page: Sendable, Equatable {
    /// "北关区", "Town & County"; nil where the page has no name.
    package var name: String?
    /// As the folio gives it, without leading zeros only where the folio has none: "7", "A08".
    package var number: String?
    /// ISO 8601 calendar date, "2022-10-13".
    package var date: String?
    /// What it is printed on; nil where that is not known.
    package var sheet: PageSheet?

    /// A page with what is known of it.
    package init(name: String? = nil, number: String? = nil, date: String? = nil, sheet: PageSheet? = nil) {
        self.name = name
        self.number = number
        self.date = date
        self.sheet = sheet
    }
}
