import Markup
import Newspaper

extension XMLText {
    /// Appends a story: what is above its text, the text, and its pictures.
    ///
    /// - Parameters:
    ///   - rank: of the headline, from 1.
    ///   - times: when it was published, in words; nil where it is not said.
    mutating func append(_ story: Story, rank: Int, pictures: PictureMarkup, times: String? = nil) {
        append("<header>\n")
        append("p", class: StoryMarkup.Part.kicker.rawValue, text: story.kicker)
        append("h\(rank)", text: story.headline)
        append("p", class: StoryMarkup.Part.deck.rawValue, text: story.deck)
        append("p", class: StoryMarkup.Part.byline.rawValue, text: story.byline)
        append("p", class: "times", text: times)
        append("</header>\n")
        append("p", class: StoryMarkup.Part.continued.rawValue, text: story.continued)
        var body = BlockMarkup(rank: rank, pictures: pictures)
        body.append(story.body)
        append(body.text)
        append("p", class: StoryMarkup.Part.continues.rawValue, text: story.continues)
        for photo in story.photos {
            append("<p class=\"\(StoryMarkup.Part.photo.rawValue)\">")
            append(text: photo.caption)
            if let credit = photo.credit {
                append(" <span class=\"\(StoryMarkup.credit)\">")
                append(text: credit)
                append("</span>")
            }
            append("</p>\n")
        }
    }
}
