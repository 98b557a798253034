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
        /// Of a row of pictures that a rubric stands over, where the layout is known.
        var row: Int?
        sections = assembler.drafts.map { draft in
            let isLaid = !page.lines[draft.firstLine].settled.isEmpty
            row = draft.isPhoto && isLaid ? draft.rubric ?? row : nil
            let rubric = draft.isPhoto ? draft.rubric ?? row ?? pictures : draft.rubric
            return rubric.map { Self.withoutOrnaments(page.text(page.lines[$0])) }
        }
    }

    /// ◆来论: what a rubric is set off with is no part of its name.
    private static func withoutOrnaments(_ name: String) -> String {
        func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
            // A radical may stand for its character.
            if (0x2E80...0x2FDF).contains(scalar.value) { return false }
            return switch scalar.properties.generalCategory {
            case .otherSymbol, .mathSymbol, .modifierSymbol, .spaceSeparator, .control, .dashPunctuation: true
            default: "·•".unicodeScalars.contains(scalar)
            }
        }
        var words = Substring(name).unicodeScalars
        while let first = words.first, isOrnament(first) { words.removeFirst() }
        while let last = words.last, isOrnament(last) { words.removeLast() }
        return words.isEmpty ? name : String(words)
    }

    /// The line of the rubric that the page's pictures are filed under.
    private static func pictureRubric(_ page: LabeledPage, _ assembler: ItemAssembler) -> Int? {
        for draft in assembler.drafts where draft.isPhoto {
            if let rubric = draft.rubric, page.lines[rubric].features.contains(.pictureRubric) { return rubric }
        }
        return nil
    }
}
