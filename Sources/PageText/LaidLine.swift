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
        /// A headline that is as small as the text.
        case smallHeading
        /// A paragraph's first line, and one that goes on with it.
        case paragraph, more
        /// A line of text, of which the layout does not tell whether it begins a paragraph.
        case text
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
    /// The pictures that a caption begins to tell of with it; of any other line those of its story without a caption.
    package var pictures: [PrintedPicture.Box] = []

    /// A line with nothing before it.
    package init(_ text: String, _ role: Role, gap: Int = 0) {
        (self.text, self.role, self.gap) = (text, role, gap)
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
        case .smallHeading: set(.headline, .crosshead, .rubric)
        case .paragraph: set(.paragraph, .byline, .signature, .jumpTo, .jumpFrom)
        case .more: set(.more, .byline, .signature, .jumpTo)
        case .text: set(.paragraph, .more, .byline, .signature, .jumpTo, .jumpFrom)
        case .aside: set(.crosshead, .byline, .signature, .jumpTo, .jumpFrom, .paragraph, .caption, .furniture)
        case .caption: set(.caption)
        case .picture: set(.picture)
        case .captionMore: set(.captionMore)
        }
    }

    /// Whether the line is set as a paragraph's first.
    var isIndented: Bool { self == .paragraph }
}

extension PageSource {
    /// Pages whose layout is known, their lines in reading order.
    ///
    /// - Parameter file: what their pictures are asked for by.
    package init(
        path: String, laid pages: [[LaidLine]], file: [UInt8] = [], key: [UInt8] = [],
        corrections: PageCorrections = PageCorrections()
    ) {
        var utf8: [UInt8] = []
        var roles: [Int: LabelSet] = [:]
        var pictures: [Int: [PrintedPicture]] = [:]
        for (number, page) in pages.enumerated() {
            if number > 0 { utf8.append(0x0C) }
            for line in page where !line.text.isEmpty {
                utf8 += repeatElement(0x0A, count: line.gap)
                if line.role.isIndented { utf8 += "　　".utf8 }
                roles[utf8.count] = line.role.labels
                if !line.pictures.isEmpty {
                    pictures[utf8.count] = line.pictures.map { PrintedPicture(file: file, page: number, box: $0) }
                }
                utf8 += line.text.utf8
                utf8.append(0x0A)
            }
        }
        self.init(path: path, laid: utf8, roles: roles, key: key, corrections: corrections)
        self.pictures = pictures
    }
}
