import ArgumentParser
import Glibc
import Files
import Newspaper
import Reader
import Screen
import Settings
import Terminal

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "read", abstract: texts(.readAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"), completion: .file())
    var paths: [String] = []

    @Flag(help: ArgumentHelp(texts(.plainHelp)))
    var plain = false

    @OptionGroup var options: SettingOptions

    func run() throws {
        guard Surroundings.isTerminal || plain else {
            // Somebody wants the text, not a screen.
            try List.print(paths: paths)
            return
        }
        let settings = try SettingsController(options: options.entries())
        let preferences = settings.preferences
        let paths = paths.isEmpty ? preferences.library.map { [Surroundings.expanded($0)] } ?? [] : paths
        let reading = Newsstand.reading(paths)
        let marks = MarkKeeper(stateFolder: Surroundings.stateFolder)
        let printsOnly = plain || Surroundings.terminalOnlyPrints
        // What is read quickly is there before the screen. Standard input may be the keyboard itself.
        let isTyped = paths.contains("-") && isatty(STDIN_FILENO) == 1
        let material = try reading.wait(milliseconds: isTyped || printsOnly ? .max / 2 : Errands.patience)?.get()
        if printsOnly, let material {
            readPlainly(
                material, marks: marks, preferences: preferences, faults: settings.faults(in: settings.localization))
            try material.finish(tellsNotes: false)
            return
        }
        let terminal: Terminal
        do {
            terminal = try Terminal(
                usesColor: Surroundings.wantsColor, asksWidth: preferences.reading.ambiguousWidth == .asked)
        } catch {
            throw Complaint(words: Self.explanation(of: error), status: 2)
        }
        let edition = material?.edition ?? Edition()
        let state = ReaderState(
            edition: edition, marks: marks.marks(of: edition), places: marks.places(of: edition),
            texts: settings.localization, preferences: preferences, depth: terminal.depth,
            paneSizes: PaneSizes(StateFile.text(at: Surroundings.panesFile) ?? ""), size: Size(columns: 80, rows: 24))
        let newsstand =
            material.map { Newsstand(paths: paths, material: $0) } ?? Newsstand(paths: paths, reading: reading)
        var session = Session(
            state: state, terminal: terminal, marks: marks, settings: settings, newsstand: newsstand)
        try session.run()
    }

    /// Line by line, without a screen.
    private func readPlainly(_ material: Material, marks: MarkKeeper, preferences: Preferences, faults: [String]) {
        let state = ReaderState(
            edition: material.edition, marks: marks.marks(of: material.edition), texts: texts,
            preferences: preferences, depth: .none, size: Size(columns: 80, rows: 24))
        let reading = LinearReading(state: state, columns: (Surroundings.columns ?? 80) - 1)
        let isPiped = paths.contains("-")
        let input = LinearSession.keyboard(pageIsInput: isPiped) ?? open("/dev/null", O_RDONLY)
        var session = LinearSession(reading: reading, marks: marks, input: input)
        session.run(notes: faults + material.notes)
    }

    private static func explanation(of fault: TerminalFault) -> String {
        switch fault {
        case .noTerminal: texts(.noTerminal)
        case .noKeyboard: texts(.noKeyboard)
        case .unknownTerminal(let name): texts(.unknownTerminal, name)
        }
    }
}
