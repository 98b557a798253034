/// What a story, or a part of one, takes up of a page.
package struct StoryPlace: Sendable, Hashable {
    /// Index into the edition's pages.
    package var page: Int
    /// All of it: heading, text and pictures.
    package var box: Box
    /// What names it: its headline, else its first line.
    package var heading: Box
    /// Its pictures: those that its captions are about, and those in the midst of its text.
    package var pictures: [Box]

    /// A place on a page.
    package init(page: Int, box: Box, heading: Box, pictures: [Box] = []) {
        self.page = page
        self.box = box
        self.heading = heading
        self.pictures = pictures
    }
}

extension Story {
    /// Files the story under another page of a list that has the pages in the same order.
    package mutating func move(toPage page: Int) {
        for at in places.indices { places[at].page += page - self.page }
        self.page = page
    }
}
