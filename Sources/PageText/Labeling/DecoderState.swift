/// What the lines so far mean for the next.
struct DecoderState: OptionSet {
    let rawValue: UInt16
    /// A story has begun: the page's head is over.
    @inline(__always) static var story: Self { Self(rawValue: 1) }
    /// The item has text.
    @inline(__always) static var body: Self { Self(rawValue: 2) }
    /// The item's writers have been named.
    @inline(__always) static var signed: Self { Self(rawValue: 4) }
    /// The item has ended, with a signature or a jump line.
    @inline(__always) static var ended: Self { Self(rawValue: 8) }
    /// The item is a notice, of which the last lines are short.
    @inline(__always) static var notice: Self { Self(rawValue: 16) }
    /// Captions or furniture have interrupted a paragraph.
    @inline(__always) static var pending: Self { Self(rawValue: 32) }
    /// The rubric of a run of briefs is above.
    @inline(__always) static var briefs: Self { Self(rawValue: 64) }
    /// The item is a letter, with its writer's name at the end.
    @inline(__always) static var letter: Self { Self(rawValue: 128) }

    /// The item has a crosshead.
    @inline(__always) static var divided: Self { Self(rawValue: 256) }

    /// Possible states.
    static let count = 512
}
