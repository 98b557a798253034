import Glibc
import Newspaper

/// What opens a link: `BROWSER`, else xdg-open, else open.
///
/// `BROWSER` holds commands parted by colons, of which the first that can be started is taken. In a command `%s` stands for
/// the address, which else comes last; quotes and backslashes are a shell's, and nothing else is. It has the terminal until
/// it ends, since it may be a browser in the terminal; a `&` at its end says that it is none. xdg-open has the terminal
/// where there is no display on which it could open a window.
enum Browser {
    struct Command: Equatable {
        var arguments: [String]
        var terminal: Child.Terminal
    }

    static func commands(
        for link: Link, _ environment: ProcessEnvironment
    ) -> [Command] {
        let hasDisplay = environment.variable("DISPLAY") != nil || environment.variable("WAYLAND_DISPLAY") != nil
        var commands = (environment.variable("BROWSER") ?? "").split(separator: ":").compactMap {
            command(String($0), link)
        }
        if commands.isEmpty {
            commands.append(
                Command(arguments: ["xdg-open", link.address], terminal: hasDisplay ? .background : .foreground))
            commands.append(Command(arguments: ["open", link.address], terminal: .background))
        }
        return commands
    }

    private static func command(_ text: String, _ link: Link) -> Command? {
        var words = words(of: text)
        var terminal = Child.Terminal.foreground
        if words.last == "&" {
            words.removeLast()
            terminal = .background
        }
        guard let first = words.first, !first.isEmpty else { return nil }
        var isPlaced = false
        let arguments = words.map { word in
            var result = ""
            var rest = word[...]
            while let character = rest.popFirst() {
                guard character == "%", let next = rest.first, next == "s" || next == "%" else {
                    result.append(character)
                    continue
                }
                rest.removeFirst()
                if next == "s" { isPlaced = true }
                result += next == "s" ? link.address : "%"
            }
            return result
        }
        return Command(arguments: isPlaced ? arguments : arguments + [link.address], terminal: terminal)
    }

    /// The words of a command line: parted by blanks, but for those in quotes and behind backslashes.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = text[...]
        while let character = rest.popFirst() {
            switch (character, quote) {
            case ("\\", nil), ("\\", "\""): if let next = rest.popFirst() { word = (word ?? "") + String(next) }
            case ("\"", nil), ("'", nil):
                quote = character
                word = word ?? ""
            case (_, let open?) where character == open: quote = nil
            case (" ", nil), ("\t", nil):
                if let done = word { words.append(done) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}
