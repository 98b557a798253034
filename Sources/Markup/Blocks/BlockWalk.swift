import CGumbo
import Newspaper

/// Makes blocks of a part of a tree, in one pass over its nodes.
struct BlockWalk {
    let tree: HTMLTree
    let pictures: PictureSource
    /// Nodes that are left out with all that is in them; empty for none.
    private let isLeftOut: [Bool]
    /// Pictures whose captions only a paper's own marks tell.
    let paperPictures: PaperPictures
    var writer = BlockWriter()
    var frames: [Frame] = []
    var containers: [Container] = []
    /// The rank of the heading that is open; 0 for none.
    var heading = 0
    /// Elements that are open of which text is no more than its lines.
    var preformatted = 0
    /// How many tables of figures are open; of one in another only the words count.
    var tables = 0
    /// Captions that are open.
    var captions = 0
    /// The figures of the element with a caption that is open.
    var captionFigures: [Block] = []
    /// The row of the table that is open.
    var row = TableRow()
    /// What marks the next block of the item that is open.
    var mark: String?
    var languages: [String]
    var quotes = 0
    /// The text inside `noscript` is for readers without scripts; its pictures are those that scripts show.
    var fallbacks = 0
    /// Whether the figure that was added last is one of those.
    var lastIsFallback = false
    /// Whether the next reading goes on with the one before, in the same brackets.
    var continuesReading = false

    enum Container {
        case quotation
        case list(ListNumbering?, depth: Int)
    }

    /// What ends where an element ends.
    struct Frame {
        var end: Int
        var closings: Closings
        var start = 0
    }

    struct Closings: OptionSet {
        let rawValue: UInt32
        static let block = Closings(rawValue: 1 << 0)
        static let span = Closings(rawValue: 1 << 1)
        static let container = Closings(rawValue: 1 << 2)
        static let heading = Closings(rawValue: 1 << 3)
        static let preformatted = Closings(rawValue: 1 << 4)
        static let table = Closings(rawValue: 1 << 5)
        static let row = Closings(rawValue: 1 << 6)
        static let caption = Closings(rawValue: 1 << 7)
        static let raised = Closings(rawValue: 1 << 8)
        static let lowered = Closings(rawValue: 1 << 9)
        static let reading = Closings(rawValue: 1 << 10)
        static let quote = Closings(rawValue: 1 << 11)
        static let language = Closings(rawValue: 1 << 12)
        static let fallback = Closings(rawValue: 1 << 13)
        static let item = Closings(rawValue: 1 << 14)
        static let label = Closings(rawValue: 1 << 15)
    }

    /// - Parameter base: from where references lead on.
    init(
        _ tree: HTMLTree, base: String?, leavingOut isLeftOut: [Bool] = [],
        pictures paperPictures: PaperPictures = PaperPictures()
    ) {
        self.tree = tree
        self.isLeftOut = isLeftOut
        self.paperPictures = paperPictures
        pictures = PictureSource(tree: tree, base: base)
        languages = [tree.language ?? ""]
    }

    /// Adds the blocks of some nodes one after another.
    mutating func add(_ range: Range<Int>) {
        let tree = tree
        tree.text.withUnsafeBufferPointer { text in
            var at = range.lowerBound
            while at < range.upperBound {
                while let frame = frames.last, frame.end <= at { close(frames.removeLast()) }
                let node = tree.nodes[at]
                if !isLeftOut.isEmpty, isLeftOut[at] {
                    at = Int(node.end)
                } else if let tag = node.tag {
                    at = open(tag, at)
                } else {
                    if fallbacks == 0 {
                        writer.append(
                            UnsafeBufferPointer(rebasing: text[Int(node.text.lowerBound)..<Int(node.text.upperBound)]))
                    }
                    at += 1
                }
            }
            while let frame = frames.popLast() { close(frame) }
        }
        endBlock()
    }

    consuming func finish() -> [Block] { writer.finish() }

    // MARK: - Elements

    /// Begins an element, and gives the node to go on with.
    mutating func open(_ tag: GumboTag, _ node: Int) -> Int {
        let end = Int(tree.nodes[node].end)
        let traits = ElementTraits[tag]
        let record = tree.record(of: node)
        if let record, isHidden(tag, record, node) { return end }
        if tag == GUMBO_TAG_NOSCRIPT {
            fallbacks += 1
            frames.append(Frame(end: end, closings: .fallback))
            return node + 1
        }
        if traits.contains(.hidden) || tag == GUMBO_TAG_DEL && isBesideText(node) { return end }
        if fallbacks > 0, tag != GUMBO_TAG_IMG { return node + 1 }
        var closings: Closings = []
        if traits.contains(.block), tables == 0 {
            if writer.mode == .flowing || preformatted > 0 { endBlock() } else { writer.addSpace() }
            closings.insert(.block)
        }
        var start = 0
        switch tag {
        case GUMBO_TAG_BR: breakLine()
        case GUMBO_TAG_P where heading > 0 && !writer.isEmpty:
            // The heading was not closed.
            endBlock()
            heading = 0
            writer.mode = .flowing
        case GUMBO_TAG_P, GUMBO_TAG_DIV: if tables > 0 { writer.addSpace() }
        case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6:
            guard tables == 0, captions == 0, preformatted == 0 else { break }
            heading = Int(tag.rawValue - GUMBO_TAG_H1.rawValue) + 1
            writer.mode = .joined
            closings.insert(.heading)
        case GUMBO_TAG_BLOCKQUOTE: beginContainer(.quotation, &closings)
        case GUMBO_TAG_UL, GUMBO_TAG_MENU, GUMBO_TAG_DIR, GUMBO_TAG_DL: beginList(nil, &closings)
        case GUMBO_TAG_OL:
            let number = tree.value(.start, of: node).flatMap { Int($0) }
            let isReversed = tree.has(.reversed, node)
            beginList(
                ListNumbering(
                    start: number, type: tree.value(.type, of: node), isReversed: isReversed,
                    count: isReversed && number == nil ? items(of: node) : 0), &closings)
        case GUMBO_TAG_LI, GUMBO_TAG_DT: beginItem(node, &closings)
        case GUMBO_TAG_DD: beginDefinition(&closings)
        case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP:
            guard tables == 0, captions == 0, heading == 0 else { break }
            preformatted += 1
            writer.mode = .preformatted
            closings.insert(.preformatted)
        case GUMBO_TAG_TABLE:
            guard tables == 0, captions == 0, preformatted == 0, !paperPictures.boxes.contains(node),
                TableShape.isData(node, in: tree)
            else {
                if tables > 0 { writer.addSpace() }
                break
            }
            addCaption(of: node)
            tables = 1
            row = TableRow()
            writer.mode = .joined
            closings.insert(.table)
        case GUMBO_TAG_CAPTION: if tables > 0 { return end }
        case GUMBO_TAG_TR where tables > 0:
            closings.insert(.row)
        case GUMBO_TAG_TD where tables > 0, GUMBO_TAG_TH where tables > 0: beginCell(node)
        case GUMBO_TAG_FIGURE: if tables == 0, captions == 0, showsPicture(node) { beginCaption(&closings) }
        case GUMBO_TAG_A:
            if isBackLink(node) { return end }
            if let address = tree.value(.href, of: node) {
                if isNoteMark(node, address) {
                    start = writer.text.count
                    closings.insert(.raised)
                } else if let link = pictures.link(address) {
                    begin(.link(link), &closings)
                }
            }
        case GUMBO_TAG_LABEL:
            writer.addBoundary()
            closings.insert(.label)
        case GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_CITE, GUMBO_TAG_DFN, GUMBO_TAG_VAR: begin(.emphasis, &closings)
        case GUMBO_TAG_STRONG, GUMBO_TAG_B: if heading == 0 { begin(.strong, &closings) }
        case GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_SAMP, GUMBO_TAG_TT:
            if preformatted == 0 { begin(.code, &closings) }
        case GUMBO_TAG_SUP, GUMBO_TAG_SUB:
            start = writer.text.count
            closings.insert(tag == GUMBO_TAG_SUP ? .raised : .lowered)
        case GUMBO_TAG_RT:
            if !hasBrackets(node), !tree.nodes[node].text.isEmpty {
                if !continuesReading { writer.append("（") }
                continuesReading = isReadingNext(to: node)
                if !continuesReading { closings.insert(.reading) }
            }
        case GUMBO_TAG_Q:
            writer.append(quotationMarks.open)
            quotes += 1
            closings.insert(.quote)
        case GUMBO_TAG_IMG, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_IFRAME, GUMBO_TAG_EMBED, GUMBO_TAG_OBJECT:
            return addFigure(tag, node)
        default: break
        }
        if tables == 0, captions == 0, preformatted == 0 {
            if paperPictures.boxes.contains(node) {
                beginCaption(&closings)
            } else if paperPictures.captions.contains(node) {
                captionFigures = writer.takeLastFigure().map { [$0] } ?? []
                beginCaption(&closings)
            }
        }
        if let language = record == nil ? nil : tree.value(.lang, of: node) {
            languages.append(language)
            closings.insert(.language)
        }
        if !closings.isEmpty { frames.append(Frame(end: end, closings: closings, start: start)) }
        return node + 1
    }

    mutating func close(_ frame: Frame) {
        let closings = frame.closings
        if closings.contains(.raised) || closings.contains(.lowered) {
            let raised =
                frame.start <= writer.text.count
                ? RaisedText.of(writer.text[frame.start...].drop { $0 == 0x20 }, isRaised: closings.contains(.raised))
                : nil
            if let raised {
                // Two notes at one place are not one with more figures.
                let isNext = closings.contains(.raised) && RaisedText.ends(writer.text[..<frame.start])
                writer.replace(from: frame.start, with: isNext ? "," + raised : raised)
            }
        }
        if closings.contains(.reading) { writer.append("）") }
        if closings.contains(.quote) {
            quotes -= 1
            writer.append(quotationMarks.close)
        }
        if closings.contains(.span) { writer.endSpan() }
        if closings.contains(.label) { writer.addBoundary() }
        if closings.contains(.row) {
            row.end()
            writer.appendSeparator(0x0A)
        }
        if closings.contains(.language) { languages.removeLast() }
        if closings.contains(.fallback) { fallbacks -= 1 }
        if closings.contains(.caption) {
            endCaption()
        } else if closings.contains(.block) || closings.contains(.table) {
            if writer.mode == .flowing || !closings.isDisjoint(with: [.heading, .preformatted, .table]) {
                endBlock()
            } else {
                writer.addSpace()
            }
        }
        if closings.contains(.heading) { heading = 0 }
        if closings.contains(.preformatted) { preformatted -= 1 }
        if closings.contains(.table) { tables = 0 }
        if closings.contains(.container) { containers.removeLast() }
        if closings.contains(.item) { mark = nil }
        if !closings.isDisjoint(with: [.heading, .preformatted, .table, .caption]) {
            writer.mode =
                preformatted > 0 ? .preformatted : heading > 0 || tables > 0 || captions > 0 ? .joined : .flowing
        }
    }

    func isHidden(_ tag: GumboTag, _ record: HTMLInput.Tag, _ node: Int) -> Bool {
        if record.isHidden || record.isAriaHidden && tag != GUMBO_TAG_IMG { return true }
        guard let names = tree.value(.class, of: node) else { return false }
        // What only those who listen get.
        return names.utf8.count >= 7
            && names.split(separator: " ").contains {
                ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"].contains($0)
            }
    }

    /// UTF-8 bytes around a deleted text that are looked at.
    private static let nearby = 256

    /// Whether there is more in what a deleted text stands in: alone it is a list's item that is done, or a joke.
    private func isBesideText(_ node: Int) -> Bool {
        let parent = Int(tree.nodes[node].parent)
        guard parent >= 0 else { return false }
        let (own, around) = (tree.nodes[node].text, tree.nodes[parent].text)
        return tree.text[Int(around.lowerBound)..<Int(own.lowerBound)].suffix(Self.nearby).contains { $0 > 0x20 }
            || tree.text[Int(own.upperBound)..<Int(around.upperBound)].prefix(Self.nearby).contains { $0 > 0x20 }
    }

    mutating func begin(_ span: Span.Kind, _ closings: inout Closings) {
        writer.beginSpan(span)
        closings.insert(.span)
    }

    // MARK: - Blocks

    mutating func endBlock() {
        if tables > 0 {
            writer.end(.table, level: containers.count)
        } else if preformatted > 0 {
            writer.end(.preformatted, level: containers.count)
        } else if heading > 0 {
            writer.end(.crosshead, level: heading)
        } else {
            switch containers.last {
            case nil: writer.end(.paragraph)
            case .quotation: writer.end(.quotation, level: containers.count - 1)
            case .list: if writer.end(.item, level: containers.count - 1, mark: mark) { mark = nil }
            }
        }
    }

    mutating func breakLine() {
        if preformatted > 0 {
            writer.append("\n")
        } else if writer.mode == .flowing {
            endBlock()
        } else {
            writer.addSpace()
        }
    }

    mutating func beginContainer(_ container: Container, _ closings: inout Closings) {
        guard tables == 0 else { return }
        containers.append(container)
        closings.insert(.container)
    }
}
