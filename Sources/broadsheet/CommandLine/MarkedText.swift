import ArgumentParser
import Localization

/// Text of the argument parser's static configuration, which is made before the language is known. It holds the names of
/// messages between two `@`; whatever prints it puts the words in their place.
enum MarkedText {
    /// `@readAbstract@`.
    static func mark(_ key: MessageKey) -> String { "@\(key.rawValue)@" }

    /// The text with the words of all its messages.
    static func translated(_ text: String, by texts: Localization) -> String {
        let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
        var result = String(pieces[0])
        var index = 1
        while index < pieces.count {
            // A message's name has an `@` on either side.
            if index + 1 < pieces.count, let key = MessageKey(rawValue: String(pieces[index])) {
                result += texts(key).replacingLineBreaks() + pieces[index + 1]
                index += 2
            } else {
                result += "@" + pieces[index]
                index += 1
            }
        }
        return result
    }
}

extension CommandConfiguration {
    /// A configuration whose words are messages.
    init(
        commandName: String, abstract: MessageKey, discussion: MessageKey? = nil, version: String = "",
        subcommands: [any ParsableCommand.Type] = [], defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) {
        self.init(
            commandName: commandName, abstract: MarkedText.mark(abstract),
            discussion: discussion.map(MarkedText.mark) ?? "", version: version, subcommands: subcommands,
            defaultSubcommand: defaultSubcommand)
    }
}

extension ArgumentHelp {
    /// Help whose words are a message.
    init(_ key: MessageKey, valueName: String? = nil) { self.init(MarkedText.mark(key), valueName: valueName) }
}

extension String {
    /// Each text is one line of its file; `\n` in it is a line break.
    func replacingLineBreaks() -> String {
        split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }
}
