import Settings

/// The themes that the reader chose by a key: one for each setting and each kind of background, since what suits one background
/// cannot be read on another, and another setting is a newer choice.
package struct ChosenThemes: Sendable, Hashable {
    private var names: [Place: ThemeName] = [:]

    private struct Place: Hashable {
        /// What was settled; nil for what suits the background.
        var settled: ThemeName?
        var isBackgroundLight: Bool?
    }

    init() {}

    subscript(settled: ThemeName?, isBackgroundLight: Bool?) -> ThemeName? {
        get { names[Place(settled: settled, isBackgroundLight: isBackgroundLight)] }
        set { names[Place(settled: settled, isBackgroundLight: isBackgroundLight)] = newValue }
    }

    private static let backgrounds: [(word: String, isLight: Bool?)] = [
        ("light", true), ("dark", false), ("unknown", nil),
    ]
    private static let none = "auto"

    /// Reads `description`; what is no choice is passed over.
    package init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, words[0] == Self.none || ThemeName(rawValue: words[0]) != nil,
                let background = Self.backgrounds.first(where: { $0.word == words[1] }),
                let name = ThemeName(rawValue: words[2])
            else { continue }
            self[ThemeName(rawValue: words[0]), background.isLight] = name
        }
    }

    /// `auto dark high-contrast`: the setting, the background, and what was chosen; a line each.
    package var description: String {
        names.map { place, name in
            let background = Self.backgrounds.first { $0.isLight == place.isBackgroundLight }!.word
            return "\(place.settled?.rawValue ?? Self.none) \(background) \(name.rawValue)\n"
        }.sorted().joined()
    }
}
