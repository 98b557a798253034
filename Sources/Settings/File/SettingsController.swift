import Files

/// The settings in effect: the file, overridden by options, overridden by the environment (`NO_COLOR`). Reads the file again
/// when it has changed.
package struct SettingsController {
    /// The settings file; it need not exist.
    package let file: FileName
    /// The values in effect, and what is wrong with those that were given.
    package private(set) var resolved: ResolvedPreferences
    private let overrides: [SettingEntry]
    private var watch: SettingsWatch

    /// The preferences in effect.
    package var preferences: Preferences { resolved.preferences }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - options: settings of the command line; they override the file's.
    ///   - wantsColor: false where `NO_COLOR` is set; the theme is then plain, whatever file and options say.
    package init(file: FileName, options: [SettingEntry] = [], wantsColor: Bool = true) {
        self.file = file
        let plain = SettingEntry(
            name: "theme", value: .string(ThemeName.plain.rawValue), origin: .environment("NO_COLOR"))
        overrides = options + (wantsColor ? [] : [plain])
        // Before the file is read: a change between the two is noticed.
        watch = SettingsWatch(file)
        resolved = Self.resolve(file, overrides)
    }

    /// Reads the file again if it has changed since the last time; returns whether it had.
    package mutating func reread() -> Bool {
        guard watch.hasChanged() else { return false }
        resolved = Self.resolve(file, overrides)
        return true
    }

    private static func resolve(_ file: FileName, _ overrides: [SettingEntry]) -> ResolvedPreferences {
        var (entries, textFaults): ([SettingEntry], [SettingFault]) = ([], [])
        var fileFault: FileFault?
        do throws(FileFault) {
            (entries, textFaults) = try SettingsFile.load(file)
        } catch {
            fileFault = error
        }
        var resolved = SettingsTable.resolved(entries + overrides)
        resolved.faults = (textFaults + resolved.faults).sorted { $0.origin.line < $1.origin.line }
        resolved.fileFault = fileFault
        return resolved
    }
}
