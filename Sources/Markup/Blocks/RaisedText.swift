/// Superscript and subscript as Unicode's own characters.
enum RaisedText {
    /// nil where one of the characters has no such form.
    static func of(_ text: ArraySlice<UInt8>, isRaised: Bool) -> String? {
        guard !text.isEmpty, text.count <= 16 else { return nil }
        var result = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            let plain: Unicode.Scalar = scalar == "\u{2212}" ? "-" : scalar
            guard let place = from.firstIndex(of: plain) else { return nil }
            result.unicodeScalars.append(isRaised ? raised[place] : lowered[place])
        }
        return result
    }

    private static let from = Array("0123456789+-=()ni".unicodeScalars)
    private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ".unicodeScalars)
    private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ".unicodeScalars)
}
