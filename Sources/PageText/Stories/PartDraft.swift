/// A part of a story with all that is needed to write it, and without the rest of its page.
struct PartDraft {
    /// Index of the page's entry in the store.
    let entry: Int32
    let shape: PageShape
    let draft: StoryDraft
    /// The rubric above it; nil where the page's name stands in for one.
    let section: String?

    init(_ part: StoryPart, on page: ParsedPage) {
        entry = part.entry
        shape = page.shape
        draft = page.drafts[Int(part.item)]
        section = page.sections[Int(part.item)]
    }
}
