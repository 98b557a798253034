/// One line of a page that is not blank: where it stands, and what one look at its characters tells.
///
/// Widths are in cells: a Han character is two, a Latin letter one.
///
/// A line is passed by its place in the page's `LineStore`; who keeps a line keeps the store.
@dynamicMemberLookup
struct TextLine {
    private let place: UnsafeMutablePointer<LineLooks>

    init(at place: UnsafeMutablePointer<LineLooks>) { self.place = place }

    subscript<Value>(dynamicMember look: WritableKeyPath<LineLooks, Value>) -> Value {
        @inline(__always) get { place.pointee[keyPath: look] }
        @inline(__always) nonmutating set { place.pointee[keyPath: look] = newValue }
    }

    var length: Int { place.pointee.end - place.pointee.start }
    /// Width in Han.
    var ems: Int { (place.pointee.width + 1) / 2 }
    var solid: Int { place.pointee.han + place.pointee.kana }
}

/// What is known of a line.
struct LineLooks {
    /// UTF-8 offsets in the source, white space at both ends left out.
    var start = 0
    var end = 0
    /// 1 for the source's first line.
    @Narrow var number: Int
    /// Blank lines before it.
    @Narrow var gap: Int
    /// White space before its first character, in cells.
    @Narrow var indent: Int
    @Narrow var width: Int
    @Narrow var han: Int
    @Narrow var kana: Int
    @Narrow var hangul: Int
    @Narrow var upper: Int
    @Narrow var lower: Int
    @Narrow var letters: Int
    @Narrow var digits: Int
    /// Quotes and dashes that are two cells wide among Han and one among letters; counted as one in `width`.
    @Narrow var ambiguous: Int
    @Narrow var pauses: Int
    /// Marks inside the line, before its last character, that end a sentence.
    @Narrow var sentences: Int
    @Narrow var spaces: Int
    /// Brackets and curly quotes opened and not closed in it, less those closed and not opened.
    @Narrow var depth: Int
    /// “, which closes in German what „ has opened.
    @Narrow var highQuotes: Int
    @Narrow var lowQuotes: Int
    /// Straight double quotes.
    @Narrow var quotes: Int
    var first: UInt32 = 0
    var last: UInt32 = 0
    /// The last character that is neither bracket nor quote: it tells whether a sentence ends here.
    var lastSolid: UInt32 = 0
    /// Width of what could not have been divided at its start: the first word, or the first Han.
    @Narrow var firstToken: Int

    var clues: Clues = []
    /// UTF-8 length of the byline that the line begins with (本报讯(记者 …)); 0 for none.
    @Narrow var opening: Int
    /// UTF-8 offset from the line's start at which a credit, a signature or a jump line at its end begins; 0 for none.
    @Narrow var closing: Int
    /// The measure that it was set to, in cells; 0 where lines are whole paragraphs.
    @Narrow var measure: Int

    /// Width in Han of the caption that it is the first line of, where its credit tells; else 0.
    @Narrow var captionEms: Int
}

/// Room for the lines of one page after another.
final class LineStore {
    private var blocks: [UnsafeMutablePointer<LineLooks>] = []
    private var count = 0
    /// Lines in a block.
    private static let block = 1024

    deinit { for block in blocks { block.deallocate() } }

    /// Gives the room of all lines back; they are not to be looked at any more.
    func clear() { count = 0 }

    func add(_ looks: LineLooks) -> TextLine {
        if count == blocks.count * Self.block { blocks.append(.allocate(capacity: Self.block)) }
        let place = blocks[count / Self.block] + count % Self.block
        place.initialize(to: looks)
        count += 1
        return TextLine(at: place)
    }
}

/// An Int that takes four bytes: a page has very many lines.
@propertyWrapper
struct Narrow {
    private var value: Int32 = 0
    var wrappedValue: Int {
        get { Int(value) }
        set { value = Int32(clamping: newValue) }
    }
}
