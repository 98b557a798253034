import Screen

/// One row of the table of settings: a name, the values it accepts, and where preferences keep its value.
///
/// What it is for is in the text files, under `setting.<name>`; for colours and keys, under their table's name.
package struct Setting: Sendable {
    /// The full name: `theme`, or with its table `keys.quit`.
    package let name: String
    /// The values that it accepts.
    package let kind: SettingKind
    /// Its value in some preferences.
    package let value: @Sendable (Preferences) -> SettingValue
    /// Changes its value in preferences; returns the parts of the value that it does not accept.
    let assign: @Sendable (inout Preferences, SettingValue) -> [SettingValue]

    /// The file's table that it is in; nil for the top level.
    package var table: Substring? {
        let parts = name.split(separator: ".")
        return parts.count == 2 ? parts[0] : nil
    }

    /// The name within its table.
    package var key: Substring { name.split(separator: ".").last ?? "" }
}

extension Setting {
    typealias Path<Value> = WritableKeyPath<Preferences, Value> & Sendable

    static func flag(_ name: String, _ path: Path<Bool>) -> Setting {
        Setting(name: name, kind: .boolean) {
            .boolean($0[keyPath: path])
        } assign: { preferences, value in
            let flag: Bool
            switch value {
            case .boolean(let value): flag = value
            case .string("on"): flag = true
            case .string("off"): flag = false
            default: return [value]
            }
            preferences[keyPath: path] = flag
            return []
        }
    }

    static func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
        _ name: String, _ path: Path<Value>
    ) -> Setting where Value.RawValue == String {
        Setting(name: name, kind: .choice(Value.allCases.map(\.rawValue))) {
            .string($0[keyPath: path].rawValue)
        } assign: { preferences, value in
            guard case .string(let text) = value, let chosen = Value(rawValue: text) else { return [value] }
            preferences[keyPath: path] = chosen
            return []
        }
    }

    /// One of the values, or a word that stands for nil.
    static func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
        _ name: String, or none: String, _ path: Path<Value?>
    ) -> Setting where Value.RawValue == String {
        Setting(name: name, kind: .choice([none] + Value.allCases.map(\.rawValue))) {
            .string($0[keyPath: path]?.rawValue ?? none)
        } assign: { preferences, value in
            guard case .string(let text) = value else { return [value] }
            let chosen = Value(rawValue: text)
            guard chosen != nil || text == none else { return [value] }
            preferences[keyPath: path] = chosen
            return []
        }
    }

    /// One of `names`; the first stands for nil.
    static func choice(_ name: String, of names: [String], _ path: Path<String?>) -> Setting {
        Setting(name: name, kind: .choice(names)) {
            .string($0[keyPath: path] ?? names[0])
        } assign: { preferences, value in
            guard case .string(let text) = value, names.contains(text) else { return [value] }
            preferences[keyPath: path] = text == names[0] ? nil : text
            return []
        }
    }

    /// A path; an empty string stands for nil.
    static func path(_ name: String, _ path: Path<String?>) -> Setting {
        Setting(name: name, kind: .path) {
            .string($0[keyPath: path] ?? "")
        } assign: { preferences, value in
            guard case .string(let text) = value else { return [value] }
            preferences[keyPath: path] = text.isEmpty ? nil : text
            return []
        }
    }

    /// An odd number is rounded down, because Han take two cells.
    static func evenNumber(_ name: String, in range: ClosedRange<Int>, _ path: Path<Int>)
        -> Setting
    {
        Setting(name: name, kind: .integer(range)) {
            .integer($0[keyPath: path])
        } assign: { preferences, value in
            guard case .integer(let number) = value, range.contains(number) else { return [value] }
            preferences[keyPath: path] = number & ~1
            return []
        }
    }

    static func colour(of role: ThemeRole) -> Setting {
        Setting(name: "colours.\(role.rawValue)", kind: .colour) { preferences in
            let theme = preferences.theme(preferences.theme ?? .dark, depth: .direct)
            return .string(ColourChoice(of: theme[role]).text)
        } assign: { preferences, value in
            let choice: ColourChoice? =
                switch value {
                case .string(let text): ColourChoice(text)
                case .integer(let number): ColourChoice(String(number))
                default: nil
                }
            guard let choice else { return [value] }
            preferences.colours[role] = choice
            return []
        }
    }

    static func keys(of row: ActionRow) -> Setting {
        let action = row.action
        return Setting(name: "keys.\(action.rawValue)", kind: .keys) {
            .strings(Keymap($0.keys).keys(for: action).map(\.settingName))
        } assign: { preferences, value in
            let names: [String]
            switch value {
            case .strings(let texts): names = texts
            case .string(let text): names = [text]
            default: return [value]
            }
            let keys = names.map { Key(settingName: $0) }
            preferences.keys[action] = keys.compactMap(\.self)
            return zip(names, keys).filter { $1 == nil }.map { .string($0.0) }
        }
    }
}
