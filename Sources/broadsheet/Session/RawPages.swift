import PageText
import Reader

/// The text of the pages that stories stand on, and what was made of its lines.
///
/// The pages are read once more for it, when it is first asked for; the last ones read are kept.
final class RawPages {
    private let material: Material
    private var kept: (sources: Range<Int>, readings: [LineReading])?

    init(_ material: Material) { self.material = material }

    /// The pages of a story, by its index in the edition; nil for a story of a feed.
    func page(of story: Int) -> RawPage? {
        guard let batch = material.batches.last(where: { $0.stories.contains(story) }) else { return nil }
        let readings = readings(of: batch.sources)
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

    private func readings(of sources: Range<Int>) -> [LineReading] {
        if let kept, kept.sources == sources { return kept.readings }
        let readings = PageParser.explanation(of: Array(material.sources[sources]))
        kept = (sources, readings)
        return readings
    }
}
