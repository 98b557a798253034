import Localization
import Screen
import Settings

/// What the reader settled, and changes while reading.
extension ReaderState {
    var markRead: Preferences.MarkRead { preferences.markRead }

    /// Takes over other preferences, in the midst of reading. Where the reader is stays: a place does not depend on how the
    /// story is set. What they changed by a key stays too, unless just that was settled otherwise.
    package mutating func apply(_ new: Preferences, texts newTexts: Localization) {
        let old = preferences
        preferences = new
        texts = newTexts
        keymap = Keymap(new.keys)
        if new.theme != old.theme { themeName = new.theme }
        theme = new.theme(themeName, depth: depth)
        if new.reading.columns != old.reading.columns { wantsColumns = new.reading.columns }
        let known = settings.ambiguousWidth
        settings = new.reading
        // The terminal was asked already.
        if new.reading.ambiguousWidth == old.reading.ambiguousWidth { settings.ambiguousWidth = known }
        setStories = SetStories()
        entries = EntryCache()
    }

    mutating func cycleTheme() {
        guard depth != .none else {
            message = texts(.noColours)
            return
        }
        let all = ThemeName.allCases
        themeName = all[(all.firstIndex(of: themeName)! + 1) % all.count]
        theme = preferences.theme(themeName, depth: depth)
        message = texts(.themeShown, themeName.rawValue)
    }

    /// The key that a text tells the reader to press.
    func keyName(of action: Action) -> String {
        keymap.keys(for: action).first?.name(in: texts) ?? action.settingName
    }
}
