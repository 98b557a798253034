import Glibc

/// What the program takes from its environment; nothing else in it asks.
enum ProcessEnvironment {
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The locale for messages: LC_ALL before LC_MESSAGES before LANG.
    static var locale: String {
        variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? "C"
    }

    /// no-color.org: set to anything but nothing.
    static var wantsColor: Bool { variable("NO_COLOR") == nil }

    /// `$XDG_STATE_HOME/broadsheet`, by default `~/.local/state/broadsheet`; a relative one counts as unset.
    static var stateFolder: String {
        if let home = variable("XDG_STATE_HOME"), home.hasPrefix("/") { return home + "/broadsheet" }
        return home + "/.local/state/broadsheet"
    }

    /// `$XDG_CONFIG_HOME/broadsheet/config.toml`, by default `~/.config/broadsheet/config.toml`; likewise.
    static var settingsFile: String {
        let folder = variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        return folder + "/broadsheet/config.toml"
    }

    static var home: String { variable("HOME") ?? homeOfUser ?? "/tmp" }

    /// A path as a shell would take it: `~/` is the home folder.
    static func expanded(_ path: String) -> String { path.hasPrefix("~/") ? home + path.dropFirst() : path }

    /// The same the other way round.
    static func abbreviated(_ path: String) -> String {
        path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    /// Where the sizes of the panes are kept.
    static var panesFile: String { stateFolder + "/panes" }

    /// Where copies go that the terminal does not take.
    static var copyFile: String { stateFolder + "/copied.txt" }

    private static var homeOfUser: String? {
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return nil }
        return String(cString: folder)
    }

    /// Milliseconds since 1970.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Columns of the terminal on standard output; nil where it is none.
    static var columns: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether the terminal says that it can do nothing but print one line after another.
    static var terminalOnlyPrints: Bool { variable("TERM") == "dumb" }
}
