import ArgumentParser
import Files
import Settings

/// The words of a command line that name a command.
enum CommandNames {
    /// Reports a name that nothing has, with the nearest one, and a group of commands without one of them. The parser would
    /// take the first for a path, and print the group's help.
    static func check(_ words: [[UInt8]], in context: CommandContext) throws(CommandError) {
        guard let first = words.first, let start = first.first, start != UInt8(ascii: "-") else { return }
        if first.elementsEqual("help".utf8) { return try checkHelp(words.dropFirst(), in: context) }
        if first.elementsEqual(MarksGroup._commandName.utf8) { return try checkGroup(words.dropFirst(), in: context) }
        let isKnown = Broadsheet.subcommandNames.contains { $0.utf8.elementsEqual(first) }
        guard !isKnown, !first.contains(UInt8(ascii: "/")), FileStatus(FileName(first)) == nil else { return }
        let name = ArgumentWord.text(of: first)
        guard let nearest = spellingSuggestion(for: name, among: Broadsheet.subcommandNames) else { return }
        throw CommandError(context.localization(.noFileOrCommand, FileName(first).shown, nearest), status: 2)
    }

    private static func checkHelp(_ words: some Collection<[UInt8]>, in context: CommandContext) throws(CommandError) {
        guard let name = name(words.first) else { return }
        if name == MarksGroup._commandName, words.count > 1 {
            return try checkGroup(words.dropFirst(), in: context)
        }
        try check(name, among: Broadsheet.subcommandNames, of: Broadsheet._commandName, in: context)
    }

    private static func checkGroup(_ words: some Collection<[UInt8]>, in context: CommandContext) throws(CommandError) {
        let names = MarksGroup.configuration.subcommands.map { $0._commandName }
        let path = "\(Broadsheet._commandName) \(MarksGroup._commandName)"
        guard !words.isEmpty else {
            throw fault(
                context.localization(.missingCommand, path, context.localization.listed(names)), path, in: context)
        }
        if let name = name(words.first) { try check(name, among: names, of: path, in: context) }
    }

    /// The word as text; nil where there is none, or it is an option.
    private static func name(_ word: [UInt8]?) -> String? {
        guard let word, word.first != UInt8(ascii: "-") else { return nil }
        return ArgumentWord.text(of: word)
    }

    private static func check(
        _ name: String, among names: [String], of path: String, in context: CommandContext
    ) throws(CommandError) {
        guard !names.contains(name) else { return }
        let texts = context.localization
        let nearest = spellingSuggestion(for: name, among: names)
        let shown = FileName(argument: name)?.shown ?? name
        throw fault(
            nearest.map { texts(.unknownCommandNear, shown, $0) } ?? texts(.unknownCommand, shown), path, in: context)
    }

    private static func fault(_ words: String, _ path: String, in context: CommandContext) -> CommandError {
        CommandError(words + "\n" + context.localization(.seeHelp, "\(path) --help"), status: 2)
    }
}
