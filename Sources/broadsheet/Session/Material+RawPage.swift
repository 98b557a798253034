import PageParsing
import Reader

extension Material {
    /// The text of the pages that a story stands on, and what was made of its lines; nil for a story of a feed.
    ///
    /// The pages are read once more for it: nobody waits for what nobody asked for.
    func rawPage(of story: Int) -> RawPage? {
        guard let batch = batches.last(where: { $0.stories.contains(story) }) else { return nil }
        let readings = PageParser.explanation(of: Array(sources[batch.sources]))
        let wanted = story - batch.stories.lowerBound
        let pages = Set(readings.lazy.filter { $0.story == wanted }.map(\.source))
        return RawPage(
            lines: readings.filter { pages.contains($0.source) }.map { reading in
                let isBody = reading.kind == .paragraph || reading.kind == .crosshead
                return RawPage.Line(
                    text: reading.text, role: reading.story != wanted ? .elsewhere : isBody ? .body : .story,
                    isJoined: reading.isJoined, isMoved: reading.isMoved)
            })
    }
}
