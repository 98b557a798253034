/// What the words of a text are recognised by: the same for texts that differ only in width, case, spacing, punctuation, or
/// in what extraction makes of letters. Of a text without letters and figures every character that is no white space counts.
package struct FoldedWords: Hashable, Sendable {
    private let hash: UInt64

    /// - Parameter limit: how many letters and figures count, from the first.
    package init(_ text: String, atMost limit: Int = .max) {
        var folded = FoldedHash()
        if folded.mix(text, atMost: limit) == 0 {
            for scalar in text.unicodeScalars where !scalar.properties.isWhitespace { folded.mix(folded: scalar.value) }
        }
        hash = folded.value
    }

    /// Thirteen digits and lower-case letters, good for a file's name.
    package var name: String {
        String(decoding: Base32.digits(of: hash, count: StoryID.digits), as: UTF8.self).lowercased()
    }
}
