import Files
import Glibc
import Jobs

/// What the program takes from its environment: variables, folders, clocks. Nothing else asks the system for them.
package struct ProcessEnvironment: Sendable {
    private let variables: @Sendable (String) -> [UInt8]?
    private let systemHome: @Sendable () -> FileName?
    private let clock: @Sendable () -> Int64
    private let monotonicClock: @Sendable () -> Int64

    /// The environment that the program was started in.
    package static let current = ProcessEnvironment(
        bytes: { getenv($0).map { value in Array(UnsafeRawBufferPointer(start: value, count: strlen(value))) } })

    /// - Parameters:
    ///   - variables: the value of a variable; nil where it is not set.
    ///   - systemHome: the folder that the system has for the user; nil where it has none.
    ///   - clock: milliseconds since 1970.
    ///   - monotonicClock: milliseconds of a clock that nobody sets.
    package init(
        variables: @escaping @Sendable (String) -> String?,
        systemHome: @escaping @Sendable () -> FileName? = ProcessEnvironment.homeOfUser,
        clock: @escaping @Sendable () -> Int64 = ProcessEnvironment.systemTime,
        monotonicClock: @escaping @Sendable () -> Int64 = monotonicNow
    ) {
        self.init(
            bytes: { variables($0).map { Array($0.utf8) } }, systemHome: systemHome, clock: clock,
            monotonicClock: monotonicClock)
    }

    private init(
        bytes: @escaping @Sendable (String) -> [UInt8]?,
        systemHome: @escaping @Sendable () -> FileName? = ProcessEnvironment.homeOfUser,
        clock: @escaping @Sendable () -> Int64 = ProcessEnvironment.systemTime,
        monotonicClock: @escaping @Sendable () -> Int64 = monotonicNow
    ) {
        variables = bytes
        self.systemHome = systemHome
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
    package func variable(_ name: String) -> String? { path(name).map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// The same of one that holds a path: any bytes.
    package func path(_ name: String) -> FileName? {
        guard let value = variables(name), !value.isEmpty else { return nil }
        return FileName(value)
    }

    /// The locale for messages: LC_ALL before LC_MESSAGES before LANG.
    package var locale: String { variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? "C" }

    /// no-color.org: set to anything but nothing.
    package var wantsColor: Bool { variable("NO_COLOR") == nil }

    /// `$XDG_STATE_HOME/broadsheet`, by default `~/.local/state/broadsheet`; a relative one counts as unset.
    package var stateFolder: FileName {
        (absolute("XDG_STATE_HOME") ?? (home ?? Self.nowhere).appending(".local/state")).appending("broadsheet")
    }

    /// `$XDG_CONFIG_HOME/broadsheet/config.toml`, by default `~/.config/broadsheet/config.toml`; likewise.
    package var settingsFile: FileName { settingsFolder.appending("config.toml") }

    private var settingsFolder: FileName {
        (absolute("XDG_CONFIG_HOME") ?? (home ?? Self.nowhere).appending(".config")).appending("broadsheet")
    }

    /// `sources.toml` beside the settings: what the reader follows.
    package var sourcesFile: FileName { settingsFolder.appending("sources.toml") }

    /// Where the days' editions of what the reader follows are; nil where there is no such folder.
    package var editionsFolder: FileName? { dataFolder?.appending("editions") }

    /// What is remembered of the sources from one round of fetching to the next.
    package var fetchingFolder: FileName { stateFolder.appending("fetching") }

    /// `$XDG_DATA_HOME/broadsheet`, by default `~/.local/share/broadsheet`; likewise. Nil where there is no such folder.
    package var dataFolder: FileName? {
        (absolute("XDG_DATA_HOME") ?? home?.appending(".local/share"))?.appending("broadsheet")
    }

    private func absolute(_ name: String) -> FileName? {
        path(name).flatMap { $0.bytes.first == UInt8(ascii: "/") ? $0 : nil }
    }

    /// The user's home folder; nil where neither HOME nor the system names one. A folder that all users share is no
    /// substitute: what somebody reads is nobody else's business.
    package var home: FileName? { path("HOME") ?? systemHome() }

    /// Whether there is a folder for what outlives the program.
    package var hasStateFolder: Bool { home != nil || absolute("XDG_STATE_HOME") != nil }

    /// Whether there is a folder for the settings.
    package var hasSettingsFolder: Bool { home != nil || absolute("XDG_CONFIG_HOME") != nil }

    /// Stands for the home folder where there is none: nothing can be read there, or made.
    private static let nowhere = FileName("/proc/self/none")

    /// A path as a shell would take it: `~/` is the home folder.
    package func expanded(_ path: FileName) -> FileName {
        guard path.hasPrefix(FileName("~/")) else { return path }
        return (home ?? Self.nowhere).appending(FileName(Array(path.bytes.dropFirst(2))))
    }

    /// A path to be shown, the same the other way round.
    package func abbreviated(_ path: FileName) -> String {
        guard let home, path.hasPrefix(home.appending("")) else { return path.shown }
        return "~/" + FileName(Array(path.bytes.dropFirst(home.appending("").bytes.count))).shown
    }

    /// Where the sizes of the panes are kept.
    package var panesFile: FileName { stateFolder.appending("panes") }
    /// The themes that the reader chose by a key.
    package var themesFile: FileName { stateFolder.appending("themes") }

    /// Where copies go that the terminal does not take.
    package var copyFile: FileName { stateFolder.appending("copied.txt") }

    /// Whether the terminal says that it can do nothing but print one line after another.
    package var terminalOnlyPrints: Bool { variable("TERM") == "dumb" }

    /// The home folder that the system's list of users has.
    package static func homeOfUser() -> FileName? {
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir, folder.pointee != 0 else { return nil }
        return FileName(Array(UnsafeRawBufferPointer(start: folder, count: strlen(folder))))
    }
}
