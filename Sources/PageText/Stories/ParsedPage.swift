/// A page's items with all that is needed to write them as stories, and without the page's lines.
struct ParsedPage {
    let shape: PageShape
    let drafts: [StoryDraft]
    /// For each draft the rubric above it; nil where the page's name stands in for one.
    let sections: [String?]

    init(_ page: LabeledPage, _ assembler: ItemAssembler) {
        shape = page.shape
        drafts = assembler.drafts
        let pictures = Self.pictureRubric(page, assembler)
        sections = assembler.drafts.map { draft in
            let rubric = draft.isPhoto ? draft.rubric ?? pictures : draft.rubric
            return rubric.map { page.text(page.lines[$0]) }
        }
    }

    /// The line of the rubric that the page's pictures are filed under.
    private static func pictureRubric(_ page: LabeledPage, _ assembler: ItemAssembler) -> Int? {
        for draft in assembler.drafts where draft.isPhoto {
            if let rubric = draft.rubric, page.lines[rubric].features.contains(.pictureRubric) { return rubric }
        }
        return nil
    }
}
