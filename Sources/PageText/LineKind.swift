/// What a line of a printed page can be.
package enum LineKind: String, Sendable, CaseIterable {
    case furniture, rubric, kicker, headline, deck, byline, paragraph, crosshead, caption, jump
}
