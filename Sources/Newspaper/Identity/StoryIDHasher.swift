/// Makes a story's id while its body is read text by text, so that the body need not be kept for it.
package struct StoryIDHasher {
    private var hash: FoldedHash
    /// Letters and digits of the body that are still wanted.
    private var left = StoryID.bodyLetters

    /// What of a story comes before its body.
    package init(date: String?, headline: String?) { hash = FoldedHash(date: date, headline: headline) }

    /// Whether more of the body would not change the id.
    package var isComplete: Bool { left <= 0 }

    /// The id that all that was added makes.
    package var id: StoryID { StoryID(hash.value) }

    /// Adds the next paragraph or, in a story without text, the next caption.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// The same of well-formed UTF-8.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !isComplete { left -= hash.mix(bytes, atMost: left) }
    }
}
