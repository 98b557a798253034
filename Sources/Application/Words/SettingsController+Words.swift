import Files
import Glibc
import Localization
import Settings
import TextDecoding

extension SettingsController {
    /// The interface's texts in the language of the settings, else of the locale.
    package func localization(_ environment: ProcessEnvironment) -> Localization {
        Localization(language: preferences.language, locale: environment.locale)
    }

    /// What is wrong with the settings, a message each.
    package func faults(in texts: Localization, _ environment: ProcessEnvironment) -> [String] {
        let reading = resolved.fileFault.map { fault in
            // It is read alone, so that "along with other files" would not help.
            let isNoFile = fault.operation == .read && fault.code == EINVAL
            return texts(.settingsUnreadable, isNoFile ? texts(.notAFile, fault.path) : texts.words(for: fault))
        }
        return [reading].compactMap(\.self)
            + resolved.faults.map { fault in
                var place = words(for: fault.origin, in: texts, environment)
                if case .option(let option) = fault.origin { place = TextDecoder.clean(option) }
                return texts(.settingElsewhere, place, TextDecoder.clean(texts.words(for: fault)))
            }
    }

    /// Where a value comes from: `~/.config/broadsheet/config.toml:3`.
    package func words(
        for origin: SettingOrigin, in texts: Localization, _ environment: ProcessEnvironment
    ) -> String {
        TextDecoder.clean(texts.words(for: origin, file: environment.abbreviated(file)))
    }
}
