import ArgumentParser
import Settings

/// Settings for one run: `--set theme=light`.
struct SettingOptions: ParsableArguments {
    @Option(
        name: .customLong("set"), help: ArgumentHelp(texts(.configSetHelp), valueName: "name=value"),
        completion: .list(examples))
    var given: [String] = []

    /// What can be completed: every setting, with each of its values where they are few.
    private static let examples: [String] = SettingsTable.rows.flatMap { setting in
        switch setting.kind {
        case .boolean: ["\(setting.name)=true", "\(setting.name)=false"]
        case .choice(let names): names.map { "\(setting.name)=\($0)" }
        case .integer, .path, .colour, .keys: ["\(setting.name)="]
        }
    }

    /// Those of the command line before it is parsed: what the parser says is in the language that they ask for, too.
    static var onCommandLine: [SettingEntry] {
        let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
        let given = zip(words, words.dropFirst()).filter { $0.0 == "--set" }.map(\.1)
        let joined = words.filter { $0.hasPrefix("--set=") }.map { String($0.dropFirst(6)) }
        return (given + joined).flatMap { (try? entries(of: $0)) ?? [] }
    }

    /// The value is TOML; what is none is a string without its quotation marks.
    func entries() throws -> [SettingEntry] {
        try given.flatMap { text in
            do {
                return try Self.entries(of: text)
            } catch {
                throw Complaint(words: texts(.badOption, text), status: 2)
            }
        }
    }

    private struct NoValue: Error {}

    private static func entries(of text: String) throws(NoValue) -> [SettingEntry] {
        let origin = SettingOrigin.option("--set \(text)")
        if let entries = try? SettingsFile.entries(of: Array(text.utf8)), !entries.isEmpty {
            return entries.map { SettingEntry(name: $0.name, value: $0.value, origin: origin) }
        }
        guard let equals = text.firstIndex(of: "=") else { throw NoValue() }
        let value = SettingValue.string(String(text[text.index(after: equals)...]))
        return [SettingEntry(name: String(text[..<equals]), value: value, origin: origin)]
    }
}
