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

        /// The script, in the interface's language.
        func script(in texts: Localization) -> String {
            guard let tree = try? CommandTree.read(in: texts) else { return "" }
            let script = CompletionScript(tree, texts)
            return switch self {
            case .bash: script.bash
            case .zsh: script.zsh
            case .fish: script.fish
            }
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
