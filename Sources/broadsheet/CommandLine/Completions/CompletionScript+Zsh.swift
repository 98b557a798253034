extension CompletionScript {
    var zsh: String {
        var lines = [
            "#compdef broadsheet",
            "",
            "# Words to choose from; no blank follows one that ends with =.",
            "_broadsheet_words() {",
            "    local -a whole=(${@:#*=}) begun=(${(M)@:#*=})",
            "    compadd -a whole",
            "    compadd -S '' -a begun",
            "}",
            "",
            "_broadsheet() {",
            "    local context state state_descr line",
            "    local -i ret=1",
            "    local -A opt_args",
            "    local -a commands",
        ]
        guard let first = places.first else { return "" }
        lines += specifications(first, indent: 4)
        lines += [
            "    _arguments -S : $specifications '(-): :->first' '(-)*:: :->rest' && ret=0",
            "    case $state in",
            "    first)",
        ]
        lines += commands(first, indent: 8)
        lines += [
            "        _files && ret=0",
            "        ;;",
            "    rest)",
            "        case $words[1] in",
            "        \(first.commands.map(\.commandName).joined(separator: "|"))) _broadsheet_$words[1] && ret=0 ;;",
            "        *) _arguments -S : $specifications '*:path:_files' && ret=0 ;;",
            "        esac",
            "        ;;",
            "    esac",
            "    return ret",
            "}",
        ]
        for place in places.dropFirst() {
            lines += ["", "_broadsheet_\(place.name.replacing(" ", with: "_"))() {"]
            lines += specifications(place, indent: 4)
            if place.commands.isEmpty {
                let positions = place.positions.map { position in
                    let action =
                        switch position.values {
                        case .files: "_files"
                        case .folders: "_directories"
                        case .words(let words): "(\(words.joined(separator: " ")))"
                        case .none: ""
                        }
                    return " '\(position.isRepeating ? "*" : ""):\(position.valueName ?? ""):\(action)'"
                }
                lines.append("    _arguments -S : $specifications" + positions.joined())
            } else {
                lines += [
                    "    local context state state_descr line",
                    "    local -i ret=1",
                    "    local -A opt_args",
                    "    local -a commands",
                    "    _arguments -S : $specifications '(-): :->first' '(-)*:: :->rest' && ret=0",
                    "    case $state in",
                    "    first)",
                ]
                lines += commands(place, indent: 8)
                let names = place.commands.map(\.commandName).joined(separator: "|")
                lines += [
                    "        ;;",
                    "    rest)",
                    "        case $words[1] in",
                    "        \(names)) _broadsheet_\(place.name)_$words[1] && ret=0 ;;",
                    "        esac",
                    "        ;;",
                    "    esac",
                    "    return ret",
                ]
            }
            lines.append("}")
        }
        lines += ["", "_broadsheet \"$@\""]
        return lines.joined(separator: "\n")
    }

    private func specifications(_ place: Place, indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return [blanks + "local -a specifications=("]
            + place.options.flatMap { option in
                let words = "[\(Self.inBrackets(option.abstract ?? ""))]"
                var value = ""
                if option.takesValue {
                    let action =
                        switch option.values {
                        case .files: "_files"
                        case .folders: "_directories"
                        case .words(let words): " _broadsheet_words \(words.joined(separator: " "))"
                        case .none: ""
                        }
                    value = ":\(option.valueName ?? ""):\(action)"
                }
                return option.shownNames.map { name in
                    let start =
                        option.isRepeating
                        ? "*" : option.shownNames.count > 1 ? "(\(option.shownNames.joined(separator: " ")))" : ""
                    return blanks + "    '\(start)\(name)\(option.takesValue ? "=" : "")\(words)\(value)'"
                }
            } + [blanks + ")"]
    }

    private func commands(_ place: Place, indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return [blanks + "commands=("]
            + place.commands.map {
                blanks + "    '\($0.commandName):\(Self.quoted(($0.abstract ?? "").replacing(":", with: "\\:")))'"
            }
            + [blanks + ")", blanks + "_describe -V command commands && ret=0"]
    }

    /// Within single quotes.
    private static func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }

    /// Within the brackets of an option's specification, within single quotes.
    private static func inBrackets(_ text: String) -> String {
        var escaped = text.replacing("\\", with: "\\\\")
        for mark in [":", "[", "]"] { escaped.replace(mark, with: "\\" + mark) }
        return quoted(escaped)
    }
}
