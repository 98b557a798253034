import Newspaper

/// Parses source after source, page after page, into one edition with all its text.
struct EditionBuilder {
    private var heads = PageHeads()
    private var stories: [Story] = []
    private var furniture: [String] = []
    private var language = LanguageGuess()
    /// What each line was taken for, where that is asked for; the stories are those before jumps are joined.
    private(set) var readings: [LineReading] = []
    private let isExplaining: Bool
    private var sources = 0
    private let room = Labelling.Room()

    init(isExplaining: Bool = false) { self.isExplaining = isExplaining }

    mutating func add(_ source: PageSource) {
        source.utf8.withUnsafeBufferPointer { bytes in
            language.add(bytes)
            Sheet.read(bytes, room: room) { sheet, start, _ in
                add(sheet, of: source, startsPage: start.startsPage)
                return true
            }
        }
        sources += 1
    }

    private mutating func add(_ sheet: Sheet, of source: PageSource, startsPage: Bool) {
        let gathering = Gathering(sheet)
        if startsPage { heads.add(sheet, gathering, path: source.path) }
        if isExplaining {
            let first = stories.count
            readings += Explainer.readings(of: sheet, gathering, source: sources, room: room) { first + $0 }
        }
        for at in gathering.furniture { furniture.append(sheet.text(sheet.lines[at])) }
        let page = heads.pages.count - 1
        let writer = StoryWriter(sheet.bytes, shape: sheet.shape)
        for (draft, section) in zip(gathering.drafts, ParsedSheet(sheet, gathering).sections) {
            var story = writer.story(draft, page: page)
            story.section = section ?? heads.pages[page].name
            story.name(date: heads.pages[page].date)
            stories.append(story)
        }
    }

    mutating func finished() -> Edition {
        var edition = Edition(
            title: heads.title, language: language.tag, pages: heads.pages, stories: stories, furniture: furniture)
        // The edition alone has them now, and can change them in place.
        (stories, furniture) = ([], [])
        let moved = JumpJoining.join(&edition)
        for at in readings.indices { readings[at].story = readings[at].story.map { moved[$0] } }
        return edition
    }
}
