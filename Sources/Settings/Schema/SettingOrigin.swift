/// Where a setting's value comes from.
package enum SettingOrigin: Sendable, Hashable {
    /// The default.
    case standard
    /// A line of the settings file, from 1.
    case file(line: Int)
    /// A variable of the environment, by its name.
    case environment(String)
    /// An option of the command line, as it was typed.
    case option(String)

    /// The line of the file; of what overrides the file, a later one than any.
    var line: Int { if case .file(let line) = self { line } else { .max } }
}
