import Files
import Localization
import Settings
import TextDecoding

extension SettingsController {
    /// The settings of this environment, overridden by options.
    init(options: [SettingEntry] = []) {
        self.init(path: Surroundings.settingsFile, options: options, wantsColor: Surroundings.wantsColor)
    }

    /// The interface's texts in the language of the settings, else of the locale.
    var localization: Localization { Localization(language: preferences.language, locale: Surroundings.locale) }

    /// What is wrong with the settings, a message each.
    func faults(in texts: Localization) -> [String] {
        let reading = resolved.fileFault.map { [texts(.settingsUnreadable, Material.words(for: .file($0)))] } ?? []
        return reading
            + resolved.faults.map { fault in
                let place = words(for: fault.origin, in: texts)
                return texts(.settingElsewhere, place, TextDecoder.clean(texts.words(for: fault)))
            }
    }

    /// Where a value comes from: `~/.config/broadsheet/config.toml:3`.
    func words(for origin: SettingOrigin, in texts: Localization) -> String {
        TextDecoder.clean(texts.words(for: origin, file: Surroundings.abbreviated(FileName(path).shown)))
    }
}
