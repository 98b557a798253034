import CGumbo
import Newspaper

/// What a saved page of a digital paper (数字报) says beyond an article: where it was printed, and what a printed page holds.
package struct PaperDetails: Sendable {
    package var kicker: String?
    package var deck: String?
    /// The paper's own name for the story, for life: it stays when the text is corrected.
    package var articleID: String?
    /// The page that the story was printed on, or that the page is of.
    package var page: PageName?
    package var paper: String?
    /// The day of the edition, "2026-03-05".
    package var date: String?
    /// Whether there is a story; a list of stories is none.
    package var hasStory: Bool
    /// nil where the page says nothing of other stories.
    package var list: PaperPage?
}

extension PaperDetails {
    /// nil for a page that has none of the marks of a digital paper.
    ///
    /// - Parameter list: what it says of other stories.
    init?(_ tree: HTMLTree, _ properties: PaperProperties, story: PaperStory?, list: PaperPage, address: String?) {
        let isList = !list.stories.isEmpty && (list.hasMap || !list.pages.isEmpty)
        guard isList || !properties.isEmpty || story != nil else { return nil }
        self.list = isList ? list : nil
        hasStory = story != nil || properties.isOfStory || !isList
        kicker = story?.kicker ?? properties["introtitle"]
        deck = story?.deck ?? properties["subtitle"]
        if let id = properties["articleid"] {
            // The number counts within one site, and with the day it hardly comes twice.
            let day = properties["date"].map(PageDate.normal).map { String($0.prefix(10)) }
            articleID = [properties["siteid"], day, id].compactMap { $0 }.joined(separator: " ")
        }
        let banner = Banner(tree)
        paper = story?.place?.paper ?? banner.paper
        date = address.flatMap(PaperReference.date) ?? story?.place?.date ?? banner.date
        let node = properties["nodename"].map { PageName($0) ?? PageName(name: $0) }
        page = Self.page(node, story?.place?.page, properties["pagenum"].flatMap { PageName($0) }, banner.page)
    }

    /// The first number, and the name that goes with it.
    private static func page(_ names: PageName?...) -> PageName? {
        let names = names.compactMap(\.self)
        guard var page = names.first else { return nil }
        for other in names.dropFirst() {
            if page.number == nil { page.number = other.number }
            if page.name == nil, page.key == other.key { page.name = other.name }
        }
        return page
    }

    /// What stands on the page outside of links: 第A01版：头版, the date, the paper's name.
    private struct Banner {
        var paper: String?
        var date: String?
        var page: PageName?

        init(_ tree: HTMLTree) {
            var isLinked = [Bool](repeating: false, count: tree.nodes.count)
            for node in tree.nodes.indices where tree.nodes[node].tag == GUMBO_TAG_A && !isLinked[node] {
                for inner in node..<Int(tree.nodes[node].end) { isLinked[inner] = true }
            }
            var walk = BlockWalk(tree, base: nil, leavingOut: isLinked)
            walk.add(0..<tree.nodes.count)
            for block in walk.finish() where block.text.utf8.count <= 240 {
                if let line = PlaceLine(block.text) {
                    paper = paper ?? line.paper
                    date = date ?? line.date
                    page = page ?? line.page
                } else if page == nil, let name = PageName(block.text, needsWord: true) {
                    page = name
                }
                if date == nil, block.text.utf8.count <= PageName.longest,
                    let found = PageDate.find(in: block.text), found.iso.utf8.count >= 10
                {
                    date = String(found.iso.prefix(10))
                }
            }
        }
    }
}
