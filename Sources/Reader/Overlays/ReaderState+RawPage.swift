import Newspaper
import Settings

/// The page's own text: asked for, shown, corrected.
extension ReaderState {
    /// Has a line taken for what the reader says; nil takes back what was said.
    mutating func correct(_ line: PrintedLine, _ ruling: LineRuling?) -> [Effect] {
        guard let address = line.address else {
            message = texts(.noCorrecting)
            return []
        }
        guard ruling != nil || line.ruling != nil else {
            message = texts(.lineNotCorrected)
            return []
        }
        undoing.record(.correction(address, from: line.ruling, to: ruling))
        let choice = CorrectionMenu.choices.first { $0.ruling == ruling }
        let words = choice?.words(in: texts) ?? ""
        message =
            ruling == nil
            ? texts(.lineUncorrected, keyName(of: .undo)) : texts(.lineCorrected, words, keyName(of: .undo))
        return [.correct(address, ruling)]
    }

    /// Asks for the open story's raw text.
    mutating func toggleRaw() -> [Effect] {
        guard let id = lists.openStory else { return [] }
        focus = .body
        return [.rawPage(id)]
    }

    /// Shows what was asked for, at the place where the reader is; nil where there is none.
    mutating func show(_ page: RawPage?, of story: StoryID) {
        // Words that are being typed are looked for in the story, not on the page.
        guard story == lists.openStory, let position, prompt == nil else { return }
        guard let page, !page.lines.isEmpty else {
            overlays.close(RawPageOverlay.self)
            message = texts(.noRawText)
            return
        }
        // It is open already: a line of it was corrected.
        if rawPage?.story == story {
            overlays.update(RawPageOverlay.self) { $0.adopt(page, of: story) }
            return
        }
        let document = setStory(position).document
        let reading = document.readingPlace(of: shownPlace)
        overlays.open(
            RawPageOverlay(story: story, page: page, place: page.place(of: reading, in: document.story.body)))
        message = texts(.rawLegend)
    }
}
