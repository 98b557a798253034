/// What stands before the items of a numbered list (HTML, 4.4.5 and 4.4.8).
struct ListNumbering {
    private var next: Int
    private let step: Int
    private let style: Style

    private enum Style { case decimal, smallLetters, letters, smallRoman, roman }

    /// - Parameter count: how many items there are, for a list that counts down.
    init(start: Int?, type: String?, isReversed: Bool, count: Int) {
        next = start ?? (isReversed ? count : 1)
        step = isReversed ? -1 : 1
        style =
            switch type {
            case "a": .smallLetters
            case "A": .letters
            case "i": .smallRoman
            case "I": .roman
            default: .decimal
            }
    }

    /// The mark of the next item, whose own number `value` may be.
    mutating func mark(value: Int?) -> String {
        if let value { next = value }
        let number = next
        let (sum, isOver) = next.addingReportingOverflow(step)
        if !isOver { next = sum }
        let text =
            switch style {
            case .decimal: String(number)
            case .letters, .smallLetters: Self.letters(number) ?? String(number)
            case .roman, .smallRoman: Self.roman(number) ?? String(number)
            }
        return (style == .letters || style == .roman ? text.uppercased() : text) + "."
    }

    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var (rest, text) = (number, "")
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(0x61 + (rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }

    private static func roman(_ number: Int) -> String? {
        guard (1..<4000).contains(number) else { return nil }
        let digits = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"),
            (5, "v"), (4, "iv"), (1, "i"),
        ]
        var (rest, text) = (number, "")
        for (value, letters) in digits {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}
