import CGumbo

/// One look at the page by some of the rules.
struct ArticleAttempt {
    var page: ArticleTree
    let title: String?
    let seeksByline: Bool
    let rules: ArticleFinder.Rules
    var byline: String?
    var scores: [Float]
    var isCandidate: [Bool]
    /// Paragraphs: a node, or a stretch of nodes in an element.
    var paragraphs: [(measure: ArticleTree.Measure, around: Int)] = []
    var tree: HTMLTree { page.tree }

    init(_ page: ArticleTree, title: String?, seeksByline: Bool, _ rules: ArticleFinder.Rules) {
        self.page = page
        self.title = title
        self.seeksByline = seeksByline
        self.rules = rules
        scores = [Float](repeating: 0, count: page.tree.nodes.count)
        isCandidate = [Bool](repeating: false, count: page.tree.nodes.count)
    }

    mutating func article() -> ArticleFinder.Article {
        leaveOutUnlikely()
        page.measure()
        findParagraphs()
        score()
        var roots: [Int]
        if let top = top() {
            roots = siblings(of: top)
            let top = roots.contains(top) ? top : roots[0]
            var cleaning = ArticleCleaning(
                page, weighs: rules.contains(.weights), isConditional: rules.contains(.conditions))
            cleaning.clean(roots, top: top)
            page = cleaning.page
        } else {
            let body = tree.nodes.indices.first { tree.nodes[$0].tag == GUMBO_TAG_BODY } ?? 0
            roots = tree.nodes.isEmpty ? [] : [body]
            var cleaning = ArticleCleaning(
                page, weighs: rules.contains(.weights), isConditional: rules.contains(.conditions))
            cleaning.clean(page.elements(in: body), top: body)
            page = cleaning.page
        }
        page.measure()
        let length = roots.reduce(0) { $0 + Int(page.measures[$1].length) }
        return ArticleFinder.Article(roots: roots, isLeftOut: page.isLeftOut, byline: byline, length: length)
    }

    // MARK: - What is no article

    static let unlikelyRoles: Set<String> = [
        "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
    ]

    mutating func leaveOutUnlikely() {
        var hasTitle = false
        var node = 0
        while node < tree.nodes.count {
            guard let tag = tree.nodes[node].tag, !page.isLeftOut[node] else {
                node = page.isLeftOut[node] ? Int(tree.nodes[node].end) : node + 1
                continue
            }
            let name = page.names[node]
            var goes = false
            if tree.nodes[node].record >= 0 {
                if byline == nil, seeksByline, isByline(node, name) {
                    // Microdata marks the name itself.
                    let name = (node + 1..<Int(tree.nodes[node].end)).first {
                        tree.value(.itemprop, of: $0)?.contains("name") == true
                    }
                    byline = tree.line(of: name ?? node)
                    goes = true
                }
                if !goes, rules.contains(.unlikely) { goes = isUnlikely(node, tag, name) }
            }
            if !goes, !hasTitle, let title, tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2,
                let heading = tree.line(of: node),
                TextSimilarity.of(title, heading) > 0.75
            {
                hasTitle = true
                goes = true
            }
            if goes {
                page.leaveOut(node)
                node = Int(tree.nodes[node].end)
            } else {
                node += 1
            }
        }
    }

    func isByline(_ node: Int, _ name: String) -> Bool {
        let length = page.measures[node].length
        guard length > 0, length < 100 else { return false }
        let isMarked =
            tree.value(.rel, of: node) == "author" || tree.value(.itemprop, of: node)?.contains("author") == true
            || ClassWords.has(ClassWords.byline, name) && !ClassWords.has(ClassWords.aboutAuthor, name)
                && !(tree.line(of: node).map(Byline.isSentence) ?? false)
        return isMarked && !isOfPicture(node, name)
    }

    /// Whether what names somebody says who took a picture: by its words, its class, or what it stands in.
    private func isOfPicture(_ node: Int, _ name: String) -> Bool {
        ClassWords.has(ClassWords.picture, name)
            || page.isInside(node, depth: 8) {
                tree.nodes[$0].tag == GUMBO_TAG_FIGURE
                    || tree.value(.itemtype, of: $0)?.hasSuffix("ImageObject") == true
            } || tree.line(of: node).map { CreditLine($0).writers == nil } ?? true
    }

    func isUnlikely(_ node: Int, _ tag: GumboTag, _ name: String) -> Bool {
        if tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_A || tag == GUMBO_TAG_HTML { return false }
        if let role = tree.value(.role, of: node), Self.unlikelyRoles.contains(role) { return true }
        guard !name.isEmpty, ClassWords.has(ClassWords.unlikely, name), !ClassWords.has(ClassWords.likely, name) else {
            return false
        }
        return !page.isInside(node) { [GUMBO_TAG_TABLE, GUMBO_TAG_CODE].contains(tree.nodes[$0].tag) }
    }

    // MARK: - Points

    mutating func score() {
        for (measure, around) in paragraphs where measure.length >= 25 && around >= 0 {
            let points = Float(2 + measure.commas) + min(Float(measure.length / 100), 3)
            var ancestor = around
            for level in 0..<5 {
                guard ancestor >= 0, tree.nodes[ancestor].parent >= 0 else { break }
                if !isCandidate[ancestor] {
                    isCandidate[ancestor] = true
                    scores[ancestor] = Float(initialScore(ancestor))
                }
                scores[ancestor] += points / Float(level == 0 ? 1 : level == 1 ? 2 : level * 3)
                ancestor = page.parent(ancestor)
            }
        }
        for node in tree.nodes.indices where isCandidate[node] { scores[node] *= 1 - page.linkDensity(node) }
    }

    func initialScore(_ node: Int) -> Int {
        let own =
            switch page.tags[node] {
            case GUMBO_TAG_DIV: 5
            case GUMBO_TAG_PRE, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE: 3
            case GUMBO_TAG_ADDRESS, GUMBO_TAG_OL, GUMBO_TAG_UL, GUMBO_TAG_DL, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_LI,
                GUMBO_TAG_FORM:
                -3
            case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_TH: -5
            default: 0
            }
        return own + (rules.contains(.weights) ? page.weight(node) : 0)
    }

    /// The element that holds the article; nil where no element stands out.
    func top() -> Int? {
        let candidates = tree.nodes.indices.filter { isCandidate[$0] }.sorted {
            scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
        }.prefix(5)
        guard var top = candidates.first, tree.nodes[top].tag != GUMBO_TAG_BODY else { return nil }
        let isBody = { (node: Int) in
            node < 0 || tree.nodes[node].tag == GUMBO_TAG_BODY || tree.nodes[node].tag == GUMBO_TAG_HTML
        }

        // Several good ones in one element: that.
        let good = candidates.dropFirst().filter { scores[$0] / scores[top] >= 0.75 }
        if good.count >= 3 {
            var parent = page.parent(top)
            while !isBody(parent) {
                if good.count(where: { tree.nodes[parent].end >= tree.nodes[$0].end && parent < $0 }) >= 3 {
                    top = parent
                    break
                }
                parent = page.parent(parent)
            }
        }
        // One around it that is better, before the points get few.
        var parent = page.parent(top)
        var last = scores[top]
        let fewest = last / 3
        while !isBody(parent) {
            if !isCandidate[parent] {
                parent = page.parent(parent)
                continue
            }
            if scores[parent] < fewest { break }
            if scores[parent] > last {
                top = parent
                break
            }
            last = scores[parent]
            parent = page.parent(parent)
        }
        // A quotation or a list is a part of an article, with what is before and behind it.
        parent = page.parent(top)
        while !isBody(parent), Self.parts.contains(tree.nodes[top].tag ?? GUMBO_TAG_UNKNOWN) {
            top = parent
            parent = page.parent(top)
        }
        // So is a table of figures, however many words it has; one that only places things may hold the article.
        var node = top
        while !isBody(node) {
            if tree.nodes[node].tag == GUMBO_TAG_TABLE, TableShape.isData(node, in: tree) {
                top = isBody(page.parent(node)) ? node : page.parent(node)
            }
            node = page.parent(node)
        }
        // Alone in another: what is beside that may belong to it.
        parent = page.parent(top)
        while !isBody(parent), page.elements(in: parent).count == 1 {
            top = parent
            parent = page.parent(top)
        }
        return top
    }

    /// The best and what is beside it that is like it.
    mutating func siblings(of top: Int) -> [Int] {
        let parent = page.parent(top)
        guard parent >= 0 else { return [top] }
        let fewest = max(10, scores[top] * 0.2)
        let name = tree.value(.class, of: top)
        let elements = page.elements(in: parent)
        var joining: [Bool] = []
        for sibling in elements {
            var joins = sibling == top
            if !joins {
                let bonus = name != nil && tree.value(.class, of: sibling) == name ? scores[top] * 0.2 : 0
                if isCandidate[sibling], scores[sibling] + bonus >= fewest {
                    joins = true
                } else if page.tags[sibling] == GUMBO_TAG_P {
                    let length = page.measures[sibling].length
                    let density = page.linkDensity(sibling)
                    if length > 80 {
                        joins = density < 0.25
                    } else if length > 0 {
                        joins = density == 0 && hasSentence(sibling)
                    }
                }
            }
            joining.append(joins)
        }
        joinParts(elements, &joining, isArticle: tree.nodes[parent].tag == GUMBO_TAG_ARTICLE)
        var joined: [Int] = []
        for (sibling, joins) in zip(elements, joining) where joins {
            switch page.tags[sibling] {
            case GUMBO_TAG_DIV, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_P, GUMBO_TAG_OL, GUMBO_TAG_UL: break
            case let tag? where Self.headings.contains(tag) || Self.parts.contains(tag): break
            default: page.tags[sibling] = GUMBO_TAG_DIV
            }
            joined.append(sibling)
        }
        return joined
    }

    /// What an article is made of beside paragraphs.
    private static let parts: Set<GumboTag> = [
        GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DD, GUMBO_TAG_PRE,
        GUMBO_TAG_FIGURE,
    ]
    private static let headings: Set<GumboTag> = [
        GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
    ]

    /// Joins the parts that stand between what joins, and the heading of what does; in an `article` those before and behind it too.
    private func joinParts(_ elements: [Int], _ joining: inout [Bool], isArticle: Bool) {
        guard let first = joining.firstIndex(of: true), let last = joining.lastIndex(of: true) else { return }
        var joinsNext = false
        for place in elements.indices.reversed() {
            let (node, tag) = (elements[place], page.tags[elements[place]] ?? GUMBO_TAG_UNKNOWN)
            defer { joinsNext = joining[place] }
            guard !joining[place], page.weight(node) >= 0, page.linkDensity(node) < 0.25 else { continue }
            let isInside = isArticle || first < place && place < last
            if Self.headings.contains(tag) {
                joining[place] = joinsNext && page.measures[node].length > 0
            } else if isInside, Self.parts.contains(tag) || tag == GUMBO_TAG_P || tag == GUMBO_TAG_TABLE {
                joining[place] = page.measures[node].length > 0 || tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_P
            }
        }
    }

    func hasSentence(_ node: Int) -> Bool {
        guard let line = tree.line(of: node) else { return false }
        return line.hasSuffix(".") || line.contains(". ") || line.contains("。")
    }
}
