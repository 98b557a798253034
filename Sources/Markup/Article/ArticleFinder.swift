import CGumbo

/// Finds the article in a page, by the method of Arc90's Readability as browsers use it: paragraphs give points to what is around
/// them, for their length and commas; names of classes and the part of links raise and lower them; what is beside the best
/// counts with it where it is like it.
struct ArticleFinder {
    /// What helps against what is no article, and harms where little is left by it.
    struct Rules: OptionSet {
        let rawValue: Int
        static let unlikely = Rules(rawValue: 1)
        static let weights = Rules(rawValue: 2)
        static let conditions = Rules(rawValue: 4)
    }

    /// What was found.
    struct Article {
        /// Nodes whose content is the article, in their order.
        var roots: [Int]
        /// Nodes that are left out of it.
        var isLeftOut: [Bool]
        /// The line that names who wrote it, where one is marked so.
        var byline: String?
        /// As ``ArticleTree/Measure`` counts.
        var length: Int
    }

    /// Characters that an article has at least.
    private static let enough = 500

    private let whole: ArticleTree
    private let title: String?
    private let seeksByline: Bool

    init(_ tree: HTMLTree, title: String?, seeksByline: Bool) {
        whole = ArticleTree(tree)
        self.title = title
        self.seeksByline = seeksByline
    }

    /// nil where there is no text at all.
    func find() -> Article? {
        var best: Article?
        for rules: Rules in [[.unlikely, .weights, .conditions], [.weights, .conditions], [.conditions], []] {
            var attempt = ArticleAttempt(whole, title: title, seeksByline: seeksByline, rules)
            let article = attempt.article()
            if article.length >= Self.enough { return article }
            if article.length > best?.length ?? 0 { best = article }
        }
        return best
    }
}
