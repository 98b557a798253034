/// One day's paper, or as much of it as was read: pages, and the stories on them in the order of print.
package struct Edition: Sendable, Equatable {
    /// The publication's name as its banner gives it; nil where no page says.
    package var title: String?
    /// BCP 47, as far as the text tells: "zh-Hans", "zh-Hant", "ja", "ko", "en", "de"; nil where it does not tell.
    package var language: String?
    /// In the order of print.
    package var pages: [Page]
    /// In the order of print.
    package var stories: [Story]
    /// What belongs to the pages and to no story: banners, slogans, folios, rubrics' names, editors' lines, adverts.
    package var furniture: [String]
    /// What a feed says of itself; nil for what is no feed.
    package var feed: FeedDetails?

    /// An edition of these parts.
    package init(
        title: String? = nil, language: String? = nil, pages: [Page] = [], stories: [Story] = [],
        furniture: [String] = [], feed: FeedDetails? = nil
    ) {
        self.title = title
        self.language = language
        self.pages = pages
        self.stories = stories
        self.furniture = furniture
        self.feed = feed
    }

    /// The edition's date, "2022-10-13": that of the first page that has one.
    package var date: String? { pages.lazy.compactMap(\.date).first }
}
