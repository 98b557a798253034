import ArgumentParser
import Localization
import Settings
import TextDecoding

/// Settings for one run: `--set theme=light`.
struct SettingOptions: ParsableArguments {
    @Option(
        name: .customLong("set"), help: ArgumentHelp(.configSetHelp, valueName: "name=value"),
        completion: .list(examples))
    var given: [String] = []

    /// What shells complete: every setting, with each of its values where there are only a few.
    private static let examples: [String] = SettingsTable.rows.flatMap { setting in
        switch setting.kind {
        case .boolean: ["\(setting.name)=true", "\(setting.name)=false"]
        case .choice(let names): names.map { "\(setting.name)=\($0)" }
        case .integer, .path, .colour, .keys: ["\(setting.name)="]
        }
    }

    /// The settings that a command line gives, before it is parsed: the parser's own messages are in their language too.
    static func entries(in arguments: [String]) -> [SettingEntry] {
        let words = arguments.prefix { $0 != "--" }
        var given: [String] = []
        for (index, word) in words.enumerated() {
            if word.hasPrefix("--set=") { given.append(String(word.dropFirst(6))) }
            if index > 0, words[index - 1] == "--set" { given.append(word) }
        }
        return given.flatMap { SettingEntry.entries(ofOption: $0) ?? [] }
    }

    /// Throws where one has no value, or no setting accepts it.
    func validate(in context: CommandContext) throws(CommandError) {
        if given.isEmpty { return }
        let texts = context.localization
        for text in given where SettingEntry.entries(ofOption: text) == nil {
            throw CommandError(texts(.badOption, TextDecoder.clean(text)), status: 2)
        }
        let faults = context.settings.resolved.faults.compactMap { fault -> String? in
            guard case .option(let option) = fault.origin, !fault.isRemark else { return nil }
            return texts(.settingElsewhere, option, texts.words(for: fault))
        }
        if !faults.isEmpty { throw CommandError(faults.joined(separator: "\nbroadsheet: "), status: 2) }
    }
}
