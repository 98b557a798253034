/// Superscript and subscript as Unicode's own characters.
enum RaisedText {
    /// nil where one of the characters has no such form. Numbers lose the brackets around them, [1], which a page that cannot raise
    /// them has in their place: in brackets stand the numbers of links.
    static func of(_ text: ArraySlice<UInt8>, isRaised: Bool) -> String? {
        guard !text.isEmpty, text.count <= 24 else { return nil }
        let isNumber = isRaised && isNumber(text)
        var result = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            let plain: Unicode.Scalar = scalar == "\u{2212}" || scalar == "\u{2013}" ? "-" : scalar
            if isNumber, scalar == " " || brackets.contains(scalar) { continue }
            if isNumber, scalar == "," || scalar == "，" {
                result += ","
                continue
            }
            guard let place = from.firstIndex(of: plain) else { return nil }
            result.unicodeScalars.append(isRaised ? raised[place] : lowered[place])
        }
        return result.isEmpty ? nil : result
    }

    /// Whether a text is numbers and nothing else: 1, [1], (1), 1,2, [1–3]; those in parentheses keep them.
    static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 24, text.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || " ,，-–()".unicodeScalars.contains($0) || brackets.contains($0)
        }
    }

    /// Whether a text ends with a raised figure.
    static func ends(_ text: ArraySlice<UInt8>) -> Bool {
        guard let last = String(decoding: text.suffix(3), as: UTF8.self).unicodeScalars.last else { return false }
        return raised.prefix(10).contains(last)
    }

    private static let brackets = Set("[]［］（）〔〕【】".unicodeScalars)
    private static let from = Array("0123456789+-=()ni".unicodeScalars)
    private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ".unicodeScalars)
    private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ".unicodeScalars)
}
