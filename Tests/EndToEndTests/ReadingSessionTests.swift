import Foundation
import TestSupport
import Testing

/// The built program in a real terminal, as somebody at the keyboard uses it.
@Suite(.enabled(if: Tmux.isThere, "tmux is not installed"), .serialized)
struct ReadingSessionTests {
    @Test func `the sample edition opens, is read to the end of a story, and is marked as read the next day`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        let all = try #require(Self.unread(tmux.screen))
        try tmux.press("Down")
        try tmux.wait("the second story") { $0.contains("▌ ● 县医院开出夜间门诊") }
        try tmux.press("Right")
        try tmux.press("End")
        try tmux.wait("one less unread") { Self.unread($0) == all - 1 }
        try tmux.press("Escape")
        try tmux.wait("the list") { $0.contains("select") }
        try tmux.press("m")
        try tmux.wait("all unread") { Self.unread($0) == all }
        try tmux.press("m")
        try tmux.wait("one less unread") { Self.unread($0) == all - 1 }
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("砚浦日报") && $0.contains("$") }

        let tomorrow = try Tmux(columns: 100, rows: 30, folder: tmux.folder)
        try tomorrow.type("clear; \(Tmux.program)")
        try tomorrow.wait("one less unread") { Self.unread($0) == all - 1 }
        #expect(tomorrow.screen.contains("  县医院开出夜间门诊"))
        try tomorrow.press("q")
    }

    @Test func `resizing in the middle of a story keeps the line on top`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("Right", "Down", "Down", "Down", "Down", "Down", "Down", "Down")
        let before = try tmux.settled("the text below the headline") {
            !$0.contains("进山的班车 捎着一路牵挂\n") && $0.contains("%")
        }
        for (columns, rows) in [(60, 20), (12, 3), (150, 40), (100, 30)] {
            try tmux.resize(columns: columns, rows: rows)
            usleep(100_000)
        }
        try tmux.wait("the screen as it was") { $0 == before }
        try tmux.press("q")
    }

    @Test func `Ctrl-Z stops, and fg brings the same screen back`() throws {
        let tmux = try Tmux(columns: 80, rows: 24)
        try tmux.type("exec bash --norc --noprofile")
        try tmux.type("clear; \(Tmux.program)")
        let before = try tmux.settled("the sample edition") { $0.contains("砚浦日报") }
        try tmux.press("C-z")
        try tmux.wait(for: "Stopped")
        try tmux.type("fg")
        try tmux.wait("the screen as it was") { $0 == before }
        try tmux.press("C-z")
        try tmux.wait(for: "Stopped")
        try tmux.resize(columns: 100, rows: 30)
        try tmux.type("clear; fg")
        try tmux.wait("the screen in the new size") {
            let rows = $0.split(separator: "\n", omittingEmptySubsequences: false)
            return rows.count >= 30 && rows[29].contains("quit")
        }
        try tmux.press("Down")
        try tmux.wait(for: "▌ ● 县医院")
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("县医院") }
    }

    @Test func `a page on standard input is read while keys come from the terminal`() throws {
        let tmux = try Tmux()
        let page = tmux.folder.appending(path: "page.txt")
        try Self.page.write(to: page, atomically: true, encoding: .utf8)
        try tmux.type("clear; cat \(page.path) | \(Tmux.program) -")
        try tmux.wait(for: "渡口改成了桥头")
        try tmux.press("Right", "End")
        try tmux.wait(for: "unread 0/1")
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("渡口") }
    }

    @Test func `help lists the keys, and any of them closes it`() throws {
        let tmux = try Tmux()
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("?")
        try tmux.wait(for: "next unread story")
        try tmux.press("Escape")
        try tmux.wait("the list") { !$0.contains("next unread story") && $0.contains("砚浦日报") }
        try tmux.press("q")
    }

    @Test func `Chinese is the language of the messages where the locale asks for it`() throws {
        let tmux = try Tmux(environment: ["LC_ALL": "zh_CN.UTF-8"])
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "未读 ")
        try tmux.press("q")
    }

    @Test(arguments: ["C", "POSIX", "xx_YY", ""])
    func `the text is there in a locale that is not UTF-8 or not installed`(locale: String) throws {
        let tmux = try Tmux()
        try tmux.type("clear; LC_ALL=\(locale) LANG=\(locale) \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("q")
    }

    @Test(arguments: ["unset TERM", "TERM=nonesuch", "TERM="])
    func `a terminal type that is unknown is taken for xterm`(setting: String) throws {
        let tmux = try Tmux()
        try tmux.type("clear; (\(setting.hasPrefix("unset") ? setting : "export \(setting)"); \(Tmux.program))")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("q")
    }

    @Test(arguments: ["TERM", "HUP", "INT", "SEGV", "ABRT", "ILL"])
    func `the terminal is as it was after a signal, a crash's too`(signal: String) throws {
        let tmux = try Tmux()
        let modes = tmux.folder.appending(path: "modes").path
        try tmux.type("clear; stty -a > \(modes); \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        #expect(try tmux.run(["display-message", "-p", "#{alternate_on}"]) == "1\n")
        let shell = try tmux.run(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .newlines)
        let program = try run("/usr/bin/pgrep", ["-P", shell]).output.trimmingCharacters(in: .newlines)
        try run("/bin/kill", ["-\(signal)", program])
        try tmux.wait("the shell") { !$0.contains("砚浦日报") }
        try tmux.type("stty -a | cmp - \(modes) && echo ALL-\"\"SAME")
        try tmux.wait(for: "ALL-SAME")
        #expect(try tmux.run(["display-message", "-p", "#{alternate_on}"]) == "0\n")
        #expect(try tmux.run(["display-message", "-p", "#{mouse_any_flag}#{keypad_flag}#{cursor_flag}"]) == "001\n")
    }

    /// The number of unread stories that the masthead tells; nil where it tells none.
    static func unread(_ screen: String) -> Int? {
        screen.firstMatch(of: /unread (\d+)\/\d+/).flatMap { Int($0.1) }
    }

    static let page = """
        渡口镇

        渡口改成了桥头

        本报讯(记者 许南星)10月2日,横跨清水河的步行桥通行。摆渡四十年的老周收起竹篙,第一次走着过了河。

        桥头新修了凉亭,老周说,以后他就在这里给人指路。
        """
}
