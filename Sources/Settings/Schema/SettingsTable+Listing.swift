extension SettingsTable {
    /// All values as TOML, each with a remark that says where it comes from, in the words of `origin`.
    package static func listing(_ resolved: ResolvedPreferences, origin: (SettingOrigin) -> String) -> String {
        var text = ""
        var table: Substring?
        for setting in rows {
            if setting.table != table {
                table = setting.table
                text += "\n[\(table ?? "")]\n"
            }
            let words = origin(resolved.origins[setting.name] ?? .standard)
            text += "\(setting.key) = \(setting.value(resolved.preferences).toml)  # \(words)\n"
        }
        return text
    }
}
