import Reader
import Settings

/// Carries the settings between the file and the reading screen, and reads them again when the file has changed.
struct SettingsKeeper {
    private let options: [SettingEntry]
    private var watch = SettingsWatch(Surroundings.settingsFile)
    private var settled: ResolvedPreferences
    /// What is wrong with the settings that count now, in words.
    private(set) var faults: [String]

    var preferences: Preferences { settled.preferences }

    init(options: [SettingEntry] = []) {
        self.options = options
        settled = configuration.settled(with: options)
        faults = configuration.complaints(of: settled)
    }

    /// True where the file has changed since the last time; its settings count now.
    mutating func readAgain() -> Bool {
        guard watch.hasChanged() else { return false }
        let configuration = Configuration()
        settled = configuration.settled(with: options)
        faults = configuration.complaints(of: settled)
        return true
    }

    /// The settings that count, as TOML, each with its origin.
    var listing: String {
        let texts = preferences.texts
        return SettingsTable.listing(settled) { Configuration.words(for: $0, in: texts) }
    }
}
