import Newspaper

/// What is known of a line: what one pass over its characters finds, and the features that later steps add.
struct LineMetrics {
    /// UTF-8 offsets in the source, without the white space at both ends.
    var start = 0
    var end = 0
    /// 1 for the source's first line.
    @CompactInt var number: Int
    /// Blank lines before it.
    @CompactInt var gap: Int
    /// White space before its first character, in cells.
    @CompactInt var indent: Int
    @CompactInt var width: Int
    @CompactInt var han: Int
    @CompactInt var kana: Int
    @CompactInt var hangul: Int
    @CompactInt var upper: Int
    @CompactInt var lower: Int
    @CompactInt var letters: Int
    @CompactInt var digits: Int
    /// Quotes and dashes that are two cells wide in Han text and one in Latin text; counted as one in `width`.
    @CompactInt var ambiguous: Int
    @CompactInt var pauses: Int
    /// Marks that end a sentence, before the line's last character.
    @CompactInt var sentences: Int
    @CompactInt var spaces: Int
    /// Brackets and curly quotes that the line opens and does not close, less those that it closes and does not open.
    @CompactInt var depth: Int
    /// “, which in German closes what „ opens.
    @CompactInt var highQuotes: Int
    @CompactInt var lowQuotes: Int
    /// Straight double quotes.
    @CompactInt var quotes: Int
    var first: UInt32 = 0
    var last: UInt32 = 0
    /// The last character that is neither bracket nor quote: it decides whether a sentence ends here.
    var lastSolid: UInt32 = 0
    /// Width of the first word, or of the first Han with the punctuation that sticks to it: what a line's end cannot divide.
    @CompactInt var firstToken: Int

    var features: LineFeatures = []
    var form = LineForm.long
    /// What a second reading of the page finds.
    var second: SecondFeatures = []
    /// The labels that a reader has left to the line, a bit each (`Label.bit`); 0 where none has said anything about it.
    var settled: LabelSet = []
    /// The block that the page's layout makes it a part of; nil where its label tells.
    var block: Block.Kind?
    /// Whether the page's layout makes it the headline of one of several short items.
    var isItem = false
    /// UTF-8 length of the dateline that the line begins with (本报讯(记者 …)); 0 for none.
    @CompactInt var datelineLength: Int
    /// UTF-8 offset from the line's start at which a credit, a signature or a jump line at its end begins; 0 for none.
    @CompactInt var attributionOffset: Int
    /// The measure that it was set to, in cells; 0 on a page that is not wrapped.
    @CompactInt var measure: Int

    /// Width in Han of the caption of which it is the first line, where a credit shows that it is one; else 0.
    @CompactInt var captionEms: Int
}
