extension SettingEntry {
    /// The settings that the option `--set text` gives; nil where the text has no `=`.
    ///
    /// The text is a line of the settings file; a value that is not TOML is a string without its quotation marks:
    /// `theme=light`.
    package static func entries(ofOption text: String) -> [SettingEntry]? {
        let origin = SettingOrigin.option("--set \(text)")
        let (entries, faults) = SettingsFile.read(Array(text.utf8))
        let isTOML = faults.isEmpty && !entries.contains { if case .word = $0.value { true } else { false } }
        if isTOML, !entries.isEmpty {
            return entries.map { SettingEntry(name: $0.name, value: $0.value, origin: origin) }
        }
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let value = SettingValue.string(String(text[text.index(after: equals)...]))
        return [SettingEntry(name: String(text[..<equals]), value: value, origin: origin)]
    }
}
