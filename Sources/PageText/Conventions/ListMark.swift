/// What an item of a list or a numbered heading begins with.
package enum ListMark {
    case bullet, number

    /// Whether a character marks an item by itself: ●.
    package static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        CharacterClasses.shared.of(scalar.value) == .bullet
    }

    static func read(_ text: FoldedText) -> ListMark? {
        var cursor = Cursor(text)
        let classes = CharacterClasses.shared
        if classes.of(cursor.next) == .bullet || cursor.next == 0x2022 || cursor.next == 0xB7, text.count > 1 {
            return .bullet
        }
        if (0x2460...0x249B).contains(cursor.next) || (0x3220...0x3229).contains(cursor.next)
            || (0x2160...0x217F).contains(cursor.next)
        {
            return .number
        }
        let bracketed = cursor.consume("(")
        if cursor.consume("第"), PageNumber.consumeNumeral(&cursor) != nil {
            if cursor.consume(",") || cursor.consume("、") { return .number }
            // 第一本：成本账, but not 第3版：要闻.
            if cursor.kind == .han, !issues.contains(cursor.next) { cursor.at += 1 }
            return cursor.next == 0x3A ? .number : nil
        }
        let from = cursor.at
        if cursor.consumeDigits(atMost: 2) || consumeHan(&cursor) || consumeLetter(&cursor) {
            if bracketed { return cursor.consume(")") ? .number : nil }
            let isHan = PageNumber.numerals.contains(text.scalars[from])
            if cursor.consume("、") || (isHan && cursor.consume("是")) { return .number }
            if cursor.consume(".") {
                // 1.5 is no item, nor is .4%.
                return cursor.kind != .digit && (!isHan) ? .number : nil
            }
            if !isHan, cursor.consume(")") { return .number }
        }
        return nil
    }

    private static let issues = StaticMarks("版面期号號屆届次")

    private static func consumeHan(_ cursor: inout Cursor) -> Bool {
        let from = cursor.at
        while PageNumber.numerals.contains(cursor.next), cursor.at - from < 3 { cursor.at += 1 }
        return cursor.at > from
    }

    private static func consumeLetter(_ cursor: inout Cursor) -> Bool {
        guard cursor.kind == .lower || cursor.kind == .upper, cursor.kind(1) != .lower, cursor.kind(1) != .upper,
            cursor.at + 1 < cursor.end,
            cursor.text.scalars[cursor.at + 1] == 0x29
        else { return false }
        cursor.at += 1
        return true
    }
}
