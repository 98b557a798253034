/// What the lines so far mean for the next.
struct DecoderState: OptionSet {
    let rawValue: UInt16
    /// A story has begun: the page's head is over.
    static let story = DecoderState(rawValue: 1)
    /// The item has text.
    static let body = DecoderState(rawValue: 2)
    /// The item's writers have been named.
    static let signed = DecoderState(rawValue: 4)
    /// The item has ended, with a signature or a jump line.
    static let ended = DecoderState(rawValue: 8)
    /// The item is a notice, of which the last lines are short.
    static let notice = DecoderState(rawValue: 16)
    /// Captions or furniture have interrupted a paragraph.
    static let pending = DecoderState(rawValue: 32)
    /// The rubric of a run of briefs is above.
    static let briefs = DecoderState(rawValue: 64)
    /// The item is a letter, with its writer's name at the end.
    static let letter = DecoderState(rawValue: 128)

    /// The item has a crosshead.
    static let divided = DecoderState(rawValue: 256)

    /// Possible states.
    static let count = 512
}
