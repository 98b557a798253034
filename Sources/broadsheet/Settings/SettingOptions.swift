import ArgumentParser
import Library
import Settings

/// Settings for one run: `--set theme=light`.
struct SettingOptions: ParsableArguments {
    @Option(name: .customLong("set"), help: ArgumentHelp(texts(.configSetHelp), valueName: "name=value"))
    var given: [String] = []

    /// The value is TOML; what is none is a string without its quotation marks.
    func entries() throws -> [SettingEntry] {
        try given.flatMap { text in
            let origin = SettingOrigin.option("--set \(text)")
            if let entries = try? SettingsFile.entries(of: Array(text.utf8)), !entries.isEmpty {
                return entries.map { SettingEntry(name: $0.name, value: $0.value, origin: origin) }
            }
            guard let equals = text.firstIndex(of: "=") else {
                throw Complaint(words: texts(.badOption, text), status: 2)
            }
            let value = SettingValue.string(String(text[text.index(after: equals)...]))
            return [SettingEntry(name: String(text[..<equals]), value: value, origin: origin)]
        }
    }
}
