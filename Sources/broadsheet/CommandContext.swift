import ArgumentParser
import Localization
import Settings

/// What every command is given. It is made once, before the command line is parsed.
struct CommandContext {
    /// The settings in effect, with those that the command line gives for this run.
    let settings: SettingsController
    /// The interface's texts in the language of the settings, else of the locale.
    let localization: Localization

    /// - Parameter arguments: the command line without the program's name.
    init(arguments: some Sequence<String>) {
        settings = SettingsController(
            path: ProcessEnvironment.settingsFile, options: SettingOptions.entries(in: Array(arguments)),
            wantsColor: ProcessEnvironment.wantsColor)
        localization = settings.localization
    }
}

/// A command that does something: all but those that only hold other commands.
protocol ContextCommand: ParsableCommand {
    func run(in context: CommandContext) throws
}

/// A command that accepts `--set`.
protocol SettingsCommand: ContextCommand {
    var options: SettingOptions { get }
}
