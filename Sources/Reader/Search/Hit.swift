import TextSearch
import Typesetting

/// A place where words were found in a story: a part of its document, and UTF-8 bytes of the part's text.
struct Hit: Sendable, Hashable {
    private let part: UInt32
    private let start: UInt32
    private let end: UInt32

    init(part: Int, range: Range<Int>) {
        self.part = UInt32(clamping: part)
        start = UInt32(clamping: range.lowerBound)
        end = UInt32(clamping: range.upperBound)
    }

    var paragraph: Int { Int(part) }
    var range: Range<Int> { Int(start)..<Int(end) }
    var place: TextLayout.Place { TextLayout.Place(paragraph: Int(part), offset: Int(start)) }
}

extension StoryDocument {
    /// Where the words stand in the story's own text, in order. They are found as the story reads, not as its lines are
    /// set: over line ends, columns and restored marks.
    func hits(of pattern: SearchPattern) -> [Hit] {
        var hits: [Hit] = []
        for (index, part) in parts[...lastPart].enumerated() where !part.text.isEmpty {
            for range in pattern.ranges(in: part.words) {
                hits.append(Hit(part: index, range: part.textRange(ofWords: range)))
            }
        }
        return hits
    }
}
