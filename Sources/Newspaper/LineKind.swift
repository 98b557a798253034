/// What a line of a printed page can be. The words for each case are among the interface's texts, under `kind.<case>`.
package enum LineKind: String, Sendable, CaseIterable {
    case furniture, rubric, kicker, headline, deck, byline, paragraph, crosshead, caption, jump
}
