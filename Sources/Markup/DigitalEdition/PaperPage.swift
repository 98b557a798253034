import CGumbo
import Newspaper

/// What a page of the web says of a printed page: its name, the stories on it and where they are, and the other pages of its edition.
package struct PaperPage: Sendable {
    /// A story as the page's list or its picture has it.
    package struct Entry: Sendable {
        package let reference: PaperReference
        /// Where it is; nil where that is not said.
        package let address: String?
        package var title: String?
        /// In pixels of the page's picture, from its upper left corner.
        package var boxes: [Box] = []
    }

    /// A page in the list of the edition's pages.
    package struct Other: Sendable {
        package let reference: PaperReference
        package let name: PageName
        package var pdf: PaperReference?
    }

    /// In the order of their list; those that only the picture has at the end.
    package private(set) var stories: [Entry] = []
    package private(set) var pages: [Other] = []
    /// Of the page's picture, in pixels; nil where nothing on it has a place.
    package private(set) var size: (width: Double, height: Double)?
    /// The page itself as a PDF.
    package private(set) var pdf: PaperReference?
    /// Whether the picture's areas lead to its stories.
    private(set) var hasMap = false

    private static let most = 1 << 12
    private static let steps: Set<String> = [
        "上一篇", "下一篇", "上一条", "下一条", "上一版", "下一版", "上一期", "下一期", "上一頁", "下一頁", "上一页", "下一页", "上页", "下页", "返回",
        "返回目录", "首页", "pdf", "放大", "缩小", "默认",
    ]

    private var places: [PaperReference: Int] = [:]
    private var pagePlaces: [PaperReference: Int] = [:]

    init(_ tree: HTMLTree, base: String?) {
        readLinks(tree, base)
        readMap(tree, base)
        if pdf == nil, let last = lastPDF, pdfs == 1 { pdf = last }
    }

    private var lastPDF: PaperReference?
    private var pdfs = 0

    private mutating func readLinks(_ tree: HTMLTree, _ base: String?) {
        var page: Int?
        for node in tree.nodes.indices where tree.nodes[node].tag == GUMBO_TAG_A {
            guard let href = tree.value(.href, of: node), let reference = PaperReference(href) else { continue }
            switch reference.kind {
            case .pdf:
                if lastPDF?.inFolder != reference.inFolder { pdfs += 1 }
                lastPDF = reference
                if let page, pages[page].pdf == nil { pages[page].pdf = reference }
            case .page:
                guard let line = Self.title(of: node, in: tree), let name = Self.name(of: line) else { continue }
                if let known = pagePlaces[reference] {
                    page = known
                } else if pages.count < Self.most {
                    pagePlaces[reference] = pages.count
                    page = pages.count
                    pages.append(Other(reference: reference, name: name))
                }
            case .story: add(reference, Link(href, from: base)?.address, title: Self.title(of: node, in: tree))
            case .other: break
            }
        }
    }

    private static func name(of line: String) -> PageName? {
        if let name = PageName(line) { return name }
        return line.utf8.count <= PageName.longest ? PageName(name: line) : nil
    }

    /// The words of a link; nil where they only lead on.
    private static func title(of node: Int, in tree: HTMLTree) -> String? {
        guard tree.nodes[node].text.count < 1000, let line = tree.line(of: node) else { return nil }
        let bare = String(line.filter { !"[]【】<>《》«»‹›←→（）()".contains($0) && !$0.isWhitespace }).lowercased()
        return bare.isEmpty || steps.contains(bare) ? nil : HTMLText.line(line)
    }

    /// A link without words, or one that only leads on, is no entry of a list.
    private mutating func add(_ reference: PaperReference, _ address: String?, title: String?, box: Box? = nil) {
        if let place = places[reference] {
            stories[place].title = stories[place].title ?? title
            if let box { stories[place].boxes.append(box) }
        } else if title != nil || box != nil, stories.count < Self.most {
            places[reference] = stories.count
            stories.append(
                Entry(reference: reference, address: address, title: title, boxes: box.map { [$0] } ?? []))
        }
    }

    // MARK: - The picture

    private mutating func readMap(_ tree: HTMLTree, _ base: String?) {
        var (right, bottom) = (0.0, 0.0)
        var areas = 0
        for node in tree.nodes.indices where tree.nodes[node].tag == GUMBO_TAG_AREA {
            guard let href = tree.value(.href, of: node), let reference = PaperReference(href), areas < Self.most,
                reference.kind == .story || reference.kind == .other && Self.isPage(node, in: tree),
                let box = tree.value(.coords, of: node).flatMap(Self.box)
            else { continue }
            areas += 1
            (right, bottom) = (max(right, box.right), max(bottom, box.bottom))
            add(
                reference, Link(href, from: base)?.address,
                title: tree.value(.title, of: node) ?? tree.value(.alt, of: node), box: box)
        }
        guard areas > 0, right > 0, bottom > 0 else { return }
        hasMap = true
        let picture = tree.nodes.indices.first {
            tree.nodes[$0].tag == GUMBO_TAG_IMG && tree.value(.usemap, of: $0) != nil
        }
        func length(_ name: HTMLAttribute) -> Double? {
            picture.flatMap { tree.value(name, of: $0) }.flatMap {
                Double($0.hasSuffix("px") ? $0.dropLast(2) : $0[...])
            }
        }
        // A picture that is shown smaller than its areas are drawn for says nothing of them.
        size = (
            width: length(.width).flatMap { $0 >= right && $0 <= 8 * right ? $0 : nil } ?? right,
            height: length(.height).flatMap { $0 >= bottom && $0 <= 8 * bottom ? $0 : nil } ?? bottom
        )
    }

    /// Whether an area is of a picture of a printed page, by its map's name.
    private static func isPage(_ area: Int, in tree: HTMLTree) -> Bool {
        let map = Int(tree.nodes[area].parent)
        return map >= 0 && tree.value(.name, of: map)?.lowercased().hasPrefix("pagepicmap") == true
    }

    /// The box around a polygon, a rectangle or a circle (HTML, 4.8.13); nil for what is none of them.
    static func box(_ coords: String) -> Box? {
        let numbers = coords.split { !($0.isNumber || $0 == "." || $0 == "-") }.prefix(2000).compactMap { Double($0) }
        guard numbers.allSatisfy({ abs($0) < 100_000 }) else { return nil }
        if numbers.count == 3 {
            let (x, y, radius) = (numbers[0], numbers[1], abs(numbers[2]))
            return Box(left: max(0, x - radius), top: max(0, y - radius), right: x + radius, bottom: y + radius)
        }
        guard numbers.count >= 4 else { return nil }
        let x = stride(from: 0, to: numbers.count - 1, by: 2).map { max(0, numbers[$0]) }
        let y = stride(from: 1, to: numbers.count, by: 2).map { max(0, numbers[$0]) }
        let box = Box(left: x.min()!, top: y.min()!, right: x.max()!, bottom: y.max()!)
        return box.width > 0 && box.height > 0 ? box : nil
    }
}
