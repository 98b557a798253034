/// Why a line was taken for what it was; the words for each stand with the interface's texts, under `rule.<case>`.
package enum Rule: String, Sendable, CaseIterable {
    // Furniture.
    case folio, dateLine, editorsLine, contactLine, weatherLine, advert, contentsList, banner, pageHead, noPlaceInStory

    // Rubrics.
    case pictureRubric, briefRubric, rubricWord, shortLabel

    // Headings.
    case leadsToHeadline, beforeByline, beforeText, noticeHeading, pictureHeading, headlineGoesOn
    case dashedDeck, belowHeadline, numberedCrosshead, shortLineInStory

    // Writers.
    case writersNamed, bareName, signature

    // Paragraphs that begin, and what goes on.
    case opensReport, indented, listItem, speaker, verseLine, noticeLine, newParagraph
    case fullLine, setDownwards, hyphenAtEnd, unfinishedSentence, openQuotation, flushLine

    // Pictures.
    case pictureCredit, captionWords, insideParagraph, besideText, captionGoesOn

    // Jumps.
    case jumpLine
}
