import CGumbo

/// Takes out of an article what is none of it: forms, lists of links, buttons, frames.
struct ArticleCleaning {
    private(set) var page: ArticleTree
    private let weighs: Bool
    private let isConditional: Bool
    private var isData: [Bool]
    private var tree: HTMLTree { page.tree }

    /// What is in an element that tells what it is for.
    private struct Content {
        var paragraphs: Int32 = 0, images: Int32 = 0, items: Int32 = 0, inputs: Int32 = 0, frames: Int32 = 0
        /// Characters in headings, in lists, in what text is usually in.
        var headings: Int32 = 0, lists: Int32 = 0, texts: Int32 = 0
        var holdsFilm = false, holdsData = false

        mutating func add(_ other: Content) {
            paragraphs += other.paragraphs
            images += other.images
            items += other.items
            inputs += other.inputs
            frames += other.frames
            headings += other.headings
            lists += other.lists
            texts += other.texts
            holdsFilm = holdsFilm || other.holdsFilm
            holdsData = holdsData || other.holdsData
        }
    }

    init(_ page: ArticleTree, weighs: Bool, isConditional: Bool) {
        self.page = page
        self.weighs = weighs
        self.isConditional = isConditional
        isData = [Bool](repeating: false, count: page.tree.nodes.count)
    }

    /// Cleans the content of some nodes, of which one is the article's own.
    mutating func clean(_ roots: [Int], top: Int) {
        for root in roots {
            for node in root..<Int(tree.nodes[root].end) where tree.nodes[node].tag == GUMBO_TAG_TABLE {
                isData[node] = isDataTable(node)
            }
        }
        cleanConditionally(roots) { $0 == GUMBO_TAG_FORM }
        cleanConditionally(roots) { $0 == GUMBO_TAG_FIELDSET }
        for root in roots {
            for node in root..<Int(tree.nodes[root].end) where !page.isLeftOut[node] {
                switch page.tags[node] {
                case GUMBO_TAG_FOOTER where page.isInside(node, depth: 8) { tree.nodes[$0].tag == GUMBO_TAG_BLOCKQUOTE }:
                    // It says whose words they are.
                    break
                case GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_INPUT, GUMBO_TAG_BUTTON: page.leaveOut(node)
                case GUMBO_TAG_H1, GUMBO_TAG_H2: if weighs, page.weight(node) < 0 { page.leaveOut(node) }
                default:
                    if node != root, ClassWords.isShare(page.names[node]), page.measures[node].length < 500 {
                        page.leaveOut(node)
                    }
                }
            }
        }
        cleanConditionally(roots) { $0 == GUMBO_TAG_TABLE }
        cleanConditionally(roots) { $0 == GUMBO_TAG_UL }
        cleanConditionally(roots) { $0 == GUMBO_TAG_DIV }
    }

    private func isDataTable(_ table: Int) -> Bool {
        if tree.value(.role, of: table) == "presentation" { return false }
        var (rows, columns, most) = (0, 0, 0)
        var isMarked = false
        for node in table + 1..<Int(tree.nodes[table].end) {
            switch tree.nodes[node].tag {
            case GUMBO_TAG_CAPTION: isMarked = isMarked || tree.nodes[node].end > node + 1
            case GUMBO_TAG_COL, GUMBO_TAG_COLGROUP, GUMBO_TAG_TFOOT, GUMBO_TAG_THEAD, GUMBO_TAG_TH: isMarked = true
            case GUMBO_TAG_TABLE: if !isMarked { return false }
            case GUMBO_TAG_TR:
                rows += 1
                columns = 0
            case GUMBO_TAG_TD:
                columns += 1
                most = max(most, columns)
            default: break
            }
        }
        if isMarked { return true }
        if rows <= 1 || most <= 1 { return false }
        return rows >= 10 || most > 4 || rows * most > 10
    }

    /// Leaves out those of some elements that their content speaks against, the inner ones first.
    private mutating func cleanConditionally(_ roots: [Int], _ isSought: (GumboTag) -> Bool) {
        guard isConditional else { return }
        page.measure()
        for root in roots { cleanConditionally(root, isSought) }
    }

    private mutating func cleanConditionally(_ root: Int, _ isSought: (GumboTag) -> Bool) {
        let end = Int(tree.nodes[root].end)
        var contents = [Content](repeating: Content(), count: end - root)
        var taken = [ArticleTree.Measure](repeating: ArticleTree.Measure(), count: end - root)
        for node in (root..<end).reversed() {
            guard !page.isLeftOut[node], let tag = page.tags[node] else { continue }
            let place = node - root
            var content = contents[place]
            content.paragraphs += page.bareParagraphs[node]
            var measure = page.measures[node]
            measure.length -= taken[place].length
            measure.commas -= taken[place].commas
            measure.linked -= taken[place].linked
            if page.bareParagraphs[node] > 0 { content.texts = max(content.texts, 1) }
            let goes = !page.isTransparent[node] && isSought(tag) && goes(node, tag, content, measure)
            let parent = Int(tree.nodes[node].parent) - root
            if goes {
                if parent >= 0 {
                    var all = page.measures[node]
                    if tree.nodes[node].tag == GUMBO_TAG_NOSCRIPT { all = ArticleTree.Measure() }
                    taken[parent].length += all.length
                    taken[parent].commas += all.commas
                    taken[parent].linked += all.linked
                }
                page.leaveOut(node)
                continue
            }
            guard parent >= 0 else { continue }
            taken[parent].length += taken[place].length
            taken[parent].commas += taken[place].commas
            taken[parent].linked += taken[place].linked
            add(tag, node, measure, to: &content)
            contents[parent].add(content)
        }
    }

    private func add(_ tag: GumboTag, _ node: Int, _ measure: ArticleTree.Measure, to content: inout Content) {
        switch tag {
        case GUMBO_TAG_P:
            content.paragraphs += 1
            content.texts += measure.length
        case GUMBO_TAG_IMG: content.images += 1
        case GUMBO_TAG_LI:
            content.items += 1
            content.texts += measure.length
        case GUMBO_TAG_INPUT: content.inputs += 1
        case GUMBO_TAG_IFRAME, GUMBO_TAG_EMBED, GUMBO_TAG_OBJECT:
            content.frames += 1
            if tree.value(.src, of: node).map({ BlockWalk.isFilm($0.hasPrefix("//") ? "https:" + $0 : $0) }) ?? false {
                content.holdsFilm = true
            }
        case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6:
            content.headings += measure.length
        case GUMBO_TAG_UL, GUMBO_TAG_OL:
            content.lists += measure.length
            content.texts += measure.length
        case GUMBO_TAG_SPAN, GUMBO_TAG_LABEL, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL, GUMBO_TAG_DIV,
            GUMBO_TAG_PRE:
            content.texts += measure.length
        case GUMBO_TAG_TABLE:
            content.texts += measure.length
            content.holdsData = content.holdsData || isData[node]
        default: break
        }
    }

    private static let labels: Set<String> = [
        "ad", "advertising", "advertisement", "pub", "publicité", "werb", "werbung", "广告", "廣告", "реклама", "anuncio",
        "loading",
        "正在加载", "загрузка", "chargement", "cargando",
    ]

    private func goes(_ node: Int, _ tag: GumboTag, _ content: Content, _ measure: ArticleTree.Measure) -> Bool {
        let length = measure.length
        var isList = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL
        if !isList, length > 0 { isList = Float(content.lists) / Float(length) > 0.9 }
        if isData[node] || content.holdsData || page.isInside(node, { isData[$0] })
            || page.isInside(node, depth: 4, { tree.nodes[$0].tag == GUMBO_TAG_CODE })
        {
            return false
        }
        let weight = weighs ? page.weight(node) : 0
        if weight < 0 { return true }
        guard measure.commas < 10 else { return false }
        if content.holdsFilm { return false }
        if length < 20, let line = tree.line(of: node)?.lowercased(),
            Self.labels.contains(line.filter { $0 != "." && $0 != "…" })
        {
            return true
        }
        let density = length == 0 ? 0 : measure.linked / Float(length)
        let items = content.items - 100
        let isInFigure = page.isInside(node, depth: 4) { tree.nodes[$0].tag == GUMBO_TAG_FIGURE }
        let headings = length == 0 ? 0 : Float(content.headings) / Float(length)
        let goes =
            !isInFigure && content.images > 1 && content.paragraphs * 2 < content.images
            || !isList && items > content.paragraphs
            || content.inputs > content.paragraphs / 3
            || !isList && !isInFigure && headings < 0.9 && length < 25 && (content.images == 0 || content.images > 2)
                && density > 0
            || !isList && weight < 25 && density > 0.2
            || weight >= 25 && density > 0.5
            || content.frames == 1 && length < 75 || content.frames > 1
            || content.images == 0 && content.texts == 0
        // Lists of pictures.
        if goes, isList, content.images > 0, content.images == content.items,
            page.elements(in: node).allSatisfy({ page.elements(in: $0).count < 2 })
        {
            return false
        }
        return goes
    }
}
