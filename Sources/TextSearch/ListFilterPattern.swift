import TextFolding

/// Words that narrow a list of names. A name matches if it contains them, folded as in `SearchPattern`; in addition,
/// each letter a to z matches a Chinese character whose pinyin begins with it (`bgq` matches 北关区).
package struct ListFilterPattern: Sendable, Equatable {
    private struct Letter: Equatable {
        var folded: UInt32
        /// One bit for a letter a to z (bit 0 for a), otherwise 0.
        var initial: UInt32
    }

    private let letters: [Letter]

    /// The scalars of a name that are compared; a list shows fewer.
    private static let reach = 256

    /// Nil if the words contain only white space and punctuation.
    package init?(_ words: String) {
        letters = PlainForms.comparable(words).unicodeScalars.compactMap { scalar in
            let folded = SearchFolding.fold(scalar.value)
            guard folded != 0 else { return nil }
            return Letter(folded: folded, initial: SearchFolding.letterBit(scalar.value))
        }
        if letters.isEmpty { return nil }
    }

    /// Whether the words occur in a name.
    package func matches(_ name: String) -> Bool {
        let scalars = PlainForms.comparable(String(name.unicodeScalars.prefix(Self.reach))).unicodeScalars.map(\.value)
            .filter { SearchFolding.fold($0) != 0 }
        guard scalars.count >= letters.count else { return false }
        return (0...scalars.count - letters.count).contains { start in
            letters.indices.allSatisfy { index in
                let letter = letters[index]
                let scalar = scalars[start + index]
                return letter.folded == SearchFolding.fold(scalar)
                    || letter.initial & SearchFolding.initialLetters(scalar) != 0
            }
        }
    }
}
