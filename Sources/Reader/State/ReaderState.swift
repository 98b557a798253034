import Localization
import Newspaper
import Screen
import Settings
import Typesetting

/// All that the reading screen knows: what is read, what the lists show of it, where the reader is in each story, what was
/// searched for, and what lies over the panes.
///
/// A value: `update` gives the next one, `compose` its picture. It knows no store, no file and no clock.
package struct ReaderState: Sendable {
    /// The stories that are read, with their marks and counts.
    package internal(set) var stories: ReadingList
    var lists = ListsState()
    var body: BodyState
    var search = SearchState()
    var overlays = OverlayStack()
    var appearance: Appearance
    var screen: ScreenState
    var undoing = UndoHistory()
    var attention = Attention()
    /// Seconds since 1970; nil until the application says.
    var date: Int64?
    /// Whether the starred stories of other editions were asked for.
    var hasAskedForStarred = false
    /// What takes long, and how far it is; nil while nothing does.
    package internal(set) var progress: String?
    /// Marks that could not be saved so far.
    package internal(set) var unsaved = 0
    /// A word about what just happened or could not; gone with the next key.
    package internal(set) var message: String?

    /// A screen with the list's first story open.
    ///
    /// - Parameters:
    ///   - places: where the reader was in stories, by their ids.
    ///   - depth: the colours that the terminal has.
    ///   - themes: those that the reader has chosen by a key.
    package init(
        _ list: any StoryList, marks: MarkedStories = MarkedStories(), places: [StoryID: ReadingPlace] = [:],
        texts: Localization, preferences: Preferences = Preferences(), depth: ColorDepth = .direct,
        paneSizes: PaneSizes = PaneSizes(), themes: ChosenThemes = ChosenThemes(), size: Size
    ) {
        stories = ReadingList(list, marks: marks)
        body = BodyState(remembered: places)
        appearance = Appearance(texts: texts, preferences: preferences, depth: depth, themes: themes)
        screen = ScreenState(size: size, paneSizes: paneSizes, preferences: preferences)
        lists.passing = stories.sections[0].stories
        measureSections()
        openFirst()
        noticeStory()
    }

    /// The selected story's position in the reading list; nil only where there is no story.
    package var position: Int? { lists.openStory.flatMap(stories.position(of:)) }

    /// Selects a story. What belonged to the one before, its raw page and its marked hits, goes.
    mutating func open(_ position: Int?) {
        let id = position.map(stories.id(at:))
        guard id != lists.openStory else { return }
        lists.openStory = id
        lists.hiddenStory = nil
        closeWhatBelongsToOtherStories()
        recallPlace()
    }

    mutating func closeWhatBelongsToOtherStories() {
        if rawPage?.story != lists.openStory { overlays.close(RawPageOverlay.self) }
        if search.find?.story != lists.openStory { search.find = nil }
    }

    mutating func openFirst() { open(listing.first) }
}

/// What the words and colours are, and what the reader has settled.
package struct Appearance: Sendable {
    var texts: Localization
    /// As they were settled in the settings.
    package internal(set) var preferences: Preferences
    var keymap: Keymap
    /// Themes that the reader has chosen by a key.
    var themes: ChosenThemes
    /// Whether the terminal's background is light; nil while it is not known.
    var isBackgroundLight: Bool?
    var theme: Theme
    /// What the terminal shows; without colours every theme is the plain one.
    var depth: ColorDepth
    /// How stories are set here: as settled, and as the terminal was found to be.
    package var settings: ReadingSettings

    init(texts: Localization, preferences: Preferences, depth: ColorDepth, themes: ChosenThemes) {
        self.texts = texts
        self.preferences = preferences
        self.depth = depth
        keymap = Keymap(preferences.keys)
        self.themes = themes
        settings = preferences.reading
        theme = .plain
        setTheme()
    }

    /// What the reader chose here, else what is settled, else what suits the background.
    var themeName: ThemeName {
        themes[preferences.theme, isBackgroundLight] ?? preferences.theme
            ?? (isBackgroundLight == true ? .light : .dark)
    }

    mutating func setTheme() { theme = preferences.theme(themeName, depth: depth) }
}

/// The size of the screen, and how the reader has divided it.
package struct ScreenState: Sendable {
    var size: Size
    /// The pane that has the keys.
    package var focus: Pane = .stories
    var paneSizes: PaneSizes
    /// Whether the body is wanted in newspaper columns, and alone on the screen while it has the keys.
    package internal(set) var wantsColumns: Bool
    var isAlone = false
    var usesMouse: Bool
    /// What the terminal can show pictures with, and whether they are wanted.
    var pictureDisplay = PictureDisplay.none
    var showsPictures: Bool
    /// The border that is being dragged.
    var held: ScreenLayout.Border?
    /// Whether it is alone only because its columns have no room otherwise.
    var isBorrowing = false

    init(size: Size, paneSizes: PaneSizes, preferences: Preferences) {
        usesMouse = preferences.mouse
        showsPictures = preferences.pictures != .off
        self.size = size
        self.paneSizes = paneSizes
        wantsColumns = preferences.reading.columns
    }
}

/// Short names for what nearly every line of the view needs.
extension ReaderState {
    /// The interface's texts.
    package var texts: Localization { appearance.texts }
    var theme: Theme { appearance.theme }

    var settings: ReadingSettings {
        get { appearance.settings }
        set { appearance.settings = newValue }
    }

    /// The keys in effect.
    package var keymap: Keymap { appearance.keymap }

    var size: Size {
        get { screen.size }
        set { screen.size = newValue }
    }

    var focus: Pane {
        get { screen.focus }
        set { screen.focus = newValue }
    }
}
