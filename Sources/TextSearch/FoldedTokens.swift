/// Texts as what they are compared by: each Han or kana, and each word of other scripts, is one number. Folded as ``SearchPattern``
/// folds, so that width, case, Simplified and Traditional, punctuation and white space make no difference.
package struct FoldedTokens: Sendable, Equatable {
    package private(set) var tokens: [UInt32] = []
    /// Letters and figures in them.
    package private(set) var letters = 0

    /// No text.
    package init() {}

    /// Of one text.
    package init(_ text: String) { add(text) }

    /// Adds a text; a word does not go on from one text to the next.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// The same of well-formed UTF-8.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var found: [UInt32] = []
        found.reserveCapacity(bytes.count / 3)
        var count = 0
        /// The word that is open; 0 for none.
        var word: UInt32 = 0
        var isHan = false
        SearchPattern.scan(
            bytes,
            { point in
                isHan = Self.isHan(point)
                return SearchPattern.fold(point)
            },
            { letter, _, _ in
                if letter != 0 { count += 1 }
                if letter != 0, !isHan {
                    word = (word ^ letter) &* 0x0100_0193 | Self.wordBit
                    return
                }
                if word != 0 { found.append(word) }
                word = 0
                if letter != 0 { found.append(letter) }
            })
        if word != 0 { found.append(word) }
        tokens += found
        letters += count
    }

    /// Tells words from letters, which are far below.
    private static let wordBit: UInt32 = 1 << 31

    /// Han, kana and what stands between them as a letter.
    @inline(__always)
    private static func isHan(_ point: UInt32) -> Bool {
        switch point {
        case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
