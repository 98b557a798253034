import Foundation
import TestSupport
import Testing
import Typesetting

/// The settings file of the built program, in a real terminal and on the command line.
@Suite(.enabled(if: Tmux.isThere, "tmux is not installed"), .serialized)
struct SettingsSessionTests {
    private func write(_ settings: String, in folder: TemporaryFolder) throws {
        let home = folder.appending(path: "config/broadsheet")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try settings.write(to: home.appending(path: "config.toml"), atomically: true, encoding: .utf8)
    }

    private func broadsheet(
        _ arguments: String..., in folder: TemporaryFolder, _ more: [String: String] = [:]
    ) throws -> (status: Int32, output: String, error: String) {
        let environment = [
            "LC_ALL": "C.UTF-8", "HOME": folder.path, "XDG_CONFIG_HOME": folder.appending(path: "config").path,
        ]
        return try run(Tmux.program, arguments, environment: environment.merging(more) { $1 })
    }

    @Test func `language and keys are as the file says, and what is saved while reading applies at once`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try write("language = \"zh-Hans\"\n[keys]\nquit = [\"x\"]\n", in: tmux.folder)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "x 退出")
        try tmux.press("Right", "Down", "Down", "Down", "Down", "Down", "Down")
        let before = try tmux.settled("the text below the headline") {
            $0.split(separator: "\n").dropFirst(2).first?.contains("3号发车位") == true && $0.contains("x 退出")
        }
        try write("language = \"en\"\n[keys]\nquit = [\"X\"]\n", in: tmux.folder)
        try tmux.wait(for: "settings file reloaded")
        try tmux.press("C-l")
        let after = try tmux.settled("the hints in English") { $0.contains("X quit") }
        let lines = { (screen: String) in screen.split(separator: "\n").dropFirst().dropLast() }
        #expect(lines(before).map { $0.suffix(20) } == lines(after).map { $0.suffix(20) })
        try tmux.press("x")
        #expect(tmux.screen.contains("X quit"))
        try tmux.press("X")
        try tmux.wait("the shell") { !$0.contains("X quit") && $0.contains("$") }
    }

    @Test func `an error after the language was changed while reading is in the new language`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        let paper = tmux.folder.appending(path: "paper")
        for day in ["2026-03-05", "2026-03-06"] {
            let edition = paper.appending(path: day)
            try FileManager.default.createDirectory(at: edition, withIntermediateDirectories: true)
            try ReadingSessionTests.page.write(
                to: edition.appending(path: "01.txt"), atomically: true, encoding: .utf8)
        }
        try write("language = \"en\"\n", in: tmux.folder)
        try tmux.type("clear; \(Tmux.program) \(paper.path)")
        try tmux.wait(for: "q quit")
        try write("language = \"zh-Hans\"\n", in: tmux.folder)
        try tmux.wait(for: "重新读取")
        try tmux.press("e")
        try tmux.wait("both days") { $0.contains("周四") && $0.contains("周五") }
        try FileManager.default.removeItem(at: paper.appending(path: "2026-03-05"))
        try tmux.press("End", "Enter")
        try tmux.wait(for: "无法读取")
        try tmux.press("q")
    }

    @Test func `all mistakes in the file are on the screen at the start and reported at the end, and the rest applies`()
        throws
    {
        let tmux = try Tmux(columns: 120, rows: 30)
        try write("theem = \"light\"\nlanguage = \"zh-Hans\"\nmeasure = 4\n", in: tmux.folder)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait("both faults") {
            $0.contains("设置有误") && $0.contains("config.toml:1：") && $0.contains("“theme”")
                && $0.contains("config.toml:3：") && $0.contains("Esc 关闭")
        }
        try tmux.press("Escape")
        try tmux.wait(for: "退出")
        try write("language = \"zh-Hans\"\nmeasure = 4\n", in: tmux.folder)
        try tmux.wait("the one that is left, in the line at the foot") {
            $0.contains("config.toml:2：") && !$0.contains("设置有误")
        }
        try write("theem = \"light\"\nlanguage = \"zh-Hans\"\nmeasure = 4\n", in: tmux.folder)
        try tmux.wait(for: "设置有误")
        try tmux.press("Escape")
        try tmux.wait(for: "退出")
        try tmux.press("q")
        try tmux.wait("both faults, after the screen") {
            $0.contains("config.toml:1：") && $0.contains("config.toml:3：") && !$0.contains("退出")
        }
        try tmux.type("echo status=$?")
        try tmux.wait(for: "status=0")
    }

    @Test func `on a narrow screen a mistake is shown with what was meant`() throws {
        let tmux = try Tmux(columns: 50, rows: 20)
        try write("theem = \"light\"\n", in: tmux.folder)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait("the whole message") {
            $0.contains("Mistakes in the settings") && $0.contains("Did you mean") && $0.contains("'theme'?")
        }
        try tmux.press("Escape")
        try tmux.wait(for: "? help")
        try tmux.press("q")
    }

    @Test func `a file that is not TOML is reported with line and column, and ignored`() throws {
        let folder = try TemporaryFolder()
        try write("theme = \"light\"\n[keys\n", in: folder)
        let result = try broadsheet("config", in: folder)
        #expect(result.status == 1)
        #expect(result.error.hasSuffix("config.toml:2: invalid TOML at column 6; the whole file is ignored\n"))
        #expect(result.output.contains("theme = \"auto\"  # default\n"))
    }

    @Test func `a line that is not TOML is reported with what to do, and the others apply`() throws {
        let folder = try TemporaryFolder()
        try write("theme = \"light\"\nmouse = off\nmeasure = = 3\n", in: folder)
        let result = try broadsheet("config", in: folder)
        #expect(result.status == 1)
        let errors = result.error.split(separator: "\n")
        #expect(errors.count == 2)
        #expect(
            errors.last?.hasSuffix(
                "config.toml:3: invalid TOML at column 11; this line is ignored. Words other than true and false need quotation marks."
            ) == true)
        #expect(
            errors.first?.hasSuffix(
                "config.toml:2: 'mouse' cannot be off without quotation marks. Takes true or false, or \"on\" or \"off\"."
            ) == true)
        #expect(result.output.contains("theme = \"light\"  # "))
    }

    @Test func `a settings file that is too large or no file at all is reported as what it is`() throws {
        let folder = try TemporaryFolder()
        try write(String(repeating: "# the same again\n", count: 5_000), in: folder)
        #expect(try broadsheet("config", in: folder).error.hasSuffix("config.toml': it is larger than 64 KiB\n"))
        let file = folder.appending(path: "config/broadsheet/config.toml")
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        #expect(try broadsheet("config", in: folder).error.hasSuffix("config.toml': it is not a regular file\n"))
    }

    @Test func `an option that takes another action's key is remarked upon alike by every command`() throws {
        let folder = try TemporaryFolder()
        let words =
            "broadsheet: --set keys.quit=m: 'keys.toggle-read' has no key left: 'm' now belongs to 'keys.quit'\n"
        for command in ["config", "show", "read"] {
            let page = folder.appending(path: "page.txt")
            try ReadingSessionTests.page.write(to: page, atomically: true, encoding: .utf8)
            let arguments = [command] + (command == "config" ? [] : [page.path]) + ["--set", "keys.quit=m"]
            let result = try run(Tmux.program, arguments, environment: ["LC_ALL": "C.UTF-8", "HOME": folder.path])
            #expect(result.status == 0 && result.error == words, "\(command): \(result.error)")
        }
    }

    @Test func `each setting is printed with its origin`() throws {
        let folder = try TemporaryFolder()
        try write("\nmeasure = 50\nhanging = \"none\"\n", in: folder)
        let path = try broadsheet("config", "--path", in: folder).output.trimmingCharacters(in: .newlines)
        #expect(path == folder.appending(path: "config/broadsheet/config.toml").path)
        let result = try broadsheet("config", "--set", "hanging=half", in: folder, ["NO_COLOR": "1"])
        #expect(result.status == 0 && result.error == "")
        for line in [
            "language = \"auto\"  # default", "measure = 50  # ~/config/broadsheet/config.toml:2",
            "hanging = \"half\"  # option: --set hanging=half", "theme = \"plain\"  # environment: NO_COLOR",
        ] {
            #expect(result.output.contains(line + "\n"))
        }
    }

    @Test func `the example is written, read, and changes nothing`() throws {
        let folder = try TemporaryFolder()
        let before = try broadsheet("config", in: folder)
        try write(try broadsheet("config", "--example", in: folder).output, in: folder)
        let after = try broadsheet("config", in: folder)
        #expect(after == before && after.status == 0)
    }

    @Test func `show sets stories as the file says, and its own options override it`() throws {
        let folder = try TemporaryFolder()
        let page = folder.appending(path: "page.txt")
        try ReadingSessionTests.page.write(to: page, atomically: true, encoding: .utf8)
        try write("restore-punctuation = false\nmeasure = 30\n", in: folder)
        let plain = try broadsheet("show", page.path, "1", in: folder)
        #expect(plain.output.contains(",") && !plain.output.contains("，"))
        #expect(plain.output.split(separator: "\n").allSatisfy { cells(of: String($0)) <= 32 })
        let option = try broadsheet("show", page.path, "1", "--set", "restore-punctuation=true", in: folder)
        #expect(option.output.contains("，"))
        #expect(try broadsheet("show", page.path, "1", "--set", "measure", in: folder).status == 2)
    }

    @Test func `the library is what is read where no path is given`() throws {
        let folder = try TemporaryFolder()
        try ReadingSessionTests.page.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
        try write("library = \"~/page.txt\"\n", in: folder)
        #expect(try broadsheet("list", in: folder).output.contains("渡口改成了桥头"))
    }
}
