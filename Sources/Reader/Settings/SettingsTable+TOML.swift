import Settings
import Localization

/// The table of settings as TOML text.
extension SettingsTable {
    /// A file with every setting: what it is for, what it takes, and its usual value, behind a `#`.
    package static func example(in texts: Localization) -> String {
        let usual = Preferences()
        var text = comment(texts(.configExample))
        for setting in rows where setting.table == nil {
            text += "\n" + comment(about(setting, in: texts)) + "#\(setting.key) = \(setting.value(usual).toml)\n"
        }
        for (table, about) in tables {
            text += "\n" + comment(texts(about)) + "[\(table)]\n"
            for setting in rows where setting.table.map(String.init) == table {
                let remark = setting.about.map { "  # " + texts($0) } ?? ""
                text += "#\(setting.key) = \(setting.value(usual).toml)\(remark)\n"
            }
        }
        return text
    }

    /// The values that count, each with its origin; `origin` has the words for one.
    package static func listing(_ settled: ResolvedPreferences, origin: (SettingOrigin) -> String) -> String {
        var text = ""
        var table: Substring?
        for setting in rows {
            if setting.table != table {
                table = setting.table
                text += "\n[\(table ?? "")]\n"
            }
            let words = origin(settled.origins[setting.name] ?? .standard)
            text += "\(setting.key) = \(setting.value(settled.preferences).toml)  # \(words)\n"
        }
        return text
    }

    /// What a setting is for, and what it takes.
    package static func about(_ setting: Setting, in texts: Localization) -> String {
        [setting.about.map { texts($0) }, setting.kind.words(in: texts)].compactMap(\.self).joined(separator: " ")
    }

    private static func comment(_ text: String) -> String {
        text.split(separator: "\\n").map { "# \($0)\n" }.joined()
    }
}

extension SettingKind {
    /// What it takes, as one sentence.
    package func words(in texts: Localization) -> String {
        switch self {
        case .boolean: texts(.takesBoolean)
        case .integer(let range): texts(.takesInteger, range.lowerBound, range.upperBound)
        case .choice(let names): texts(.takesChoice, names.map { SettingValue.string($0).toml }.joined(separator: ", "))
        case .path: texts(.takesPath)
        case .colour: texts(.takesColour)
        case .keys: texts(.takesKeys)
        }
    }
}

extension SettingFault {
    /// What is wrong and what to do, without where.
    package func words(in texts: Localization) -> String {
        /// The suggestion first, so that a short line shows it.
        func advice(_ nearest: String?, _ others: String? = nil) -> String {
            [nearest.map { texts(.settingNearest, $0) }, others].compactMap(\.self).joined(
                separator: texts.language.hasPrefix("zh") ? "" : " ")
        }
        switch kind {
        case .syntax(let column): return texts(.settingSyntax, column)
        case .unknown(let name, let nearest):
            let words = texts(.settingUnknown, name, advice(nearest))
            return words.last == " " ? String(words.dropLast()) : words
        case .value(let name, let value, let kind, let nearest):
            let given = value == .other ? "…" : value.toml
            return texts(.settingValue, name, given, advice(nearest, kind.words(in: texts)))
        case .conflict(let name, let key, let other): return texts(.settingConflict, name, key, other)
        case .keyless(let name, let key, let other): return texts(.settingKeyless, name, key, other)
        }
    }
}
