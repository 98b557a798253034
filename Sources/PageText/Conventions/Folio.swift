import Newspaper

/// The line that numbers and names a page: 第三版 深读, 2　综合, A08, A3   Saturday, October 12, 2024.
struct Folio {
    var number: String?
    var name: String?

    /// Whether the whole line is a page's number, with a name beside it at most.
    static func isPageNumber(_ text: FoldedText) -> Bool {
        if isIssue(text) { return true }
        guard text.hasNumeral else { return false }
        if read(text) != nil { return true }
        var cursor = Cursor(text)
        return text.count <= 24 && PageNumber.consume(&cursor) != nil && text.scalars[0] != 0x41
    }

    /// 第1093期, 副刊 总第87期, Vol. LII. No. 10: an issue's number, with a few words at most.
    private static func isIssue(_ text: FoldedText) -> Bool {
        guard text.count <= 40, text.count > 2 else { return false }
        if volume.match(text.scalars, at: 0, end: text.count) > 0 { return true }
        guard text.count <= 40, let from = text.scalars.firstIndex(where: { $0 == 0x7B2C || $0 == 0xC81C }) else {
            return false
        }
        var cursor = Cursor(text, at: from + 1)
        cursor.skipSpaces()
        guard cursor.consumeDigits(atMost: 6) else { return false }
        cursor.skipSpaces()
        guard cursor.consume("期") || cursor.consume("号") || cursor.consume("號") || cursor.consume("호") else {
            return false
        }
        // 副刊第768期　题字：苍梧
        if from <= 6, cursor.next == 0x20 { return true }
        return cursor.end - cursor.at <= 2
            && (from <= 1 || [0x20, 0x603B, 0x7E3D].contains(text.scalars[from - 1]))
    }
    private static let volume = Words("Vol. VOL. Volume_ VOLUME_ Jahrgang Año Année")

    static func read(_ text: FoldedText) -> Folio? {
        guard text.count <= 24, text.count > 0, text.hasNumeral else { return nil }
        var cursor = Cursor(text)
        skipFrame(&cursor)
        if let number = PageNumber.consume(&cursor) ?? consumeBare(&cursor) {
            let touching = cursor.skipSpaces() == 0 && cursor.text.scalars[cursor.at - 1] != 0x20
            if cursor.isAtEnd { return Folio(number: number) }
            _ = cursor.consume(":") || cursor.consume("|") || cursor.consume("·") || cursor.consume("/")
            cursor.skipSpaces()
            guard !touching || separators.contains(cursor.text.scalars[cursor.at - 1]), let name = readName(cursor)
            else {
                return nil
            }
            return Folio(number: number, name: name)
        }
        // The name first: 综合 2, 要闻·03版
        for at in stride(from: 2, to: text.count, by: 1) {
            var end = Cursor(text, at: at)
            let before = text.scalars[at - 1]
            guard [0x20, 0x7C, 0xB7, 0x2F].contains(before) else { continue }
            if let number = PageNumber.consume(&end) ?? consumeBare(&end) {
                skipFrame(&end)
                guard end.isAtEnd else { continue }
                var name = Cursor(text, at: 0, end: at - 1)
                while name.end > 0, [0x20, 0x7C, 0xB7, 0x2F].contains(text.scalars[name.end - 1]) { name.end -= 1 }
                guard let name = readName(name) else { return nil }
                return Folio(number: number, name: name)
            }
        }
        return nil
    }

    private static let separators = StaticMarks(":|·/版 )")
    private static let frame = StaticMarks("-—·()[] |")
    private static func skipFrame(_ cursor: inout Cursor) {
        while cursor.consume(anyOf: frame) {}
    }

    /// A number alone: 2, 08, A08.
    private static func consumeBare(_ cursor: inout Cursor) -> String? {
        let from = cursor.at
        guard cursor.kind == .digit || cursor.kind == .upper, let number = PageNumber.consumeNumeral(&cursor) else {
            return nil
        }
        skipFrame(&cursor)
        let isParted =
            [0x2F, 0x7C, 0xB7].contains(cursor.text.scalars[cursor.at - 1]) || [0x2F, 0xB7].contains(cursor.next)
        guard cursor.isAtEnd || cursor.text.scalars[cursor.at - 1] == 0x20 || isParted else {
            cursor.at = from
            return nil
        }
        return number
    }

    /// At most eight Han or three words, and no mark but ·.
    static func readName(_ cursor: Cursor) -> String? {
        var letters = 0
        for at in cursor.at..<cursor.end {
            let kind = cursor.text.kind(at)
            if kind.isLetter {
                letters += 1
            } else if ![0x20, 0xB7, 0x26, 0x2D, 0x27, 0x2019].contains(cursor.text.scalars[at]) {
                return nil
            }
        }
        guard letters >= 2, letters <= (cursor.kind == .upper ? 24 : 8) else { return nil }
        return cursor.string(from: cursor.at, to: cursor.end)
    }
}
