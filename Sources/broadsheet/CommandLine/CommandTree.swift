import ArgumentParser
import FoundationEssentials
import Localization

/// A command with its arguments and subcommands, as the argument parser describes it. Help and manual are made from it.
struct CommandTree: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String

            var shown: String { (kind == "long" ? "--" : "-") + name }
        }

        /// "positional", "option" or "flag".
        var kind: String
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        private var completionKind: Completion?

        /// What shells offer for its value, as the parser describes it: an object with one name.
        private struct Completion: Decodable {
            struct Words: Decodable { var values: [String] }
            struct Unnamed: Decodable {}

            var list: Words?
            var file: Unnamed?
            var directory: Unnamed?
        }

        /// What its value may be.
        enum Values: Equatable {
            case none, files, folders
            case words([String])

            var words: [String] { if case .words(let words) = self { words } else { [] } }
        }

        /// An option without a value that all commands have.
        init(flag names: [String], abstract: String) {
            kind = "flag"
            (isOptional, isRepeating) = (true, false)
            self.names = names.map {
                Name(kind: $0.hasPrefix("--") ? "long" : "short", name: String($0.drop { $0 == "-" }))
            }
            self.abstract = abstract
        }

        var values: Values {
            if let words = completionKind?.list?.values { return .words(words) }
            if completionKind?.file != nil { return .files }
            return completionKind?.directory != nil ? .folders : .none
        }

        var takesValue: Bool { kind == "option" }
        var shownNames: [String] { (names ?? []).map(\.shown) }

        private var value: String { kind == "flag" ? "" : "<\(valueName ?? "")>" }

        /// All its names and its value: `--width <cells>`, `<path>`.
        var label: String {
            let names = names ?? []
            return names.isEmpty
                ? value : names.map(\.shown).joined(separator: ", ") + (value.isEmpty ? "" : " \(value)")
        }

        /// In a line of usage: `[--width <cells>]`, `[<path> ...]`.
        var usage: String {
            let name = names?.last.map { $0.shown + (value.isEmpty ? "" : " ") } ?? ""
            let whole = name + value + (isRepeating ? " ..." : "")
            return isOptional ? "[\(whole)]" : whole
        }

        /// `--help` and `--version`, which every command has and which are explained once.
        var isCommon: Bool { kind == "flag" && ["help", "version"].contains(names?.last?.name) }
    }

    var commandName: String
    var superCommands: [String]?
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [CommandTree]?

    private struct Dump: Decodable {
        var command: CommandTree
    }

    /// The whole tree, with its texts in a language.
    static func read(in texts: Localization) throws -> CommandTree {
        let dump = FoundationEssentials.Data(Broadsheet._dumpHelp().utf8)
        return try JSONDecoder().decode(Dump.self, from: dump).command.translated(by: texts)
    }

    private func translated(by texts: Localization) -> CommandTree {
        var tree = self
        tree.abstract = abstract.map { MarkedText.translated($0, by: texts) }
        tree.discussion = discussion.map { MarkedText.translated($0, by: texts) }
        tree.arguments = arguments?.map { argument in
            var argument = argument
            argument.abstract = argument.abstract.map { MarkedText.translated($0, by: texts) }
            return argument
        }
        tree.subcommands = subcommands?.map { $0.translated(by: texts) }
        return tree
    }

    /// The command as it is typed: `broadsheet marks list`.
    var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// Its subcommands without the parser's own `help`.
    var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

    var ownArguments: [Argument] { (arguments ?? []).filter { !$0.isCommon } }

    /// What follows the command's name, piece by piece; empty for a command that only holds others.
    var usage: [String] { ownArguments.map(\.usage) }

    /// The command that runs where none is named: `read`.
    var standard: CommandTree? { commands.first { $0.commandName == Read._commandName } }

    /// The command that words name, without the program's name; the last one that exists.
    func command(_ words: some Sequence<Substring>) -> CommandTree {
        var found = self
        for word in words {
            guard let next = found.subcommands?.first(where: { $0.commandName == word }) else { break }
            found = next
        }
        return found
    }
}
