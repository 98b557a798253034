/// What a line's label and place mean after the lines before it, each with one cost in the table (section `links`, one row a
/// feature, in this order). Costs of a label after another, whatever the lines say, are in its section `pairs`.
enum LinkFeature: UInt8, CaseIterable {
    // An item begins: a headline, a kicker or a rubric.
    /// A kicker that is a whole sentence, above a short headline; one with times and figures, which is rather a deck; one
    /// without quotation marks, above a headline with some.
    case kickerIsSentence, kickerWithFigures, kickerUnquoted
    /// Under the rubric of briefs.
    case itemInBriefs, rubricInBriefs
    /// The writers of the story before were not named.
    case unsignedEnd
    /// So, on a page that names most writers, and on one that names none.
    case unsignedOnSigned, unsignedOnUnsigned
    /// A slogan before the first story, as kicker, as headline.
    case sloganKicker, sloganHeadline
    /// Closer to the text above than paragraphs are.
    case itemTooClose

    // A headline goes on.
    case capitalsGoOn
    /// Closer than lines are elsewhere; so, and apart from what follows.
    case headlineClose, headlineCloseApart
    /// Further apart than lines are elsewhere; so, and as far from what follows.
    case headlineLoose, headlineEven
    case headlineAfterPause, noticeBelowIssuer, headlineBelowRubric, headlineBelowCouplet, headlinePausesHere
    case headlineUnlikeWidth, headlineLikeWidth, headlineUnlikeCapitals

    // Decks.
    case deckWider, deckNarrow, deckBelowTiny, deckFar, deckBelowCapitals, deckInBriefs, deckGoesOnClosely

    /// Says more of the writers named above.
    case bylineNote

    // Text begins or goes on.
    case textInBriefs, newsBelowHeading, bulletBelowHeading, reportBelowHeading, cutBelowJump, bulletBelowRubric
    case textAfterFurniture, jumpAfterFurniture, jumpAfterEnd, itemBelowCrosshead, textAfterCaption
    /// After the story's end; a dateline in a story's middle; a short line of a notice.
    case textAfterEnd, datelineInside, noticeGoesOn
    /// Directly below a heading where blank lines separate paragraphs: the heading is full, or not.
    case adjacentFull, adjacent
    /// Between lines without a blank line: on a page of whole paragraphs, on a hard-wrapped one.
    case denseInterruption, denseInterruptionWrapped
    /// A quotation is open and is not opened anew.
    case quotationNotReopened
    /// A part that comes from another page, inside a story.
    case jumpInside
    /// A long second paragraph of a brief.
    case longBrief
    case signedAgain, goesOnAfterEnd

    // Crossheads.
    case crossheadInBriefs, crossheadInNotice, numbersInARow, furtherCrosshead

    // Captions and pictures.
    case captionBetween, captionBelowEnd, captionInNotice, captionAfterText, bulletCaption
    case captionsTouch, captionUnmarked, unmarkedBelowHeadline, unmarkedFirst, captionFurther
    case afterCredit, creditFar, captionWraps, captionFar, captionUnfilled
    case nextPicture, nextPictureCredited, pictureAfterEnd, pictureBelowRubric

    // Signatures.
    case noticeIssuer, letterWriter, nameInNotice, signedTwice, noteBelowSignature

    // What belongs to the page.
    case furnitureInColumn
    /// Before the first story: a long line, one further from the line above than usual, another; a slogan.
    case pageHeadLong, pageHeadFar, pageHead, pageHeadSlogan
    case furtherReference, belowContents

    // A paragraph ends with a line.
    case endsDateline, endsInQuotation, endsHyphen, endsVerse, endsColon, endsPause, endsSemicolon
    case endsItem, endsLongItem, endsQuote, endsNotice, endsBrief, endsFullLine
    case endsWrapped, endsWrappedFull, endsWhole

    // A paragraph goes on with a line.
    case joinsInside
    /// After a sentence's end.
    case joinsSigned, joinsOtherMeasure, joinsQuotation, joinsShortSentence
    case joinsFlush, joinsFlushFar, joinsFlushShortFar, joinsSentenceFar, joinsSentenceFull, joinsSentence,
        joinsWholeSentence
    /// In a sentence.
    case joinsDigits, joinsMeasure, joinsVerse, joinsColon, joinsShortItem, joinsDate, joinsCapitalWrapped, joinsCapital
    case joinsHyphen, joinsFull, joinsFar, joinsUnfilled, joinsWhole

    // A paragraph begins at a line that follows closely where blank lines separate paragraphs.
    case beginsUnfilled, beginsFull, beginsItem

    /// The page ends with a heading.
    case pageEndsOpen

    static let count = allCases.count
}
