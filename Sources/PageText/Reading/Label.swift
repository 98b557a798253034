/// A line's part on the page, as the programme over the page tells them apart.
enum Label: UInt8, CaseIterable {
    case furniture, rubric, kicker
    /// A headline's first line, and its further ones.
    case headline, headlineMore
    case deck, deckMore
    case byline
    /// Writers named at a story's end.
    case signature
    /// A paragraph's first line, and what goes on with it.
    case paragraph, more
    case crosshead
    /// A caption inside a story or under a picture's own heading.
    case caption, captionMore
    /// A caption that begins an item of its own.
    case picture
    case jumpTo, jumpFrom

    static let count = 17
    static let all = Label.allCases

    var kind: LineKind {
        switch self {
        case .furniture: .furniture
        case .rubric: .rubric
        case .kicker: .kicker
        case .headline, .headlineMore: .headline
        case .deck, .deckMore: .deck
        case .byline, .signature: .byline
        case .paragraph, .more: .paragraph
        case .crosshead: .crosshead
        case .caption, .captionMore, .picture: .caption
        case .jumpTo, .jumpFrom: .jump
        }
    }

    @inline(__always)
    var isCaption: Bool { rawValue >= Label.caption.rawValue && rawValue <= Label.picture.rawValue }
    @inline(__always)
    var isText: Bool { rawValue == Label.paragraph.rawValue || rawValue == Label.more.rawValue }
    var isHeading: Bool { rawValue >= Label.kicker.rawValue && rawValue <= Label.deckMore.rawValue }
}

/// What the lines so far leave for the next to mind.
struct Situation: OptionSet {
    let rawValue: UInt16
    /// A story has begun on the page: what comes is no longer its head.
    static let story = Situation(rawValue: 1)
    /// The item has text.
    static let body = Situation(rawValue: 2)
    /// The item's writers have been named.
    static let signed = Situation(rawValue: 4)
    /// The item has come to its end: a signature, a jump.
    static let ended = Situation(rawValue: 8)
    /// The item is a notice: its last lines are short.
    static let notice = Situation(rawValue: 16)
    /// A paragraph waits behind a caption or furniture for its other half.
    static let pending = Situation(rawValue: 32)
    /// Under the rubric of a run of briefs.
    static let briefs = Situation(rawValue: 64)
    /// The item is a letter: its writer's name stands at its end.
    static let letter = Situation(rawValue: 128)

    /// The item has a crosshead.
    static let divided = Situation(rawValue: 256)

    static let count = 512
}
