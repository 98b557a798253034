import Newspaper

/// All texts of an edition, in which every character of its pages must be.
func words(of edition: Edition) -> [String] {
    var said = edition.furniture
    for story in edition.stories {
        for part in [story.kicker, story.headline, story.deck, story.byline, story.continued, story.continues] {
            if let part { said.append(part) }
        }
        said += story.body.map(\.text)
        for photo in story.photos { said += [photo.caption, photo.credit ?? ""] }
    }
    return said
}

/// How often each scalar occurs, without white space and hyphens.
func counts(of texts: [String]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for text in texts {
        for scalar in text.unicodeScalars
        where !scalar.properties.isWhitespace && ![0xFEFF, 0x2D, 0x2010, 0xAD].contains(scalar.value) {
            counts[scalar.value, default: 0] += 1
        }
    }
    return counts
}
