/// Texts that are searched many times: folded once, as ``SearchPattern`` folds what it looks through. No match goes on from one text
/// to the next.
package struct FoldedText: Sendable {
    /// The scalars that count, folded, and 0 after each text.
    private var letters: [UInt32] = []
    /// As they are written, for patterns of punctuation.
    private let texts: [String]

    /// Folds texts.
    package init(_ texts: [String]) {
        self.texts = texts
        letters.reserveCapacity(texts.reduce(texts.count) { $0 + $1.utf8.count / 2 })
        for var text in texts {
            text.withUTF8 { bytes in
                SearchPattern.scan(bytes, SearchPattern.fold) { letter, _, _ in
                    if letter != 0 { letters.append(letter) }
                }
            }
            letters.append(0)
        }
    }

    /// Whether a pattern is in one of the texts. Takes time linear in their length.
    package func contains(_ pattern: SearchPattern) -> Bool {
        guard !pattern.countsMarks else { return texts.contains { !pattern.ranges(in: $0).isEmpty } }
        let (wanted, shorter) = (pattern.folded, pattern.shorter)
        let first = wanted[0]
        return letters.withUnsafeBufferPointer { letters in
            var (at, matched) = (0, 0)
            while at < letters.count {
                if letters[at] == wanted[matched] {
                    at += 1
                    matched += 1
                    if matched == wanted.count { return true }
                } else if matched > 0 {
                    matched = shorter[matched - 1]
                } else {
                    // Most of a text is passed here.
                    repeat { at += 1 } while at < letters.count && letters[at] != first
                }
            }
            return false
        }
    }
}
