import ArgumentParser
import FoundationEssentials
import Localization

/// The commands with their arguments as the argument parser has them: help and man page are written from it.
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

        private var value: String { kind == "flag" ? "" : "<\(valueName ?? "")>" }

        /// `--width <cells>`, with all its names; `<path>`.
        var label: String {
            let names = names ?? []
            return names.isEmpty
                ? value : names.map(\.shown).joined(separator: ", ") + (value.isEmpty ? "" : " \(value)")
        }

        /// The same as a line of usage has it: `[--width <cells>]`, `[<path> ...]`.
        var usage: String {
            let name = names?.last.map { $0.shown + (value.isEmpty ? "" : " ") } ?? ""
            let whole = name + value + (isRepeating ? " ..." : "")
            return isOptional ? "[\(whole)]" : whole
        }

        /// What every command has: it is explained once.
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

    /// The whole tree, its words in a language.
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

    /// As it is typed: `broadsheet marks list`.
    var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// The commands under it that do something of this program's own.
    var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

    var ownArguments: [Argument] { (arguments ?? []).filter { !$0.isCommon } }

    /// What follows the command's name, piece by piece; nothing where it only holds other commands.
    var usage: [String] { ownArguments.map(\.usage) }

    /// The command that reads, where none is named.
    var standard: CommandTree? { commands.first { $0.commandName == Read._commandName } }

    /// The command that words, without the program's name, lead to, as far as they lead.
    func command(_ words: some Sequence<Substring>) -> CommandTree {
        var found = self
        for word in words {
            guard let next = found.subcommands?.first(where: { $0.commandName == word }) else { break }
            found = next
        }
        return found
    }
}
