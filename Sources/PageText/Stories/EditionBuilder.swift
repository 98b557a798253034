import Glibc
import Newspaper

/// Parses source after source, page after page, into one edition.
struct EditionBuilder {
    private var edition = Edition()
    private var language = LanguageGuess()
    /// What each line was taken for, where that is asked for; the stories are those before jumps are joined.
    private(set) var readings: [LineReading] = []
    private let isExplaining: Bool
    /// Whether stories keep their text, and pages their furniture, once they are named.
    private let keepsText: Bool
    private var sources = 0
    private let room = Labelling.Room()

    init(isExplaining: Bool = false, keepsText: Bool = true) {
        self.isExplaining = isExplaining
        self.keepsText = keepsText
    }

    mutating func add(_ source: PageSource) {
        source.utf8.withUnsafeBufferPointer { bytes in
            language.add(bytes)
            var scanner = LineScanner(bytes)
            var lines: ContiguousArray<TextLine> = []
            var part = 0
            while true {
                guard scanner.nextPage(into: &lines, limit: PageParser.longestPage) else { break }
                guard !lines.isEmpty else { continue }
                add(Sheet(bytes, lines, room: room), of: source, isNewPage: part == 0 || scanner.startsPage)
                part += 1
            }
        }
        sources += 1
    }

    private mutating func add(_ sheet: Sheet, of source: PageSource, isNewPage: Bool) {
        let gathering = Gathering(sheet)
        let firstItem = gathering.drafts.first?.firstLine ?? sheet.lines.count
        if isNewPage {
            var head = PageHead(sheet, furniture: gathering.furniture, firstItem: firstItem)
            head.complete(from: source.path)
            edition.pages.append(head.page)
            if edition.title == nil { edition.title = head.banner }
        }
        let page = edition.pages.count - 1
        if isExplaining { explain(sheet, gathering) }
        if keepsText {
            for at in gathering.furniture { edition.furniture.append(sheet.text(sheet.lines[at])) }
        }
        let writer = StoryWriter(sheet)
        let pictures = pictureRubric(sheet, gathering)
        for draft in gathering.drafts {
            var story = writer.story(draft, page: page)
            let rubric = story.kind == .photo ? draft.rubric ?? pictures : draft.rubric
            story.section = rubric.map { sheet.text(sheet.lines[$0]) } ?? edition.pages[page].name
            story.name(date: edition.pages[page].date)
            if !keepsText { Self.leaveHead(&story) }
            edition.stories.append(story)
        }
    }

    /// A story that may yet be joined with its other half is left whole: its name depends on both.
    private static func leaveHead(_ story: inout Story) {
        guard story.continues == nil, story.continued == nil else { return }
        let isHeaded = story.headline != nil
        story.photos = isHeaded ? [] : Array(story.photos.prefix(1))
        story.body = isHeaded || !story.photos.isEmpty ? [] : Array(story.body.prefix(1))
    }

    /// The rubric that the page's pictures stand under.
    private func pictureRubric(_ sheet: Sheet, _ gathering: Gathering) -> Int? {
        for draft in gathering.drafts where draft.isPhoto {
            if let rubric = draft.rubric, sheet.lines[rubric].clues.contains(.pictureRubric) { return rubric }
        }
        return nil
    }

    private mutating func explain(_ sheet: Sheet, _ gathering: Gathering) {
        let reasons = Reasons(sheet: sheet)
        let margins = Labelling(sheet.lines, shape: sheet.shape, room: room).margins(sheet.labels)
        for (at, line) in sheet.lines.enumerated() {
            let item = gathering.items[at]
            readings.append(
                LineReading(
                    source: sources, line: line.number, text: sheet.text(line), kind: sheet.labels[at].kind,
                    confidence: 1 - exp(-Double(margins[at]) / 2), rule: reasons.rule(at),
                    story: item < 0 ? nil : edition.stories.count + item, isJoined: sheet.labels[at] == .more,
                    isMoved: reasons.isMoved(at)))
        }
    }

    mutating func finished() -> Edition {
        let moved = JumpJoining.join(&edition)
        for at in readings.indices { readings[at].story = readings[at].story.map { moved[$0] } }
        edition.language = language.tag
        return edition
    }
}
