import Newspaper

/// Parses sources one after another into one edition that holds all its text.
struct EditionBuilder {
    private var heads = PageHeads()
    private var stories: [Story] = []
    private var furniture: [String] = []
    private var language = LanguageDetector()
    /// What each line was taken for, if that is asked for. Until `finished`, story numbers are those before jumps are
    /// joined.
    private(set) var readings: [LineReading] = []
    private let isExplaining: Bool
    private var sources = 0
    private let workspace = Workspace()

    init(isExplaining: Bool = false) { self.isExplaining = isExplaining }

    mutating func add(_ source: PageSource) {
        source.utf8.withUnsafeBufferPointer { bytes in
            language.add(bytes)
            LabeledPage.forEach(in: bytes, settled: source.settled, workspace: workspace) { page, start, _ in
                add(page, of: source, isNewPage: start.isNewPage)
                return true
            }
        }
        sources += 1
    }

    private mutating func add(_ labeledPage: LabeledPage, of source: PageSource, isNewPage: Bool) {
        let assembler = ItemAssembler(labeledPage)
        if isNewPage { heads.add(labeledPage, assembler, of: source) }
        if isExplaining {
            let first = stories.count
            readings += DecisionExplainer(labeledPage, workspace: workspace).readings(
                assembler, of: source, source: sources
            ) { first + $0 }
        }
        for at in assembler.furniture { furniture.append(labeledPage.text(labeledPage.lines[at])) }
        let page = heads.pages.count - 1
        let writer = StoryWriter(
            labeledPage.bytes, shape: labeledPage.shape, pictures: source.pictures)
        for (draft, section) in zip(assembler.drafts, ParsedPage(labeledPage, assembler).sections) {
            var story = writer.story(draft, page: page)
            story.section = section ?? heads.pages[page].name
            if let place = source.places.place(of: draft, page: page) { story.places = [place] }
            story.name(date: heads.pages[page].date)
            stories.append(story)
        }
    }

    /// The edition of all that was added, with its jumps joined.
    mutating func finished() -> Edition {
        var edition = Edition(
            title: heads.title, language: language.tag, pages: heads.pages, stories: stories, furniture: furniture)
        // Only the edition holds them now, so that joining changes them in place.
        (stories, furniture) = ([], [])
        let moved = JumpJoining.join(&edition)
        for at in readings.indices { readings[at].story = readings[at].story.map { moved[$0] } }
        return edition
    }
}
