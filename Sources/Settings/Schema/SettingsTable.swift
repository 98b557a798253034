import Screen

/// The table of all settings. The example file, `broadsheet config`, the manual and the messages about mistakes are made
/// from it. To add a setting, add a property to `Preferences`, a row here, and `setting.<name>` to the text files.
package enum SettingsTable {
    /// The languages that the interface has texts for (BCP 47), as `Localization` has them.
    package static let languages = ["en", "zh-Hans", "zh-Hant"]

    /// All settings, in the order of the file.
    package static let rows: [Setting] = {
        var rows: [Setting] = [
            .path("library", \.library),
            .choice("language", of: ["auto"] + languages, \.language),
            .choice("theme", or: "auto", \.theme),
            .choice("mark-read", \.markRead),
            .evenNumber("measure", in: 16...200, \.reading.measure),
            .flag("justification", \.reading.isJustified),
            .choice("hanging", \.reading.hanging),
            .flag("restore-punctuation", \.reading.restoresPunctuation),
            .flag("columns", \.reading.columns),
            .choice("ambiguous-width", \.reading.ambiguousWidth),
            .flag("mouse", \.mouse),
            .choice("pictures", \.pictures),
        ]
        rows += ThemeRole.allCases.map { .colour(of: $0) }
        rows += ActionTable.rows.filter(\.isBindable).map { .keys(of: $0) }
        return rows
    }()

    /// The tables of the file; the text files say what each is for, under `setting.<name>`.
    package static let tables = ["colours", "keys"]

    private static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })

    /// Applies entries to the default preferences in their order: the last one with a name wins. Of two in the file, which is
    /// a fault, the first one that the setting accepts does.
    package static func resolved(_ entries: [SettingEntry]) -> ResolvedPreferences {
        var resolved = ResolvedPreferences()
        if entries.isEmpty { return resolved }
        for entry in entries {
            if case .file = entry.origin, case .file(let first)? = resolved.origins[entry.name] {
                resolved.faults.append(SettingFault(.repeated(name: entry.name, line: first), at: entry.origin))
            } else {
                assign(entry, to: &resolved)
            }
        }
        resolveKeys(&resolved, order: entries.map(\.name))
        return resolved
    }

    private static func assign(_ entry: SettingEntry, to resolved: inout ResolvedPreferences) {
        func report(_ kind: SettingFault.Kind) { resolved.faults.append(SettingFault(kind, at: entry.origin)) }
        // A file with so many mistakes has no slips of the finger; searching for each would take long.
        let isGuessing = resolved.faults.count < 20
        guard let setting = byName[entry.name] else {
            let nearest = isGuessing ? spellingSuggestion(for: entry.name, among: rows.map(\.name)) : nil
            report(.unknown(name: entry.name, nearest: nearest))
            return
        }
        let rejected = setting.assign(&resolved.preferences, entry.value)
        for value in rejected {
            let nearest = isGuessing ? suggestion(for: value, setting.kind) : nil
            report(.value(name: entry.name, value, takes: setting.kind, nearest: nearest))
        }
        if rejected.isEmpty || setting.kind == .keys { resolved.origins[entry.name] = entry.origin }
    }

    private static func suggestion(for value: SettingValue, _ kind: SettingKind) -> String? {
        let text: String
        switch value {
        case .string(let string): text = string
        case .word(let word): text = word
        default: return nil
        }
        let names: [String] =
            switch kind {
            case .choice(let names): names
            case .colour: Color.names
            case .keys: Key.names
            case .boolean: ["true", "false"]
            case .integer, .path: []
            }
        let nearest = spellingSuggestion(for: text, among: names)
        // All that a word lacks may be its quotation marks.
        return value == .word(nearest ?? "") ? nil : nearest
    }

    /// A key that two actions were given goes to the one given first; reports that, and actions that lost their last key.
    private static func resolveKeys(_ resolved: inout ResolvedPreferences, order: [String]) {
        var owners: [Key: Action] = [:]
        let places = Dictionary(zip(order, 0...), uniquingKeysWith: { $1 })
        for row in ActionTable.rows.sorted(by: { places[$0.action.setting] ?? 0 < places[$1.action.setting] ?? 0 }) {
            guard let keys = resolved.preferences.keys[row.action] else { continue }
            let origin = resolved.origins[row.action.setting] ?? .standard
            resolved.preferences.keys[row.action] = keys.filter { key in
                guard let owner = owners[key] else {
                    owners[key] = row.action
                    return true
                }
                if owner == row.action { return false }
                resolved.faults.append(
                    SettingFault(
                        .conflict(name: row.action.setting, key: key.settingName, with: owner.setting), at: origin))
                return false
            }
        }
        for row in ActionTable.rows where resolved.preferences.keys[row.action] == nil {
            guard row.keys.allSatisfy({ owners[$0] != nil }), let key = row.keys.last, let owner = owners[key] else {
                continue
            }
            resolved.faults.append(
                SettingFault(
                    .keyless(name: row.action.setting, key: key.settingName, to: owner.setting),
                    at: resolved.origins[owner.setting] ?? .standard))
        }
    }
}
