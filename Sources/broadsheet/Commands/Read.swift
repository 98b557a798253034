import Application
import ArgumentParser
import Files
import Glibc
import Localization
import Reader
import Settings
import Sources
import Terminal

struct Read: SettingsCommand {
    static let configuration = CommandConfiguration(commandName: "read", abstract: .readAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [FileName] = []

    @Flag(help: ArgumentHelp(.plainHelp))
    var plain = false

    @OptionGroup var options: SettingOptions

    /// The paths of a command line that has nothing but paths; nil where the parser is to read it, which takes a third of a
    /// start.
    static func paths(in arguments: [String]) -> [FileName]? {
        if let first = arguments.first, Broadsheet.subcommandNames.contains(first) { return nil }
        if arguments.contains(where: { $0.utf8.first == UInt8(ascii: "-") && $0 != "-" }) { return nil }
        return arguments.compactMap { FileName(argument: $0) }
    }

    func run(in context: CommandContext) throws { try Self.read(paths, plain: plain, in: context) }

    /// Reads what the paths lead to, on a screen where there is one.
    static func read(_ paths: [FileName], plain: Bool = false, in context: CommandContext) throws {
        guard isTerminal || plain else {
            // Somebody wants the text, not a screen.
            try List.print(paths: paths, context)
            return
        }
        let (environment, texts) = (context.environment, context.localization)
        let paths = context.paths(paths)
        let application = Application(
            paths: paths, loader: ContentLoader.withSample, settings: context.settings, environment: environment)
        let printsOnly = plain || environment.terminalOnlyPrints
        // What is read quickly is there before the screen. Standard input may be the keyboard itself.
        let isTyped = paths.contains(FileName("-")) && isatty(STDIN_FILENO) == 1
        if printsOnly {
            // What has been printed cannot grow.
            application.waitForAll()
        } else {
            _ = application.waitForStart(milliseconds: isTyped ? .max / 2 : Application.startTimeout)
        }
        try report(application.ending, texts)
        if printsOnly {
            let input = LinearSession.keyboard(pageIsInput: paths.contains(FileName("-")))
            var session = LinearSession(application, columns: (terminalColumns ?? 80) - 1, input: input)
            let ending = session.run(notes: context.settingsFaults)
            try finish(application, ending, texts)
            return
        }
        let terminal: Terminal
        do {
            terminal = try Terminal(
                usesColor: environment.wantsColor,
                asksWidth: context.settings.preferences.reading.ambiguousWidth == .asked)
        } catch {
            throw CommandError(explanation(of: error, in: texts), status: 2)
        }
        application.attach(terminal, depth: terminal.depth)
        let ending = Session(application, terminal: terminal).run()
        for fault in application.settingsFaults { reportError(fault) }
        try finish(application, ending, application.state.texts)
    }

    /// Writes everything down, and ends the program as the reading ended.
    private static func finish(_ application: Application, _ ending: Application.Ending, _ texts: Localization) throws {
        application.close().forEach(reportError)
        if case .signal(let signal) = ending { Signals.die(of: signal) }
        try report(ending, texts)
    }

    private static func report(_ ending: Application.Ending?, _ texts: Localization) throws(CommandError) {
        guard case .fault(let faults)? = ending else { return }
        throw CommandError(faults.map(texts.words).joined(separator: "\nbroadsheet: "))
    }

    private static func explanation(of fault: TerminalFault, in texts: Localization) -> String {
        switch fault {
        case .noTerminal: texts(.noTerminal)
        case .noKeyboard: texts(.noKeyboard)
        case .unknownTerminal(let name): texts(.unknownTerminal, name)
        }
    }
}
