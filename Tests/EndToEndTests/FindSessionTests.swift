import Foundation
import TestSupport
import Testing

/// TextSearch in the running program, as somebody at the keyboard does it.
@Suite(.enabled(if: Tmux.isThere, "tmux is not installed"), .serialized)
struct FindSessionTests {
    @Test func `words typed as UTF-8 are found in the story, gone to, and left again`() throws {
        let tmux = try Tmux(columns: 80, rows: 24)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("Right")
        try tmux.wait("the body") { $0.contains("scroll") }
        try tmux.press("/")
        try tmux.wait(for: "find:")
        try tmux.run(["send-keys", "-l", "鷄蛋"])
        try tmux.wait(for: "1/3")
        #expect(try tmux.run(["display-message", "-p", "#{cursor_x},#{cursor_y}"]) == "11,23\n")
        // Marked without a colour too.
        #expect(
            try tmux.run(["capture-pane", "-p", "-e"]).contains(
                /\u{1B}\[([0-9]+;)*4(;[0-9]+)*m[^\u{1B}]*(\u{1B}\[[0-9;]*m)*鸡蛋/))
        try tmux.press("Enter", "n")
        try tmux.wait(for: "2/3")
        try tmux.press("N", "N")
        try tmux.wait(for: "3/3")
        try tmux.press("Escape")
        try tmux.wait("no marks") { !$0.contains("3/3") }
        try tmux.press("g")
        try tmux.wait("the story's beginning") { $0.contains("全县17条农村客运线") }
        try tmux.press("q")
    }

    @Test func `words are found in all stories, and Escape leads back`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait("the list") { $0.contains("砚浦日报") && $0.contains("quit") }
        try tmux.press("F")
        try tmux.run(["send-keys", "-l", "夜間"])
        try tmux.press("Enter", "Down", "Down")
        try tmux.wait("the third hit") { $0.contains("3/8") && $0.contains("夜间门诊共接诊") }
        try tmux.press("Enter")
        try tmux.wait("the story") { $0.contains("scroll") }
        try tmux.press("Escape", "Escape")
        try tmux.wait("the list as it was") { $0.contains("▌ ● 进山的班车") && !$0.contains("3/8") }
        try tmux.press("q")
    }

    @Test func `a list is narrowed by initials`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("/", "s", "m", "s", "j")
        try tmux.wait("one story") { $0.contains("▌ ● 晒面时节") && !$0.contains("● 县医院") }
        try tmux.press("Escape")
        try tmux.wait("all stories") { $0.contains("● 县医院") }
        try tmux.press("q")
    }

    @Test func `what is pasted presses no key`() throws {
        let tmux = try Tmux(columns: 80, rows: 24)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        let all = try #require(ReadingSessionTests.unread(tmux.screen))
        try tmux.run(["set-buffer", "A\nq\n"])
        try tmux.run(["paste-buffer", "-p"])
        try tmux.press("Right", "/")
        try tmux.run(["set-buffer", "班\n车"])
        try tmux.run(["paste-buffer", "-p"])
        try tmux.wait(for: "find: 班 车")
        #expect(ReadingSessionTests.unread(tmux.screen) == all)
        try tmux.press("Escape")
        try tmux.wait("the story") { !$0.contains("find: 班 车") }
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("砚浦日报") }
    }

    @Test func `a pane that was made larger is as large the next day`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program)")
        let before = try tmux.wait(for: "砚浦日报")
        try tmux.press(">", ">", ">")
        let larger = try tmux.wait("a larger list") { $0 != before && $0.contains("quit") }
        usleep(200_000)
        let last = tmux.screen
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("砚浦日报") }
        let tomorrow = try Tmux(columns: 100, rows: 30, folder: tmux.folder)
        try tomorrow.type("clear; \(Tmux.program)")
        try tomorrow.wait("the larger list") { $0 == last }
        #expect(larger != before)
        try tomorrow.press("q")
    }
}

/// Stars, across editions.
@Suite(.enabled(if: Tmux.isThere, "tmux is not installed"), .serialized)
struct StarredSessionTests {
    @Test func `a story that was starred in one paper is read from its section in another, its file gone`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        let page = tmux.folder.appending(path: "page.txt")
        try ReadingSessionTests.page.write(to: page, atomically: true, encoding: .utf8)
        try tmux.type("clear; \(Tmux.program) \(page.path)")
        try tmux.wait(for: "渡口改成了桥头")
        try tmux.press("s")
        try tmux.wait(for: "★ starred")
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("渡口改成了桥头") }
        try FileManager.default.removeItem(at: page)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("Left", "End")
        try tmux.wait("the starred story") { $0.contains("▌★● 渡口改成了桥头") && $0.contains("横跨清水河的步行桥通行") }
        try tmux.press("Right", "s", "q")
        try tmux.wait("the shell") { !$0.contains("渡口") }
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait("no such section") { $0.contains("砚浦日报") && !$0.contains("★ starred") }
        try tmux.press("q")
    }
}
