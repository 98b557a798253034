import Screen
import Settings
import Localization

/// One row of the table of settings.
package struct Setting: Sendable {
    /// As the file has it, `keys.quit` in its table `keys`.
    package let name: String
    package let kind: SettingKind
    /// What it is for; nil where the name says it.
    package let about: MessageKey?
    /// The value that preferences have for it.
    package let value: @Sendable (Preferences) -> SettingValue
    /// Gives preferences a value; returns the part of it that the setting does not take.
    let assign: @Sendable (inout Preferences, SettingValue) -> [SettingValue]

    /// The table that it stands in; nil for those at the top.
    package var table: Substring? {
        let parts = name.split(separator: ".")
        return parts.count == 2 ? parts[0] : nil
    }

    /// The name within its table.
    package var key: Substring { name.split(separator: ".").last ?? "" }
}

extension Setting {
    typealias Path<Value> = WritableKeyPath<Preferences, Value> & Sendable

    static func flag(_ name: String, _ path: Path<Bool>, _ about: MessageKey) -> Setting {
        Setting(name: name, kind: .boolean, about: about) {
            .boolean($0[keyPath: path])
        } assign: { preferences, value in
            guard case .boolean(let flag) = value else { return [value] }
            preferences[keyPath: path] = flag
            return []
        }
    }

    static func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
        _ name: String, _ path: Path<Value>, _ about: MessageKey
    ) -> Setting where Value.RawValue == String {
        Setting(name: name, kind: .choice(Value.allCases.map(\.rawValue)), about: about) {
            .string($0[keyPath: path].rawValue)
        } assign: { preferences, value in
            guard case .string(let text) = value, let chosen = Value(rawValue: text) else { return [value] }
            preferences[keyPath: path] = chosen
            return []
        }
    }

    /// One of `names`, the first of which stands for none.
    static func choice(_ name: String, of names: [String], _ path: Path<String?>, _ about: MessageKey) -> Setting {
        Setting(name: name, kind: .choice(names), about: about) {
            .string($0[keyPath: path] ?? names[0])
        } assign: { preferences, value in
            guard case .string(let text) = value, names.contains(text) else { return [value] }
            preferences[keyPath: path] = text == names[0] ? nil : text
            return []
        }
    }

    /// Where nothing is given, there is none.
    static func path(_ name: String, _ path: Path<String?>, _ about: MessageKey) -> Setting {
        Setting(name: name, kind: .path, about: about) {
            .string($0[keyPath: path] ?? "")
        } assign: { preferences, value in
            guard case .string(let text) = value else { return [value] }
            preferences[keyPath: path] = text.isEmpty ? nil : text
            return []
        }
    }

    /// An odd number counts as the even one below it: Han take two cells.
    static func evenNumber(_ name: String, in range: ClosedRange<Int>, _ path: Path<Int>, _ about: MessageKey)
        -> Setting
    {
        Setting(name: name, kind: .integer(range), about: about) {
            .integer($0[keyPath: path])
        } assign: { preferences, value in
            guard case .integer(let number) = value, range.contains(number) else { return [value] }
            preferences[keyPath: path] = number & ~1
            return []
        }
    }

    static func colour(of role: Theme.Role) -> Setting {
        Setting(name: "colours.\(role.rawValue)", kind: .colour, about: nil) { preferences in
            let theme = preferences.theme(preferences.theme, depth: .direct)
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
        return Setting(name: "keys.\(action.settingName)", kind: .keys, about: row.help) {
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
