import Screen
import Settings
import Localization

/// The one table of settings: the file and its example, `broadsheet config`, the README's table and what is told of mistakes
/// come from it.
package enum SettingsTable {
    package static let rows: [Setting] = {
        var rows: [Setting] = [
            .path("library", \.library, .settingLibrary),
            .choice("language", of: ["auto"] + Localization.languages, \.language, .settingLanguage),
            .choice("theme", \.theme, .settingTheme),
            .choice("mark-read", \.markRead, .settingMarkRead),
            .evenNumber("measure", in: 16...200, \.reading.measure, .settingMeasure),
            .flag("justification", \.reading.isJustified, .settingJustification),
            .choice("hanging", \.reading.hanging, .settingHanging),
            .flag("restore-punctuation", \.reading.restoresPunctuation, .settingRestorePunctuation),
            .flag("columns", \.reading.columns, .settingColumns),
            .choice("ambiguous-width", \.reading.ambiguousWidth, .settingAmbiguousWidth),
        ]
        rows += Theme.Role.allCases.map { .colour(of: $0) }
        rows += ActionTable.rows.filter(\.isBindable).map { .keys(of: $0) }
        return rows
    }()

    /// The tables of the file, and what each is for.
    package static let tables: [(name: String, about: MessageKey)] = [
        ("colours", .settingColours), ("keys", .settingKeys),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })

    /// Preferences as all entries make them, later ones before earlier ones.
    package static func resolved(_ entries: [SettingEntry]) -> ResolvedPreferences {
        var settled = ResolvedPreferences()
        for entry in entries { assign(entry, to: &settled) }
        tellOfKeys(&settled, order: entries.map(\.name))
        return settled
    }

    private static func assign(_ entry: SettingEntry, to settled: inout ResolvedPreferences) {
        func tell(_ kind: SettingFault.Kind) { settled.faults.append(SettingFault(kind, at: entry.origin)) }
        // Where so much is wrong, it is no slip of the finger.
        let isGuessing = settled.faults.count < 20
        guard let setting = byName[entry.name] else {
            let nearest = isGuessing ? spellingSuggestion(for: entry.name, among: rows.map(\.name)) : nil
            tell(.unknown(name: entry.name, nearest: nearest))
            return
        }
        let rejected = setting.assign(&settled.preferences, entry.value)
        for value in rejected {
            let nearest = isGuessing ? suggestion(for: value, setting.kind) : nil
            tell(.value(name: entry.name, value, takes: setting.kind, nearest: nearest))
        }
        if rejected.isEmpty || setting.kind == .keys { settled.origins[entry.name] = entry.origin }
    }

    private static func suggestion(for value: SettingValue, _ kind: SettingKind) -> String? {
        guard case .string(let text) = value else { return nil }
        switch kind {
        case .choice(let names): return spellingSuggestion(for: text, among: names)
        case .colour: return spellingSuggestion(for: text, among: Color.names)
        case .keys: return spellingSuggestion(for: text, among: Key.names)
        case .boolean: return spellingSuggestion(for: text, among: ["true", "false"])
        case .integer, .path: return nil
        }
    }

    /// A key that two actions were given stays the one's that had it first; an action that lost its last key is told.
    private static func tellOfKeys(_ settled: inout ResolvedPreferences, order: [String]) {
        var owners: [Key: Action] = [:]
        let places = Dictionary(zip(order, 0...), uniquingKeysWith: { $1 })
        for row in ActionTable.rows.sorted(by: { places[$0.action.setting] ?? 0 < places[$1.action.setting] ?? 0 }) {
            guard let keys = settled.preferences.keys[row.action] else { continue }
            let origin = settled.origins[row.action.setting] ?? .standard
            settled.preferences.keys[row.action] = keys.filter { key in
                guard let owner = owners[key] else {
                    owners[key] = row.action
                    return true
                }
                if owner == row.action { return false }
                settled.faults.append(
                    SettingFault(
                        .conflict(name: row.action.setting, key: key.settingName, with: owner.setting), at: origin))
                return false
            }
        }
        for row in ActionTable.rows where settled.preferences.keys[row.action] == nil {
            guard row.keys.allSatisfy({ owners[$0] != nil }), let key = row.keys.last, let owner = owners[key] else {
                continue
            }
            settled.faults.append(
                SettingFault(
                    .keyless(name: row.action.setting, key: key.settingName, to: owner.setting),
                    at: settled.origins[owner.setting] ?? .standard))
        }
    }
}

/// Preferences, where each one's value comes from, and what could not be taken.
package struct ResolvedPreferences: Sendable {
    package var preferences = Preferences()
    /// By the setting's name; what is not in it nobody gave.
    package var origins: [String: SettingOrigin] = [:]
    package var faults: [SettingFault] = []
}

extension Action {
    /// As settings write it: `next-unread`.
    package var settingName: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
    }

    /// The name of the setting for its keys.
    var setting: String { "keys.\(settingName)" }
}

extension ActionRow {
    /// Whether its keys can be others: not the mouse, and not what the terminal itself turns into a signal.
    var isBindable: Bool { !keys.contains { $0.settingName.isEmpty || $0 == .control("Z") } }
}
