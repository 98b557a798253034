import CUnicodeTables

/// Words that narrow a list of names: a name has them where they stand in it, folded as a `SearchPattern`'s, each letter a to z
/// also standing for a Han whose reading begins with it (`bgq` 北关区).
package struct ListFilterPattern: Sendable, Equatable {
    private struct Letter: Equatable {
        var folded: UInt32
        /// The bit of a letter a to z; else 0.
        var initial: UInt32
    }

    private let letters: [Letter]

    /// Scalars of a name that are looked at: more than a list shows.
    private static let reach = 256

    /// Nil where nothing is left of the words.
    package init?(_ words: String) {
        letters = words.unicodeScalars.compactMap { scalar in
            let folded = broadsheet_fold(scalar.value)
            guard folded != 0 else { return nil }
            let plain = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            let letter = plain | 0x20
            return Letter(folded: folded, initial: (0x61...0x7A).contains(letter) ? 1 << (letter - 0x61) : 0)
        }
        if letters.isEmpty { return nil }
    }

    package func matches(_ name: String) -> Bool {
        let scalars = name.unicodeScalars.prefix(Self.reach).map(\.value).filter { broadsheet_fold($0) != 0 }
        guard scalars.count >= letters.count else { return false }
        return (0...scalars.count - letters.count).contains { start in
            letters.indices.allSatisfy { index in
                let letter = letters[index]
                let scalar = scalars[start + index]
                return letter.folded == broadsheet_fold(scalar)
                    || letter.initial & broadsheet_initial_letters(scalar) != 0
            }
        }
    }
}
