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

    static var endsSentence: Self { Self(.endsSentence) }
    static var endsStop: Self { Self(.endsStop) }
    static var endsColon: Self { Self(.endsColon) }
    static var endsPause: Self { Self(.endsPause) }
    static var endsHyphen: Self { Self(.endsHyphen) }
    static var endsQuote: Self { Self(.endsQuote) }
    static var startsInside: Self { Self(.startsInside) }
    static var startsClipped: Self { Self(.startsClipped) }
    static var startsCapital: Self { Self(.startsCapital) }
    static var startsQuote: Self { Self(.startsQuote) }
    static var startsDash: Self { Self(.startsDash) }
    static var startsBullet: Self { Self(.startsBullet) }
    static var startsNumber: Self { Self(.startsNumber) }
    static var startsSpeaker: Self { Self(.startsSpeaker) }
    static var startsLead: Self { Self(.startsLead) }
    static var newsStart: Self { Self(.newsStart) }
    static var salutation: Self { Self(.salutation) }
    static var couplet: Self { Self(.couplet) }
    static var capitals: Self { Self(.capitals) }
    static var capitalLabel: Self { Self(.capitalLabel) }
    static var bracketed: Self { Self(.bracketed) }
    static var quoting: Self { Self(.quoting) }
    static var cells: Self { Self(.cells) }
    static var verse: Self { Self(.verse) }
    static var vertical: Self { Self(.vertical) }
    static var byline: Self { Self(.byline) }
    static var bareName: Self { Self(.bareName) }
    static var penName: Self { Self(.penName) }
    static var signature: Self { Self(.signature) }
    static var authorNote: Self { Self(.authorNote) }
    static var staff: Self { Self(.staff) }
    static var addressed: Self { Self(.addressed) }
    static var dateline: Self { Self(.dateline) }
    static var datelineOnly: Self { Self(.datelineOnly) }
    static var endsSignature: Self { Self(.endsSignature) }
    static var endsCredit: Self { Self(.endsCredit) }
    static var creditOnly: Self { Self(.creditOnly) }
    static var creditBelow: Self { Self(.creditBelow) }
    static var captionStart: Self { Self(.captionStart) }
    static var pointing: Self { Self(.pointing) }
    static var doing: Self { Self(.doing) }
    static var pictured: Self { Self(.pictured) }
    static var headsPicture: Self { Self(.headsPicture) }
    static var mayBeCaption: Self { Self(.mayBeCaption) }
    static var interposed: Self { Self(.interposed) }
    static var jumpTo: Self { Self(.jumpTo) }
    static var jumpFrom: Self { Self(.jumpFrom) }
    static var endsJump: Self { Self(.endsJump) }
    static var startsJump: Self { Self(.startsJump) }
    static var folio: Self { Self(.folio) }
    static var date: Self { Self(.date) }
    static var editors: Self { Self(.editors) }
    static var contact: Self { Self(.contact) }
    static var weather: Self { Self(.weather) }
    static var advert: Self { Self(.advert) }
    static var contents: Self { Self(.contents) }
    static var pageReference: Self { Self(.pageReference) }
    static var banner: Self { Self(.banner) }
    static var rubricWord: Self { Self(.rubricWord) }
    static var briefRubric: Self { Self(.briefRubric) }
    static var pictureRubric: Self { Self(.pictureRubric) }
    static var notice: Self { Self(.notice) }
    static var kickerEnd: Self { Self(.kickerEnd) }
    static var service: Self { Self(.service) }
    static var figureRow: Self { Self(.figureRow) }
    static var briefHead: Self { Self(.briefHead) }
    static var endsSaying: Self { Self(.endsSaying) }
    static var wordsBelow: Self { Self(.wordsBelow) }
    static var wordsAbove: Self { Self(.wordsAbove) }
    static var wordsAround: Self { Self(.wordsAround) }

    /// Belongs to the page and to no story, whatever is around it.
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
