/// What is asked of a text: words that all have to be in it, `"words that follow one another"`, `-words` that must not be, and
/// `one OR another`, which binds closer than the blank between words.
package struct SearchQuery: Sendable, Equatable {
    private struct Term: Sendable, Equatable {
        var pattern: SearchPattern
        var isExcluded: Bool
    }

    /// Of each at least one has to hold.
    private var choices: [[Term]] = []

    /// Nil where nothing is asked for.
    package init?(_ text: String) {
        var joins = false
        for word in Self.words(text) {
            if word.text == "OR", !word.isQuoted {
                joins = !choices.isEmpty
                continue
            }
            guard let pattern = SearchPattern(word.text) else { continue }
            let term = Term(pattern: pattern, isExcluded: word.isExcluded)
            if joins { choices[choices.count - 1].append(term) } else { choices.append([term]) }
            joins = false
        }
        if choices.isEmpty { return nil }
    }

    /// Whether a text is what is asked for.
    package func matches(_ text: FoldedText) -> Bool {
        choices.allSatisfy { $0.contains { text.contains($0.pattern) != $0.isExcluded } }
    }

    // MARK: - Words

    private struct Word {
        var text = ""
        var isQuoted = false
        var isExcluded = false
    }

    /// The words between blanks, and what is in quotation marks, to the end where they are not closed.
    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var word: Word?
        var closing: Unicode.Scalar?
        func end() {
            if let word { words.append(word) }
            (word, closing) = (nil, nil)
        }
        for scalar in text.unicodeScalars {
            if let mark = closing {
                if scalar == mark { end() } else { word?.text.unicodeScalars.append(scalar) }
            } else if scalar.properties.isWhitespace {
                end()
            } else if scalar == "-" || scalar == "－", word == nil {
                word = Word(isExcluded: true)
            } else if scalar == "\"" || scalar == "“", word?.text.isEmpty ?? true {
                word = Word(isQuoted: true, isExcluded: word?.isExcluded ?? false)
                closing = scalar == "“" ? "”" : scalar
            } else {
                word = word ?? Word()
                word?.text.unicodeScalars.append(scalar)
            }
        }
        end()
        return words
    }
}
