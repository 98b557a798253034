/// What a line shows that may say what it is. What each says for or against a label is in the table of costs
/// (`Sources/CCostTable/costs.txt`, one row a feature, in this order); its sentences are among the interface's texts, under
/// `feature.<case>`.
enum Feature: UInt16, CaseIterable {
    // How it ends.
    case endsSentence
    /// Ends with a full stop, not with ? or !
    case endsStop
    case endsColon
    /// Ends with a comma or a similar mark.
    case endsPause
    case endsHyphen
    case endsQuote

    // How it begins.
    /// Begins with what cannot begin a sentence: a closing mark, a comma, a small letter.
    case startsInside
    /// 面，有人…: a Han and a comma, the end of a word that was cut.
    case startsClipped
    case startsCapital
    case startsQuote
    case startsDash
    case startsBullet
    /// 一、 （一） 1. ① a)
    case startsNumber
    /// 问: 答: or, in an interview, a name with a colon.
    case startsSpeaker
    /// FIRE DRILL--: words in capitals before a dash or a colon; 【河湾村】 before a brief.
    case startsLead
    /// Begins with a date or a word such as 近日, as the first sentence of a report does.
    case newsStart
    case salutation

    // What it looks like as a whole.
    /// Two to four parts with spaces between, in Han text.
    case couplet
    case capitals
    /// In capitals, on a page whose headings are not.
    case capitalLabel
    case bracketed
    /// Has words in quotation marks.
    case quoting
    /// Three or more short cells with spaces between, or a result: a row of a table.
    case cells
    /// One of a run of short lines close to each other: verse, or a table.
    case verse
    /// One of a long run of single characters: vertical text.
    case vertical

    // Who wrote it.
    case byline
    /// A name and nothing else.
    case bareName
    /// A bare name that does not begin with a family name: a pen name, or no name at all.
    case penName
    /// (徐来), — Naomi Ferris, 来源:…, alone on the line.
    case signature
    /// Says who the author is: 作者系县文化馆馆员.
    case authorNote
    /// Says whose writer it is: Staff Reporter; or an e-mail address.
    case staff
    /// Margaret Dunphy, Mill Lane: a name, and where from.
    case addressed
    /// Begins with the source of a report: 本报讯(记者 …).
    case dateline
    /// Consists of a dateline; the report begins on the next line.
    case datelineOnly
    case endsSignature

    // Pictures.
    case endsCredit
    case creditOnly
    /// A later line of the same run ends with a picture's credit.
    case creditBelow
    /// 图为, 写真は, ▲: begins as captions do.
    case captionStart
    /// (left), 左一: points into a picture.
    case pointing
    /// 为/在/正: somebody is doing something, as captions say.
    case doing
    /// Says what somebody is doing or what is where, and begins as a sentence does.
    case pictured
    /// Above a caption with a credit: the picture's heading.
    case headsPicture
    /// A sentence that may be a caption, between what may be the halves of a paragraph.
    case mayBeCaption
    /// Part of a small block between the two halves of a paragraph (see `InterposedCaptions`).
    case interposed

    // Jumps.
    case jumpTo
    case jumpFrom
    case endsJump
    case startsJump

    // What belongs to the page.
    case folio
    case date
    case editors
    case contact
    case weather
    case advert
    case contents
    case pageReference
    case banner

    // Labels and notices.
    case rubricWord
    case briefRubric
    case pictureRubric
    case notice
    /// Ends as kickers do: …时, …要求; or has too many numerals for the name of a column.
    case kickerEnd
    /// 招租, 电视节目, 每周一谜: heads small advertisements, listings or a puzzle.
    case service
    /// A row of a table of results, prices or times.
    case figureRow
    /// Heads a short text: names a place before a colon, is above a table, or is one of the headings of a run of briefs.
    case briefHead

    // Words that it has in common with the lines around; `SharedWords` finds them.
    /// Ends with what somebody does to what the next line says: …强调, …指出, …要求.
    case endsSaying
    /// With the text below it and not with the text above; the other way round; with both.
    case wordsBelow, wordsAbove, wordsAround

    // ---- Below: features that are found anew each time, by `LineEvidence`, from those above, the shape of the page and the
    // lines around. ----

    /// Every line has it.
    case always

    // Words that name what a line is.
    /// A word of the page's furniture.
    case furnitureWords
    /// 涟江日报 and nothing else on the line.
    case bareBanner
    /// The paper's name, a date, or the number of another page.
    case pageMark
    /// A line of weather, and one that is a sentence.
    case weatherLine, weatherSentence
    /// A telephone number in a column of text.
    case wrappedContact
    /// Names those who wrote, above a story or below.
    case writersLine
    /// A name, in Han or in another script.
    case hanName, otherName
    /// A bare name above a picture's credit, in capitals, as a label in capitals, above a picture.
    case nameAboveCredit, nameInCapitals, nameAsLabel, nameAbovePicture
    /// A pen name, and one of four Han, which is more often a column's.
    case penNameLine, penNameOfFour
    /// A bare name that is not indented on an indented page.
    case flushName
    /// A byline that is no signature.
    case onlyByline
    /// A name with a place, which may sign a letter.
    case addressedName

    // Where a sentence stands.
    /// Cut in a sentence on a page of whole paragraphs; so, and not at the end of one; so, and short.
    case cutSentence, cutUnended, shortCut
    /// A credit that may as well be a signature.
    case creditOrSignature
    /// A sentence's end and no credit.
    case sentenceWithoutCredit
    /// Hard-wrapped lines that stop short of the measure: an item of a list, before a colon, other.
    case shortItem, shortColon, shortUnended
    /// Wider than its column.
    case overMeasure
    /// Unfinished between blank lines; so, and as wide as the measure.
    case unendedAlone, unendedAloneFull
    /// A sentence of up to four, up to seven Han.
    case tinySentence, shortSentence
    /// Ends with a colon and is not long.
    case colonLine
    /// Unfinished and short: an item, up to 24 Han, up to 28 Han.
    case shortItemLine, shortLine, mediumLine
    /// Indented as a paragraph's first line is; so, and no further.
    case indented, indentedOnce
    /// Not indented on a page that indents: hard-wrapped, and of whole paragraphs.
    case flushWrapped, flush
    case shortDate
    case weatherUnended
    case loneQuestion
    /// Unfinished on a page of whole paragraphs, too short for a column.
    case shortInColumn
    /// Hard-wrapped, unfinished, and the next word would have fitted.
    case unfilledUnended
    /// Blank lines before and after; more than usual on both sides.
    case alone, aloneFar
    case interposedWrapped
    /// Capitals after a blank line.
    case capitalsApart
    /// Begins as only a paragraph does: a bullet, a dateline, a salutation.
    case opensParagraph
    case shortPointing
    /// The next word would not have fitted, and the next line follows closely; so, and as wide as the page's measure.
    case fullLine, fillsMeasure

    // What a heading looks like.
    /// Fewer than so many Han wide.
    case under3, under4, under6, under7, under8
    /// Han above so many; the cost is for each.
    case over7, over14, over26, over36
    /// The same for a line in Han, and for a column's usual name.
    case hanOver26, rubricWordOver7
    case startsItem
    case numberedShort
    case manyPauses, hasPause, hasDigits, hasKana
    /// Begins a report, ends with a signature, or is in brackets; so, or greets.
    case closedForm, reportForm
    /// A column's usual name and nothing else.
    case shortRubricWord, shortRubricLabel, shortRubricName
    case noticeHeading
    case hanCouplet
    /// Opens a quotation or bracket, or closes one that it did not open, and is not in brackets.
    case unbalanced
    case endsQuoted
    /// A column of briefs, or of a kind that is neither briefs nor pictures.
    case namesBriefs, namesColumn
    case shortCapitals
    case fourHanName
    case realName
    case longPictured
    case tableRow
    case shortCapitalLabel, longCapitalLabel
    /// Further from the line above than from the one below; so, by two blank lines; not so.
    case apartAbove, apartFar, notApart
    /// Of another measure than the page.
    case ownMeasure

    // What a caption looks like.
    case pointingOnly
    /// Han above 24, without a credit; so, between the halves of a paragraph.
    case uncreditedOver24, interposedOver24
    case shortDoing
    case shortUncredited
    case itemUncaptioned
    case reportUncaptioned
    case tabular
    /// A credit here or below; neither, and points nowhere.
    case credited, uncredited
    case pictureUnder20, pictureUnder28, creditedUnder40

    // What page it is on: mostly Han, kana with Han, Hangul, or other letters; hard-wrapped, or a line a paragraph.
    case onHanWrapped, onHanWhole, onKanaWrapped, onKanaWhole, onHangulWrapped, onHangulWhole, onLatinWrapped,
        onLatinWhole

    /// Most headings of the page have writers below them, or reports that begin with who reports; some; none.
    case pageSigned, pagePartlySigned, pageUnsigned

    // How wide it is, in Han, on a page without spaces between words; and on others.
    case solid1, solid3, solid5, solid7, solid9, solid11, solid14, solid18, solid23, solid29, solid41
    case spaced1, spaced3, spaced5, spaced7, spaced9, spaced11, spaced14, spaced18, spaced23, spaced29, spaced41
    /// The same on a hard-wrapped page.
    case solidWrapped1, solidWrapped3, solidWrapped5, solidWrapped7, solidWrapped9, solidWrapped11, solidWrapped14
    case solidWrapped18, solidWrapped23, solidWrapped29, solidWrapped41
    case spacedWrapped1, spacedWrapped3, spacedWrapped5, spacedWrapped7, spacedWrapped9, spacedWrapped11,
        spacedWrapped14
    case spacedWrapped18, spacedWrapped23, spacedWrapped29, spacedWrapped41
    /// On a hard-wrapped page: how much of the measure it fills, in tenths.
    case fills0, fills3, fills5, fills7, fills9, fills11

    // Blank lines before and after, beside those that the page has between two lines that belong together.
    case gapLess, gapSame, gapMore, gapFar
    case nextGapLess, nextGapSame, nextGapMore, nextGapFar

    // The line before.
    case isFirst
    case previousEndsStop, previousEndsOpen, previousEndsPause, previousEndsColon, previousIsCredit, previousIsWriter
    case previousIsSigned, previousIsFurniture, previousIsLabel, previousIsNumbered, previousOpens
    /// Up to 12 Han, up to 28, more; hard-wrapped: the first word here would have fitted there.
    case previousTiny, previousShort, previousLong, previousUnfilled
    case previousIndented, previousSays

    // The line after.
    case isLast
    case nextEndsStop, nextEndsOpen, nextIsCredit, nextIsWriter, nextIsFurniture, nextOpens, nextDashes, nextIsNumbered
    case nextSays, nextStartsInside, nextTiny, nextShort, nextLong, nextIndented, nextWider, nextNarrower
    /// The line after that begins a report, or names writers.
    case secondOpens, secondIsWriter, secondLong

    // Marks in it.
    case asks, onePause, hanSpaced, manySentences, quoteOnly, figuresOnly
    case unindentedUnfinished

    // What a second reading tells, when the first has told which lines are headings (SecondFeatures has room for 64).
    /// Words in a hundred that the text above and the text below have in common.
    case goesOn0, goesOn2, goesOn4, goesOn6, goesOn9, goesOn13, goesOn20
    /// Text of the story above, and below as far as the next heading, in Han.
    case storyUnder100, storyUnder250, storyUnder600, storyOver600
    case partUnder60, partUnder150, partUnder400, partOver400
    /// The story above has no crossheads, one, more.
    case storyWithoutParts, storyOfTwoParts, storyOfParts
    /// Blank lines and indent are those of the page's other headlines, or crossheads.
    case spacedAsHeadlines, spacedAsSomeHeadlines, spacedUnlikeHeadlines
    case spacedAsCrossheads, spacedAsSomeCrossheads, spacedUnlikeCrossheads, pageWithoutCrossheads
    /// Writers are named below, as below most other headlines; and so on.
    case signedAsOthers, unlikeSignedOthers, unlikeUnsignedOthers, unsignedAsOthers
    case pageOfKickers, pageOfFewKickers, pageWithoutKickers
    case pageOfDecks, pageOfFewDecks, pageWithoutDecks

    /// Features that are kept with a line: those before `always`.
    static let keptCount = Feature.always.rawValue
    static let count = allCases.count

    /// The feature so many places after this one.
    @inline(__always)
    func after(_ places: Int) -> Feature {
        unsafeBitCast(rawValue + UInt16(truncatingIfNeeded: places), to: Feature.self)
    }
}
