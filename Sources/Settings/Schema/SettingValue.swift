import TextDecoding

/// A value of the settings file.
package enum SettingValue: Sendable, Hashable {
    case boolean(Bool)
    case integer(Int)
    case string(String)
    case strings([String])
    /// A word without quotation marks, which is not TOML: `mouse = off`. No setting accepts it.
    case word(String)
    /// What no setting accepts: a table, a date, a fraction, a list of anything but strings.
    case other

    /// As TOML writes it.
    package var toml: String {
        switch self {
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .string(let value): Self.quoted(value)
        case .strings(let values): "[\(values.map(Self.quoted).joined(separator: ", "))]"
        case .word(let word): word
        case .other: "{}"
        }
    }

    /// A basic string of TOML 1.0: quotation marks, backslashes and all that cannot be seen or is no text escaped.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where TextDecoder.clean(String(scalar)) == String(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let (letter, count) = digits.count > 4 ? ("U", 8) : ("u", 4)
                quoted += "\\\(letter)" + String(repeating: "0", count: count - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
