/// What recognisers have found in the words, marks and neighbours of a line: the features that are kept with it.
struct LineFeatures: OptionSet {
    let rawValue: UInt128

    init(rawValue: UInt128) { self.rawValue = rawValue }

    /// The set of one feature; traps on a feature that is not kept.
    @inline(__always)
    private init(_ feature: Feature) {
        precondition(feature.rawValue < Feature.keptCount)
        rawValue = 1 << UInt128(feature.rawValue)
    }

    @inline(__always) static var endsSentence: Self { Self(.endsSentence) }
    @inline(__always) static var endsStop: Self { Self(.endsStop) }
    @inline(__always) static var endsColon: Self { Self(.endsColon) }
    @inline(__always) static var endsPause: Self { Self(.endsPause) }
    @inline(__always) static var endsHyphen: Self { Self(.endsHyphen) }
    @inline(__always) static var endsQuote: Self { Self(.endsQuote) }
    @inline(__always) static var startsInside: Self { Self(.startsInside) }
    @inline(__always) static var startsClipped: Self { Self(.startsClipped) }
    @inline(__always) static var startsCapital: Self { Self(.startsCapital) }
    @inline(__always) static var startsQuote: Self { Self(.startsQuote) }
    @inline(__always) static var startsDash: Self { Self(.startsDash) }
    @inline(__always) static var startsBullet: Self { Self(.startsBullet) }
    @inline(__always) static var startsNumber: Self { Self(.startsNumber) }
    @inline(__always) static var startsSpeaker: Self { Self(.startsSpeaker) }
    @inline(__always) static var startsLead: Self { Self(.startsLead) }
    @inline(__always) static var newsStart: Self { Self(.newsStart) }
    @inline(__always) static var salutation: Self { Self(.salutation) }
    @inline(__always) static var couplet: Self { Self(.couplet) }
    @inline(__always) static var capitals: Self { Self(.capitals) }
    @inline(__always) static var capitalLabel: Self { Self(.capitalLabel) }
    @inline(__always) static var bracketed: Self { Self(.bracketed) }
    @inline(__always) static var quoting: Self { Self(.quoting) }
    @inline(__always) static var cells: Self { Self(.cells) }
    @inline(__always) static var verse: Self { Self(.verse) }
    @inline(__always) static var vertical: Self { Self(.vertical) }
    @inline(__always) static var byline: Self { Self(.byline) }
    @inline(__always) static var bareName: Self { Self(.bareName) }
    @inline(__always) static var penName: Self { Self(.penName) }
    @inline(__always) static var signature: Self { Self(.signature) }
    @inline(__always) static var authorNote: Self { Self(.authorNote) }
    @inline(__always) static var staff: Self { Self(.staff) }
    @inline(__always) static var addressed: Self { Self(.addressed) }
    @inline(__always) static var dateline: Self { Self(.dateline) }
    @inline(__always) static var datelineOnly: Self { Self(.datelineOnly) }
    @inline(__always) static var endsSignature: Self { Self(.endsSignature) }
    @inline(__always) static var endsCredit: Self { Self(.endsCredit) }
    @inline(__always) static var creditOnly: Self { Self(.creditOnly) }
    @inline(__always) static var creditBelow: Self { Self(.creditBelow) }
    @inline(__always) static var captionStart: Self { Self(.captionStart) }
    @inline(__always) static var pointing: Self { Self(.pointing) }
    @inline(__always) static var doing: Self { Self(.doing) }
    @inline(__always) static var pictured: Self { Self(.pictured) }
    @inline(__always) static var headsPicture: Self { Self(.headsPicture) }
    @inline(__always) static var mayBeCaption: Self { Self(.mayBeCaption) }
    @inline(__always) static var interposed: Self { Self(.interposed) }
    @inline(__always) static var jumpTo: Self { Self(.jumpTo) }
    @inline(__always) static var jumpFrom: Self { Self(.jumpFrom) }
    @inline(__always) static var endsJump: Self { Self(.endsJump) }
    @inline(__always) static var startsJump: Self { Self(.startsJump) }
    @inline(__always) static var folio: Self { Self(.folio) }
    @inline(__always) static var date: Self { Self(.date) }
    @inline(__always) static var editors: Self { Self(.editors) }
    @inline(__always) static var contact: Self { Self(.contact) }
    @inline(__always) static var weather: Self { Self(.weather) }
    @inline(__always) static var advert: Self { Self(.advert) }
    @inline(__always) static var contents: Self { Self(.contents) }
    @inline(__always) static var pageReference: Self { Self(.pageReference) }
    @inline(__always) static var banner: Self { Self(.banner) }
    @inline(__always) static var rubricWord: Self { Self(.rubricWord) }
    @inline(__always) static var briefRubric: Self { Self(.briefRubric) }
    @inline(__always) static var pictureRubric: Self { Self(.pictureRubric) }
    @inline(__always) static var notice: Self { Self(.notice) }
    @inline(__always) static var kickerEnd: Self { Self(.kickerEnd) }
    @inline(__always) static var service: Self { Self(.service) }
    @inline(__always) static var figureRow: Self { Self(.figureRow) }
    @inline(__always) static var briefHead: Self { Self(.briefHead) }
    @inline(__always) static var endsSaying: Self { Self(.endsSaying) }
    @inline(__always) static var wordsBelow: Self { Self(.wordsBelow) }
    @inline(__always) static var wordsAbove: Self { Self(.wordsAbove) }
    @inline(__always) static var wordsAround: Self { Self(.wordsAround) }

    /// Belongs to the page and to no story, whatever is around it.
    @inline(__always)
    static var furniture: Self { [.folio, .editors, .contact, .advert, .contents] }

    /// Calls the body with each feature of the set, in their order.
    @inline(__always)
    func forEach(_ body: (Feature) -> Void) {
        var low = UInt64(truncatingIfNeeded: rawValue)
        while low != 0 {
            body(unsafeBitCast(UInt16(truncatingIfNeeded: low.trailingZeroBitCount), to: Feature.self))
            low &= low - 1
        }
        var high = UInt64(truncatingIfNeeded: rawValue >> 64)
        while high != 0 {
            body(unsafeBitCast(UInt16(truncatingIfNeeded: 64 + high.trailingZeroBitCount), to: Feature.self))
            high &= high - 1
        }
    }
}
