import TextFolding

/// A page's number as papers write it: 第三版, 3版, A08版, A3, page 7, Seite 5, 3面, 4면.
enum PageNumber {
    static var words: [Words] { [unit, word] }
    private static let unit = Words("版 面 면 стр")
    private static let word = Words("page pages p. pg. стр. стр Seite S. página pagina side")

    /// Papers of a hundred years ago: Continued on Page Four.
    private static let spelled = Words(
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty"
    )

    static func find(in text: FoldedText) -> String? { find(Cursor(text))?.number }

    /// The first page number from the cursor on, as written.
    static func find(_ start: Cursor) -> (number: String, end: Int)? {
        guard start.text.hasNumeral || word.mayBeIn(start.text) else { return nil }
        var cursor = start
        while cursor.at < start.end {
            let at = cursor.at
            if mayBegin(cursor), let number = consume(&cursor) { return (number, cursor.at) }
            cursor.at = at + 1
        }
        return nil
    }

    /// Whether 第, a numeral, a letter before a digit, or a word for pages is here.
    @inline(__always)
    private static func mayBegin(_ cursor: Cursor) -> Bool {
        if cursor.isNumeral || cursor.next == 0x7B2C { return true }
        if cursor.kind == .upper, cursor.kind(1) == .digit || cursor.kind(2) == .digit { return true }
        return cursor.mayBegin(word)
    }

    /// Moves past 第N版, N版, page N, or a letter with digits, and returns the number; returns nil and does not move where
    /// there is none.
    static func consume(_ cursor: inout Cursor) -> String? {
        guard mayBegin(cursor) else { return nil }
        let from = cursor.at
        if cursor.consume("第") {
            cursor.skipSpaces()
            if let number = consumeNumeral(&cursor) {
                cursor.skipSpaces()
                if cursor.consume(unit) { return number }
            }
            cursor.at = from
            return nil
        }
        if cursor.consume(word) {
            cursor.skipSpaces()
            if let number = consumeNumeral(&cursor) { return number }
            let start = cursor.at
            if cursor.consume(spelled), !cursor.kind.isLetter { return cursor.string(from: start, to: cursor.at) }
            cursor.at = from
            return nil
        }
        let before = from > 0 ? cursor.text.kind(from - 1) : .space
        if passNumeral(&cursor) {
            let end = cursor.at
            cursor.skipSpaces()
            if cursor.consume(unit) { return cursor.string(from: from, to: end) }
            cursor.at = end
            let isLettered = (0x41...0x5A).contains(cursor.text.scalars[from])
            if isLettered, before != .upper, before != .lower, before != .digit, !cursor.kind.isLetter {
                return cursor.string(from: from, to: end)
            }
        }
        cursor.at = from
        return nil
    }

    /// Moves past a numeral and returns it: "7", "08", "A08", "A3", "三", "十二".
    static func consumeNumeral(_ cursor: inout Cursor) -> String? {
        let from = cursor.at
        return passNumeral(&cursor) ? cursor.string(from: from, to: cursor.at) : nil
    }

    /// The same without its text.
    private static func passNumeral(_ cursor: inout Cursor) -> Bool {
        let from = cursor.at
        if (0x41...0x5A).contains(cursor.next),
            cursor.kind(1) == .digit || (cursor.kind(1) == .upper && cursor.kind(2) == .digit)
        {
            cursor.at += cursor.kind(1) == .digit ? 1 : 2
        }
        if cursor.consumeDigits(atMost: 3) {
            if cursor.kind != .digit { return true }
            cursor.at = from
            return false
        }
        cursor.at = from
        while numerals.contains(cursor.next), cursor.at - from < 4 { cursor.at += 1 }
        return cursor.at > from
    }

    static let numerals = StaticMarks("〇零一二三四五六七八九十百")

    /// The same for all ways to write a page's number: "三", "03" and "3" are "3".
    static func folded(_ text: String) -> String {
        if let value = HanNumeral.value(of: text) { return String(value) }
        var letters = ""
        var digits = ""
        for scalar in text.unicodeScalars {
            let folded = FoldedText.fold(scalar.value)
            if (0x30...0x39).contains(folded) {
                if folded != 0x30 || !digits.isEmpty { digits.unicodeScalars.append(Unicode.Scalar(folded)!) }
            } else if (0x41...0x5A).contains(folded) || (0x61...0x7A).contains(folded) {
                letters.unicodeScalars.append(Unicode.Scalar(folded & ~0x20)!)
            }
        }
        return letters + digits
    }
}
