extension CompletionScript {
    var fish: String {
        let names = places.map(\.name).filter { !$0.isEmpty }.map { "'\($0)'" }.joined(separator: " ")
        var lines = [
            "# fish completion for broadsheet",
            "",
            "# The command that the words before the cursor name; the default one where a path stands in its place.",
            "function __broadsheet_command",
            "    set -l command",
            "    set -l is_value 0",
            "    for word in (commandline -opc)[2..]",
            "        if test $is_value = 1",
            "            set is_value 0",
            "            continue",
            "        end",
            "        switch $word",
            "        case '-?*'",
            "            # After an option of its own no other command may follow.",
            "            test -n \"$command\"; or set command \(Self.standard)",
            "            contains -- $word \(valued.joined(separator: " ")); and set is_value 1",
            "        case '*'",
            "            if contains -- (string join ' ' $command $word) \(names)",
            "                set -a command $word",
            "            else",
            "                test -n \"$command\"; or set command \(Self.standard)",
            "                break",
            "            end",
            "        end",
            "    end",
            "    string join ' ' -- $command",
            "end",
            "",
            "function __broadsheet_is",
            "    set -l command (__broadsheet_command)",
            "    contains -- \"$command\" $argv",
            "end",
            "",
            "complete -c broadsheet -f",
        ]
        for place in places {
            let condition = "complete -c broadsheet -n '__broadsheet_is \"\(place.name)\"'"
            for option in place.options {
                var line = condition
                for name in option.shownNames {
                    line += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
                }
                switch option.values {
                case .files: line += " -r -F"
                case .folders: line += " -x -a '(__fish_complete_directories)'"
                case .words(let words): line += " -x -a '\(words.joined(separator: " "))'"
                case .none: line += option.takesValue ? " -x" : ""
                }
                lines.append(line + " -d '\(Self.quoted(option.abstract ?? ""))'")
            }
            for command in place.commands {
                lines.append("\(condition) -a \(command.commandName) -d '\(Self.quoted(command.abstract ?? ""))'")
            }
            if !place.words.isEmpty { lines.append("\(condition) -a '\(place.words.joined(separator: " "))'") }
            if place.takesFiles { lines.append("\(condition) -F") }
        }
        return lines.joined(separator: "\n")
    }

    /// Within single quotes.
    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    }
}
