import CGumbo
import Newspaper

/// A story in a digital paper's page: where its text is, and the headings above it (引题, 主题, 副题).
struct PaperStory {
    var kicker: String?
    var headline: String?
    var deck: String?
    var byline: String?
    /// The line that says where it was printed.
    var place: PlaceLine?
    private(set) var blocks: [Block] = []

    private let tree: HTMLTree
    /// Nodes of the text.
    private let body: Range<Int>
    private var isLeftOut: [Bool]
    /// Pictures between the headings and the text.
    private var figures: [Block] = []

    /// nil where no part of the page is marked as a story's text.
    ///
    /// - Parameter isStory: whether that is known, so that marks count that other pages have too.
    init?(_ tree: HTMLTree, _ properties: PaperProperties, isStory: Bool, base: String?) {
        guard let body = Self.body(in: tree, isStory: isStory) else { return nil }
        self.tree = tree
        self.body = body
        isLeftOut = [Bool](repeating: false, count: tree.nodes.count)
        readHeadings(base)
        kicker = properties["introtitle"] ?? kicker
        headline = properties["title"] ?? headline
        deck = properties["subtitle"] ?? deck
        byline = properties["author"] ?? byline
        if kicker == headline { kicker = nil }
        if deck == headline { deck = nil }
        readBody(base)
        guard !blocks.isEmpty else { return nil }
    }

    // MARK: - The text

    /// The nodes of the text, by the first of the marks between which there is one.
    private static func body(in tree: HTMLTree, isStory: Bool) -> Range<Int>? {
        var places: [Int: Range<Int>] = [:]
        func add(_ rank: Int, _ range: Range<Int>) {
            guard places[rank] == nil, !range.isEmpty else { return }
            let holds = range.contains { node in
                tree.nodes[node].tag == nil ? tree.words(of: node) > 0 : tree.nodes[node].tag == GUMBO_TAG_IMG
            }
            if holds { places[rank] = range }
        }
        for node in tree.nodes.indices where tree.nodes[node].record >= 0 {
            let range = node..<Int(tree.nodes[node].end)
            let element = tree.record(of: node)?.paperElement
            switch tree.value(.id, of: node)?.lowercased() {
            case "ozoom": add(0, range)
            case "articlecontent" where isStory: add(3, range)
            case "content" where isStory: add(element == nil ? 5 : 4, range)
            default: if element == .content { add(1, range) }
            }
        }
        for range in tree.enclosed { add(2, range) }
        return places.min { $0.key < $1.key }?.value
    }

    private mutating func readBody(_ base: String?) {
        for node in body {
            if let element = tree.record(of: node)?.paperElement, element != .content { leaveOut(node) }
        }
        var walk = BlockWalk(tree, base: base, leavingOut: isLeftOut, pictures: PaperPictures(tree, in: body))
        walk.add(body)
        blocks = figures + walk.finish()
        // The rest of a comment that its own words had ended.
        for place in blocks.indices.reversed() where blocks[place].text.hasSuffix("/enpproperty-->") {
            blocks.remove(at: place)
        }
    }

    private mutating func leaveOut(_ node: Int) {
        for inner in node..<Int(tree.nodes[node].end) { isLeftOut[inner] = true }
    }

    // MARK: - The headings

    /// Looks in the smallest element around the text in which there is a headline before it.
    private mutating func readHeadings(_ base: String?) {
        var around = Int(tree.nodes[body.lowerBound].parent)
        var seen = body.lowerBound
        while around >= 0 {
            // What is before what was looked through already, so that no node is looked at twice.
            if readHeadings(in: around..<seen) { return readLines(from: around, base) }
            seen = around
            around = Int(tree.nodes[around].parent)
        }
        if !readHeadings(in: body) { (kicker, deck, byline) = (nil, nil, nil) }
    }

    private mutating func readHeadings(in range: Range<Int>) -> Bool {
        var fonts: [(isMain: Bool, line: String)] = []
        var strong: (line: String, place: Int)?
        var found = false
        var decks = deck.map { [$0] } ?? []
        for node in range where tree.nodes[node].end <= range.upperBound || body == range {
            guard let tag = tree.nodes[node].tag else { continue }
            switch tag {
            case GUMBO_TAG_H1:
                if headline == nil { headline = tree.line(of: node) }
                found = found || headline != nil
            case GUMBO_TAG_H3: if kicker == nil { kicker = tree.line(of: node) }
            case GUMBO_TAG_H2:
                // Each line of it may be an element.
                if let line = tree.line(of: node), !decks.contains(line), decks.count < 4 {
                    decks.append(line)
                    deck = decks.joined(separator: " ")
                }
            case GUMBO_TAG_H4: if byline == nil, tree.nodes[node].text.count < 200 { byline = tree.line(of: node) }
            case GUMBO_TAG_TD:
                let name = tree.value(.class, of: node)
                if let name, name == "font01" || name == "font02", let line = tree.line(of: node) {
                    fonts.append((name == "font01", line))
                }
            case GUMBO_TAG_STRONG, GUMBO_TAG_B:
                // What else is strong names the page or the paper, and is a link.
                if strong == nil, range.upperBound <= body.lowerBound, let line = tree.line(of: node), isHeadline(line),
                    !tree.isLinked(node)
                {
                    strong = (line, fonts.count)
                }
            default: break
            }
        }
        if found, range == body {
            for node in body
            where [GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4].contains(tree.nodes[node].tag) {
                if let line = tree.line(of: node), ([kicker, headline, byline] + decks).contains(line) {
                    leaveOut(node)
                }
            }
        }
        if !found, let main = fonts.firstIndex(where: \.isMain) {
            headline = fonts[main].line
            kicker = fonts[..<main].first?.line
            deck = fonts[(main + 1)...].first { !$0.isMain }?.line
            found = true
        } else if !found, let strong {
            headline = strong.line
            kicker = fonts[..<strong.place].first?.line
            deck = fonts[strong.place...].first?.line
            found = true
        }
        return found
    }

    /// Whether a line in strong letters may be a headline: it says neither which page nor which day this is, and is no link to another.
    private func isHeadline(_ line: String) -> Bool {
        (4...240).contains(line.utf8.count) && PageName(line, needsWord: true) == nil && PlaceLine(line) == nil
            && PageDate.find(in: line) == nil && !Self.isByline(line)
    }

    /// Lines between the headings and the text: who wrote it, and where it was printed.
    private mutating func readLines(from start: Int, _ base: String?) {
        guard start < body.lowerBound else { return }
        let headings: [GumboTag?] = [GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4]
        let last = (start..<body.lowerBound).last { headings.contains(tree.nodes[$0].tag) }
        let from = last.map { Int(tree.nodes[$0].end) } ?? start
        guard from < body.lowerBound else { return }
        let range = from..<body.lowerBound
        var walk = BlockWalk(tree, base: base, pictures: PaperPictures(tree, in: range))
        walk.add(range)
        let lines = walk.finish()
        // What has no caption may be a button.
        figures = lines.filter { $0.kind == .figure && (!$0.text.isEmpty || Self.isPhoto($0)) }
        for block in lines
        where block.kind != .figure
            && block.text.utf8.count <= 240 && ![kicker, headline, deck].contains(block.text)
        {
            var rest = block.text
            if let line = PlaceLine(rest) {
                place = place ?? line
                // The writer may stand in the same line.
                rest = String(rest.prefix { !"《（(".contains($0) }).trimmed
                if byline == nil, Byline.areChineseNames(rest) { byline = rest }
                if rest == line.paper || rest.contains("年") || rest.contains("来源") { continue }
            }
            if byline == nil, Self.isByline(rest) { byline = rest }
        }
    }

    /// Whether a picture is one of a camera, by the end of its address.
    private static func isPhoto(_ figure: Block) -> Bool {
        guard let address = figure.illustration?.address?.lowercased() else { return false }
        return [".jpg", ".jpeg", ".webp"].contains { address.hasSuffix($0) }
    }

    private static let roles = ["记者", "記者", "通讯员", "通訊員", "作者", "本报", "本報", "实习生", "撰文", "摄影", "文/", "图/"]

    private static func isByline(_ line: String) -> Bool {
        let text = String(line.drop { "■●◎□◆▲　 ".contains($0) })
        return text.utf8.count < 120 && roles.contains(where: text.hasPrefix) && !text.contains("。")
    }
}

extension HTMLTree {
    /// Steps up that are looked at for a link.
    private static var linkDepth: Int { 6 }

    /// Whether an element stands in a link.
    fileprivate func isLinked(_ node: Int) -> Bool {
        var above = node
        for _ in 0..<Self.linkDepth where above >= 0 {
            if nodes[above].tag == GUMBO_TAG_A { return true }
            above = Int(nodes[above].parent)
        }
        return false
    }
}
