import CGumbo

/// A page's tree with what is known of its elements while an article is looked for in it: what is left out, what counts as a
/// paragraph, and how much text is where. Every pass takes time linear in the nodes.
struct ArticleTree {
    let tree: HTMLTree
    /// Nodes that are left out, each with all that is in it.
    private(set) var isLeftOut: [Bool]
    /// What an element counts as, where that is not what it is.
    var tags: [GumboTag?]
    /// Elements that are there for nothing but the paragraph in them.
    var isTransparent: [Bool]
    /// Paragraphs of bare text that are in an element beside its blocks.
    var bareParagraphs: [Int32]
    /// Class and id in small letters; empty for none.
    let names: [String]

    /// What is in a node, without what is left out.
    struct Measure {
        /// Characters, a run of white space as one; Han count twice, as two letters or more would stand for one.
        var length: Int32 = 0
        /// Commas and what parts Chinese sentences.
        var commas: Int32 = 0
        /// Characters that lead elsewhere; of those that lead to another place of the page a third.
        var linked: Float = 0
    }

    private(set) var measures: [Measure]
    private let own: [Measure]

    init(_ tree: HTMLTree) {
        self.tree = tree
        let count = tree.nodes.count
        isLeftOut = [Bool](repeating: false, count: count)
        tags = tree.nodes.map(\.tag)
        isTransparent = [Bool](repeating: false, count: count)
        bareParagraphs = [Int32](repeating: 0, count: count)
        var names = [String](repeating: "", count: count)
        var own = [Measure](repeating: Measure(), count: count)
        for node in 0..<count {
            let range = tree.nodes[node].text
            if tree.nodes[node].tag == nil {
                own[node] = tree.text.withUnsafeBufferPointer {
                    Self.measure(UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]))
                }
            } else if tree.nodes[node].record >= 0 {
                let words = [tree.value(.class, of: node), tree.value(.id, of: node)].compactMap { $0 }
                if !words.isEmpty { names[node] = words.joined(separator: " ").lowercased() }
            }
        }
        self.names = names
        self.own = own
        measures = own
        leaveOutHidden()
        measure()
    }

    private static func measure(_ text: UnsafeBufferPointer<UInt8>) -> Measure {
        var measure = Measure()
        var isSpace = false
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte <= 0x20 {
                if !isSpace { measure.length += 1 }
                isSpace = true
                at += 1
                continue
            }
            isSpace = false
            if byte < 0x80 {
                measure.length += 1
                if byte == UInt8(ascii: ",") { measure.commas += 1 }
                at += 1
            } else if byte < 0xE0 {
                measure.length += 1
                at += 2
                if byte == 0xD8, at <= text.count, text[at - 1] == 0x8C { measure.commas += 1 }
            } else if byte < 0xF0 {
                let isComma =
                    at + 2 < text.count
                    && (byte == 0xEF && text[at + 1] == 0xBC && text[at + 2] == 0x8C
                        || byte == 0xE3 && text[at + 1] == 0x80 && (text[at + 2] == 0x81 || text[at + 2] == 0x82))
                if isComma { measure.commas += 1 }
                measure.length += byte >= 0xE3 && byte <= 0xED ? 2 : 1
                at += 3
            } else {
                measure.length += 1
                at += 4
            }
        }
        // What is nothing but white space is the markup's.
        if isSpace && measure.length == 1 { measure.length = 0 }
        return measure
    }

    private mutating func leaveOutHidden() {
        var node = 0
        while node < tree.nodes.count {
            if let tag = tree.nodes[node].tag {
                let isHidden =
                    tree.record(of: node).map {
                        $0.isHidden
                            || $0.isAriaHidden && tag != GUMBO_TAG_IMG && !names[node].contains("fallback-image")
                    } ?? false
                if isHidden || tag == GUMBO_TAG_HEAD
                    || ElementTraits[tag].contains(.hidden) && tag != GUMBO_TAG_INPUT && tag != GUMBO_TAG_NOSCRIPT
                {
                    leaveOut(node)
                    node = Int(tree.nodes[node].end)
                    continue
                }
            }
            node += 1
        }
    }

    /// Leaves a node out with all that is in it.
    mutating func leaveOut(_ node: Int) {
        guard !isLeftOut[node] else { return }
        for inner in node..<Int(tree.nodes[node].end) { isLeftOut[inner] = true }
    }

    /// Counts again what is in each node.
    mutating func measure() {
        measures = own
        for node in tree.nodes.indices.reversed() {
            if isLeftOut[node] || tree.nodes[node].tag == GUMBO_TAG_NOSCRIPT {
                measures[node] = Measure()
                continue
            }
            if tree.nodes[node].tag == GUMBO_TAG_A {
                let isInside = tree.value(.href, of: node)?.hasPrefix("#") ?? false
                measures[node].linked = Float(measures[node].length) * (isInside ? 0.3 : 1)
            }
            let parent = Int(tree.nodes[node].parent)
            if parent >= 0 {
                measures[parent].length += measures[node].length
                measures[parent].commas += measures[node].commas
                measures[parent].linked += measures[node].linked
            }
        }
    }

    /// The part of an element's text that leads elsewhere, 0 to 1.
    func linkDensity(_ node: Int) -> Float {
        measures[node].length == 0 ? 0 : measures[node].linked / Float(measures[node].length)
    }

    /// The element around, past those that are there for one paragraph; -1 for none.
    func parent(_ node: Int) -> Int {
        var parent = Int(tree.nodes[node].parent)
        while parent >= 0, isTransparent[parent] { parent = Int(tree.nodes[parent].parent) }
        return parent
    }

    /// The nodes directly in an element that are not left out.
    func children(_ node: Int) -> [Int] {
        var children: [Int] = []
        var at = node + 1
        while at < tree.nodes[node].end {
            if !isLeftOut[at] { children.append(at) }
            at = Int(tree.nodes[at].end)
        }
        return children
    }

    /// The elements among them, with those of elements that are there for one paragraph.
    func elements(in node: Int) -> [Int] {
        var elements: [Int] = []
        var at = node + 1
        while at < tree.nodes[node].end {
            if isLeftOut[at] || tree.nodes[at].tag == nil {
                at = Int(tree.nodes[at].end)
            } else if isTransparent[at] {
                at += 1
            } else {
                elements.append(at)
                at = Int(tree.nodes[at].end)
            }
        }
        return elements
    }

    /// Whether one of the elements around a node, at most `depth` of them, is what is asked for.
    func isInside(_ node: Int, depth: Int = Int.max, _ isSought: (Int) -> Bool) -> Bool {
        var (parent, left) = (Int(tree.nodes[node].parent), depth)
        while parent >= 0, left > 0 {
            if isSought(parent) { return true }
            parent = Int(tree.nodes[parent].parent)
            left -= 1
        }
        return false
    }

    func weight(_ node: Int) -> Int {
        guard !names[node].isEmpty else { return 0 }
        return ClassWords.weight(tree.value(.class, of: node)?.lowercased())
            + ClassWords.weight(tree.value(.id, of: node)?.lowercased())
    }
}
