/// One line of a page that is not blank: where it stands, and what one look at its characters tells.
///
/// Widths are in cells: a Han character is two, a Latin letter one.
struct TextLine {
    /// UTF-8 offsets in the source, white space at both ends left out.
    var start = 0
    var end = 0
    /// 1 for the source's first line.
    var number = 0
    /// Blank lines before it.
    var gap = 0
    /// White space before its first character, in cells.
    var indent = 0
    var width = 0
    var han = 0
    var kana = 0
    var hangul = 0
    var upper = 0
    var lower = 0
    var letters = 0
    var digits = 0
    /// Quotes and dashes that are two cells wide among Han and one among letters; counted as one in `width`.
    var ambiguous = 0
    var pauses = 0
    /// Marks inside the line, before its last character, that end a sentence.
    var sentences = 0
    var spaces = 0
    /// Brackets and curly quotes opened and not closed in it, less those closed and not opened.
    var depth = 0
    /// “, which closes in German what „ has opened.
    var highQuotes = 0
    var lowQuotes = 0
    /// Straight double quotes.
    var quotes = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
    /// The last character that is neither bracket nor quote: it tells whether a sentence ends here.
    var lastSolid: UInt32 = 0
    /// Width of what could not have been divided at its start: the first word, or the first Han.
    var firstToken = 0

    var clues: Clues = []
    /// UTF-8 length of the byline that the line begins with (本报讯(记者 …)); 0 for none.
    var opening = 0
    /// UTF-8 offset from the line's start at which a credit, a signature or a jump line at its end begins; 0 for none.
    var closing = 0
    /// The measure that it was set to, in cells; 0 where lines are whole paragraphs.
    var measure = 0

    /// Width in Han of the caption that it is the first line of, where its credit tells; else 0.
    var captionEms = 0

    var length: Int { end - start }
    /// Width in Han.
    var ems: Int { (width + 1) / 2 }
    var solid: Int { han + kana }
}
