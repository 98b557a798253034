import ArgumentParser
import Localization

struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "completions", abstract: texts(.completionsAbstract))

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish

        /// Where a prefix has the script.
        var place: String {
            switch self {
            case .bash: "share/bash-completion/completions/broadsheet"
            case .zsh: "share/zsh/site-functions/_broadsheet"
            case .fish: "share/fish/vendor_completions.d/broadsheet.fish"
            }
        }

        /// The parser's own script, its few words in the interface's language. The parser does not know that files may
        /// stand where a command does: they are read.
        var script: String {
            var script = Broadsheet.completionScript(for: completion)
            switch self {
            case .bash: script.replace("complete -o filenames ", with: "complete -o default -o filenames ")
            case .zsh:
                let commands = "_describe -V subcommand subcommands && ret=0"
                script.replace(commands, with: commands + "\n        _files && ret=0", maxReplacements: 1)
            case .fish:
                let place = "__broadsheet_should_offer_completions_for_positional \"broadsheet\" -eq 1"
                script += "\ncomplete -c 'broadsheet' -n '\(place)' -F"
            }
            let words: [(String, MessageKey)] = [
                ("Show the version.", .versionHelp), ("Show help information.", .helpHelp),
                ("Show subcommand help information.", .helpHelp),
            ]
            for (english, phrase) in words { script.replace(english, with: texts(phrase)) }
            return script
        }

        private var completion: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: ArgumentHelp(texts(.shellHelp), valueName: "shell"))
    var shell: Shell

    func run() throws {
        var output = Output()
        output.write(shell.script + "\n")
        output.flush()
    }
}
