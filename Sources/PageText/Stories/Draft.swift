/// An item of the page while its lines are being gathered.
struct Draft {
    struct Block {
        var isCrosshead = false
        var pieces: [Piece] = []
    }
    struct Picture {
        var pieces: [Piece] = []
        /// A credit on a line of its own.
        var credit: Piece?
    }

    /// Index of its first line on the page.
    var firstLine: Int
    /// Line of the rubric over it.
    var rubric: Int?
    var kicker: [Piece] = []
    var headline: [Piece] = []
    var deck: [Piece] = []
    var bylines: [Piece] = []
    var signatures: [Piece] = []
    var blocks: [Block] = []
    var pictures: [Picture] = []
    var continues: [Piece] = []
    var continued: [Piece] = []
    var isBrief = false
    /// Cells of its text.
    var width = 0
    var opens = false
    /// Its heading says that it is a notice.
    var isNotice = false

    init(firstLine: Int) { self.firstLine = firstLine }

    var isPhoto: Bool { blocks.isEmpty && !pictures.isEmpty }
    var paragraphs: Int { blocks.lazy.filter { !$0.isCrosshead }.count }
    var isEmpty: Bool {
        kicker.isEmpty && headline.isEmpty && deck.isEmpty && bylines.isEmpty && signatures.isEmpty && blocks.isEmpty
            && pictures.isEmpty && continues.isEmpty && continued.isEmpty
    }
}
