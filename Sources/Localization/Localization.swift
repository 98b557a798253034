import Resources

/// The interface's words in one language.
package struct Localization: Sendable {
    /// BCP 47: "en", "zh-Hans", "zh-Hant".
    package let language: String
    private let words: MessageTable

    /// The languages that there are texts for (BCP 47); the first is used where the wanted one is missing.
    package static var languages: [String] {
        (0..<broadsheet_text_count()).map { String(cString: broadsheet_text($0).name) }
    }

    /// The texts of a language; those of the first one where there are none.
    package init(language: String) {
        let index = Self.languages.firstIndex(of: language) ?? 0
        self.language = Self.languages[index]
        words = MessageTable(broadsheet_text(index))
    }

    /// The texts of a language; without one, for a locale.
    package init(language: String?, locale: String) {
        self.init(language: language ?? Self.language(ofLocale: locale))
    }

    /// The texts for a locale as the environment names it: "zh_CN.UTF-8", "en_GB", "C".
    package init(locale: String) {
        self.init(language: Self.language(ofLocale: locale))
    }

    /// The language for a locale. If the locale names a script, that decides; else the territory: Taiwan, Hong Kong and Macau
    /// write Traditional Chinese, all others Simplified.
    package static func language(ofLocale locale: String) -> String {
        let name = locale.lowercased().prefix { $0 != "." && $0 != "@" }
        let parts = name.split { $0 == "_" || $0 == "-" }
        guard let first = parts.first else { return languages[0] }
        guard chinese.contains(first) else { return languages.first { $0 == first } ?? languages[0] }
        if parts.contains("hant") { return "zh-Hant" }
        if parts.contains("hans") { return "zh-Hans" }
        return parts.contains { ["tw", "hk", "mo"].contains($0) } ? "zh-Hant" : "zh-Hans"
    }

    /// Languages written as Chinese that the C library has locales for (ISO 639).
    private static let chinese: Set<Substring> = ["zh", "cmn", "hak", "nan", "wuu", "yue"]

    /// The words of a message, with the arguments in the places `{0}`, `{1}`…; the message's name where there are no words.
    ///
    /// `{0:story|stories}` is the first word where the argument is 1, else the second.
    package func callAsFunction(_ key: MessageKey, _ arguments: any CustomStringConvertible...) -> String {
        filled(words[key.rawValue] ?? key.rawValue, arguments)
    }

    /// The same, with the arguments in an array.
    package func callAsFunction(_ key: MessageKey, _ arguments: [any CustomStringConvertible]) -> String {
        filled(words[key.rawValue] ?? key.rawValue, arguments)
    }

    /// Names in a row, as a sentence has them.
    package func listed(_ names: [String]) -> String {
        guard let first = names.first else { return "" }
        return names.dropFirst().reduce(first) { self(.listed, $0, $1) }
    }

    /// The words under a name that data gives, such as `action.quit`; the name itself where there are none.
    func named(_ name: String, _ arguments: [any CustomStringConvertible] = []) -> String {
        filled(words[name] ?? name, arguments)
    }

    /// The words under a name that data gives, such as `feature.folio`; nil where there are none.
    package func words(for key: String) -> String? { words[key] }

    /// Inserts all arguments in one pass, so that an argument that looks like `{0}` stays as it is.
    private func filled(_ pattern: String, _ arguments: [any CustomStringConvertible]) -> String {
        guard !arguments.isEmpty else { return pattern }
        var text: [UInt8] = []
        let bytes = Array(pattern.utf8)
        var place = 0
        while place < bytes.count {
            // No message has ten arguments.
            if bytes[place] == UInt8(ascii: "{"), place + 2 < bytes.count {
                let index = Int(bytes[place + 1]) - Int(UInt8(ascii: "0"))
                if arguments.indices.contains(index) {
                    let argument = arguments[index].description
                    if bytes[place + 2] == UInt8(ascii: "}") {
                        text += argument.utf8
                        place += 3
                        continue
                    }
                    if let (form, end) = form(of: bytes[(place + 2)...], isOne: argument == "1") {
                        text += form
                        place = end
                        continue
                    }
                }
            }
            text.append(bytes[place])
            place += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Of `:story|stories}` the form for one or for several, and where the text goes on; nil for any other text.
    private func form(of bytes: ArraySlice<UInt8>, isOne: Bool) -> (form: ArraySlice<UInt8>, end: Int)? {
        guard bytes.first == UInt8(ascii: ":"), let end = bytes.firstIndex(of: UInt8(ascii: "}")),
            let bar = bytes[..<end].firstIndex(of: UInt8(ascii: "|"))
        else { return nil }
        return (isOne ? bytes[(bytes.startIndex + 1)..<bar] : bytes[(bar + 1)..<end], end + 1)
    }
}
