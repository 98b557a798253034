import Foundation
import TestSupport
import Testing

/// Man page, completions, and putting both and the program in their places.
struct InstallTests {
    private static func isThere(_ program: String) -> Bool { path(of: program) != nil }

    private static func path(of program: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + program }.first(
            where: FileManager.default.isExecutableFile)
    }

    private func environment(_ home: String) -> [String: String] {
        ["LC_ALL": "C.UTF-8", "HOME": home, "PATH": "/usr/bin:/bin", "TERM": "dumb"]
    }

    /// Installs into a prefix of its own.
    private func installed(
        _ body: (_ prefix: URL, _ result: (status: Int32, output: String, error: String)) throws -> Void
    ) throws {
        let folder = try TemporaryFolder()
        let prefix = folder.appending(path: "a prefix")
        let result = try run(Tmux.program, ["install", "--prefix", prefix.path], environment: environment(folder.path))
        try body(prefix, result)
    }

    private static let files = [
        "bin/broadsheet", "share/man/man1/broadsheet.1", "share/man/zh_CN/man1/broadsheet.1",
        "share/man/zh_TW/man1/broadsheet.1", "share/bash-completion/completions/broadsheet",
        "share/zsh/site-functions/_broadsheet", "share/fish/vendor_completions.d/broadsheet.fish",
        "share/systemd/user/broadsheet-fetch.service", "share/systemd/user/broadsheet-fetch.timer",
    ]

    @Test func `one command installs program, man pages and completions, and can do so again`() throws {
        try installed { prefix, first in
            #expect(first.status == 0)
            let again = try run(
                Tmux.program, ["install", "--prefix", prefix.path],
                environment: environment(prefix.deletingLastPathComponent().path))
            #expect(again.status == 0)
            for result in [first, again] {
                #expect(
                    Set(result.output.split(separator: "\n").map(String.init))
                        == Set(Self.files.map { prefix.appending(path: $0).path }))
                #expect(result.error.contains("add it to PATH"))
            }
            let all = try FileManager.default.subpathsOfDirectory(atPath: prefix.path).filter { !$0.hasSuffix(".new") }
            let leaves = all.filter { name in !all.contains { $0.hasPrefix(name + "/") } }
            #expect(Set(leaves) == Set(Self.files))
            for file in Self.files {
                let path = prefix.appending(path: file).path
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == (file.hasPrefix("bin/") ? 0o755 : 0o644), "\(file)")
            }
        }
    }

    @Test func `the installed program runs with an empty environment, and has its texts and its edition`() throws {
        try installed { prefix, _ in
            let result = try run("/usr/bin/env", ["-i", prefix.appending(path: "bin/broadsheet").path, "list"])
            #expect(result.status == 0 && result.output.split(separator: "\n").count >= 20)
        }
    }

    @Test func `an installation that fails leaves no folders`() throws {
        let folder = try TemporaryFolder()
        let prefix = folder.appending(path: "prefix")
        try FileManager.default.createDirectory(at: prefix.appending(path: "own"), withIntermediateDirectories: true)
        // A file may grow to four megabytes, which is less than the program.
        let result = try run(
            "/bin/sh", ["-c", "ulimit -f 8192; exec '\(Tmux.program)' install --prefix '\(prefix.path)'"],
            environment: environment(folder.path))
        #expect(result.status == 1 && result.output == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: prefix.path) == ["own"])
    }

    @Test(arguments: files)
    func `somebody else's file is not overwritten, and then nothing is installed`(file: String) throws {
        let folder = try TemporaryFolder()
        let foreign = folder.appending(path: file)
        try FileManager.default.createDirectory(
            at: foreign.deletingLastPathComponent(), withIntermediateDirectories: true)
        try "somebody else's".write(to: foreign, atomically: true, encoding: .utf8)
        let result = try run(Tmux.program, ["install", "--prefix", folder.path], environment: environment(folder.path))
        #expect(result.status == 1 && result.output == "")
        #expect(result.error.contains("'\(foreign.path)' exists and was not installed by Broadsheet"))
        #expect(try String(contentsOf: foreign, encoding: .utf8) == "somebody else's")
        for other in Self.files where other != file {
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: other).path), "\(other)")
        }
    }

    @Test func `an empty prefix is an error, and not the root folder`() throws {
        let folder = try TemporaryFolder()
        for arguments in [["--prefix", ""], ["--prefix="]] {
            let result = try run(Tmux.program, ["install"] + arguments, environment: environment(folder.path))
            #expect(result.status == 2 && result.output == "" && result.error.contains("--prefix"), "\(result)")
        }
        #expect(!FileManager.default.fileExists(atPath: "/bin/broadsheet"))
    }

    @Test func `a pipe in a file's place is somebody else's, and is not waited for`() throws {
        let folder = try TemporaryFolder()
        let place = folder.appending(path: Self.files[4])
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        mkfifo(place.path, 0o600)
        let result = try run(Tmux.program, ["install", "--prefix", folder.path], environment: environment(folder.path))
        #expect(result.status == 1 && result.error.contains("was not installed by Broadsheet"), "\(result)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/bin/broadsheet"))
    }

    @Test func `files beside the installed ones stay, whatever they are called`() throws {
        let folder = try TemporaryFolder()
        let names = ["broadsheet.new", ".broadsheet.new", "broadsheet.old"]
        try FileManager.default.createDirectory(atPath: folder.path + "/bin", withIntermediateDirectories: false)
        for name in names { folder.write(Array(name.utf8), to: "bin/" + name) }
        let result = try run(Tmux.program, ["install", "--prefix", folder.path], environment: environment(folder.path))
        #expect(result.status == 0)
        for name in names { #expect(folder.bytes(of: "bin/" + name) == Array(name.utf8)) }
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder.path + "/bin"))
                == Set(names + ["broadsheet"]))
    }

    @Test func `where nothing can be written it says so`() throws {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "file")
        try "".write(to: file, atomically: true, encoding: .utf8)
        let result = try run(Tmux.program, ["install", "--prefix", file.path], environment: environment(folder.path))
        #expect(result.status == 1 && result.error.contains("cannot install '\(file.path)/bin"))
    }

    @Test(.enabled(if: isThere("man") && isThere("groff"), "man or groff is not installed"))
    func `man shows the page in each language, without a warning`() throws {
        try installed { prefix, _ in
            for (folder, heading, words) in [
                ("", "NAME", "mark as read or unread"), ("zh_CN/", "名称", "标为已读或未读"), ("zh_TW/", "名稱", "標為已讀或未讀"),
            ] {
                let page = prefix.appending(path: "share/man/\(folder)man1/broadsheet.1").path
                var variables = environment(prefix.path)
                variables["MANWIDTH"] = "80"
                let man = try run(
                    try #require(Self.path(of: "man")), ["-l", "--warnings=w", page], environment: variables)
                #expect(man.status == 0 && man.error == "", "\(man.error)")
                #expect(man.output.contains(heading) && man.output.contains(words))
                let groff = try run(
                    try #require(Self.path(of: "groff")), ["-k", "-ww", "-man", "-Tutf8", "-z", page],
                    environment: variables)
                #expect(groff.status == 0 && groff.output == "" && groff.error == "", "\(groff.error)")
            }
        }
    }

    @Test(.enabled(if: isThere("mandoc"), "mandoc is not installed"), arguments: ["en", "zh-Hans", "zh-Hant"])
    func `mandoc has no warnings`(language: String) throws {
        let folder = try TemporaryFolder()
        let arguments = ["manual", "--set", "language=\(language)"]
        let page = try run(Tmux.program, arguments, environment: environment(folder.path)).output
        let file = folder.appending(path: "broadsheet.1")
        try page.write(to: file, atomically: true, encoding: .utf8)
        let lint = try run(try #require(Self.path(of: "mandoc")), ["-T", "lint", "-W", "warning", file.path])
        #expect(lint.status == 0 && lint.output == "", "\(lint.output)")
    }

    @Test func `the man page has every command, option, key and setting`() throws {
        let folder = try TemporaryFolder()
        func output(_ arguments: String...) throws -> String {
            try run(Tmux.program, arguments, environment: environment(folder.path)).output
        }
        let page = try output("manual").replacing("\\-", with: "-")
        for command in [
            "read", "list", "show", "export", "explain", "map", "corrections", "marks", "config", "manual", "install",
        ] {
            #expect(page.contains("broadsheet \(command)"), "\(command)")
            for option in try output(command, "--help").matches(of: #/^ +(--[a-z-]+)/#.anchorsMatchLineEndings()) {
                #expect(page.contains("\\fB\(option.1)"), "\(option.1)")
            }
        }
        for line in try output("config").split(separator: "\n") {
            guard let name = line.firstMatch(of: #/^([a-z-]+) = /#)?.1 else { continue }
            #expect(page.contains(name), "\(name)")
        }
    }

    @Test(.enabled(if: isThere("bash"), "bash is not installed"))
    func `bash completes commands, options, their values, and files`() throws {
        try installed { prefix, _ in
            let script = prefix.appending(path: Self.files[4]).path
            let complete = """
                source '\(script)'
                complete -p broadsheet
                offers() {
                    COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
                    _broadsheet broadsheet "${!#}" "${@: -2:1}"
                    echo "${COMPREPLY[*]}"
                }
                cd '\(prefix.deletingLastPathComponent().path)'
                touch 'page one.txt'
                offers broadsheet sh
                offers broadsheet show page --hang
                offers broadsheet show page --hanging ''
                offers broadsheet completions ''
                offers broadsheet ''
                offers broadsheet --pl
                offers broadsheet page.txt --en
                offers broadsheet list page.txt --pl
                offers broadsheet --encoding GBK ''
                offers broadsheet marks ''
                offers broadsheet marks merge pa
                offers broadsheet --set the
                offers broadsheet --set theme = da
                offers broadsheet --set theme =
                offers broadsheet --set = theme = hi
                offers broadsheet --encoding = Shi
                offers broadsheet --set zzz
                offers broadsheet show 'page one.txt' 3 ''
                offers broadsheet -- --p
                offers broadsheet -- ''
                offers broadsheet install --prefix a
                """
            let result = try run(
                try #require(Self.path(of: "bash")), ["--noprofile", "--norc", "-c", complete],
                environment: environment(prefix.path))
            #expect(result.status == 0 && result.error == "", "\(result.error)")
            let commands =
                "read list show export explain map corrections marks add remove sources import fetch config manual completions install"
            let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let expected = [
                "complete -F _broadsheet broadsheet", "show", "--hanging", "full half none", "bash zsh fish",
                "\(commands) a prefix page one.txt", "--plain", "--encoding", "", "a prefix page one.txt",
                "list merge compact export import", "page one.txt",
                "theme=auto theme=dark theme=light theme=high-contrast theme=plain",
                "dark", "auto dark light high-contrast plain", "high-contrast", "Shift_JIS", "", "", "",
                "a prefix page one.txt", "a prefix", "",
            ]
            #expect(
                lines.map { Set($0.split(separator: " ")) } == expected.map { Set($0.split(separator: " ")) },
                "\(lines)")
        }
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `Tab completes a setting's value, and puts no blank after its name`() throws {
        try installed { prefix, _ in
            let tmux = try Tmux(columns: 80, rows: 24)
            try tmux.type("bash --noprofile --norc")
            try tmux.type("PS1=ready; source '\(prefix.appending(path: Self.files[4]).path)'; clear")
            try tmux.wait("the prompt") { $0.hasPrefix("ready") }
            try tmux.press("broadsheet --pl", "Tab", "--set mea", "Tab", "40 --set theme=da", "Tab")
            try tmux.wait("the line") { $0.contains("broadsheet --plain --set measure=40 --set theme=dark") }
            try tmux.press("C-c")
        }
    }

    @Test(.enabled(if: isThere("zsh"), "zsh is not installed"))
    func `zsh finds and loads its completion in the prefix`() throws {
        try installed { prefix, _ in
            let script = """
                fpath=('\(prefix.appending(path: "share/zsh/site-functions").path)' $fpath)
                autoload -Uz compinit && compinit -D -u && print -- $_comps[broadsheet]
                autoload +X _broadsheet && [[ $functions[_broadsheet] == *_files* ]] && print files
                """
            let result = try run(
                try #require(Self.path(of: "zsh")), ["-f", "-c", script], environment: environment(prefix.path))
            #expect(result.output == "_broadsheet\nfiles\n" && result.error == "", "\(result)")
        }
    }

    @Test(.enabled(if: isThere("zsh") && Tmux.isThere, "zsh or tmux is not installed"))
    func `zsh completes options of reading, settings with their values, and files on an empty word`() throws {
        try installed { prefix, _ in
            let tmux = try Tmux(columns: 100, rows: 30)
            let folder = prefix.appending(path: "share/zsh/site-functions").path
            try tmux.type("zsh -f")
            try tmux.type("cd '\(prefix.deletingLastPathComponent().path)'; touch page.txt; fpath=('\(folder)' $fpath)")
            try tmux.type("autoload -Uz compinit && compinit -D -u; setopt no_beep; PS1=ready; clear")
            try tmux.wait("the prompt") { $0.hasPrefix("ready") }
            try tmux.press("broadsheet --pl", "Tab", "--set mea", "Tab", "40 --set theme=da", "Tab")
            try tmux.wait("the line") { $0.contains("broadsheet --plain --set measure=40 --set theme=dark") }
            try tmux.press("C-u", "broadsheet ", "Tab")
            try tmux.wait("commands and files") { $0.contains("explain") && $0.contains("page.txt") }
            try tmux.press("C-u", "broadsheet page.txt --enc", "Tab")
            try tmux.wait("an option after a path") { $0.contains("broadsheet page.txt --encoding") }
            try tmux.press("C-c")
        }
    }

    @Test(.enabled(if: isThere("fish"), "fish is not installed"))
    func `fish completes commands, options' values, and files where a command may stand`() throws {
        try installed { prefix, _ in
            let script = """
                source '\(prefix.appending(path: Self.files[6]).path)'
                cd '\(prefix.deletingLastPathComponent().path)'
                complete -C 'broadsheet sho'
                complete -C 'broadsheet show page --hanging f'
                complete -C 'broadsheet a'
                complete -C 'broadsheet --pl'
                complete -C 'broadsheet page.txt --enc'
                complete -C 'broadsheet --set theme=da'
                complete -C 'broadsheet marks mer'
                complete -C 'broadsheet --encoding GBK '
                """
            let result = try run(
                try #require(Self.path(of: "fish")), ["--no-config", "-c", script],
                environment: environment(prefix.path))
            let offered = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
            #expect(
                offered == [
                    "show", "full", "a prefix/", "--plain", "--encoding", "theme=dark", "merge", "a prefix/",
                ] && result.error == "", "\(result)")
        }
    }
}
