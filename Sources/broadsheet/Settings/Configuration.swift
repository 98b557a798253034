import Files
import Reader
import Settings
import TextDecoding
import Localization

/// The settings file as it was read, and what else has a say.
struct Configuration {
    private let entries: [SettingEntry]
    /// Why nothing of the file counts; nil where it does.
    private let fault: SettingFault?
    private let unreadable: FileFault?

    /// Reads the file; where there is none, nothing is said.
    init() {
        var entries: [SettingEntry] = []
        var fault: SettingFault?
        var unreadable: FileFault?
        do {
            entries = try SettingsFile.load(Surroundings.settingsFile)
        } catch let error as SettingFault {
            fault = error
        } catch {
            unreadable = error as? FileFault
        }
        self.entries = entries
        self.fault = fault
        self.unreadable = unreadable
    }

    /// Options count before the file; that no colours are wanted, before both.
    func settled(with options: [SettingEntry] = []) -> ResolvedPreferences {
        var all = entries + options
        if !Surroundings.wantsColor {
            let plain = SettingValue.string(ThemeName.plain.rawValue)
            all.append(SettingEntry(name: "theme", value: plain, origin: .environment("NO_COLOR")))
        }
        var settled = SettingsTable.resolved(all)
        if let fault { settled.faults.insert(fault, at: 0) }
        return settled
    }

    /// All that is wrong, in words; nothing where nothing is.
    func complaints(of settled: ResolvedPreferences) -> [String] {
        let texts = settled.preferences.texts
        let reading = unreadable.map { [texts(.settingsUnreadable, texts.words(for: .file($0)))] } ?? []
        return reading
            + settled.faults.map { fault in
                let place = Self.words(for: fault.origin, in: texts)
                return texts(.settingElsewhere, place, TextDecoder.clean(fault.words(in: texts)))
            }
    }

    /// Where a value comes from.
    static func words(for origin: SettingOrigin, in texts: Localization) -> String {
        switch origin {
        case .standard: texts(.originStandard)
        case .file(let line): "\(Surroundings.abbreviated(FileName(Surroundings.settingsFile).shown)):\(line)"
        case .environment(let name): texts(.originEnvironment, name)
        case .option(let option): texts(.originOption, TextDecoder.clean(option))
        }
    }
}

extension Preferences {
    /// The interface's texts in the language that is wanted.
    var texts: Localization { language.map { Localization(language: $0) } ?? Localization(locale: Surroundings.locale) }
}
