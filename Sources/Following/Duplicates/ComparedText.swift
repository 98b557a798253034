import Newspaper
import TextSearch

/// A story's words as they are compared with those of others.
struct ComparedText {
    /// Of all of the text; 0 where there is none.
    let hash: UInt64
    /// Of the headline; of a story without one that of its text.
    let headline: UInt64
    /// Letters and figures of the text.
    let letters: Int
    private let paragraphs: [Paragraph]
    private let tokens: [UInt32]

    private struct Paragraph {
        var hash: UInt64
        /// Its tokens.
        var range: Range<Int>
        var letters: Int
    }

    /// Tokens of a text that are compared; more than any story of a paper has.
    private static let most = 1 << 14

    /// The text is the body's without its pictures; of what has none, the captions.
    init(_ story: Story) {
        var text = FoldedTokens()
        var paragraphs: [Paragraph] = []
        func add(_ paragraph: String) {
            guard text.tokens.count < Self.most else { return }
            let (start, letters) = (text.tokens.count, text.letters)
            text.add(paragraph)
            let range = start..<text.tokens.count
            guard !range.isEmpty else { return }
            paragraphs.append(
                Paragraph(hash: TokenHash.of(text.tokens[range]), range: range, letters: text.letters - letters))
        }
        for block in story.body where block.kind != .figure { add(block.text) }
        if text.tokens.isEmpty {
            for block in story.body { add(block.text) }
            for photo in story.photos { add(photo.caption) }
        }
        hash = text.tokens.isEmpty ? 0 : TokenHash.of(text.tokens[...])
        let title = FoldedTokens(story.headline ?? "").tokens
        headline = title.isEmpty ? hash : TokenHash.of(title[...])
        letters = text.letters
        self.paragraphs = paragraphs
        tokens = text.tokens
    }

    /// The paragraphs, by hash.
    var parts: some Sequence<UInt64> { paragraphs.lazy.map(\.hash) }

    /// The text without some of its paragraphs, and its letters and figures.
    func text(without isLeftOut: (UInt64) -> Bool) -> (tokens: [UInt32], letters: Int) {
        let kept = paragraphs.filter { !isLeftOut($0.hash) }
        if kept.count == paragraphs.count { return (tokens, letters) }
        return (kept.flatMap { tokens[$0.range] }, kept.reduce(0) { $0 + $1.letters })
    }
}
