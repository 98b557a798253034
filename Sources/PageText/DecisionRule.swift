/// Why a line was taken for what it was. The words for each case are among the interface's texts, under `rule.<case>`.
package enum DecisionRule: String, Sendable, CaseIterable {
    // Furniture.
    case folio, dateLine, editorsLine, contactLine, weatherLine, advert, contentsList, banner, pageHead, noPlaceInStory

    // Rubrics.
    case pictureRubric, briefRubric, rubricWord, shortLabel

    // Headings.
    case leadsToHeadline, beforeByline, beforeText, noticeHeading, pictureHeading, headlineGoesOn
    case dashedDeck, belowHeadline, numberedCrosshead, shortLineInStory

    // Writers.
    case writersNamed, bareName, signature

    // Lines that begin a paragraph, and lines that continue one.
    case opensReport, indented, listItem, speaker, verseLine, noticeLine, newParagraph
    case fullLine, setDownwards, hyphenAtEnd, unfinishedSentence, openQuotation, flushLine

    // Pictures.
    case pictureCredit, captionWords, insideParagraph, besideText, captionGoesOn

    // Jumps.
    case jumpLine

    /// A reader has said so.
    case corrected
}
