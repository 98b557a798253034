import Foundation
import TestSupport
import Testing

/// `broadsheet --plain`, from a pipe and on terminals that only print.
struct LinearSessionTests {
    private func environment(_ folder: TemporaryFolder, _ more: [String: String] = [:]) -> [String: String] {
        [
            "LC_ALL": "C.UTF-8", "HOME": folder.path, "XDG_STATE_HOME": folder.appending(path: "state").path,
        ].merging(more) { $1 }
    }

    @Test func `commands may come from a pipe, and marks are those of every other way to read`() throws {
        let folder = try TemporaryFolder()
        let result = try run(
            Tmux.program, ["--plain"], input: Data("2\nm\nm 5\ns 5\nq\nn\n".utf8), environment: environment(folder))
        #expect(result.status == 0 && result.error == "")
        #expect(result.output.contains("县医院开出夜间门诊"))
        #expect(TerminalStream.plainText.faults(in: Array(result.output.utf8)) == [])
        let list = try run(Tmux.program, ["list"], environment: environment(folder)).output
        let marks = list.split(separator: "\n").prefix(5).map { $0.split(separator: "\t")[1] }
        #expect(marks == ["●", "●", "●", "●", "★"])
        let again = try run(Tmux.program, ["--plain"], environment: environment(folder)).output
        #expect(again.contains("\n5. starred, read: ") && again.contains("unread 25/26"))
    }

    @Test func `another day is read from a folder of days, and its marks are its own`() throws {
        let folder = try TemporaryFolder()
        for (day, town) in [("2026-03-05", "河口"), ("2026-03-06", "渡口")] {
            let edition = folder.appending(path: "paper/\(day)")
            try FileManager.default.createDirectory(at: edition, withIntermediateDirectories: true)
            let page = "\(town)镇\n\n\(town)改成了桥头\n\n本报讯(记者 许南星)10月2日,横跨清水河的\(town)步行桥通行,老周收起了竹篙。\n"
            try page.write(to: edition.appending(path: "01.txt"), atomically: true, encoding: .utf8)
        }
        let result = try run(
            Tmux.program, ["--plain", folder.appending(path: "paper").path],
            input: Data("e\ne 2\n1\ne\ne 1\ne 9\n".utf8),
            environment: environment(folder))
        #expect(result.status == 0 && result.error == "")
        let parts = result.output.components(separatedBy: "being read")
        #expect(parts.count == 3 && parts[0].contains("渡口改成了桥头") && !parts[0].contains("河口改成了桥头"))
        #expect(parts[1].contains("1. unread: 河口改成了桥头") && parts[2].contains("1. unread: 渡口改成了桥头"))
        #expect(parts[2].contains("there is no day 9; the last one is 2"))
        let list = try run(
            Tmux.program, ["list", "--unread", folder.appending(path: "paper").path], environment: environment(folder))
        #expect(list.output.contains("渡口") && !list.output.contains("河口"))
    }

    @Test(arguments: [true, false])
    func `what could not be read is said, and is the status at the end`(isPlain: Bool) throws {
        let folder = try TemporaryFolder()
        let page = "渡口镇\n\n渡口改成了桥头\n\n本报讯(记者 许南星)10月2日,横跨清水河的步行桥通行,老周收起了竹篙。\n"
        folder.write(Array(page.utf8), to: "01.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "02.txt").path, withDestinationPath: "/nowhere")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "state/broadsheet/marks"), withIntermediateDirectories: true)
        folder.write(Array("no mark\n".utf8), to: "state/broadsheet/marks/other.log")
        if isPlain {
            let result = try run(
                Tmux.program, ["--plain", folder.path], input: Data("q\n".utf8), environment: environment(folder))
            #expect(result.status == 1 && result.error == "" && result.output.contains("渡口改成了桥头"))
            #expect(result.output.contains("02.txt': no such file"))
            #expect(result.output.contains("other.log' has 1 line that is not a mark; it was skipped"))
        } else {
            let pty = try Pty(Tmux.program, [folder.path], columns: 100, rows: 30, folder: folder)
            defer { pty.end() }
            #expect(pty.wait(for: "no such file"))
            try pty.send("q")
            #expect(pty.wait(seconds: 10) == 1 && pty.isRestored)
        }
    }

    @Test func `a page from standard input is read where there is no terminal to ask at`() throws {
        let folder = try TemporaryFolder()
        let page = Data("山里的新桥通车了\n本报记者 林书远\n昨天上午,山里的新桥正式通车,附近五个村的人都来看热闹。\n".utf8)
        let result = try run(Tmux.program, ["--plain", "-"], input: page, environment: environment(folder))
        #expect(result.status == 0 && result.output.contains("1. unread: 山里的新桥通车了"))
    }

    @Test func `all of a large edition is there before the first question`() throws {
        let folder = try TemporaryFolder()
        let items = (0..<20_000).map { "{\"id\":\"\($0)\",\"title\":\"第\($0)篇\",\"content_text\":\"渡口的事，第\($0)篇。\"}" }
        let feed =
            #"{"version":"https://jsonfeed.org/version/1.1","title":"渡口","items":["# + items.joined(separator: ",")
            + "]}"
        let file = folder.appending(path: "feed.json")
        try Data(feed.utf8).write(to: file)
        let result = try run(
            Tmux.program, ["--plain", file.path], input: Data("q\n".utf8), environment: environment(folder))
        #expect(result.status == 0 && result.output.contains("unread 20000/20000"))
    }

    @Test func `a terminal that only prints gets this reading by itself, and no escape sequence`() throws {
        let folder = try TemporaryFolder()
        let terminal = try Pty(folder: folder, environment: ["TERM": "dumb", "LC_ALL": "C.UTF-8"])
        defer { terminal.end() }
        try #require(terminal.wait(for: "? help: "))
        try terminal.send("3\n")
        #expect(terminal.wait(for: "土星的光走了"))
        try terminal.send("q\n")
        #expect(terminal.wait(seconds: 10) == 0)
        #expect(TerminalStream.coloredText.faults(in: terminal.output) == [])
        #expect(!terminal.output.contains(0x1B))
    }

    @Test func `Control-C ends it, and what was marked stays`() throws {
        let folder = try TemporaryFolder()
        let terminal = try Pty(Tmux.program, ["--plain"], folder: folder, environment: ["LC_ALL": "C.UTF-8"])
        defer { terminal.end() }
        try #require(terminal.wait(for: "? help: "))
        try terminal.send("m 1\n")
        try #require(terminal.wait(for: "1, read"))
        try terminal.send("\u{3}")
        #expect(terminal.wait(seconds: 10) == 128 + SIGINT)
        let list = try run(Tmux.program, ["list", "--unread"], environment: environment(folder)).output
        #expect(list.split(separator: "\n").count == 25)
    }
}
