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
        [], ["read"], ["list"], ["show"], ["export"], ["explain"], ["map"], ["corrections"], ["marks"],
        ["marks", "list"],
        ["marks", "merge"],
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
        (["exprot", "page.txt"], ["'exprot'", "'export'"]), (["exprot", "--json"], ["'export'"]),
        (["help", "exprot"], ["'exprot'", "'export'"]), (["help", "zzz"], ["'zzz'"]),
        (["marks", "exprot"], ["'exprot'", "'export'"]), (["help", "marks", "exprot"], ["'export'"]),
        (["marks"], ["'broadsheet marks'", "compact", "import"]),
        (["completions", "tcsh"], ["'tcsh'", "'<shell>'", "bash", "zsh", "fish"]),
        (["config", "--path", "--example"], ["'--path'", "'--example'"]),
        (["--set", "theem=light"], ["theem", "'theme'"]),
        (["config", "--path", "--set", "measure=3"], ["'measure'", "3"]),
        (["show", "x", "--set=theme=ligth"], ["'theme'", "'light'"]),
        (["manual", "--set", "langauge=zh-Hans"], ["'language'"]),
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

    @Test func `only an option that is spelled nearly so is suggested`() throws {
        let result = try broadsheet(["list", "--set", "measure=50"], locale: "C")
        #expect(result.status == 2 && result.error.hasPrefix("broadsheet: unknown option '--set'\n"))
    }

    @Test func `names in a row and usage have the marks of the language`() throws {
        let marks = try broadsheet(["marks"], locale: "zh_CN.UTF-8").error
        #expect(marks.contains("list、merge、compact、export、import"))
        #expect(try broadsheet(["marks"], locale: "C").error.contains("list, merge, compact, export, import"))
        #expect(try broadsheet(["list", "--help"], locale: "zh_CN.UTF-8").output.contains("用法：broadsheet list"))
        #expect(try broadsheet(["list", "--help"], locale: "C").output.contains("Usage: broadsheet list"))
        // A full line takes no blank beside Latin letters.
        #expect(try broadsheet(["list", "--help"], locale: "zh_CN.UTF-8").output.contains("例如 GBK、Big5"))
        let picture = try TemporaryFolder()
        picture.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], to: "page.txt")
        let file = picture.path + "/page.txt"
        #expect(try broadsheet(["list", file], locale: "zh_CN.UTF-8").error.contains("“\(file)”（PNG 图片）："))
    }

    @Test func `a width that is none is quoted as it was typed`() throws {
        let result = try broadsheet(["show", "x", "--width", "3"], locale: "C")
        #expect(result.error == "broadsheet: invalid width 3; use 4 to 1000\n")
    }

    @Test func `every setting of --set that is wrong is reported, and one that only takes another's key runs`() throws {
        let result = try broadsheet(["config", "--set", "theem=light", "--set", "measure=3"], locale: "C")
        #expect(result.error.split(separator: "\n").count == 2 && result.output == "")
        #expect(try broadsheet(["config", "--path", "--set", "keys.quit=n"], locale: "C").status == 0)
    }

    @Test func `a file that has the name of a command but for a letter is read`() throws {
        let folder = try TemporaryFolder()
        try ReadingSessionTests.page.write(to: folder.appending(path: "exprot"), atomically: true, encoding: .utf8)
        let script = "cd '\(folder.path)' && '\(Tmux.program)' exprot; '\(Tmux.program)' exprot2 exprot"
        let result = try run("/bin/sh", ["-c", script], environment: ["LC_ALL": "C", "HOME": folder.path])
        #expect(result.output.contains("渡口改成了桥头") && result.status == 2)
        #expect(result.error.contains("cannot read 'exprot2': no such file or command; did you mean 'export'?"))
    }

    @Test func `the example becomes the settings file of a new account with one line of shell`() throws {
        let folder = try TemporaryFolder()
        let program = "'\(Tmux.program)'"
        let environment = ["LC_ALL": "C", "HOME": folder.path]
        let script = "\(program) config --example > \"$(\(program) config --path)\" && \(program) config"
        let result = try run("/bin/sh", ["-c", script], environment: environment)
        #expect(result.status == 0 && result.error == "" && result.output.contains("theme = \"auto\"  # default"))
        let file = folder.appending(path: ".config/broadsheet/config.toml")
        #expect(try String(contentsOf: file, encoding: .utf8).contains("#theme = "))
        // Where no folder can be made the path is printed all the same.
        let other = try run(
            Tmux.program, ["config", "--path"],
            environment: environment.merging(["XDG_CONFIG_HOME": "/dev/null"]) { $1 })
        #expect(other.status == 1 && other.output == "/dev/null/broadsheet/config.toml\n")
        #expect(other.error.contains("cannot make the directory '/dev/null/broadsheet'"))
    }

    @Test func `an empty file is reported by every command that reads it`() throws {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "page.txt")
        try Data().write(to: file)
        for command in [[], ["list"], ["show"], ["export"], ["explain"], ["--plain"]] {
            let result = try broadsheet(command + [file.path], locale: "C")
            #expect(result.error.contains("page.txt'") && result.error.contains("empty"), "\(command): \(result)")
            #expect(result.status == 1, "\(command)")
        }
        try Data(" \n\n".utf8).write(to: file)
        #expect(try broadsheet(["list", file.path], locale: "C").error.contains("page.txt': the file is empty"))
    }

    @Test(arguments: languages)
    func `explain gives up to three reasons for a line, in the reader's language, with their shares`(
        language: String, locale: String
    ) throws {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "page.txt")
        try Data(ReadingSessionTests.page.utf8).write(to: file)
        let result = try broadsheet(["explain", file.path], locale: locale)
        #expect(result.status == 0 && result.error == "")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == ReadingSessionTests.page.split(separator: "\n").count)
        var reasons: Set<Substring> = []
        for line in lines {
            let end = try #require(line.firstRange(of: "  — ")).upperBound
            let found = line[end...].split(separator: " · ")
            #expect(found.count <= 3)
            for reason in found {
                let words = try #require(reason.wholeMatch(of: #/(.+) [1-9][0-9]?0?%/#), "\(reason)").1
                #expect(!words.contains("."), "a key without words: \(words)")
                #expect(language == "en" ? words.utf8.first! < 0x80 : words.utf8.contains { $0 >= 0xE0 }, "\(words)")
                reasons.insert(words)
            }
        }
        #expect(reasons.count > 3)
    }

    @Test func `--set changes the language of help and error messages too`() throws {
        #expect(try broadsheet(["list", "--help", "--set", "language=zh-Hant"], locale: "C").output.contains("選項："))
        #expect(try broadsheet(["--set=language=zh-Hans", "--nope"], locale: "C").error.contains("没有选项"))
    }

    @Test func `what is quoted of settings and arguments is printed as text that shows what it is`() throws {
        let folder = try TemporaryFolder()
        let hostile = "a\u{C}b\u{1B}[31mc\u{9B}5md\u{202E}e\u{200B}f\u{85}g"
        try FileManager.default.createDirectory(
            atPath: folder.path + "/.config/broadsheet", withIntermediateDirectories: true)
        folder.write(
            Array("library = '\(hostile.replacing("\u{C}", with: "").replacing("\u{1B}", with: ""))'\n".utf8),
            to: ".config/broadsheet/config.toml")
        folder.write(Array("Harbour Post\n\nFerry runs again\nThe ferry runs again.\n".utf8), to: "page.txt")
        let page = folder.path + "/page.txt"
        for arguments in [
            ["config"], ["config", "--set", "library=\(hostile)"], ["config", "--set", hostile],
            ["config", "--set", "\(hostile)=1"], ["show", page, hostile], ["list", hostile], ["--\(hostile)"],
            ["list", page, "--encoding", hostile], ["marks", "merge", hostile], ["completions", hostile],
            ["show", page, "--width", hostile], ["install", "--prefix", "/dev/null/\(hostile)"],
        ] {
            let result = try run(Tmux.program, arguments, environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path])
            #expect(!(result.output + result.error).isEmpty)
            for scalar in (result.output + result.error).unicodeScalars {
                let isText =
                    scalar == "\n" || scalar == "\t" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                #expect(
                    isText && !["\u{202E}", "\u{200B}"].contains(scalar),
                    "\(arguments) \(scalar.escaped(asASCII: true))")
            }
        }
        let listing = try run(Tmux.program, ["config"], environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path]).output
        #expect(listing.contains(#"library = "ab[31mc\u009B5md\u202Ee\u200Bf\u0085g""#), "\(listing)")
    }

    @Test func `text is printed in one place alone, and messages in one other`() throws {
        let allowed: [String: [String]] = [
            "Application/Session/Output.swift": ["STDOUT_FILENO"],
            "Application/Session/ErrorOutput.swift": ["STDERR_FILENO"],
            // Which streams another program gets, and whether one is a terminal.
            "Files/ChildProcess.swift": ["STDOUT_FILENO", "STDERR_FILENO"],
            "broadsheet/CommandContext.swift": ["STDOUT_FILENO"],
            // Whether somebody is there to be asked.
            "broadsheet/Commands/CommandInput.swift": ["STDERR_FILENO"],
            // The screen, whose text comes as cells.
            "Terminal/Terminal.swift": ["STDOUT_FILENO"],
            // A file that tmux reads.
            "Application/Programs/TmuxClipboard.swift": ["fwrite("],
            "Terminal/TerminalGuard.swift": ["STDOUT_FILENO"],
            // Where there is no memory to print in any other way.
            "Terminal/MemoryGuard.swift": ["STDERR_FILENO"],
        ]
        let sources = projectRoot.appending(path: "Sources")
        let printing = [
            "print(", "debugPrint(", "dump(", "puts(", "fputs(", "fputc(", "putchar(", "fwrite(", "printf(", "fprintf(",
            "perror(", "STDOUT_FILENO", "STDERR_FILENO", "FileHandle", "FileOutputStream",
        ]
        for case let name as String in try #require(FileManager.default.enumerator(atPath: sources.path)) {
            guard name.hasSuffix(".swift") else { continue }
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            for word in printing {
                for range in text.ranges(of: word) {
                    let before = text[..<range.lowerBound]
                    // Another function's name, or a method.
                    if before.last?.isLetter == true || before.last == "." || before.hasSuffix("func ") { continue }
                    #expect(allowed[name]?.contains(word) == true, "\(name): \(word)")
                }
            }
        }
    }
}
