/// The reader makes panes larger and smaller.
extension ReaderState {
    /// The pane that has the keys, by a step: two columns, or a row where the panes stand one over another.
    mutating func resizePane(larger: Bool) -> [Effect] {
        let before = arrangement
        let step = larger ? 2 : -2
        var sizes = paneSizes
        switch (before.kind, focus) {
        case (.narrow, _):
            message = texts(.onePane)
            return []
        case (.wide, .sections): sizes.sections += step
        case (.wide, .stories): sizes.stories += step
        case (.wide, .body): sizes.stories -= step
        case (.middle, .sections): sizes.sectionRows += step / 2
        case (.middle, .stories): sizes.lists += step
        case (.middle, .body): sizes.lists -= step
        }
        let kept = paneSizes
        paneSizes = sizes
        // What the screen has no room for is not noted, so that the way back is not longer than the way there.
        guard arrangement != before else {
            paneSizes = kept
            message = texts(.noMoreRoom)
            return []
        }
        return [.paneSizes(sizes)]
    }
}
