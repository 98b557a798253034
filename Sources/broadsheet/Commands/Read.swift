import ArgumentParser
import Library
import Reader
import Screen
import Terminal

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: texts(.readAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"))
    var paths: [String] = []

    @OptionGroup var options: SettingOptions

    func run() throws {
        guard Surroundings.isTerminal else {
            // Somebody wants the text, not a screen.
            try List.print(paths: paths)
            return
        }
        let keeper = try SettingsKeeper(options: options.entries())
        let preferences = keeper.preferences
        let material = try Material(paths: paths, library: preferences.library, onlyLatest: true)
        let marks = MarkKeeper(stateFolder: Surroundings.stateFolder)
        let terminal: Terminal
        do {
            terminal = try Terminal(
                usesColor: Surroundings.wantsColor, asksWidth: preferences.reading.ambiguousWidth == .asked)
        } catch {
            throw Complaint(words: Self.explanation(of: error), status: 2)
        }
        let state = ReaderState(
            edition: material.edition, marks: marks.marks(of: material.edition),
            places: marks.places(of: material.edition), texts: preferences.texts, preferences: preferences,
            depth: terminal.depth,
            paneSizes: PaneSizes(StateFile.text(at: Surroundings.panesFile) ?? ""), size: Size(columns: 80, rows: 24))
        var session = Session(
            state: state, terminal: terminal, marks: marks, settings: keeper, notes: material.notes,
            rawPages: RawPages(material))
        session.run()
    }

    private static func explanation(of fault: TerminalFault) -> String {
        switch fault {
        case .noTerminal: texts(.noTerminal)
        case .noKeyboard: texts(.noKeyboard)
        case .unknownTerminal(let name): texts(.unknownTerminal, name)
        }
    }
}
