import TextDecoding
import TextFolding

/// A text of the source as it is shown: look-alikes as the plain characters, and characters that somebody's program left spelt
/// (`&ldquo;`, also `&amp;ldquo;`) as themselves. The export keeps what the source has.
package enum ShownText {
    /// The text as it is shown.
    package static func of(_ text: String) -> String {
        PlainForms.shown(text.utf8.contains(ampersand) ? decoded(text) : text)
    }

    private static let ampersand = UInt8(ascii: "&")

    private static func decoded(_ text: String) -> String {
        var text = text
        let decoded = text.withUTF8 { bytes -> String? in
            var result = String.UnicodeScalarView()
            var (place, start) = (0, 0)
            func keep(to end: Int) {
                result += String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
            }
            while place < bytes.count {
                guard bytes[place] == ampersand, let (scalar, end) = CharacterReference.decodeTwice(bytes, at: place)
                else {
                    place += 1
                    continue
                }
                keep(to: place)
                result.append(scalar)
                (place, start) = (end, end)
            }
            guard start > 0 else { return nil }
            keep(to: bytes.count)
            return String(result)
        }
        // What was spelt has not been through the sanitizer.
        return decoded.map(TextDecoder.line) ?? text
    }
}

extension Story {
    /// The story as it is shown.
    package var shown: Story {
        var story = self
        story.section = section.map(ShownText.of)
        story.kicker = kicker.map(ShownText.of)
        story.headline = headline.map(ShownText.of)
        story.deck = deck.map(ShownText.of)
        story.byline = byline.map(ShownText.of)
        story.continues = continues.map(ShownText.of)
        story.continued = continued.map(ShownText.of)
        for index in story.body.indices { story.body[index] = story.body[index].shown }
        for index in story.photos.indices {
            story.photos[index].caption = ShownText.of(story.photos[index].caption)
            story.photos[index].credit = story.photos[index].credit.map(ShownText.of)
        }
        return story
    }
}
