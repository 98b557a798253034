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

    @OptionGroup var inputOptions: InputOptions

    @OptionGroup var options: SettingOptions

    /// The paths of a command line that has nothing but paths; nil where the parser is to read it, which takes a third of a
    /// start.
    static func paths(in words: [[UInt8]]) -> [FileName]? {
        if let first = words.first, Broadsheet.subcommandNames.contains(where: { $0.utf8.elementsEqual(first) }) {
            return nil
        }
        let dash = UInt8(ascii: "-")
        for word in words where word.first == dash && word != [dash] { return nil }
        return words.map { FileName($0) }
    }

    func run(in context: CommandContext) throws {
        try Self.read(paths, plain: plain, inputOptions, in: context)
    }

    /// Reads what the paths lead to, on a screen where there is one.
    static func read(
        _ paths: [FileName], plain: Bool = false, _ inputOptions: InputOptions? = nil, in context: CommandContext
    ) throws {
        guard isTerminal || plain else {
            // Somebody wants the text, not a screen.
            try List.print(paths: paths, context, inputOptions)
            return
        }
        let paths = try context.paths(paths)
        let loader =
            try inputOptions?.loader(context.environment, in: context.localization)
            ?? .withSample(context.environment)
        var dialog = PasswordDialog(
            loader, mayAsk: inputOptions?.passwordFile == nil && isTerminal, in: context.localization)
        while try !read(paths, plain: plain, loader, in: context, unlocks: { dialog.unlocks($0) }) {}
    }

    /// The same with what reads them; false where that is to be begun anew, since a file can be read now that could not.
    private static func read(
        _ paths: [FileName], plain: Bool, _ loader: ContentLoader, in context: CommandContext,
        unlocks: ([SourceFault]) -> Bool
    ) throws -> Bool {
        let environment = context.environment
        let application = Application(
            paths: paths, loader: loader, settings: context.settings, environment: environment)
        if plain || environment.terminalOnlyPrints {
            // What has been printed cannot grow.
            application.waitForAll()
            if unlocks(application.unread) { return false }
            try report(application)
            let input = LinearSession.keyboard(pageIsInput: paths.contains(FileName("-")))
            var session = LinearSession(application, columns: (terminalColumns ?? 80) - 1, input: input)
            let ending = session.run(notes: context.settingsFaults)
            // What could not be read has been printed.
            try finish(application, ending)
            return true
        }
        // Standard input may be the keyboard itself, whose modes are the reader's until the page is typed.
        if paths.contains(FileName("-")), isatty(STDIN_FILENO) == 1 {
            _ = application.waitForStart(milliseconds: .max / 2)
            try report(application)
        }
        // The terminal is opened while the page is read.
        let signals = Signals.open()
        let opened = Result { () throws(TerminalFault) in
            try Terminal(
                usesColor: environment.wantsColor,
                asksWidth: context.settings.preferences.reading.ambiguousWidth == .asked,
                asksBackground: context.settings.preferences.theme == nil,
                asksGraphics: context.settings.preferences.pictures == .auto)
        }
        // What is read quickly is there before the screen, and what cannot be read is said instead of it.
        _ = application.waitForStart(milliseconds: Application.startTimeout)
        if application.ending != nil { try? opened.get().close() }
        if unlocks(application.unread) { return false }
        try report(application)
        let terminal: Terminal
        do {
            terminal = try opened.get()
        } catch {
            throw CommandError(explanation(of: error, in: application.state.texts), status: 2)
        }
        application.attach(terminal, depth: terminal.depth, signals: signals)
        let ending = Session(application, terminal: terminal, signals: signals).run()
        if unlocks(application.unread) { return false }
        for fault in application.settingsFaults + application.startFaults { reportError(fault) }
        try finish(application, ending)
        return true
    }

    /// Writes everything down, and ends the program as the reading ended; with status 1 where something could not be read or written.
    private static func finish(_ application: Application, _ ending: Application.Ending) throws {
        let losses = application.close()
        losses.forEach(reportError)
        if case .signal(let signal) = ending { Signals.die(of: signal) }
        try report(application)
        if !losses.isEmpty || !application.startFaults.isEmpty { throw ExitCode.failure }
    }

    private static func report(_ application: Application) throws(CommandError) {
        guard !application.unread.isEmpty else { return }
        throw CommandError(application.unread.map(application.state.texts.words).joined(separator: "\nbroadsheet: "))
    }

    private static func explanation(of fault: TerminalFault, in texts: Localization) -> String {
        switch fault {
        case .noTerminal: texts(.noTerminal)
        case .noKeyboard: texts(.noKeyboard)
        case .unknownTerminal(let name): texts(.unknownTerminal, name)
        }
    }
}

extension Application {
    /// Why there is nothing to read.
    fileprivate var unread: [SourceFault] {
        if case .fault(let faults)? = ending { faults } else { [] }
    }
}
