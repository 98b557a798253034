import Localization
import Settings
import TextDecoding

/// Translates what the argument parser says about an invalid command line. Its errors are internal: only their English words
/// can be seen, so they are matched by pattern. A message that has no pattern is printed as it is.
enum ParserWords {
    /// Where two patterns begin alike, the longer one is first.
    static let patterns: [(english: String, phrase: MessageKey)] = [
        ("Unknown option '{0}'. Did you mean '{1}'?", .unknownOptionNear),
        ("Unknown option '{0}'", .unknownOption),
        ("Missing value for '{0}'", .missingValue),
        ("The option '{0}' does not take any value, but '{1}' was specified.", .needlessValue),
        ("Unexpected argument '{0}'", .unexpectedArgument),
        ("{0} unexpected arguments: {1}", .unexpectedArguments),
        ("Missing expected argument '{0}'", .missingArgument),
        // Of many values the parser makes a list, one below the other.
        ("The value '{0}' is invalid for '{1}'. Please provide one of the following:\n{2}", .invalidChoice),
        ("The value '{0}' is invalid for '{1}'. Please provide one of {2}.", .invalidChoice),
        ("The value '{0}' is invalid for '{1}'", .invalidValue),
        ("Invalid option: {0}", .unknownOption),
        ("Can't generate completion scripts for '{0}'.{1}", .unknownShell),
    ]

    /// The pattern that a message has; nil where it has none.
    static func pattern(of message: String) -> String? {
        patterns.first { arguments(of: message, in: $0.english) != nil }?.english
    }

    /// The message in another language.
    static func words(for message: String, in texts: Localization) -> String {
        for (pattern, phrase) in patterns {
            guard var arguments = arguments(of: message, in: pattern) else { continue }
            var phrase = phrase
            switch phrase {
            // The parser offers whatever is nearest, however far that is.
            case .unknownOptionNear where spellingSuggestion(for: arguments[0], among: [arguments[1]]) == nil:
                phrase = .unknownOption
            case .invalidChoice: arguments[2] = texts.listed(quoted(in: arguments[2]))
            default: break
            }
            return texts(phrase, arguments.map(TextDecoder.clean) as [any CustomStringConvertible])
        }
        return TextDecoder.clean(message)
    }

    /// `a` and `b` of `'a' or 'b'`, or of lines that begin with a hyphen.
    private static func quoted(in list: String) -> [String] {
        if list.hasPrefix("  - ") { return list.split(separator: "\n").map { String($0.dropFirst(4)) } }
        let pieces = list.split(separator: "'", omittingEmptySubsequences: false)
        return stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) }
    }

    /// The texts in the places of a pattern; nil where the text does not have the pattern.
    private static func arguments(of text: String, in pattern: String) -> [String]? {
        var rest = text[...]
        var arguments: [String] = []
        // Every second piece is the text between two places.
        let pieces = pattern.split(omittingEmptySubsequences: false) { $0 == "{" || $0 == "}" }
        for index in stride(from: 0, to: pieces.count, by: 2) {
            let piece = pieces[index]
            if index == 0 {
                guard rest.hasPrefix(piece) else { return nil }
                rest = rest.dropFirst(piece.count)
            } else if index == pieces.count - 1 {
                guard rest.hasSuffix(piece) else { return nil }
                arguments.append(String(rest.dropLast(piece.count)))
                rest = ""
            } else {
                guard let range = rest.firstRange(of: piece) else { return nil }
                arguments.append(String(rest[..<range.lowerBound]))
                rest = rest[range.upperBound...]
            }
        }
        return rest.isEmpty ? arguments : nil
    }
}
