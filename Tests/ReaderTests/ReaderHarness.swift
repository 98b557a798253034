import Localization
import Newspaper
import Screen
import Settings
import TextSearch
import Typesetting

@testable import Reader

/// Drives the reading screen as the application does: searches are run when they are asked for, as much of them at once as
/// fits between two keys. Stories are named by their positions.
extension ReaderState {
    init(
        edition: Edition, marks: MarkedStories = MarkedStories(), places: [StoryID: ReadingPlace] = [:],
        texts: Localization, preferences: Preferences = Preferences(), depth: ColorDepth = .direct,
        paneSizes: PaneSizes = PaneSizes(), size: Size
    ) {
        self.init(
            StoriesInMemory(edition), marks: marks, places: places, texts: texts, preferences: preferences,
            depth: depth, paneSizes: paneSizes, size: size)
    }

    /// With a look of two seconds at what is on the screen then.
    @discardableResult
    mutating func press(_ key: Key) -> [Effect] { press(key, after: 0) + withoutPlaces(look(2000)) }

    private func withoutPlaces(_ effects: [Effect]) -> [Effect] {
        effects.filter { if case .place = $0 { false } else { true } }
    }

    @discardableResult
    mutating func press(_ key: Key, after milliseconds: Int64) -> [Effect] {
        // That the story is the one read last is noted; what tests are about is what keys do.
        var others = withoutPlaces(look(milliseconds))
        for effect in update(.key(key)) {
            switch effect {
            case .search: goOnFinding()
            case .stopSearch: break
            default: others.append(effect)
            }
        }
        return others
    }

    /// Time goes by, and the clock is read when that is due.
    @discardableResult
    mutating func look(_ milliseconds: Int64) -> [Effect] {
        let end = attention.now + milliseconds
        var effects: [Effect] = []
        while let due = dueTime, due < end, due > attention.now { effects += update(.time(due)) }
        return effects + update(.time(end))
    }

    /// Whether there are stories that have not been searched.
    var isFinding: Bool { results.map { !$0.isDone } ?? false }

    mutating func goOnFinding(bytes: Int = 1 << 20, isSlow: Bool = false) {
        guard let results, !results.isDone, let pattern = SearchPattern(results.words) else { return }
        let request = SearchRequest(number: results.request, pattern: pattern, texts: texts, settings: settings)
        var search = StorySearch(stories.base, request, from: results.searched, found: results.hits.count)
        var batch = search.next(bytes: bytes)
        batch.isSlow = isSlow
        _ = update(.found(batch))
    }

    /// What is read, with the stories of other editions after its own.
    var edition: Edition {
        var edition = (stories.base as? StoriesInMemory)?.edition ?? Edition()
        edition.stories += (stories.ownCount..<stories.count).map(stories.story)
        return edition
    }

    var story: Int? {
        get { position }
        set { open(newValue) }
    }

    /// Goes to a story, as keys do.
    mutating func open(_ position: Int) { _ = show(position) }

    var marks: MarkedStories { stories.marks }
    var ownStories: Int { stories.ownCount }
    var find: StoryFind? { search.find }
    var places: [StoryID: TextLayout.Place] { body.places }
    var section: Int { lists.section }
    var filter: Filter { lists.filter }
    var listed: [Int] { Array(listing) }
    var raw: RawPageOverlay? { rawPage }
    var history: [String] { search.words }
    var paneSizes: PaneSizes { screen.paneSizes }
    var preferences: Preferences { appearance.preferences }
    var themeName: ThemeName { appearance.themeName }

    var wantsColumns: Bool {
        get { screen.wantsColumns }
        set { screen.wantsColumns = newValue }
    }

    func position(of id: StoryID?) -> Int? { id.flatMap(stories.position(of:)) }

    mutating func receive(
        _ edition: Edition, marks: MarkedStories, places: [StoryID: ReadingPlace]
    ) {
        for case .search in update(.updated(StoriesInMemory(edition), marks: marks, places: places)) { goOnFinding() }
    }

    mutating func receive(_ marks: MarkedStories) { _ = update(.marked(marks)) }

    mutating func open(
        _ edition: Edition, marks: MarkedStories, places: [StoryID: ReadingPlace], page: Int? = nil
    ) {
        _ = update(.opened(StoriesInMemory(edition), marks: marks, places: places, page: page))
    }

    mutating func apply(_ preferences: Preferences, texts: Localization) {
        _ = update(.preferences(preferences, texts))
    }

    mutating func show(editions: [EditionEntry]) { _ = update(.editions(editions)) }

    mutating func show(_ page: RawPage?, of position: Int) {
        let story = position < stories.count ? stories.id(at: position) : StoryID(0)
        _ = update(.rawPage(page, of: story))
    }

    mutating func show(starred editions: [Edition], places: [StoryID: ReadingPlace], missing: Int) {
        let guests = editions.flatMap { edition in
            edition.stories.map {
                ReadingList.Guest(story: $0, page: edition.pages.first ?? Page(), paper: edition.title ?? "")
            }
        }
        _ = update(.starred(guests, read: [], places: places, missing: missing))
    }
}

extension ResultsOverlay {
    var entries: [FoundHit] { hits }
}
