/// The names in a line that says who wrote a text.
enum Byline {
    private static let openings = [
        "written by ", "by ", "von ", "par ", "por ", "作者：", "作者:", "文/", "文／", "本报记者", "本報記者", "记者：", "记者:", "记者",
        "記者",
    ]

    /// What is said of somebody behind the name, and accounts that nobody writes under.
    private static let offices: Set<String> = [
        "staff writer", "staff reporter", "senior writer", "contributing writer", "special correspondent", "admin",
        "administrator", "管理员", "管理員",
    ]

    /// Whether a text is nothing but Chinese names: two to four Han each, with a space between.
    static func areChineseNames(_ text: String) -> Bool {
        let names = text.split { $0.isWhitespace || $0 == "、" }
        return (1...6).contains(names.count)
            && names.allSatisfy { name in
                (2...4).contains(name.count) && name.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
            }
    }

    /// Whether a line says something of somebody, and not who wrote a text.
    static func isSentence(_ line: String) -> Bool {
        line.contains("。") || ["简介", "簡介", "About the author"].contains(where: line.contains)
    }

    /// The name in a page's own field; nil for an address, an account that nobody writes under, or
    /// those who only took the pictures.
    static func field(_ text: String) -> String? {
        guard CreditLine(text).writers != nil else { return nil }
        let isAddress = ["http://", "https://", "//", "www."].contains { text.lowercased().hasPrefix($0) }
        return isAddress || offices.contains(text.lowercased()) ? nil : text
    }

    /// Those who wrote, one by one; the whole of what is said of them where it is no list of names.
    static func names(in line: String) -> [String] {
        CreditLine(line).writers.map(list) ?? []
    }

    /// Those who took the pictures, one by one.
    static func photographers(in line: String) -> [String] { CreditLine(line).artists.map(list) ?? [] }

    private static func list(_ line: String) -> [String] {
        var rest = line.trimmed
        for opening in openings where rest.lowercased().hasPrefix(opening) {
            rest = String(rest.dropFirst(opening.count)).trimmed
        }
        if areChineseNames(rest) { return rest.split { $0.isWhitespace || $0 == "、" }.map(String.init) }
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
        names = names.filter { !$0.isEmpty && !offices.contains($0.lowercased()) }
        // "Ford, Jr.", a place, an office: no list of names.
        return names.count <= 8 && names.allSatisfy { $0.count <= 40 } ? names : [rest].filter { !$0.isEmpty }
    }
}
