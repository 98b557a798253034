import ArgumentParser

/// The command line: `broadsheet PATH…` reads, the subcommands print.
struct Broadsheet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadsheet",
        abstract: .commandAbstract,
        discussion: .commandExamples,
        version: version,
        subcommands: [
            Read.self, List.self, Show.self, Export.self, Explain.self, Map.self, Corrections.self, MarksGroup.self,
            AddSource.self, RemoveSource.self, ListSources.self, ImportSources.self, Fetch.self, Config.self,
            Manual.self,
            Completions.self, Install.self,
        ],
        defaultSubcommand: Read.self
    )

    /// The words that are no path where they come first: `help` and the subcommands' names. They stand here again because to ask
    /// every subcommand takes a tenth of a start.
    static let subcommandNames: [String] = [
        "help", "read", "list", "show", "export", "explain", "map", "corrections", "marks", "add", "remove",
        "sources", "import", "fetch", "config", "manual", "completions",
        "install",
    ]

    static let version = "0.1.0"
    /// The day of the version.
    static let released = "2026-11-20"
}
