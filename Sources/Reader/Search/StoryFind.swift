import Newspaper
import Typesetting

/// The hits in the open story, all of them marked where they are on the screen.
struct StoryFind: Sendable {
    let story: StoryID
    /// In the story's order.
    let hits: [Hit]
    /// The hit that was gone to, as an index.
    var current: Int?
    /// The story is shown here while the reader has not settled on a hit; nil where it is shown at the reader's own place.
    var view: TextLayout.Place?
    /// Whether the screen went to a hit and the reader has not gone on from there.
    var isAtHit = false

    /// The first hit at or after a place, round the end.
    func first(from place: TextLayout.Place) -> Int? {
        if hits.isEmpty { return nil }
        let index = firstIndex { $0.place >= place }
        return index == hits.count ? 0 : index
    }

    /// The last hit before a place, round the beginning.
    func last(before place: TextLayout.Place) -> Int? {
        if hits.isEmpty { return nil }
        let index = firstIndex { $0.place >= place }
        return index == 0 ? hits.count - 1 : index - 1
    }

    /// The hits that a line shows some of.
    func indices(on line: TextLayout.SetLine) -> Range<Int> {
        let start = firstIndex { hit in
            (hit.paragraph, hit.range.upperBound) > (line.paragraph, line.line.source.lowerBound)
        }
        var end = start
        while end < hits.count, hits[end].paragraph == line.paragraph,
            hits[end].range.lowerBound < line.line.source.upperBound
        {
            end += 1
        }
        return start..<end
    }

    /// The first hit for which something holds that holds for all after it.
    private func firstIndex(_ holds: (Hit) -> Bool) -> Int {
        var range = hits.startIndex..<hits.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = holds(hits[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
        }
        return range.lowerBound
    }
}
