import Application
import ArgumentParser
import Files
import Glibc
import Localization
import Settings

/// What every command is given. It is made once, before the command line is parsed; what it holds is read when it is first
/// asked for.
final class CommandContext {
    let environment: ProcessEnvironment
    private let words: [[UInt8]]
    /// The settings in effect, with those that the command line gives for this run.
    private(set) lazy var settings = SettingsController(
        file: environment.settingsFile, options: SettingOptions.entries(in: words.map(ArgumentWord.text)),
        wantsColor: environment.wantsColor)
    /// The interface's texts in the language of the settings, else of the locale.
    private(set) lazy var localization = settings.localization(environment)

    /// - Parameter words: the command line without the program's name.
    init(_ words: [[UInt8]], environment: ProcessEnvironment = .current) {
        self.environment = environment
        self.words = words
    }

    /// The paths of a command; without one, the library that the settings name, else the editions of what is followed.
    ///
    /// - Throws: where something is followed and nothing has come of it yet.
    func paths(_ given: [FileName]) throws(CommandError) -> [FileName] {
        guard given.isEmpty else { return given }
        if let library = settings.preferences.library {
            // `--set library=…` comes from the command line, where a path may hold any bytes.
            return [environment.expanded(FileName(ArgumentWord.bytes(of: library)))]
        }
        guard let editions = environment.editionsFolder else { return [] }
        if !listFolder(editions).names.allSatisfy(\.isHidden) { return [editions] }
        guard FileStatus(environment.sourcesFile) != nil else { return [] }
        let followed = FollowedSources(environment).all.count
        if followed > 0 { throw CommandError(localization(.nothingFetched, followed)) }
        return []
    }

    /// What is wrong with the settings, a message each.
    var settingsFaults: [String] { settings.faults(in: localization, environment) }
}

/// Columns of the terminal on standard output; nil where it is none.
var terminalColumns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
        return nil
    }
    return Int(size.ws_col)
}

/// Whether standard output is a terminal.
var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

/// A command that does something: all but those that only hold other commands.
protocol ContextCommand: ParsableCommand {
    func run(in context: CommandContext) throws
}

/// A command that accepts `--set`.
protocol SettingsCommand: ContextCommand {
    var options: SettingOptions { get }
}
