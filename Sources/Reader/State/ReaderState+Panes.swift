/// The panes: where they stand, what the body's is set to, and how the reader makes them larger and smaller.
extension ReaderState {
    /// Where the panes stand now.
    package var layout: ScreenLayout {
        ScreenLayout(
            size: size, focus: focus, sectionCount: sections.count, sectionCells: sectionCells,
            widestMeasure: settings.measure, isAlone: isAlone, sizes: paneSizes)
    }

    /// A story, set for the pane's measure.
    package func setStory(_ story: Int) -> SetStory {
        setStory(story, measure: layout.measure.cells)
    }

    /// A story, set for a measure.
    func setStory(_ story: Int, measure: Int) -> SetStory {
        setStories.story(story, measure: measure, settings: settings) {
            StoryDocument(edition.stories[story], texts: texts, settings: settings)
        }
    }

    /// The pane that has the keys, by a step: two columns, or a row where the panes stand one over another.
    mutating func resizePane(larger: Bool) -> [Effect] {
        let before = layout
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
        guard layout != before else {
            paneSizes = kept
            message = texts(.noMoreRoom)
            return []
        }
        return [.paneSizes(sizes)]
    }
}
