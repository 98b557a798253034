/// What a line looks like at first sight: the one form, of those below, that fits it first. Two forms that stand beside each other
/// tell more than each alone.
enum LineForm: UInt8, CaseIterable {
    /// Names writers.
    case writers
    /// Short, with what belongs to the page: folio, date, editors, advert, contents.
    case pageMark
    /// Begins as a report does.
    case opening
    /// With a photographer, or a caption's first words.
    case credit
    case label
    /// Begins with a number or a bullet.
    case longItem, shortItem
    /// Verse, or cells of a table.
    case cells
    /// Ends with a full stop: up to 12 Han, up to 28, more.
    case tinySentence, shortSentence, longSentence
    /// A name, and nothing else.
    case name
    /// Ends with a comma, a colon or a hyphen.
    case paused
    case capitals
    /// Without an end: up to 4 Han, 7, 14, 26, more.
    case tiny, small, short, medium, long
    /// Of these lengths, with a quotation or a comma in it; for `short` and `medium`, with a space between Han, a quotation, a comma.
    case smallMarked, shortSpaced, shortQuoted, shortPaused, mediumSpaced, mediumQuoted, mediumPaused

    static let count = allCases.count

    init(_ line: TextLine) {
        let features = line.features
        func has(_ any: LineFeatures) -> Bool { !features.isDisjoint(with: any) }
        let ems = line.ems
        if has([.byline, .signature, .staff, .authorNote]) {
            self = .writers
        } else if ems <= 30, has([.folio, .editors, .advert, .contents, .date, .banner, .weather, .pageReference]) {
            self = .pageMark
        } else if has([.dateline, .newsStart]) {
            self = .opening
        } else if ems <= 40, has([.endsCredit, .creditOnly, .captionStart]) {
            self = .credit
        } else if has([.rubricWord, .pictureRubric, .briefRubric]) {
            self = .label
        } else if has([.startsNumber, .startsBullet]) {
            self = features.contains(.endsStop) || ems > 28 ? .longItem : .shortItem
        } else if has([.verse, .cells]) {
            self = .cells
        } else if features.contains(.endsStop) {
            self = ems <= 12 ? .tinySentence : ems <= 28 ? .shortSentence : .longSentence
        } else if features.contains(.bareName) {
            self = .name
        } else if has([.endsPause, .endsColon, .endsHyphen]) {
            self = .paused
        } else if features.contains(.capitals) {
            self = .capitals
        } else {
            let isQuoted = has([.startsQuote, .endsQuote])
            let isPaused = line.pauses > 0
            let isSpaced = line.han > 0 && line.spaces > 0
            switch ems {
            case ...4: self = .tiny
            case ...7: self = isQuoted || isPaused ? .smallMarked : .small
            case ...14: self = isSpaced ? .shortSpaced : isQuoted ? .shortQuoted : isPaused ? .shortPaused : .short
            case ...26: self = isSpaced ? .mediumSpaced : isQuoted ? .mediumQuoted : isPaused ? .mediumPaused : .medium
            default: self = .long
            }
        }
    }
}

/// How a line stands to the one above it: the blank lines between them, beside those that the page has between two lines that belong
/// together, and its width.
enum LineRelation: UInt8, CaseIterable {
    case closerNarrower, closerAlike, closerWider
    case nearNarrower, nearAlike, nearWider
    case apartNarrower, apartAlike, apartWider
    case farNarrower, farAlike, farWider

    static let count = allCases.count

    /// Cells that two lines differ by, at most, and are as wide as each other.
    private static let tolerance = 4

    /// - Parameters:
    ///   - line: nil at the page's end.
    ///   - gap: blank lines between them.
    ///   - usual: blank lines between lines that belong together.
    @inline(__always)
    init(_ line: TextLine?, below previous: TextLine?, gap: Int, usual: Int) {
        var width = 1
        if let line, let previous {
            let difference = line.width - previous.width
            width = difference > Self.tolerance ? 2 : difference < -Self.tolerance ? 0 : 1
        }
        let distance = gap < usual ? 0 : min(gap - usual, 2) + 1
        self = unsafeBitCast(UInt8(truncatingIfNeeded: distance * 3 + width), to: LineRelation.self)
    }
}
