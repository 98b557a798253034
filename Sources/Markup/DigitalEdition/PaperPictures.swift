import CGumbo

/// Pictures of digital papers, whose captions stand in a table's row below them or in an element of that name.
struct PaperPictures {
    /// Elements that are a picture with what is said below it.
    private(set) var boxes: Set<Int> = []
    /// Elements that are what is said below the picture before them.
    private(set) var captions: Set<Int> = []

    /// UTF-8 bytes that may be said of one picture.
    private static let longest = 900
    private static let name = "tushuo"

    init() {}

    /// - Parameter range: the story's text.
    init(_ tree: HTMLTree, in range: Range<Int>) {
        var at = range.lowerBound
        while at < range.upperBound {
            let node = tree.nodes[at]
            if node.tag == GUMBO_TAG_TABLE, node.end <= range.upperBound, Self.isBox(at, in: tree) {
                boxes.insert(at)
                at = Int(node.end)
                continue
            }
            if node.record >= 0, tree.value(.class, of: at)?.lowercased().contains(Self.name) == true {
                if let box = Self.box(around: at, in: tree, range) { boxes.insert(box) } else { captions.insert(at) }
                at = Int(node.end)
                continue
            }
            at += 1
        }
    }

    /// Whether a table has pictures, each above its words, and little else.
    private static func isBox(_ table: Int, in tree: HTMLTree) -> Bool {
        var (images, paragraphs, words) = (0, 0, 0)
        for node in table + 1..<Int(tree.nodes[table].end) {
            switch tree.nodes[node].tag {
            case GUMBO_TAG_IMG: images += 1
            case GUMBO_TAG_P: if tree.line(of: node) != nil { paragraphs += 1 }
            case GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE: return false
            case nil:
                words += tree.words(of: node)
                if words > 0, images == 0 || words > longest * images { return false }
            default: break
            }
        }
        return images > 0 && paragraphs <= 2 * images
    }

    /// The element that holds a caption with its picture, and no other word.
    private static func box(around caption: Int, in tree: HTMLTree, _ range: Range<Int>) -> Int? {
        let words = tree.words(of: caption)
        var node = Int(tree.nodes[caption].parent)
        while node >= range.lowerBound, words > 0, words <= longest, tree.words(of: node) == words {
            if (node..<caption).contains(where: { tree.nodes[$0].tag == GUMBO_TAG_IMG }) { return node }
            node = Int(tree.nodes[node].parent)
        }
        return nil
    }
}

extension HTMLTree {
    /// UTF-8 bytes of a node's text that are no white space; of a long one at least 4096.
    func words(of node: Int) -> Int {
        let range = nodes[node].text
        return text[Int(range.lowerBound)..<Int(range.upperBound)].prefix(4096).reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
    }
}
