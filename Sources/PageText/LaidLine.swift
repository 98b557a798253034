import Newspaper

/// A line of a page whose layout is known: what its place and its letters say that it is.
package struct LaidLine: Hashable, Sendable {
    /// What a line may be, as far as the layout tells; the words decide the rest.
    package enum Role: Hashable, Sendable, CaseIterable {
        /// Belongs to the page.
        case furniture
        /// A small line above a headline, at the side: names a column or a section.
        case rubric
        /// A line above a headline that leads up to it, or a rubric.
        case overline
        /// A headline's first line, and its later lines.
        case headline, headlineMore
        /// A line below a headline: a deck's first line, its later lines, or writers.
        case underline, underlineMore
        /// A line or two inside a story that part its text.
        case crosshead
        /// A few small letters below a headline: who wrote it.
        case writers
        /// The headline of one of several short items.
        case item
        /// A name right above items: a rubric over them, or their headline.
        case name
        /// A headline that is as small as the text.
        case smallHeading
        /// A paragraph's first line, and one that goes on with it.
        case paragraph, more
        /// A line of text, of which the layout does not tell whether it begins a paragraph.
        case text
        /// A row of a table, its cells parted by tabs.
        case row
        /// The first line of words that stand out from the story, and their later ones.
        case quotation, quotationMore
        /// A line in the text's columns that is set in other letters.
        case aside
        /// A line below a picture of a story, one below a picture that is by itself, and the later lines of both.
        case caption, picture, captionMore
    }

    /// Without white space at its ends.
    package var text: String
    package var role: Role
    /// Blank lines before it, in the text that the page makes.
    package var gap: Int
    /// Where it stands on the sheet; nil where that is not known.
    package var box: Box?
    /// The pictures that belong to it: those that a caption is about; those of a story without one, of its first line.
    package var pictures: [Box] = []

    /// A line with nothing before it.
    package init(_ text: String, _ role: Role, gap: Int = 0, box: Box? = nil) {
        (self.text, self.role, self.gap, self.box) = (text, role, gap, box)
    }
}

extension LaidLine.Role {
    /// The labels that a line of the role may have.
    var labels: LabelSet {
        func set(_ labels: Label...) -> LabelSet { LabelSet(labels.map { LabelSet($0) }) }
        return switch self {
        case .furniture: set(.furniture)
        case .rubric: set(.rubric)
        case .overline: set(.rubric, .kicker)
        case .headline: set(.headline)
        case .headlineMore: set(.headlineMore)
        case .underline: set(.deck, .byline, .jumpFrom)
        case .underlineMore: set(.deck, .deckMore, .byline, .jumpFrom)
        case .crosshead: set(.crosshead)
        case .item: set(.headline)
        case .name: set(.rubric, .headline)
        case .writers: set(.byline)
        case .smallHeading: set(.headline, .crosshead, .rubric)
        case .paragraph: set(.paragraph, .byline, .signature, .jumpTo, .jumpFrom)
        case .more: set(.more, .byline, .signature, .jumpTo)
        case .row, .quotation: set(.paragraph)
        case .quotationMore: set(.more)
        case .text: set(.paragraph, .more, .byline, .signature, .jumpTo, .jumpFrom)
        case .aside: set(.crosshead, .byline, .signature, .jumpTo, .jumpFrom, .paragraph, .caption, .furniture)
        case .caption: set(.caption)
        case .picture: set(.picture)
        case .captionMore: set(.captionMore)
        }
    }

    /// The block that the line is part of; nil where its label tells.
    var block: Block.Kind? {
        switch self {
        case .row: .table
        case .quotation, .quotationMore: .quotation
        default: nil
        }
    }

    /// Whether the line is set as a paragraph's first.
    var isIndented: Bool { self == .paragraph }
}

/// A page whose layout is known.
package struct LaidPage: Sendable {
    /// In reading order.
    package var lines: [LaidLine]
    /// What it is printed on.
    package var sheet: PageSheet
    /// Where it is in its document; nil where each page has a sheet of its own.
    package var origin: Origin?

    /// A sheet of a document, from 0, and how far the page begins from its left edge, in points.
    package struct Origin: Sendable {
        package var sheet: Int
        package var left: Double

        package init(sheet: Int, left: Double) { (self.sheet, self.left) = (sheet, left) }
    }

    /// A page with these lines.
    package init(_ lines: [LaidLine], on sheet: PageSheet) { (self.lines, self.sheet) = (lines, sheet) }
}

extension PageSource {
    /// Pages whose layout is known.
    ///
    /// - Parameter file: what their pictures are asked for by.
    package init(
        path: String, laid pages: [LaidPage], file: [UInt8] = [], key: [UInt8] = [],
        corrections: PageCorrections = PageCorrections()
    ) {
        var utf8: [UInt8] = []
        var roles: [Int: LaidLine.Role] = [:]
        var places = LinePlaces()
        var pictures: [Int: [PrintedPicture]] = [:]
        for (number, page) in pages.enumerated() {
            if number > 0 { utf8.append(0x0C) }
            places.add(page.sheet)
            for line in page.lines where !line.text.isEmpty {
                utf8 += repeatElement(0x0A, count: line.gap)
                if line.role.isIndented { utf8 += "　　".utf8 }
                roles[utf8.count] = line.role
                places.add(line, at: utf8.count)
                let shown = line.pictures.compactMap { Box(printed: $0, from: page.origin?.left ?? 0) }
                if !shown.isEmpty {
                    pictures[utf8.count] = shown.map {
                        PrintedPicture(file: file, page: page.origin?.sheet ?? number, box: $0)
                    }
                }
                utf8 += line.text.utf8
                utf8.append(0x0A)
            }
        }
        self.init(path: path, laid: utf8, roles: roles, places: places, key: key, corrections: corrections)
        self.pictures = pictures
    }
}

extension Box {
    /// Points that a picture has each way which is more than an ornament.
    private static let least = 24.0

    /// What is to be shown of a picture; nil of an ornament. A page is looked at in pixels of a point, the outer of which may be half
    /// white.
    ///
    /// - Parameter left: how far the page begins from its sheet's left edge.
    fileprivate init?(printed box: Box, from left: Double) {
        guard box.width >= Self.least, box.height >= Self.least else { return nil }
        self.init(
            left: left + box.left + 1, top: box.top + 1, right: left + box.right - 1, bottom: box.bottom - 1)
    }
}
