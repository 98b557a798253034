import Foundation
import Testing

/// A program in a real terminal: tmux with a server of its own, so that no other session is touched.
package final class Tmux: Sendable {
    /// The home folder of the programs in this terminal, and the place of the server's socket.
    package let folder: TemporaryFolder
    private let socket: String
    private let server: pid_t
    /// The shell, which leads the session of all programs in this terminal.
    private let shell: pid_t

    package static var isThere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux") }

    /// The built program, beside the tests.
    package static var program: String {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "broadsheet")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside.path }
        return projectRoot.appending(path: ".build/debug/broadsheet").path
    }

    /// Opens a shell in a terminal of that size.
    /// - Parameter folder: the folder of an earlier terminal, for a program that is to find its state again.
    package init(
        columns: Int = 80, rows: Int = 24, folder: TemporaryFolder? = nil, environment: [String: String] = [:]
    ) throws {
        self.folder = try folder ?? TemporaryFolder()
        socket = self.folder.path + "/tmux-\(UUID().uuidString.prefix(8))"
        var variables = [
            "XDG_STATE_HOME": self.folder.appending(path: "state").path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "HOME": self.folder.path, "BROWSER": "/bin/true",
            "XDG_CONFIG_HOME": self.folder.appending(path: "config").path,
        ]
        variables.merge(environment) { $1 }
        var arguments = ["-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows)]
        for (name, value) in variables { arguments += ["-e", "\(name)=\(value)"] }
        try TestSupport.run("/usr/bin/tmux", ["-S", socket] + arguments + ["exec /bin/sh"])
        let shown = try TestSupport.run("/usr/bin/tmux", ["-S", socket, "display-message", "-p", "#{pid} #{pane_pid}"])
        let processes = shown.output.split(whereSeparator: \.isWhitespace).map { pid_t($0) ?? -1 }
        (server, shell) = (processes.first ?? -1, processes.last ?? -1)
        try run(["set-option", "-g", "status", "off", ";", "set-option", "-g", "escape-time", "0"])
        try run(["resize-window", "-x", String(columns), "-y", String(rows)])
        // A prompt that is the same for every user.
        try type("PS1='$ '; clear")
        try wait("the shell") { $0.hasPrefix("$") }
    }

    /// Ends the server, and waits until it and all programs in the terminal have ended: until then the folder may change.
    deinit {
        _ = try? run(["kill-server"])
        let deadline = Date.now.addingTimeInterval(5)
        while Date.now < deadline, !hasEnded(server) || hasProcesses { usleep(10_000) }
    }

    /// Whether a program that was started in this terminal still runs.
    private var hasProcesses: Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { pid_t($0).map { getsid($0) == shell && !hasEnded($0) } ?? false }
    }

    /// Whether a process is gone, or has ended and only waits for somebody to ask how: in some containers nobody does.
    private func hasEnded(_ process: pid_t) -> Bool {
        // The state comes after the name, which may hold anything, in parentheses.
        let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return status.isEmpty || status[(status.lastIndex(of: ")") ?? status.startIndex)...].dropFirst(2).hasPrefix("Z")
    }

    /// Types a command line into the shell.
    package func type(_ line: String) throws {
        try run(["send-keys", "-l", line])
        try press("Enter")
    }

    /// Presses keys by tmux's names, or by themselves.
    package func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

    package func resize(columns: Int, rows: Int) throws {
        try run(["resize-window", "-x", String(columns), "-y", String(rows)])
    }

    /// What was copied into tmux last.
    package var buffer: String { (try? run(["show-buffer"])) ?? "" }

    /// The screen as text.
    package var screen: String { (try? run(["capture-pane", "-p"])) ?? "" }

    /// Waits until the screen shows what is expected; fails with the screen after ten seconds.
    @discardableResult
    package func wait(
        _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation, until isThere: (String) -> Bool
    ) throws -> String {
        let deadline = Date.now.addingTimeInterval(20)
        var seen = ""
        while Date.now < deadline {
            seen = screen
            if isThere(seen) { return seen }
            usleep(20_000)
        }
        Issue.record("\(what) did not come; the screen was:\n\(seen)", sourceLocation: sourceLocation)
        return seen
    }

    /// As `wait`, for a screen that is drawn whole: the same was there twice.
    @discardableResult
    package func settled(
        _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isThere: (String) -> Bool
    ) throws -> String {
        var last = ""
        return try wait(what, sourceLocation: sourceLocation) { screen in
            defer { last = screen }
            return isThere(screen) && screen == last
        }
    }

    @discardableResult
    package func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try wait("'\(text)'", sourceLocation: sourceLocation) { $0.contains(text) }
    }

    @discardableResult
    package func run(_ arguments: [String]) throws -> String {
        try TestSupport.run("/usr/bin/tmux", ["-S", socket] + arguments).output
    }
}
