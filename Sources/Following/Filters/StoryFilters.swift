import Newspaper

/// What filters say of a story; without any, nothing.
package struct FilterVerdict: Equatable, Sendable {
    package var isHidden = false
    package var isRead = false
    package var isStarred = false
    package var isHighlighted = false
    /// The section that it is filed under instead of its own.
    package var section: String?

    /// Nothing.
    package init() {}
}

/// The filters that a source's stories pass: those of the source itself, then those of all sources. What one has said no other takes
/// back, and of several sections the first counts.
package struct StoryFilters: Sendable {
    private let filters: [StoryFilter]
    private let language: String?

    /// - Parameter language: of the source, for stories that do not say theirs.
    package init(global: [StoryFilter], own: [StoryFilter] = [], language: String? = nil) {
        filters = own + global
        self.language = language
    }

    /// What they say of a story. Its text is folded at most once.
    ///
    /// - Parameter now: seconds since 1970.
    package func verdict(on story: Story, now: Int64) -> FilterVerdict {
        var verdict = FilterVerdict()
        var story = FilteredStory(story, feedLanguage: language)
        for filter in filters where filter.holds(for: &story, now: now) {
            switch filter.action {
            case .hide: verdict.isHidden = true
            case .read: verdict.isRead = true
            case .star: verdict.isStarred = true
            case .highlight: verdict.isHighlighted = true
            case nil: break
            }
            verdict.section = verdict.section ?? filter.newSection
        }
        return verdict
    }
}
