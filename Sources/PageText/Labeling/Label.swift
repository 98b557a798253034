import Newspaper

/// What a line is on its page, in the detail that `SequenceLabeler` distinguishes.
enum Label: UInt8, CaseIterable {
    case furniture, rubric, kicker
    /// A headline's first line, and its later lines.
    case headline, headlineMore
    case deck, deckMore
    case byline
    /// Writers, named at the end of a story.
    case signature
    /// A paragraph's first line, and the lines that continue it.
    case paragraph, more
    case crosshead
    /// A caption inside a story or under a heading of the picture's own: first line, later lines.
    case caption, captionMore
    /// A caption that begins an item.
    case picture
    case jumpTo, jumpFrom

    /// Computed, as it is asked for in the innermost loops.
    @inline(__always) static var count: Int { Int(Label.jumpFrom.rawValue) + 1 }

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

/// A set of labels.
struct LabelSet: OptionSet {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }
    @inline(__always)
    init(_ label: Label) { rawValue = 1 << UInt32(label.rawValue) }

    @inline(__always) static var all: Self { LabelSet(rawValue: 1 << UInt32(Label.count) - 1) }

    /// The labels for which a comparison of their costs holds: of the first sixteen, and of the last.
    @inline(__always)
    init(_ first: SIMDMask<SIMD16<Int32>>, last: Bool) {
        let bits = SIMD16<Int32>(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
        let chosen = (unsafeBitCast(first, to: SIMD16<Int32>.self) & bits).wrappedSum()
        rawValue = UInt32(truncatingIfNeeded: chosen) | (last ? 1 << 16 : 0)
    }

    @inline(__always) static var byline: Self { Self(.byline) }
    @inline(__always) static var signature: Self { Self(.signature) }
    @inline(__always) static var jumpTo: Self { Self(.jumpTo) }
    @inline(__always) static var jumpFrom: Self { Self(.jumpFrom) }

    @inline(__always)
    func contains(_ label: Label) -> Bool { rawValue >> UInt32(label.rawValue) & 1 == 1 }

    /// Takes the first label out of the set.
    @inline(__always)
    mutating func popFirst() -> Label? {
        guard rawValue != 0 else { return nil }
        let first = UInt8(truncatingIfNeeded: rawValue.trailingZeroBitCount)
        self = LabelSet(rawValue: rawValue & (rawValue - 1))
        return unsafeBitCast(first, to: Label.self)
    }

    /// Calls the body with each label of the set, in their order.
    @inline(__always)
    func forEach(_ body: (Label) -> Void) {
        var rest = rawValue
        while rest != 0 {
            body(unsafeBitCast(UInt8(truncatingIfNeeded: rest.trailingZeroBitCount), to: Label.self))
            rest &= rest - 1
        }
    }
}
