import CGumbo
import Newspaper
import TextDecoding

/// An article as somebody saved its page.
package struct SavedPage {
    /// Its headline; nil where the page has none.
    package var headline: String?
    /// The text that names the writers.
    package var byline: String?
    /// Who wrote it, one by one.
    package var authors: [String]
    package var editors: [String] = []
    /// Those who took the pictures, as far as a line of credits names them.
    package var photographers: [String] = []
    package var site: String?
    package var section: String?
    /// RFC 3339 where the page's form is known, else as it has it.
    package var published: String?
    package var modified: String?
    /// Where the page is on the web, as it says itself.
    package var address: String?
    /// The address of the picture that stands for the article.
    package var picture: String?
    /// BCP 47, as the page says.
    package var language: String?
    package var tags: [String]
    /// The article's text; where there is no article, all text of the page.
    package var blocks: [Block]
    /// What it says as the page of a digital paper; nil for any other.
    package var paper: PaperDetails?

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - utf8: sanitized.
    ///   - address: where the page was found, if that is known; what it says itself comes first.
    ///   - file: the name of its file, which may tell what a digital paper has there.
    package init(_ utf8: [UInt8], address: String? = nil, file: String? = nil) {
        let tree = HTMLTree(utf8)
        let data = PageMetadata(tree)
        let properties = PaperProperties(tree)
        let found = properties.origin.flatMap { Link($0)?.address } ?? address
        let own = data.canonical.flatMap { Link($0, from: found)?.address } ?? found
        let base = tree.base(from: own)
        let isStory =
            properties.isOfStory || [own, file].contains { $0.flatMap { PaperReference($0) }?.kind == .story }
        let story = PaperStory(tree, properties, isStory: isStory, base: base)
        let list = PaperPage(tree, base: base)
        paper = PaperDetails(tree, properties, story: story, list: list, address: own)
        if isStory { paper?.hasStory = true }
        let title = PageTitle(tree)
        headline = story?.headline ?? properties["title"]
        if headline == nil {
            let own = data.title ?? title.headline(data.pageTitle, site: data.site)
            let paper = paper?.paper
            headline =
                story == nil
                ? title.settled(own, site: data.site, isOwn: data.title == nil) : title.ofStory(own, paper: paper)
        }
        authors = data.authors
        byline = properties["author"] ?? data.byline
        site = data.site
        section = data.section
        published = properties["date"] ?? data.published
        modified = data.modified
        self.address = own
        picture = data.picture.flatMap { Link($0, from: base)?.address }
        language = data.language
        tags = data.tags
        if let story {
            blocks = story.blocks
            byline = story.byline ?? byline
            if let byline { (authors, photographers) = (Byline.names(in: byline), Byline.photographers(in: byline)) }
            site = paper?.paper ?? site
            published = (published ?? paper?.date).map(PageDate.normal)
            modified = modified.map(PageDate.normal)
            return
        }
        let article = ArticleFinder(tree, title: headline, seeksByline: byline == nil).find()
        byline = byline ?? article?.byline
        blocks = article.map { Self.blocks(of: $0, in: tree, base: base) } ?? []
        let length = Self.length(of: blocks)
        if length < Self.fewest {
            // A list of links has no article: then it is all that there is.
            let all = HTMLText(tree, base: own).blocks
            if Self.length(of: all) > 3 * length { blocks = all }
            // Where scripts show the text, data may have it.
            if let text = data.text, text.utf8.count > 3 * Self.length(of: blocks) {
                blocks = text.split(whereSeparator: \.isNewline).map { HTMLText.line(String($0)).trimmed }
                    .filter { !$0.isEmpty }.map { Block(.paragraph, $0) }
            }
        }
        readLines(above: article.map { Self.lines(above: $0, headline, in: tree) } ?? [])
    }

    /// Bytes of text that are an article by themselves.
    private static let fewest = 300

    private static func length(of blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }

    private static func blocks(of article: ArticleFinder.Article, in tree: HTMLTree, base: String?) -> [Block] {
        var walk = BlockWalk(tree, base: base, leavingOut: article.isLeftOut)
        for root in article.roots where !article.isLeftOut[root] { walk.add(root..<Int(tree.nodes[root].end)) }
        return walk.finish()
    }

    /// UTF-8 bytes between a headline and its text that are looked at.
    private static let mostAbove = 1500

    /// The lines between the heading and an article that begins behind it: where it is from, when, by whom.
    private static func lines(above article: ArticleFinder.Article, _ headline: String?, in tree: HTMLTree) -> [String]
    {
        guard let headline, let start = article.roots.min() else { return [] }
        let headings = GUMBO_TAG_H1.rawValue...GUMBO_TAG_H3.rawValue
        let heading = (0..<start).last { node in
            guard let tag = tree.nodes[node].tag, headings.contains(tag.rawValue), tree.nodes[node].end <= start,
                let line = tree.line(of: node)
            else { return false }
            return line == headline || TextSimilarity.of(headline, line) > 0.75
        }
        guard let heading else { return [] }
        let range = Int(tree.nodes[heading].end)..<start
        guard !range.isEmpty, tree.nodes[start].text.lowerBound - tree.nodes[heading].text.upperBound <= mostAbove
        else {
            return []
        }
        var walk = BlockWalk(tree, base: nil)
        walk.add(range)
        return walk.finish().filter { $0.kind != .figure && $0.kind != .crosshead }.map(\.text)
    }

    /// Takes what lines around the text say of it.
    private mutating func readLines(above: [String]) {
        let known = authors.isEmpty ? byline.map(Byline.names) ?? [] : authors
        let lines = ArticleLines(blocks, headline: headline, known: known, above: above)
        blocks = lines.blocks
        site = site ?? lines.source
        editors = lines.editors
        for name in (byline.map(Byline.photographers) ?? []) + lines.photographers where !photographers.contains(name) {
            photographers.append(name)
        }
        if authors.isEmpty { authors = byline.map(Byline.names) ?? lines.authors }
        published = (published ?? lines.date).map(PageDate.normal)
        modified = modified.map(PageDate.normal)
    }
}
