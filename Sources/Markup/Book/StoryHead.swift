import CGumbo
import Newspaper
import TextDecoding

/// What a document of a book says of its story beside the text.
package struct StoryDetails {
    /// Of a story that the program itself wrote, which has none where it is nil.
    package var headline: String?
    package var kicker: String?
    package var deck: String?
    package var byline: String?
    package var credits: [Credit] = []
    package var photos: [Photo] = []
    package var continued: String?
    package var continues: String?
    package var kind = Story.Kind.story
    /// The id that the program itself gave the story.
    package var id: StoryID?
    /// Where the story is on the web.
    package var link: String?
    /// When it was published, as the document has it.
    package var published: String?
    package var tags: [String] = []
    /// Whether it is one of calibre's lists of sections or articles.
    package var isIndex = false
    /// Lines that are the book's own on every page: where it comes from, where its next page is.
    package var furniture: [String] = []
}

/// Finds what a document says of its story, and which elements are no text of it.
struct StoryHead {
    private(set) var details = StoryDetails()
    private(set) var isLeftOut: [Bool]
    private let tree: HTMLTree

    init(_ tree: HTMLTree) {
        self.tree = tree
        isLeftOut = [Bool](repeating: false, count: tree.nodes.count)
        readMetadata()
        var headerEnd = 0
        var at = 0
        while at < tree.nodes.count {
            let node = tree.nodes[at]
            if node.tag == GUMBO_TAG_HEADER {
                headerEnd = max(headerEnd, Int(node.end))
                // All that the program itself writes there is said by the story's parts.
                if details.id != nil { isLeftOut[at] = true }
            }
            if at < headerEnd, details.id != nil, node.tag == GUMBO_TAG_H1 { details.headline = tree.line(of: at) }
            if node.tag == GUMBO_TAG_P || node.tag == GUMBO_TAG_DIV, isBar(at) {
                readNavigation(at)
                isLeftOut[at] = true
                at = Int(node.end)
                continue
            }
            if node.record >= 0, let names = tree.value(.class, of: at), isPart(names, at, isInHeader: at < headerEnd) {
                isLeftOut[at] = true
                at = Int(node.end)
            } else {
                at += 1
            }
        }
    }

    private mutating func readMetadata() {
        let data = PageMetadata(tree)
        details.link = data.canonical.flatMap { Link($0)?.address }
        details.published = data.published.map(PageDate.normal)
        details.tags = data.tags
        details.byline = data.byline
        details.credits = (data.authors.isEmpty ? data.byline.map(Byline.names) ?? [] : data.authors).map {
            Credit(.reporter, $0)
        }
        var credits: [Credit] = []
        for node in tree.nodes.indices where tree.nodes[node].tag == GUMBO_TAG_META {
            guard let name = tree.value(.name, of: node), let content = tree.value(.content, of: node) else { continue }
            switch name {
            case StoryMarkup.id: details.id = StoryID(content)
            case StoryMarkup.kind: details.kind = Story.Kind(rawValue: content) ?? .story
            case StoryMarkup.credited:
                guard let end = content.firstRange(of: ": "),
                    let role = Credit.Role(rawValue: String(content[..<end.lowerBound]))
                else { continue }
                credits.append(Credit(role, String(content[end.upperBound...])))
            default: break
            }
        }
        // Its own words say more than the name of an author, but where they say none there is none to be shown.
        if details.id != nil {
            (details.credits, details.byline) = (credits, nil)
        }
    }

    /// Whether an element by its classes is something else than text; takes what it says.
    private mutating func isPart(_ names: String, _ node: Int, isInHeader: Bool) -> Bool {
        if isNavigation(names) {
            readNavigation(node)
            return true
        }
        let names = names.split(separator: " ")
        guard let part = StoryMarkup.Part.allCases.first(where: { names.contains(Substring($0.rawValue)) }),
            let line = tree.line(of: node)
        else { return false }
        switch part {
        case .kicker, .deck, .byline:
            guard isInHeader else { return false }
            switch part {
            case .kicker: details.kicker = details.kicker.map { $0 + " " + line } ?? line
            case .deck: details.deck = details.deck.map { $0 + " " + line } ?? line
            default:
                details.byline = line
                if details.credits.isEmpty, details.id == nil {
                    details.credits = Byline.names(in: line).map { Credit(.reporter, $0) }
                }
            }
        case .continued: details.continued = line
        case .continues: details.continues = line
        case .photo: details.photos.append(photo(node))
        }
        return true
    }

    private func photo(_ node: Int) -> Photo {
        for inner in node + 1..<Int(tree.nodes[node].end) {
            guard tree.value(.class, of: inner) == StoryMarkup.credit, let credit = tree.line(of: inner) else {
                continue
            }
            let (start, end) = (Int(tree.nodes[node].text.lowerBound), Int(tree.nodes[inner].text.lowerBound))
            let caption = String(decoding: tree.text[start..<end], as: UTF8.self).trimmed
            return Photo(caption: caption, credit: credit)
        }
        return Photo(caption: tree.line(of: node) ?? "")
    }

    // MARK: - Bars

    /// Whether an element holds links to other places of the book, parted by strokes, and nothing else.
    private func isBar(_ node: Int) -> Bool {
        let element = tree.nodes[node]
        guard element.text.count < Self.longestBar, Int(element.end) - node < Self.longestBar else { return false }
        var (links, strokes, linkEnd) = (0, 0, 0)
        for inner in node + 1..<Int(element.end) {
            let found = tree.nodes[inner]
            if found.tag == GUMBO_TAG_A {
                guard let reference = tree.value(.href, of: inner), !BookDocument.leavesBook(reference) else {
                    return false
                }
                links += 1
                linkEnd = max(linkEnd, Int(found.end))
            } else if found.tag == nil, inner >= linkEnd {
                for byte in tree.text[Int(found.text.lowerBound)..<Int(found.text.upperBound)] where byte > 0x20 {
                    guard byte == UInt8(ascii: "|") else { return false }
                    strokes += 1
                }
            } else if found.tag == GUMBO_TAG_IMG {
                return false
            }
        }
        return links > 1 && strokes > 0
    }

    /// Bytes and elements that a bar has at most.
    private static let longestBar = 300

    // MARK: - calibre

    /// Whether these are classes of the bars that calibre puts above and below each article; notes those of its lists.
    private mutating func isNavigation(_ names: String) -> Bool {
        var isBar = false
        for name in names.split(separator: " ") where name.hasPrefix("calibre") {
            // Conversion takes strokes out and adds numbers.
            let letters = name.filter { $0 != "_" && $0 != "-" }
            if letters.hasPrefix("calibrenavbar") { isBar = true }
            if letters.hasPrefix("calibrefeedlist") || letters.hasPrefix("calibrearticlelist") {
                details.isIndex = true
            }
        }
        return isBar
    }

    /// The bar says where the article was taken from.
    private mutating func readNavigation(_ node: Int) {
        guard let line = tree.line(of: node) else { return }
        details.furniture.append(line)
        for inner in node..<Int(tree.nodes[node].end) where tree.nodes[inner].tag == GUMBO_TAG_A {
            if let link = tree.value(.href, of: inner).flatMap({ Link($0)?.address }), details.link == nil {
                // calibre names itself too.
                if !link.contains("calibre-ebook.com") { details.link = link }
            }
        }
    }
}
