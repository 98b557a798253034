import Files
import Markup
import Newspaper
import PageText

extension Edition {
    /// The edition of a digital paper that its saved pages make.
    init(_ paper: PaperEdition, of items: [PaperEdition.Item]) {
        let pages = items.map(\.page)
        self.init(
            title: pages.lazy.compactMap { $0.paper?.paper }.first ?? pages.lazy.compactMap(\.site).first,
            language: pages.lazy.compactMap(\.language).first, pages: paper.pages)
        for placed in paper.stories {
            let item = items[placed.item]
            var story = item.page.printedStory(date: paper.pages[placed.page].date, path: item.path)
            story.page = placed.page
            story.section = paper.pages[placed.page].name ?? story.section
            story.places = placed.places
            stories.append(story)
        }
    }
}

extension SavedPage {
    /// A page of a digital paper as a story. Its id comes from what the paper itself calls it, so that it stays when the text is
    /// corrected: its number, else its address, else its file's name with the day.
    fileprivate func printedStory(date: String?, path: String) -> Story {
        var story = story
        guard let paper else { return story }
        guard paper.hasStory else {
            story.headline = paper.page.flatMap { page in page.name ?? page.number } ?? story.headline
            if let list = paper.list { story.body = list.blocks }
            story.name(date: date)
            return story
        }
        story.kicker = paper.kicker
        story.deck = paper.deck
        if let credits = byline.flatMap(PageParser.credits) { story.credits = credits }
        if let id = paper.articleID {
            story.id = StoryID(feed: "enpproperty", item: id)
        } else if address == nil {
            if let date, let file = PaperReference(path), file.kind == .story {
                story.id = StoryID(feed: date, item: file.key)
            } else {
                story.name(date: date)
            }
        }
        return story
    }
}
