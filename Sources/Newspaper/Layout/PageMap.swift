/// What is where on one printed page: its stories and its pictures.
package struct PageMap: Sendable, Equatable {
    /// A story, or a part of one.
    package struct Item: Sendable, Equatable {
        /// The story's own.
        package var story: StoryID
        /// What lists call it; nil where it has nothing to be called by.
        package var title: String?
        /// Where it is.
        package var place: StoryPlace

        /// A story at a place.
        package init(story: StoryID, title: String?, place: StoryPlace) {
            self.story = story
            self.title = title
            self.place = place
        }
    }

    /// The page's size, and the pictures that belong to no story.
    package var sheet: PageSheet
    /// In the list's order.
    package var items: [Item]

    /// A map of these parts.
    package init(sheet: PageSheet, items: [Item]) {
        self.sheet = sheet
        self.items = items
    }

    /// The map of a list's page; nil where it is not known where anything is. Within a frame: one page is read for it.
    package init?(ofPage page: Int, in list: any StoryList) {
        guard list.pages.indices.contains(page), let sheet = list.pages[page].sheet else { return nil }
        self.init(sheet: sheet, items: [])
        for position in list.positions(onPage: page) {
            guard let story = list.story(at: position) else { continue }
            for place in story.places where place.page == page {
                items.append(Item(story: story.id, title: list.header(at: position).title, place: place))
            }
        }
        guard !items.isEmpty else { return nil }
    }
}
