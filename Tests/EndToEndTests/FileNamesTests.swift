import Foundation
import TestSupport
import Testing

/// Names in GBK, of files and of folders, wherever a path is given.
struct FileNamesTests {
    /// Runs a script in a folder of its own. `$d` is the path of a folder whose name is 北关 in GBK.
    private func shell(_ script: String) throws -> (status: Int32, output: String, error: String) {
        let folder = try TemporaryFolder()
        folder.write(Array(ReadingSessionTests.page.utf8), to: "page.txt")
        let begin = """
            cd '\(folder.path)'; d="$PWD/$(printf '\\261\\261\\271\\330')"; mkdir "$d" home; export HOME="$PWD/home"
            export XDG_STATE_HOME="$d/state" XDG_CONFIG_HOME="$d/config" LC_ALL=C.UTF-8; b='\(Tmux.program)'

            """
        return try run("/bin/sh", ["-c", begin + script], environment: ["PATH": "/usr/bin:/bin"])
    }

    @Test func `pages and folders with such names are read, as arguments and as the library`() throws {
        let result = try shell(
            """
            n="$d/$(printf '\\261\\250').txt"; cp page.txt "$n"
            "$b" list "$n" | cut -f 4; "$b" list "$d" | cut -f 4; "$b" list --set 2>/dev/null
            "$b" show "$n" 1 | head -n 1; "$b" < /dev/null --set "library=$d" | cut -f 4
            """)
        let lines = result.output.split(separator: "\n").filter { $0.contains("渡口改成了桥头") }
        #expect(lines.count == 4, "\(result)")
    }

    @Test func `settings and marks are where XDG_CONFIG_HOME and XDG_STATE_HOME say`() throws {
        let result = try shell(
            """
            mkdir -p "$d/config/broadsheet"; printf 'measure = 52\\n' > "$d/config/broadsheet/config.toml"
            "$b" config | grep '^measure'
            test "$("$b" config --path)" = "$d/config/broadsheet/config.toml" && echo 'the same path'
            printf '1700000000000\\t0000000000001\\tread\\n' > "$d/other.log"
            "$b" marks merge "$d/other.log"; "$b" marks list | wc -l
            ls "$d/state/broadsheet/marks" | wc -l; ls "$HOME" | wc -l; ls | wc -l
            """)
        let lines = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.first?.hasPrefix("measure = 52") == true, "\(result)")
        #expect(lines.dropFirst() == ["the same path", "new marks: 1", "1", "1", "0", "3"], "\(result)")
    }

    @Test func `what the reader keeps is there too`() throws {
        let folder = try TemporaryFolder()
        folder.write(Array(ReadingSessionTests.page.utf8), to: "page.txt")
        let script = """
            cd '\(folder.path)'; export XDG_STATE_HOME="$PWD/$(printf '\\261\\261\\271\\330')"
            exec '\(Tmux.program)' page.txt
            """
        let pty = try Pty("/bin/sh", ["-c", script], columns: 100, rows: 30, folder: folder)
        defer { pty.end() }
        try #require(pty.wait(for: "渡口改成了桥头"))
        pty.settle()
        try pty.send("ms}y")
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        let list = try run(
            "/bin/sh",
            [
                "-c",
                "cd '\(folder.path)'; ls; cd \"$(printf '\\261\\261\\271\\330')/broadsheet\" && ls -d marks starred; ls starred | wc -l",
            ])
        #expect(list.output.contains("marks\nstarred\n1\n"), "\(list)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2, "\(list)")
    }

    @Test func `install takes such a prefix`() throws {
        let result = try shell(
            """
            "$b" install --prefix "$d/prefix" > /dev/null; "$d/prefix/bin/broadsheet" --version; find "$d/prefix" -type f | wc -l
            ls | wc -l
            """)
        let lines = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.dropFirst() == ["9", "3"], "\(result)")
    }
}
