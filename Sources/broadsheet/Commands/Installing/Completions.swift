import Application
import ArgumentParser
import Localization

struct Completions: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "completions", abstract: .completionsAbstract)

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish

        /// The path of the script below a prefix.
        var place: String {
            switch self {
            case .bash: "share/bash-completion/completions/broadsheet"
            case .zsh: "share/zsh/site-functions/_broadsheet"
            case .fish: "share/fish/vendor_completions.d/broadsheet.fish"
            }
        }

        /// The shell whose script a text is, as the parser itself makes it; nil for any other text.
        init?(parserScript: String) {
            let shell = Self.allCases.first { Broadsheet.completionScript(for: $0.completion) == parserScript }
            guard let shell else { return nil }
            self = shell
        }

        /// The parser's script in the interface's language. The parser does not know that a file may stand in the place of
        /// a command, so that is added.
        func script(in texts: Localization) -> String {
            var script = translated(Broadsheet.completionScript(for: completion), texts)
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

        /// Puts words in the place of marks, escaped as the parser escapes words for each shell.
        func translated(_ script: String, _ texts: Localization) -> String {
            switch self {
            case .bash: MarkedText.translated(script, by: texts)
            case .zsh: MarkedText.translated(script, by: texts, inBrackets: Self.zshOption, escape: Self.zshQuoted)
            case .fish:
                MarkedText.translated(
                    script, by: texts,
                    escape: { $0.replacing("\\", with: "\\\\").replacing("'", with: "\\'") })
            }
        }

        /// Within single quotes.
        private static func zshQuoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }

        /// Within the brackets of an option's specification, within single quotes.
        private static func zshOption(_ text: String) -> String {
            var escaped = text.replacing("\\", with: "\\\\")
            for mark in [":", "[", "]"] { escaped.replace(mark, with: "\\" + mark) }
            return zshQuoted(escaped)
        }

        /// The same, as the parser calls it.
        var completion: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: ArgumentHelp(.shellHelp, valueName: "shell"))
    var shell: Shell

    func run(in context: CommandContext) throws {
        let texts = context.localization
        var output = Output(texts)
        output.write(shell.script(in: texts) + "\n")
        output.flush()
    }
}
