import Newspaper

/// An item of a page: which lines are which part of it.
struct StoryDraft {
    struct Block {
        var kind = Newspaper.Block.Kind.paragraph
        var spans: [TextSpan] = []
    }
    struct Picture {
        var spans: [TextSpan] = []
        /// A credit on a line of its own.
        var credit: TextSpan?
    }

    /// Index of its first line on the page.
    var firstLine: Int
    /// Line of the rubric above it.
    var rubric: Int?
    var kicker: [TextSpan] = []
    var headline: [TextSpan] = []
    var deck: [TextSpan] = []
    var bylines: [TextSpan] = []
    var signatures: [TextSpan] = []
    var blocks: [Block] = []
    var pictures: [Picture] = []
    var continues: [TextSpan] = []
    var continued: [TextSpan] = []
    var isBrief = false
    /// Width of its text, in cells.
    var width = 0
    /// Its text begins with a dateline.
    var hasDateline = false
    /// Its headline says that it is a notice.
    var isNotice = false

    init(firstLine: Int) { self.firstLine = firstLine }

    var isPhoto: Bool { blocks.isEmpty && !pictures.isEmpty }
    /// All of it.
    var spans: [TextSpan] {
        var spans = [kicker, headline, deck, bylines, signatures, continues, continued].flatMap(\.self)
        for block in blocks { spans += block.spans }
        for picture in pictures { spans += picture.spans + [picture.credit].compactMap(\.self) }
        return spans
    }
    var paragraphs: Int { blocks.lazy.filter { $0.kind != .crosshead }.count }
}
