import Localization
import Typesetting

/// What `--help` prints for a command, wrapped to a width in cells.
struct HelpPage {
    let command: CommandTree
    let texts: Localization
    /// Cells of a line.
    let columns: Int

    var text: String {
        var parts = [wrapped(command.abstract ?? ""), usage]
        if let discussion = command.discussion, !discussion.isEmpty { parts.append(discussion + "\n") }
        // The help of the program itself includes that of `read`, which runs where no command is named.
        let arguments = command.superCommands == nil ? command.standard?.ownArguments ?? [] : command.ownArguments
        parts.append(list(.helpArguments, arguments.filter { $0.kind == "positional" }.map(row)))
        let common = [("--version", texts(.versionHelp)), ("-h, --help", texts(.helpHelp))]
        parts.append(list(.helpOptions, arguments.filter { $0.kind != "positional" }.map(row) + common))
        parts.append(list(.helpCommands, command.commands.map { ($0.commandName, $0.abstract ?? "") }))
        if !command.commands.isEmpty { parts.append(wrapped(texts(.seeHelp, "\(command.path) <command> --help"))) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// `Usage: broadsheet show <path> [<story>]`; what does not fit goes on in the next line, indented.
    var usage: String {
        var forms: [(name: String, arguments: [String])] = []
        if command.superCommands == nil, let standard = command.standard {
            forms.append((command.path, standard.usage))
        }
        if command.commands.isEmpty {
            forms.append((command.path, command.usage))
        } else {
            forms.append((command.path, ["<command>", "..."]))
        }
        var text = ""
        let title = texts(.helpUsage, "")
        let indent = cells(of: title)
        for (index, form) in forms.enumerated() {
            var line = (index == 0 ? title : blanks(indent)) + form.name
            for piece in form.arguments {
                if cells(of: line) + 1 + cells(of: piece) > columns {
                    text += line + "\n"
                    line = blanks(indent + 3) + piece
                } else {
                    line += " " + piece
                }
            }
            text += line + "\n"
        }
        return text
    }

    private func row(_ argument: CommandTree.Argument) -> (String, String) { (argument.label, argument.abstract ?? "") }

    /// Names with their meaning beside them, or below where a name is long.
    private func list(_ heading: MessageKey, _ rows: [(name: String, words: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let indent = columns < 60 ? 6 : 22
        return texts(heading) + "\n"
            + rows.map { name, words in
                let lines = lines(of: words, indent: indent)
                let start = "  " + name
                let room = indent - cells(of: start)
                if room < 2 || lines.isEmpty { return start + "\n" + lines.joined() }
                return start + blanks(room) + lines[0].drop { $0 == " " } + lines.dropFirst().joined()
            }.joined()
    }

    private func wrapped(_ text: String) -> String { lines(of: text, indent: 0).joined() }

    private func lines(of text: String, indent: Int) -> [String] {
        guard !text.isEmpty else { return [] }
        let style = ParagraphStyle(measure: max(20, columns - indent), alignment: .ragged, hanging: .none)
        // Beside Han a blank gives way where a line is full; help has it everywhere.
        let isChinese = texts.language.hasPrefix("zh")
        let kept = isChinese ? text.replacing(" ", with: "\u{A0}") : text
        return typeset(kept, style).map { blanks(indent) + $0.text.replacing("\u{A0}", with: " ") + "\n" }
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
