import Foundation
import Testing

/// A program in a real terminal: tmux with a server of its own, so that no other session is touched.
package final class Tmux: Sendable {
    private let socket = "broadsheet-test-\(UUID().uuidString.prefix(8))"
    /// A folder for this terminal alone: the program's state goes there.
    package let folder: URL

    package static var isThere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux") }

    /// The built program, beside the tests.
    package static var program: String {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "broadsheet")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside.path }
        return projectRoot.appending(path: ".build/debug/broadsheet").path
    }

    /// Opens a shell of that size; `folder` keeps the program's state from one terminal to the next.
    package init(columns: Int = 80, rows: Int = 24, folder: URL? = nil, environment: [String: String] = [:]) throws {
        self.folder = try folder ?? Self.temporaryFolder()
        var variables = [
            "XDG_STATE_HOME": self.folder.appending(path: "state").path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "HOME": self.folder.path, "BROWSER": "/bin/true",
            "XDG_CONFIG_HOME": self.folder.appending(path: "config").path,
        ]
        variables.merge(environment) { $1 }
        var arguments = ["-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows)]
        for (name, value) in variables { arguments += ["-e", "\(name)=\(value)"] }
        try run(arguments + ["exec /bin/sh"])
        try run(["set-option", "-g", "status", "off", ";", "set-option", "-g", "escape-time", "0"])
        try run(["resize-window", "-x", String(columns), "-y", String(rows)])
        // A prompt that is the same for every user.
        try type("PS1='$ '; clear")
        try wait("the shell") { $0.hasPrefix("$") }
    }

    deinit { _ = try? run(["kill-server"]) }

    package static func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
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
        try TestSupport.run("/usr/bin/tmux", ["-L", socket] + arguments).output
    }
}
