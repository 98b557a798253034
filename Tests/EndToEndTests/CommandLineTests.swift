import Foundation
import TestSupport
import Testing
import Typesetting

/// Help and complaints of the command line, in each language.
struct CommandLineTests {
    static let languages = [("en", "C.UTF-8"), ("zh-Hans", "zh_CN.UTF-8"), ("zh-Hant", "zh_HK.UTF-8")]

    private func broadsheet(
        _ arguments: [String], locale: String
    ) throws -> (status: Int32, output: String, error: String) {
        let folder = try TemporaryFolder()
        return try run(Tmux.program, arguments, environment: ["LC_ALL": locale, "HOME": folder.path])
    }

    private static let commands = [
        [], ["read"], ["list"], ["show"], ["export"], ["explain"], ["marks"], ["marks", "list"], ["marks", "merge"],
        ["marks", "compact"], ["marks", "export"], ["marks", "import"], ["config"], ["manual"], ["completions"],
        ["install"],
    ]

    @Test(arguments: languages)
    func `the help of every command is set in 80 cells, and in the reader's language alone`(
        language: String, locale: String
    ) throws {
        for command in Self.commands {
            let result = try broadsheet(command + ["--help"], locale: locale)
            #expect(result.status == 0 && result.error == "")
            #expect(result.output.contains("broadsheet " + command.joined(separator: " ")))
            for line in result.output.split(separator: "\n") where !line.contains("  broadsheet ") {
                #expect(cells(of: String(line)) <= 82, "\(line)")
                #expect(language == "en" || !line.contains(#/OVERVIEW|USAGE|Show |Usage|Options|See '/#), "\(line)")
            }
        }
    }

    @Test func `help names all commands, and help of a command is asked for in either way`() throws {
        let help = try broadsheet(["--help"], locale: "C").output
        for command in Self.commands.dropFirst() where command.count == 1 {
            #expect(help.contains("\n  \(command[0]) "), "\(command)")
            let one = try broadsheet(["help"] + command, locale: "C").output
            #expect(try one == broadsheet(command + ["--help"], locale: "C").output)
        }
    }

    static let faults: [([String], [String])] = [
        (["--nope"], ["'--nope'"]), (["list", "--unred"], ["'--unred'", "'--unread'"]), (["show"], ["'<path>'"]),
        (["show", "x", "--width"], ["'--width <cells>'"]),
        (["show", "x", "--width", "q"], ["'q'", "'--width <cells>'"]),
        (["show", "x", "--hanging", "q"], ["'q'", "'--hanging <full|half|none>'"]),
        (["show", "a", "b", "c"], ["'c'"]), (["show", "a", "b", "c", "d"], ["2", "'c', 'd'"]),
        (["list", "--json=3"], ["'--json'", "'3'"]), (["-x"], ["'-x'"]), (["marks", "lost"], ["'lost'"]),
        (["config", "--set", "theme"], ["theme"]), (["show", "x", "--width", "3"], ["3"]),
    ]

    @Test(arguments: languages, faults)
    func `an invalid command line is reported in the reader's language, with what is wrong`(
        language: (name: String, locale: String), fault: (arguments: [String], quoted: [String])
    ) throws {
        let result = try broadsheet(fault.arguments, locale: language.locale)
        #expect(result.status == 2 && result.output == "")
        let first = String(result.error.split(separator: "\n").first ?? "")
        #expect(first.hasPrefix("broadsheet: "), "\(first)")
        for quoted in fault.quoted {
            let marks = ["en": ["'", "'"], "zh-Hans": ["“", "”"], "zh-Hant": ["「", "」"]][language.name]!
            let bare = quoted.hasPrefix("'") && !quoted.contains(",") ? String(quoted.dropFirst().dropLast()) : nil
            #expect(first.contains(bare.map { marks[0] + $0 + marks[1] } ?? quoted), "\(first)")
        }
        let english = #/Error|[Uu]nknown|[Mm]issing|[Uu]nexpected|Usage|See '|invalid|See |Did you/#
        #expect(!result.error.contains("Error") && (language.name == "en" || !result.error.contains(english)))
    }

    @Test func `--set changes the language of help and error messages too`() throws {
        #expect(try broadsheet(["list", "--help", "--set", "language=zh-Hant"], locale: "C").output.contains("選項："))
        #expect(try broadsheet(["--set=language=zh-Hans", "--nope"], locale: "C").error.contains("没有选项"))
    }
}
