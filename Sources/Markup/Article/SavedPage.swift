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

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - utf8: sanitized.
    ///   - address: where the page was found, if that is known; what it says itself comes first.
    package init(_ utf8: [UInt8], address: String? = nil) {
        let tree = HTMLTree(utf8)
        let data = PageMetadata(tree)
        let own = data.canonical.flatMap { Link($0, from: address)?.address } ?? address
        let base = tree.base(from: own)
        headline = data.title ?? PageTitle(tree).headline(data.pageTitle, site: data.site)
        authors = data.authors
        byline = data.byline
        site = data.site
        section = data.section
        published = data.published
        modified = data.modified
        self.address = own
        picture = data.picture.flatMap { Link($0, from: base)?.address }
        language = data.language
        tags = data.tags
        let article = ArticleFinder(tree, title: headline, seeksByline: byline == nil).find()
        byline = byline ?? article?.byline
        blocks = article.map { Self.blocks(of: $0, in: tree, base: base) } ?? []
        let length = Self.length(of: blocks)
        if length < Self.fewest {
            // A list of links has no article: then it is all that there is.
            let all = HTMLText(tree, base: own).blocks
            if Self.length(of: all) > 3 * length { blocks = all }
        }
        readLines()
    }

    /// Bytes of text that are an article by themselves.
    private static let fewest = 300

    private static func length(of blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }

    private static func blocks(of article: ArticleFinder.Article, in tree: HTMLTree, base: String?) -> [Block] {
        var walk = BlockWalk(tree, base: base, leavingOut: article.isLeftOut)
        for root in article.roots where !article.isLeftOut[root] { walk.add(root..<Int(tree.nodes[root].end)) }
        return walk.finish()
    }

    /// Takes what lines around the text say of it.
    private mutating func readLines() {
        let lines = ArticleLines(blocks, headline: headline)
        blocks = lines.blocks
        site = site ?? lines.source
        editors = lines.editors
        if authors.isEmpty { authors = byline.map(Byline.names) ?? lines.authors }
        published = (published ?? lines.date).map(PageDate.normal)
        modified = modified.map(PageDate.normal)
    }
}
