import Settings

/// Words for settings and actions. They are in the text files under the names that the settings file uses, so that a new
/// setting or action needs no code here.
extension Localization {
    /// What an action does, for the help.
    package func help(for action: Action) -> String { named("action.\(action.rawValue)") }

    /// What an action does, in a word, for the line of hints.
    package func hint(for action: Action) -> String { named("hint.\(action.rawValue)") }

    /// What a setting is for; nil for colours, whose names say it.
    package func purpose(of setting: Setting) -> String? {
        switch setting.table {
        case nil: named("setting.\(setting.key)")
        case "keys": named("action.\(setting.key)")
        default: nil
        }
    }

    /// What a table of the settings file is for.
    package func purpose(ofTable table: String) -> String { named("setting.\(table)") }

    /// What a setting is for and what it accepts.
    package func description(of setting: Setting) -> String {
        [purpose(of: setting), words(for: setting.kind)].compactMap(\.self).joined(separator: " ")
    }

    /// What a setting of this kind accepts, as a sentence.
    package func words(for kind: SettingKind) -> String {
        let arguments: [any CustomStringConvertible] =
            switch kind {
            case .integer(let range): [range.lowerBound, range.upperBound]
            case .choice(let names): [listed(names.map { SettingValue.string($0).toml })]
            case .boolean, .path, .colour, .keys: []
            }
        return named("takes.\(kind.name)", arguments)
    }

    /// What is wrong with a setting, and what to do; without where.
    package func words(for fault: SettingFault) -> String {
        /// The suggestion comes first, so that a short line shows it.
        func advice(_ nearest: String?, _ others: String? = nil) -> String {
            [nearest.map { self(.settingNearest, $0) }, others].compactMap(\.self).joined(
                separator: language.hasPrefix("zh") ? "" : " ")
        }
        switch fault.kind {
        case .syntax(let column, let isLineOnly): return self(isLineOnly ? .settingSyntaxLine : .settingSyntax, column)
        case .unknown(let name, let nearest):
            let words = self(.settingUnknown, name, advice(nearest))
            return words.last == " " ? String(words.dropLast()) : words
        case .value(let name, let value, let kind, let nearest):
            let advice = advice(nearest, words(for: kind))
            return switch value {
            case .other: self(.settingOtherValue, name, advice)
            case .word(let word): self(.settingUnquoted, name, word, advice)
            default: self(.settingValue, name, value.toml, advice)
            }
        case .repeated(let name, let line): return self(.settingRepeated, name, line)
        case .conflict(let name, let key, let other): return self(.settingConflict, name, key, other)
        case .keyless(let name, let key, let other): return self(.settingKeyless, name, key, other)
        }
    }

    /// Where a value comes from; `file` is the settings file's name as it is shown.
    package func words(for origin: SettingOrigin, file: String) -> String {
        switch origin {
        case .standard: self(.originStandard)
        case .file(let line): "\(file):\(line)"
        case .environment(let name): self(.originEnvironment, name)
        case .option(let option): self(.originOption, option)
        }
    }
}
