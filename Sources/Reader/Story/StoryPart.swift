import Newspaper
import Typesetting

extension StoryDocument {
    /// What a part of a document is.
    enum Role: Sendable, Hashable {
        case kicker, headline, deck, byline
        case paragraph, crosshead, caption, jump
        /// What a picture shows, below its caption.
        case description
        /// A crosshead of a lower rank than the first of its story.
        case subhead
        /// A paragraph that asks (问：…).
        case question
        /// A line of verse, or of anything else that is set line by line.
        case verse
        /// Words that stand out from the story.
        case quotation
        /// An item of a list, or what goes on with it.
        case item
        /// A line of what is preformatted.
        case code
        /// A row of a table.
        case row
        case endMark
        /// A blank line between two parts.
        case blank
        /// Room for pictures.
        case picture
    }

    /// Words of a part that stand out from the others.
    enum Accent: Sendable, Hashable {
        case strong, emphasis, code
        /// Words that lead to one of the document's links, by its number from 1 on.
        case link(Int)
        /// What the program added: the number of a link.
        case added
    }

    /// A part of a document: what is set as one paragraph.
    struct Part: Sendable {
        var role: Role
        /// As it is set: the story's words, and what is added to them.
        var text: String
        /// Index into the story's body; nil outside it.
        var body: Int?
        /// UTF-8 bytes at the beginning of the body's text that are not shown, or shown by other parts.
        var skipped = 0
        /// What of the text is none of the story's words.
        var added: AddedText = []
        /// Words that stand out, as UTF-8 bytes of the text.
        var accents: [(range: Range<Int>, accent: Accent)] = []
        /// Lists and quotations that it stands in beyond the one that its role says.
        var level = 0
        /// What stands before it in the indent: the mark of a list's item.
        var mark: String?
        /// Cells that the longest mark of its list takes.
        var markCells = 0
        /// The table that it is a row of.
        var table: TableColumns?
        /// Those that it has room for; empty where it is no room for pictures.
        var pictures: [PrintedPicture] = []

        init(role: Role, text: String, body: Int? = nil, pictures: [PrintedPicture] = []) {
            self.role = role
            self.text = text
            self.body = body
            self.pictures = pictures
        }
    }
}

extension StoryDocument.Part {
    /// The story's own words.
    var words: String {
        guard !added.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var words: [UInt8] = []
        var start = 0
        for range in added.ranges {
            words += bytes[start..<range.lowerBound]
            start = range.upperBound
        }
        return String(decoding: words + bytes[start...], as: UTF8.self)
    }

    /// The UTF-8 offset in the words of what stands at an offset in the text; of something added, of what follows it.
    func wordOffset(ofText offset: Int) -> Int { added.wordOffset(ofText: offset) }

    /// The UTF-8 offset in the text of what begins at one in the words, behind what is added there.
    func textOffset(ofWords offset: Int) -> Int { added.textOffset(ofWords: offset, isBehind: true) }

    /// The UTF-8 bytes of the text that show some of the words.
    func textRange(ofWords range: Range<Int>) -> Range<Int> {
        // What is added behind the last of them is not theirs.
        let end = added.textOffset(ofWords: range.upperBound, isBehind: false)
        let start = textOffset(ofWords: range.lowerBound)
        return start..<max(start, end)
    }
}
