/// A name with a value, and where it was given.
package struct SettingEntry: Sendable, Hashable {
    /// The full name: `theme`, or with its table `keys.quit`.
    package var name: String
    /// The value, which the setting may not accept.
    package var value: SettingValue
    /// Where it was given.
    package var origin: SettingOrigin

    /// An entry, by all its parts.
    package init(name: String, value: SettingValue, origin: SettingOrigin) {
        self.name = name
        self.value = value
        self.origin = origin
    }
}
