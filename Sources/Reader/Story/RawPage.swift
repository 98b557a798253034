import Newspaper
import Typesetting

/// The text of the pages that a story stands on, line by line as it was extracted, and what was made of each line.
package struct RawPage: Sendable {
    /// A line of the text, as it was extracted.
    package typealias Line = PrintedLine

    /// In the order of the source, blank lines among them.
    package let lines: [Line]

    /// The lines of one page or of several.
    package init(lines: [Line]) { self.lines = lines }
}

extension RawPage {
    /// The place of the page that has the words that stand at a place of the story's body; the story's first line for the
    /// body's beginning.
    func place(of reading: ReadingPlace, in body: [Block]) -> TextLayout.Place {
        let first = TextLayout.Place(paragraph: lines.firstIndex { $0.role != .elsewhere } ?? 0, offset: 0)
        guard reading.block > 0 || reading.character > 0 else { return first }
        let (before, after) = Self.words(of: body, around: reading)
        // Printed lines may hold more than the body has (a byline in the first), never less: the words stand at their
        // number or somewhat after it.
        var wanted = before
        var known: [(scalar: Unicode.Scalar, place: TextLayout.Place)] = []
        for (index, line) in lines.enumerated() where line.role == .body {
            var offset = 0
            for scalar in line.text.unicodeScalars {
                if !scalar.properties.isWhitespace {
                    if wanted > 0 {
                        wanted -= 1
                    } else {
                        known.append((scalar, TextLayout.Place(paragraph: index, offset: offset)))
                    }
                }
                offset += UTF8.width(scalar)
            }
            // No byline is longer.
            if known.count > 400 { break }
        }
        for start in known.indices where known[start...].prefix(after.count).map(\.scalar) == after {
            return known[start].place
        }
        return known.first?.place ?? first
    }

    /// How many scalars that show something stand before a place of the body, and some of those that come after it.
    private static func words(of body: [Block], around place: ReadingPlace) -> (before: Int, after: [Unicode.Scalar]) {
        var before = 0
        var after: [Unicode.Scalar] = []
        for (index, block) in body.enumerated() where after.count < 16 {
            let scalars = block.text.unicodeScalars
            let cut = index < place.block ? scalars.count : index == place.block ? place.character : 0
            before += scalars.prefix(cut).count { !$0.properties.isWhitespace }
            after += scalars.dropFirst(cut).lazy.filter { !$0.properties.isWhitespace }.prefix(16 - after.count)
        }
        return (before, after)
    }
}
