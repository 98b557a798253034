import CGumbo

/// What counts as a paragraph: also bare text, and what line breaks part.
extension ArticleAttempt {
    static let scored: [GumboTag] = [
        GUMBO_TAG_SECTION, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_P,
        GUMBO_TAG_TD,
        GUMBO_TAG_PRE,
    ]

    /// What makes an element around it more than a paragraph.
    static func isBlock(_ tag: GumboTag) -> Bool {
        switch tag {
        case GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL, GUMBO_TAG_DIV, GUMBO_TAG_IMG, GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE,
            GUMBO_TAG_TABLE, GUMBO_TAG_UL:
            true
        default: false
        }
    }

    mutating func findParagraphs() {
        // Whether there is a block in an element, from the last to the first.
        var holdsBlock = [Bool](repeating: false, count: tree.nodes.count)
        for node in tree.nodes.indices.reversed() where !page.isLeftOut[node] {
            let parent = Int(tree.nodes[node].parent)
            guard parent >= 0, let tag = tree.nodes[node].tag else { continue }
            if holdsBlock[node] || Self.isBlock(tag) { holdsBlock[parent] = true }
        }
        for node in tree.nodes.indices {
            guard !page.isLeftOut[node], var tag = page.tags[node] else { continue }
            if tag == GUMBO_TAG_P, breaksParagraph(node) {
                page.tags[node] = GUMBO_TAG_DIV
                tag = GUMBO_TAG_DIV
            }
            if tag == GUMBO_TAG_DIV {
                tag = paragraph(in: node, holdsBlock: holdsBlock)
            }
            if Self.scored.contains(tag) { paragraphs.append((page.measures[node], page.parent(node))) }
        }
    }

    /// Finds the bare text in a `div`; returns what the element counts as.
    mutating func paragraph(in node: Int, holdsBlock: [Bool]) -> GumboTag {
        var runs: [ArticleTree.Measure] = []
        var run: ArticleTree.Measure?
        var breaks = 0
        var others: [Int] = []
        let children = page.children(node)
        for child in children {
            guard isPhrasing(child, holdsBlock) else {
                if let done = run, done.length > 0 { runs.append(done) }
                run = nil
                breaks = 0
                others.append(child)
                continue
            }
            let measure = page.measures[child]
            if tree.nodes[child].tag == GUMBO_TAG_BR {
                breaks += 1
            } else if measure.length > 0 || tree.nodes[child].tag != nil {
                if breaks >= 2, let done = run, done.length > 0 {
                    runs.append(done)
                    run = nil
                }
                breaks = 0
                run = run ?? ArticleTree.Measure()
                run?.length += measure.length
                run?.commas += measure.commas
                run?.linked += measure.linked
            }
        }
        if let done = run, done.length > 0 { runs.append(done) }
        let elements = others.filter { tree.nodes[$0].tag != nil }
        if runs.count + elements.count == 1, page.linkDensity(node) < 0.25 {
            if let only = elements.first, page.tags[only] == GUMBO_TAG_P, !breaksParagraph(only) {
                page.isTransparent[node] = true
                return GUMBO_TAG_DIV
            }
            if elements.isEmpty {
                page.tags[node] = GUMBO_TAG_P
                return GUMBO_TAG_P
            }
        }
        if runs.isEmpty, !elements.contains(where: { holdsBlock[$0] || Self.isBlock(tree.nodes[$0].tag!) }) {
            page.tags[node] = GUMBO_TAG_P
            return GUMBO_TAG_P
        }
        page.bareParagraphs[node] = Int32(runs.count)
        paragraphs += runs.map { ($0, node) }
        return GUMBO_TAG_DIV
    }

    /// Whether line breaks make several paragraphs of one.
    func breaksParagraph(_ node: Int) -> Bool {
        var breaks = 0
        for child in page.children(node) {
            if tree.nodes[child].tag == GUMBO_TAG_BR {
                breaks += 1
                if breaks > 1 { return true }
            } else if page.measures[child].length > 0 || tree.nodes[child].tag != nil {
                breaks = 0
            }
        }
        return false
    }

    func isPhrasing(_ node: Int, _ holdsBlock: [Bool]) -> Bool {
        guard let tag = tree.nodes[node].tag else { return true }
        if ElementTraits[tag].contains(.formatting) || ElementTraits[tag].contains(.plain) { return true }
        switch tag {
        case GUMBO_TAG_ABBR, GUMBO_TAG_AUDIO, GUMBO_TAG_BDO, GUMBO_TAG_BR, GUMBO_TAG_CITE, GUMBO_TAG_DATA,
            GUMBO_TAG_DFN,
            GUMBO_TAG_EMBED, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KBD, GUMBO_TAG_LABEL, GUMBO_TAG_MARK,
            GUMBO_TAG_METER,
            GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_OUTPUT, GUMBO_TAG_Q, GUMBO_TAG_RUBY, GUMBO_TAG_SAMP,
            GUMBO_TAG_SPAN,
            GUMBO_TAG_SUB, GUMBO_TAG_SUP, GUMBO_TAG_TIME, GUMBO_TAG_VAR, GUMBO_TAG_WBR:
            return true
        case GUMBO_TAG_A, GUMBO_TAG_DEL, GUMBO_TAG_INS: return !holdsBlock[node]
        default: return false
        }
    }
}
