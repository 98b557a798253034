import Localization

/// What shells complete on a line of `broadsheet`, made from the commands. The parser's own scripts do not know that a path,
/// or an option of `read`, may stand where a command may, nor that bash takes `=` for a word by itself.
struct CompletionScript {
    /// What may stand at one place of a line: after the program's name, or after a command's.
    struct Place {
        /// `marks list`; empty after the program's name.
        let name: String
        /// The commands that may follow.
        let commands: [CommandTree]
        let options: [CommandTree.Argument]
        /// The arguments without a name; the last one may be repeated.
        let positions: [CommandTree.Argument]

        var takesFiles: Bool { positions.contains { $0.values == .files } }
        /// Where a position has a few words only: `completions bash`.
        var words: [String] { positions.flatMap { $0.values.words } }
    }

    let places: [Place]
    /// The names of all options that take a value.
    let valued: [String]

    init(_ tree: CommandTree, _ texts: Localization) {
        let common = [
            CommandTree.Argument(flag: ["--version"], abstract: texts(.versionHelp)),
            CommandTree.Argument(flag: ["-h", "--help"], abstract: texts(.helpHelp)),
        ]
        func place(_ name: String, _ command: CommandTree, _ arguments: [CommandTree.Argument]) -> Place {
            Place(
                name: name, commands: command.commands,
                options: arguments.filter { $0.kind != "positional" } + common,
                positions: arguments.filter { $0.kind == "positional" })
        }
        var places = [place("", tree, tree.standard?.ownArguments ?? [])]
        for command in tree.commands {
            places.append(place(command.commandName, command, command.ownArguments))
            places += command.commands.map { place("\(command.commandName) \($0.commandName)", $0, $0.ownArguments) }
        }
        self.places = places
        valued = Set(places.flatMap { $0.options.filter(\.takesValue).flatMap(\.shownNames) }).sorted()
    }

    /// The options that take a value, each once, with what it may be.
    var valuedOptions: [CommandTree.Argument] {
        valued.compactMap { name in
            places.lazy.flatMap(\.options).first { $0.takesValue && $0.shownNames.contains(name) }
        }
    }

    /// The command that a line has that names none but a path.
    static let standard = Read._commandName
}
