import Newspaper

/// A place on the screen and the place in the story's own words that is kept on disk.
extension StoryDocument {
    /// The headline's place is the beginning of the body; what stands after the body counts as its end.
    package func readingPlace(of place: Place, in body: [Newspaper.Block]) -> ReadingPlace {
        let found = blocks[...min(place.block, blocks.count - 1)].lastIndex { $0.body != nil }
        guard let found, let start = blocks[found].body else { return ReadingPlace(block: 0, character: 0, in: body) }
        let bytes = start.offset + (found == place.block ? place.offset : blocks[found].text.utf8.count)
        let text = body[start.index].text
        let end = text.utf8.index(text.startIndex, offsetBy: bytes, limitedBy: text.endIndex) ?? text.endIndex
        return ReadingPlace(
            block: start.index, character: text.unicodeScalars[..<end].count, in: body)
    }

    package func place(of reading: ReadingPlace) -> Place {
        // The very beginning is where the headline can be seen.
        guard reading.block > 0 || reading.character > 0 else { return Place() }
        let candidates = blocks.indices.filter { blocks[$0].body?.index == reading.block }
        guard let first = candidates.first else { return Place() }
        // Segments of a long paragraph: the last that begins at or before the character.
        var found = first
        var left = reading.character
        for block in candidates {
            found = block
            let length = blocks[block].text.unicodeScalars.count
            if left < length || block == candidates.last { break }
            left -= length
        }
        let scalars = blocks[found].text.unicodeScalars
        let index = scalars.index(scalars.startIndex, offsetBy: left, limitedBy: scalars.endIndex) ?? scalars.endIndex
        return Place(block: found, offset: blocks[found].text.utf8.distance(from: scalars.startIndex, to: index))
    }
}
