import Files

/// The preferences in effect, where each value comes from, and what was wrong.
package struct ResolvedPreferences: Sendable {
    /// The values in effect.
    package var preferences = Preferences()
    /// By the setting's full name; a setting that is missing has its default value.
    package var origins: [String: SettingOrigin] = [:]
    /// What was wrong with single settings, or with the text of the file, in the order in which they were given.
    package var faults: [SettingFault] = []
    /// Why the file could not be read; nil where it was read or does not exist.
    package var fileFault: FileFault?

    /// The default preferences.
    package init() {}
}
