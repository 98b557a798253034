import Settings

extension SettingsTable {
    /// A settings file with every setting: what it is for, what it accepts, and its default value behind a `#`.
    package static func example(in texts: Localization) -> String {
        let defaults = Preferences()
        var text = comment(texts(.configExample))
        for setting in rows where setting.table == nil {
            text +=
                "\n" + comment(texts.description(of: setting)) + "#\(setting.key) = \(setting.value(defaults).toml)\n"
        }
        for table in tables {
            text += "\n" + comment(texts.purpose(ofTable: table)) + "[\(table)]\n"
            for setting in rows where setting.table.map(String.init) == table {
                let remark = texts.purpose(of: setting).map { "  # " + $0 } ?? ""
                text += "#\(setting.key) = \(setting.value(defaults).toml)\(remark)\n"
            }
        }
        return text
    }

    private static func comment(_ text: String) -> String {
        text.split(separator: "\\n").map { "# \($0)\n" }.joined()
    }
}
