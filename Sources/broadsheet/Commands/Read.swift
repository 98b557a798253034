import ArgumentParser
import Glibc
import Files
import Localization
import Newspaper
import Reader
import Screen
import Settings
import Terminal

struct Read: SettingsCommand {
    static let configuration = CommandConfiguration(commandName: "read", abstract: .readAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [String] = []

    @Flag(help: ArgumentHelp(.plainHelp))
    var plain = false

    @OptionGroup var options: SettingOptions

    func run(in context: CommandContext) throws {
        guard ProcessEnvironment.isTerminal || plain else {
            // Somebody wants the text, not a screen.
            try List.print(paths: paths, context)
            return
        }
        let (settings, texts) = (context.settings, context.localization)
        let preferences = settings.preferences
        let paths = paths.isEmpty ? preferences.library.map { [ProcessEnvironment.expanded($0)] } ?? [] : paths
        let reading = Newsstand.reading(paths, texts)
        let marks = MarkKeeper(stateFolder: ProcessEnvironment.stateFolder)
        let printsOnly = plain || ProcessEnvironment.terminalOnlyPrints
        // What is read quickly is there before the screen. Standard input may be the keyboard itself.
        let isTyped = paths.contains("-") && isatty(STDIN_FILENO) == 1
        let material = try reading.wait(milliseconds: isTyped || printsOnly ? .max / 2 : Errands.patience)?.get()
        if printsOnly, let material {
            readPlainly(material, marks: marks, context)
            try material.finish(tellsNotes: false)
            return
        }
        let terminal: Terminal
        do {
            terminal = try Terminal(
                usesColor: ProcessEnvironment.wantsColor, asksWidth: preferences.reading.ambiguousWidth == .asked)
        } catch {
            throw CommandError(Self.explanation(of: error, in: texts), status: 2)
        }
        let edition = material?.edition ?? Edition()
        let state = ReaderState(
            edition: edition, marks: marks.marks(of: edition), places: marks.places(of: edition),
            texts: texts, preferences: preferences, depth: terminal.depth,
            paneSizes: PaneSizes(StateFile.text(at: ProcessEnvironment.panesFile) ?? ""),
            size: Size(columns: 80, rows: 24))
        let newsstand =
            material.map { Newsstand(paths: paths, material: $0) } ?? Newsstand(paths: paths, reading: reading, texts)
        var session = Session(
            state: state, terminal: terminal, marks: marks, settings: settings, newsstand: newsstand)
        try session.run()
    }

    /// Line by line, without a screen.
    private func readPlainly(_ material: Material, marks: MarkKeeper, _ context: CommandContext) {
        let texts = context.localization
        let state = ReaderState(
            edition: material.edition, marks: marks.marks(of: material.edition), texts: texts,
            preferences: context.settings.preferences, depth: .none, size: Size(columns: 80, rows: 24))
        let reading = LinearReading(state: state, columns: (ProcessEnvironment.columns ?? 80) - 1)
        let isPiped = paths.contains("-")
        let input = LinearSession.keyboard(pageIsInput: isPiped) ?? open("/dev/null", O_RDONLY)
        var session = LinearSession(reading: reading, marks: marks, input: input)
        session.run(notes: context.settings.faults(in: texts) + material.notes)
    }

    private static func explanation(of fault: TerminalFault, in texts: Localization) -> String {
        switch fault {
        case .noTerminal: texts(.noTerminal)
        case .noKeyboard: texts(.noKeyboard)
        case .unknownTerminal(let name): texts(.unknownTerminal, name)
        }
    }
}
