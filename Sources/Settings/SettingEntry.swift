/// A setting as somebody gave it, and where.
package struct SettingEntry: Sendable, Hashable {
    /// The table's name and the setting's, with a full stop between: `keys.quit`.
    package var name: String
    package var value: SettingValue
    package var origin: SettingOrigin

    package init(name: String, value: SettingValue, origin: SettingOrigin) {
        self.name = name
        self.value = value
        self.origin = origin
    }
}

/// Where a setting's value comes from.
package enum SettingOrigin: Sendable, Hashable {
    /// Nobody gave one.
    case standard
    /// A line of the settings file, from 1.
    case file(line: Int)
    /// A variable of the environment.
    case environment(String)
    /// An option of the command line.
    case option(String)
}
