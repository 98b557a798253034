/// The names in a line that says who wrote a text.
enum Byline {
    private static let openings = [
        "written by ", "by ", "von ", "par ", "por ", "作者：", "作者:", "文/", "文／", "记者 ", "本报记者", "记者",
    ]

    /// One by one; the whole line where it is no list of names.
    static func names(in line: String) -> [String] {
        var rest = line.trimmed
        for opening in openings where rest.lowercased().hasPrefix(opening) {
            rest = String(rest.dropFirst(opening.count)).trimmed
        }
        var names: [String] = [""]
        var word = ""
        func endWord() {
            if ["and", "et", "und", "&", "with"].contains(word) {
                names.append("")
            } else if !word.isEmpty {
                names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
            }
            word = ""
        }
        for character in rest {
            if ",，、;；".contains(character) {
                endWord()
                names.append("")
            } else if character.isWhitespace {
                endWord()
            } else {
                word.append(character)
            }
        }
        endWord()
        names = names.filter { !$0.isEmpty }
        // "Ford, Jr.", a place, an office: no list of names.
        return names.count <= 8 && names.allSatisfy { $0.count <= 40 } ? names : [rest].filter { !$0.isEmpty }
    }
}
