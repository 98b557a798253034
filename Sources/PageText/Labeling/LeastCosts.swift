/// What a line under one label after a line under another costs at least, whatever the two lines are: without its emission cost, the
/// end of an open paragraph, and what the relation of the lines costs. Steps that cost too much need not be tried.
///
/// The link features are those of `TransitionCosts`, `JoinCosts` and `LineStep`.
struct LeastCosts {
    /// `CostTable.stride` costs for each label of the line before, first where a story has begun, then where none has.
    private let costs: UnsafeMutablePointer<Float>
    /// 1 for each label under which a line ends the open paragraph.
    private let closes: UnsafeMutablePointer<Float>

    /// The costs after one label.
    struct Row {
        /// One a label, without what ending a paragraph costs, and 1 where the label does so.
        let costs: UnsafeMutablePointer<Float>
        let closes: UnsafeMutablePointer<Float>

        /// The least cost of one label.
        ///
        /// - Parameter closing: what ending the open paragraph costs.
        @inline(__always)
        func cost(_ to: Label, _ closing: Float) -> Float {
            costs[Int(to.rawValue)] + closes[Int(to.rawValue)] * closing
        }
    }

    /// Its memory is given back with `deallocate`.
    init(_ table: CostTable) {
        costs = .allocate(capacity: 2 * Label.count * CostTable.stride)
        costs.initialize(repeating: 0, count: 2 * Label.count * CostTable.stride)
        closes = .allocate(capacity: CostTable.stride)
        closes.initialize(repeating: 0, count: CostTable.stride)
        find(in: table)
    }

    /// Finds them anew, when the table has changed.
    func find(in table: CostTable) {
        for to in Label.allCases {
            closes[Int(to.rawValue)] = Self.endsParagraph(to) ? 1 : 0
            for isHead in [false, true] {
                // It is done at each start of the program: most groups are the same after any label.
                var common: Float?
                for from in Label.allCases {
                    let links = common ?? least(from, to, isHead: isHead, table)
                    if !Self.dependsOnLabelBefore(to) { common = links }
                    row(from, isHead: isHead).costs[Int(to.rawValue)] = table[.pair(from, to)] + links
                }
            }
        }
    }

    /// The least that the link features of a label after another cost together.
    private func least(_ from: Label, _ to: Label, isHead: Bool, _ table: CostTable) -> Float {
        Self.links(from, to, isHead: isHead).reduce(0) { sum, links in
            sum + links.reduce(0) { min($0, table[.link($1)]) }
        }
    }

    /// Whether `links` looks at the label before.
    private static func dependsOnLabelBefore(_ to: Label) -> Bool {
        switch to {
        case .headline, .kicker, .paragraph, .caption, .picture: true
        default: false
        }
    }

    func deallocate() {
        costs.deallocate()
        closes.deallocate()
    }

    /// The costs after a label.
    ///
    /// - Parameter isHead: no story has begun.
    @inline(__always)
    func row(_ from: Label, isHead: Bool) -> Row {
        Row(costs: costs + (Int(from.rawValue) + (isHead ? Label.count : 0)) * CostTable.stride, closes: closes)
    }

    private static func endsParagraph(_ label: Label) -> Bool {
        switch label {
        case .more, .caption, .captionMore, .furniture, .jumpTo: false
        default: true
        }
    }

    /// Whether the page's own lines around it may speak for `furniture`, which is not counted here.
    static func isNearContents(_ line: TextLine, _ previous: TextLine?) -> Bool {
        line.features.contains(.pageReference) || previous?.features.contains(.contents) == true
    }

    /// The link features that there may be, of each group at most one.
    static func links(_ from: Label, _ to: Label, isHead: Bool) -> [[LinkFeature]] {
        let dense: [LinkFeature] = [.denseInterruption, .denseInterruptionWrapped]
        let adjacent: [LinkFeature] = [.adjacent, .adjacentFull]
        let ended: [[LinkFeature]] = [[.signedAgain], [.goesOnAfterEnd]]
        let unsigned: [[LinkFeature]] = [[.unsignedEnd], [.unsignedOnSigned, .unsignedOnUnsigned]]
        switch to {
        case .headline, .kicker:
            if from == .kicker { return [[.kickerIsSentence, .kickerWithFigures, .kickerUnquoted]] }
            return unsigned + [[.itemInBriefs], [.sloganKicker, .sloganHeadline], [.itemTooClose]]
        case .rubric: return unsigned + [[.rubricInBriefs]]
        case .headlineMore:
            return [
                [.capitalsGoOn], [.headlineClose, .headlineCloseApart, .headlineLoose, .headlineEven],
                [.headlineAfterPause], [.noticeBelowIssuer], [.headlineBelowRubric], [.headlineBelowCouplet],
                [.headlinePausesHere], [.headlineUnlikeWidth, .headlineLikeWidth], [.headlineUnlikeCapitals],
            ]
        case .deck:
            return [
                [.deckInBriefs], [.deckWider], [.deckNarrow], [.deckBelowTiny], [.deckFar], [.deckBelowCapitals],
            ]
        case .deckMore: return [[.deckGoesOnClosely]]
        case .byline: return [[.bylineNote]]
        case .jumpFrom, .jumpTo: return []
        case .paragraph:
            return ended + paragraph(from) + [
                adjacent, [.textAfterEnd], [.datelineInside], [.noticeGoesOn],
                [.beginsUnfilled, .beginsFull, .beginsItem], [.quotationNotReopened], [.jumpInside], [.longBrief],
            ]
        case .more:
            return ended + [
                dense, [.joinsInside], [.joinsOtherMeasure], [.joinsShortSentence], [.joinsDigits], [.joinsMeasure],
                [.joinsColon], [.joinsShortItem], [.joinsDate], [.joinsCapitalWrapped, .joinsCapital],
                [
                    .joinsSigned, .joinsQuotation, .joinsFlush, .joinsFlushFar, .joinsFlushShortFar, .joinsSentenceFar,
                    .joinsSentenceFull, .joinsSentence, .joinsWholeSentence, .joinsVerse, .joinsHyphen, .joinsFull,
                    .joinsFar, .joinsUnfilled, .joinsWhole,
                ],
            ]
        case .crosshead:
            return [[.crossheadInBriefs], [.crossheadInNotice], [.numbersInARow], [.furtherCrosshead]]
        case .caption: return caption(from) + [adjacent, [.captionFurther]]
        case .captionMore: return [[.afterCredit, .creditFar, .captionWraps, .captionFar, .captionUnfilled]]
        case .picture:
            if from.isCaption { return [[.nextPicture, .nextPictureCredited]] }
            return from == .rubric ? [[.pictureBelowRubric]] : [[.pictureAfterEnd]]
        case .signature:
            return [[.noticeIssuer, .letterWriter, .nameInNotice, .signedTwice, .noteBelowSignature]]
        case .furniture:
            return [[.furnitureInColumn]]
                + (isHead ? [[.pageHeadLong, .pageHeadFar, .pageHead], [.pageHeadSlogan]] : [])
        }

        func paragraph(_ from: Label) -> [[LinkFeature]] {
            switch from {
            case .headline, .headlineMore, .deck, .deckMore:
                [[.textInBriefs], [.newsBelowHeading], [.bulletBelowHeading], [.reportBelowHeading]]
            case .jumpFrom: [[.cutBelowJump]]
            case .rubric: [[.bulletBelowRubric]]
            case .furniture: [[.jumpAfterFurniture, .textAfterFurniture]]
            case .signature, .jumpTo: [[.jumpAfterEnd]]
            case .crosshead: [[.itemBelowCrosshead]]
            case .caption, .captionMore: [[.textAfterCaption]]
            case .kicker, .byline, .picture, .paragraph, .more: []
            }
        }

        func caption(_ from: Label) -> [[LinkFeature]] {
            switch from {
            case .paragraph, .more:
                [
                    dense, [.captionBetween, .captionBelowEnd], [.captionInNotice], [.captionAfterText],
                    [.bulletCaption],
                ]
            case .caption, .captionMore: [[.captionsTouch, .captionUnmarked]]
            case .headline, .headlineMore: [[.unmarkedBelowHeadline]]
            case .rubric, .furniture: [[.unmarkedFirst]]
            default: []
            }
        }
    }
}
