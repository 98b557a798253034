import Localization
import Reader
import Settings

/// The man page, made from the commands and from the tables of actions and settings.
struct ManualPage {
    let tree: CommandTree
    let texts: Localization

    var roff: String {
        var roff = Roff(marksBreaks: texts.language.hasPrefix("zh"))
        roff.comment("-*- coding: utf-8 -*-")
        roff.plainRequest("TH", "BROADSHEET", "1", Broadsheet.released, "\"Broadsheet \(Broadsheet.version)\"")
        // Neither justified nor hyphenated, so that options can be copied.
        roff.plainRequest("ad", "l")
        roff.plainRequest("nh")
        roff.request("SH", texts(.manualName))
        roff.write("broadsheet - " + texts(.manualOneLine))
        synopsis(&roff)
        roff.request("SH", texts(.manualDescription))
        paragraphs(texts(.manualAbout), &roff)
        commands(&roff)
        keys(&roff)
        settings(&roff)
        environment(&roff)
        roff.request("SH", texts(.manualExamples))
        // The first line says what the heading says.
        roff.literal(lines(tree.discussion ?? "").dropFirst().joined(separator: "\n"))
        return roff.text
    }

    /// One line per command, with its arguments.
    private func synopsis(_ roff: inout Roff) {
        roff.request("SH", texts(.manualSynopsis))
        for command in [tree] + tree.commands {
            let arguments = command.superCommands == nil ? command.standard?.usage ?? [] : command.usage
            guard command.commandName != tree.standard?.commandName else { continue }
            if command.superCommands != nil { roff.plainRequest("br") }
            let rest = command.superCommands == nil || command.commands.isEmpty ? arguments : ["<command>", "..."]
            roff.write(([command.path] + rest).joined(separator: " "))
        }
    }

    private func commands(_ roff: inout Roff) {
        roff.request("SH", texts(.manualCommands))
        for command in tree.commands { self.command(command, &roff) }
        roff.request("SS", texts(.manualEvery))
        roff.entry("-h, --help", texts(.helpHelp))
        roff.entry("--version", texts(.versionHelp))
    }

    private func command(_ command: CommandTree, _ roff: inout Roff) {
        roff.request("SS", ([command.path] + command.usage).joined(separator: " "))
        roff.write(command.abstract ?? "")
        for argument in command.ownArguments { roff.entry(argument.label, argument.abstract ?? "") }
        for command in command.commands {
            let arguments = command.ownArguments.map { "\($0.label): \($0.abstract ?? "")" }
            let usage = [command.commandName] + command.usage
            roff.entry(usage.joined(separator: " "), command.abstract ?? "")
            for argument in arguments { roff.line(argument) }
        }
    }

    private func keys(_ roff: inout Roff) {
        roff.request("SH", texts(.manualReading))
        paragraphs(texts(.manualReadingAbout), &roff)
        roff.request("SH", texts(.manualKeys))
        paragraphs(texts(.manualKeysAbout), &roff)
        for row in ActionTable.rows {
            roff.entry(row.keys.map { $0.name(in: texts) }.joined(separator: ", "), texts.help(for: row.action))
        }
        roff.request("SH", texts(.manualPlain))
        paragraphs(texts(.manualPlainAbout), &roff)
        for (letters, words) in LinearReading.commands(in: texts) { roff.entry(letters, words) }
    }

    private func settings(_ roff: inout Roff) {
        roff.request("SH", texts(.manualSettings))
        paragraphs(texts(.manualSettingsAbout), &roff)
        let usual = Preferences()
        for setting in SettingsTable.rows where setting.table == nil {
            roff.entry("\(setting.key) = \(setting.value(usual).toml)", texts.description(of: setting))
        }
        for table in SettingsTable.tables {
            let names = SettingsTable.rows.filter { $0.table.map(String.init) == table }.map(\.key)
            roff.entry(
                "[\(table)]",
                lines(texts.purpose(ofTable: table)).joined(separator: " ") + "\n" + names.joined(separator: ", "))
        }
    }

    private func environment(_ roff: inout Roff) {
        roff.request("SH", texts(.manualFiles))
        roff.entry("~/.config/broadsheet/config.toml", texts(.manualFileSettings))
        roff.entry("~/.local/state/broadsheet/marks/", texts(.manualFileMarks))
        roff.entry("~/.local/state/broadsheet/starred/", texts(.manualFileStarred))
        roff.entry("~/.local/share/broadsheet/corrections/", texts(.manualFileCorrections))
        roff.entry("~/.local/state/broadsheet/panes", texts(.manualFilePanes))
        roff.entry("~/.local/state/broadsheet/themes", texts(.manualFileThemes))
        roff.entry("~/.local/state/broadsheet/copied.txt", texts(.manualFileCopied))
        roff.request("SH", texts(.manualEnvironment))
        roff.entry("LC_ALL, LC_MESSAGES, LANG", texts(.manualLocale))
        roff.entry("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME", texts(.manualFolders))
        roff.entry("NO_COLOR", texts(.manualNoColor))
        roff.entry("BROWSER", texts(.manualBrowser))
        roff.entry("TERM, COLORTERM", texts(.manualTerm))
        roff.request("SH", texts(.manualExit))
        roff.entry("0", texts(.manualExitWell))
        roff.entry("1", texts(.manualExitPart))
        roff.entry("2", texts(.manualExitUsage))
    }

    private func paragraphs(_ text: String, _ roff: inout Roff) {
        for (index, line) in lines(text).enumerated() {
            if index > 0 { roff.plainRequest("PP") }
            roff.write(line)
        }
    }

    private func lines(_ text: String) -> [String] {
        text.replacingLineBreaks().split(separator: "\n").map(String.init)
    }
}
