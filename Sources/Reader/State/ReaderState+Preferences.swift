import Localization
import Screen
import Settings

/// What the reader settled, and changes while reading.
extension ReaderState {
    var markRead: Preferences.MarkRead { appearance.preferences.markRead }

    mutating func setAmbiguousWidth(_ width: ReadingSettings.AmbiguousWidth) {
        guard settings.ambiguousWidth != width else { return }
        appearance.settings.ambiguousWidth = width
        measureSections()
    }

    mutating func setDepth(_ depth: ColorDepth) {
        appearance.depth = depth
        appearance.setTheme()
    }

    mutating func setBackground(isLight: Bool) {
        appearance.isBackgroundLight = isLight
        appearance.setTheme()
    }

    /// Applies other preferences, in the midst of reading. Where the reader is stays: a place does not depend on how the
    /// story is set. What they changed by a key stays too, unless just that was settled otherwise.
    mutating func apply(_ new: Preferences, texts: Localization) {
        let old = appearance.preferences
        appearance.preferences = new
        appearance.texts = texts
        appearance.keymap = Keymap(new.keys)
        appearance.setTheme()
        if new.mouse != old.mouse { screen.usesMouse = new.mouse }
        if new.pictures != old.pictures { screen.showsPictures = new.pictures != .off }
        if new.reading.columns != old.reading.columns { screen.wantsColumns = new.reading.columns }
        let known = settings.ambiguousWidth
        appearance.settings = new.reading
        // The terminal was asked already.
        if new.reading.ambiguousWidth == old.reading.ambiguousWidth { appearance.settings.ambiguousWidth = known }
        body.forgetSetStories()
        measureSections()
        adoptMap()
    }

    mutating func cycleTheme() -> [Effect] {
        guard appearance.depth != .none else {
            message = texts(.noColours)
            return []
        }
        let all = ThemeName.allCases
        let next = all[(all.firstIndex(of: appearance.themeName)! + 1) % all.count]
        appearance.themes[appearance.preferences.theme, appearance.isBackgroundLight] = next
        appearance.setTheme()
        let name: MessageKey =
            switch next {
            case .dark: .themeDark
            case .light: .themeLight
            case .highContrast: .themeHighContrast
            case .plain: .themePlain
            }
        message = texts(.themeShown, texts(name))
        return [.themes(appearance.themes)]
    }

    /// The key that a text tells the reader to press.
    func keyName(of action: Action) -> String {
        keymap.keys(for: action).first?.name(in: texts) ?? action.rawValue
    }

    /// The pane that has the keys, by a step: two columns, or a row where the panes stand one above another.
    mutating func resizePane(larger: Bool) -> [Effect] {
        let before = layout
        let step = larger ? 2 : -2
        var sizes = screen.paneSizes
        switch (before.kind, focus) {
        case (.narrow, _):
            message = texts(.onePane)
            return []
        case (.wide, .sections): sizes.sections += step
        case (.wide, .stories): sizes.stories += step
        case (.wide, .body): sizes.stories -= step
        case (.middle, .sections): sizes.sectionRows += step / 2
        case (.middle, .stories): sizes.lists += step
        case (.middle, .body): sizes.lists -= step
        }
        let kept = screen.paneSizes
        screen.paneSizes = sizes
        // What the screen has no room for is not noted, so that the way back is not longer than the way there.
        guard layout != before else {
            screen.paneSizes = kept
            message = texts(.noMoreRoom)
            return []
        }
        return [.paneSizes(sizes)]
    }
}
