import Newspaper

/// What a printed page is called: 第A01版：头版, A01 要闻, 03版.
package struct PageName: Hashable, Sendable {
    /// As it is printed: "A01", "三".
    package var number: String?
    package var name: String?

    /// UTF-8 bytes that the name of a page has at most.
    static let longest = 90

    /// A page of a number and a name.
    package init(number: String? = nil, name: String? = nil) {
        self.number = number
        self.name = name
    }

    /// What a text calls a page; nil where it calls none.
    ///
    /// - Parameter needsWord: whether the word 版 must be there, as where any text may be.
    package init?(_ text: String, needsWord: Bool = false) {
        let text = text.trimmed
        guard text.utf8.count <= Self.longest else { return nil }
        var rest = text[...]
        let hasOrdinal = Self.skip("第", &rest)
        guard let number = Self.number(&rest) else { return nil }
        let hadSpace = rest.first?.isWhitespace ?? false
        Self.skipSpace(&rest)
        let hasWord = Self.skip("版", &rest)
        if needsWord ? !(hasOrdinal && hasWord) : hasOrdinal && !hasWord { return nil }
        if !hasWord {
            // "3月5日" and "三农" name no page.
            let isParted = rest.first.map { ":：·、-—|".contains($0) } ?? true
            guard !Self.isHan(number), isParted || hadSpace else { return nil }
        }
        self.number = number
        let name = Self.name(rest)
        if let name, name.contains("版"), name.contains("第") { return nil }
        self.name = name
    }

    /// The same for all ways to write a number: "01", "1" and "一" are "1".
    package var key: String? {
        guard let number else { return nil }
        if let value = Self.value(number) { return String(value) }
        let letters = number.prefix { !$0.isNumber }
        return letters + String(number.dropFirst(letters.count).drop { $0 == "0" })
    }

    /// By which pages are put in order that no list has; those without a number come last.
    var order: (letters: String, number: Int) {
        guard let key else { return ("~", 0) }
        let letters = key.prefix { !$0.isNumber }
        return (String(letters), Int(key.dropFirst(letters.count)) ?? 0)
    }

    // MARK: - Parts

    private static let han = Array("〇一二三四五六七八九十")

    static func isHan(_ number: String) -> Bool { number.first.map(han.contains) ?? false }

    private static func value(_ number: String) -> Int? {
        guard isHan(number) else { return Int(number) }
        var (sum, digit) = (0, 0)
        for character in number {
            guard let value = han.firstIndex(of: character) else { return nil }
            if value == 10 {
                sum += max(digit, 1) * 10
                digit = 0
            } else {
                digit = value
            }
        }
        return sum + digit
    }

    /// A01, 7, 十二.
    static func number(_ rest: inout Substring) -> String? {
        skipSpace(&rest)
        let letters = rest.prefix(2).prefix { ("A"..."Z").contains($0) }
        let digits = rest[letters.endIndex...].prefix { ("0"..."9").contains($0) }
        if (1...3).contains(digits.count) {
            defer { rest = rest[digits.endIndex...] }
            return String(rest[..<digits.endIndex])
        }
        let han = rest.prefix(4).prefix(while: Self.han.contains)
        guard !han.isEmpty, digits.isEmpty else { return nil }
        rest = rest[han.endIndex...]
        return String(han)
    }

    static func skipSpace(_ rest: inout Substring) { rest = rest.drop(while: \.isWhitespace) }

    private static func skip(_ word: String, _ rest: inout Substring) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    private static func name(_ rest: Substring) -> String? {
        let name = String(rest.drop { $0.isWhitespace || ":：、·|｜-—.．【[（(《".contains($0) }).trimmed
        let end = name.lastIndex { !"】]）)》".contains($0) && !$0.isWhitespace }
        return end.map { String(name[...$0]) }
    }
}

/// The line that says where a story was printed: 《渡口日报》（2026年03月05日 A01版：头版).
struct PlaceLine {
    var paper: String?
    var date: String
    var page: PageName?

    /// nil for a text that is no such line: it has the date of a day and the word for a page, or the paper's name before the date.
    init?(_ text: String) {
        guard text.utf8.count <= 240, let found = PageDate.find(in: text), found.iso.utf8.count >= 10 else {
            return nil
        }
        date = String(found.iso.prefix(10))
        if let end = text.firstRange(of: "版") {
            var start = end.lowerBound
            while start > text.startIndex, text[text.index(before: start)].isWhitespace {
                start = text.index(before: start)
            }
            while start > text.startIndex {
                let before = text[text.index(before: start)]
                guard before.isASCII && (before.isLetter || before.isNumber) || PageName.isHan(String(before)) else {
                    break
                }
                start = text.index(before: start)
            }
            let rest = text[start...].prefix { !"）)】]".contains($0) }
            page = PageName(String(rest))
        }
        let before = text[..<found.text.startIndex]
        if let open = before.firstIndex(of: "《"), let close = before[open...].firstIndex(of: "》") {
            paper = String(before[before.index(after: open)..<close]).trimmed
        } else {
            let name = before.drop { "来源：:".contains($0) || $0.isWhitespace }.prefix { !"（( \u{3000}|".contains($0) }
            if (2...20).contains(name.count), "报報刊".contains(name.last!) { paper = String(name) }
        }
        if paper?.isEmpty == true { paper = nil }
        guard page != nil || paper != nil else { return nil }
    }
}
