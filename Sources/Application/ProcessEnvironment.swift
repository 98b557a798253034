import Glibc
import Jobs

/// What the program takes from its environment: variables, folders, clocks. Nothing else asks the system for them.
package struct ProcessEnvironment: Sendable {
    private let variables: @Sendable (String) -> String?
    private let clock: @Sendable () -> Int64
    private let monotonicClock: @Sendable () -> Int64

    /// The environment that the program was started in.
    package static let current = ProcessEnvironment()

    /// - Parameters:
    ///   - variables: the value of a variable; nil where it is not set.
    ///   - clock: milliseconds since 1970.
    ///   - monotonicClock: milliseconds of a clock that nobody sets.
    package init(
        variables: @escaping @Sendable (String) -> String? = { getenv($0).map { String(cString: $0) } },
        clock: @escaping @Sendable () -> Int64 = ProcessEnvironment.systemTime,
        monotonicClock: @escaping @Sendable () -> Int64 = monotonicNow
    ) {
        self.variables = variables
        self.clock = clock
        self.monotonicClock = monotonicClock
    }

    /// Milliseconds since 1970 by the system's clock.
    package static func systemTime() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Milliseconds since 1970: the date of a mark. Somebody may set that clock, so no deadline goes by it.
    package var now: Int64 { clock() }

    /// Milliseconds of a clock that nobody sets: what every deadline goes by.
    package var uptime: Int64 { monotonicClock() }

    /// A variable that is set and not empty.
    package func variable(_ name: String) -> String? {
        guard let value = variables(name), !value.isEmpty else { return nil }
        return value
    }

    /// The locale for messages: LC_ALL before LC_MESSAGES before LANG.
    package var locale: String { variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? "C" }

    /// no-color.org: set to anything but nothing.
    package var wantsColor: Bool { variable("NO_COLOR") == nil }

    /// `$XDG_STATE_HOME/broadsheet`, by default `~/.local/state/broadsheet`; a relative one counts as unset.
    package var stateFolder: String {
        if let home = variable("XDG_STATE_HOME"), home.hasPrefix("/") { return home + "/broadsheet" }
        return home + "/.local/state/broadsheet"
    }

    /// `$XDG_CONFIG_HOME/broadsheet/config.toml`, by default `~/.config/broadsheet/config.toml`; likewise.
    package var settingsFile: String {
        let folder = variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        return folder + "/broadsheet/config.toml"
    }

    /// The user's home folder.
    package var home: String { variable("HOME") ?? Self.homeOfUser ?? "/tmp" }

    /// A path as a shell would take it: `~/` is the home folder.
    package func expanded(_ path: String) -> String { path.hasPrefix("~/") ? home + path.dropFirst() : path }

    /// The same the other way round.
    package func abbreviated(_ path: String) -> String {
        path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    /// Where the sizes of the panes are kept.
    package var panesFile: String { stateFolder + "/panes" }
    /// The themes that the reader chose by a key.
    package var themesFile: String { stateFolder + "/themes" }

    /// Where copies go that the terminal does not take.
    package var copyFile: String { stateFolder + "/copied.txt" }

    /// Whether the terminal says that it can do nothing but print one line after another.
    package var terminalOnlyPrints: Bool { variable("TERM") == "dumb" }

    private static var homeOfUser: String? {
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return nil }
        return String(cString: folder)
    }
}
