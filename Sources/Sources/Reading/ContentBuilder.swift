import Files
import Newspaper
import PageText

/// Collects what formats read of files, in order, and puts it together as one list.
struct ContentBuilder {
    private let detail: LoadedContent.Detail
    private let report: (LoadStep) -> Bool
    private let publish: (any StoryList) -> Void
    private var content = LoadedContent()
    private var list = CombinedList()
    /// Pages of the edition that is being read, of which no stories have been made.
    private var pages: [PageSource] = []
    /// Whether feeds of the edition are its sections.
    private var filesFeeds = false
    /// Files without text, reported only where there is nothing else.
    private var empty: [SourceFault] = []

    /// Files that are to be read.
    var fileCount: Int {
        get { content.files.all }
        set { content.files.all = newValue }
    }

    var isStopped: Bool { content.isStopped }

    init(detail: LoadedContent.Detail, report: @escaping (LoadStep) -> Bool, publish: @escaping (any StoryList) -> Void)
    {
        self.detail = detail
        self.report = report
        self.publish = publish
    }

    mutating func begin(_ edition: EditionReference) {
        content.editions.append(edition)
        if case .feeds = edition.source { filesFeeds = edition.files.count > 1 } else { filesFeeds = false }
    }

    /// Reads one file of the edition; what is wrong with it is noted.
    mutating func read(_ path: String, _ open: () throws(SourceFault) -> any ByteStream) {
        guard !isStopped else { return }
        guard report(.reading(content.files.read, of: content.files.all)) else {
            content.isStopped = true
            return
        }
        content.files.read += 1
        do throws(SourceFault) {
            try add(OpenFile(path: path, stream: try open()))
        } catch {
            note(error)
        }
    }

    /// Reads a file by what its first bytes say it is.
    mutating func add(_ file: OpenFile) throws(SourceFault) {
        let type = FileType.identify(try file.stream.peek())
        guard let format = Format.of(type) else {
            throw .unsupported(path: file.path, type, isPacked: file.depth > 0)
        }
        try format.read(file, &self)
    }

    // MARK: - What formats add

    mutating func add(_ page: PageSource) { pages.append(page) }

    /// - Parameter path: the file's, which names the stories' section where several feeds are one edition.
    mutating func add(_ stories: any StoryList, path: String) {
        finishPages()
        guard detail == .stories else { return }
        let name = stories.title ?? String(FileName(path).last.shown.prefix { $0 != "." })
        list.append(stories, section: filesFeeds ? name : nil)
    }

    mutating func note(_ note: SourceNote) {
        if !note.isNothing { content.notes.append(note) }
    }

    mutating func note(_ fault: SourceFault) {
        // A page that is still empty is no fault of the others.
        if case .unsupported(let path, .empty, _) = fault {
            empty.append(fault)
            content.notes.append(SourceNote(path: path, isEmpty: true))
        } else {
            content.faults.append(fault)
        }
    }

    // MARK: - The list

    mutating func endEdition() { finishPages() }

    private mutating func finishPages() {
        guard !pages.isEmpty else { return }
        defer { pages = [] }
        content.sources += pages
        guard detail == .stories else { return }
        _ = report(.parsing)
        let stories = StoriesInMemory(PageParser.edition(from: pages))
        list.append(stories.isEmpty ? StoriesInMemory(Self.plainText(of: pages)) : stories)
        content.batches.append(
            (content.sources.count - pages.count..<content.sources.count, list.count - stories.count..<list.count))
    }

    /// Text in which there is no story: each page as one, without a headline.
    private static func plainText(of pages: [PageSource]) -> Edition {
        var edition = Edition(pages: pages.map { PageParser.page(named: $0.path) })
        for (number, page) in pages.enumerated() {
            let lines = page.utf8.split { $0 == 0x0A || $0 == 0x0C }.map { String(decoding: $0, as: UTF8.self) }
            var story = Story(page: number, section: edition.pages[number].name)
            story.body = lines.filter { $0.contains { !$0.isWhitespace } }.map { Block(.paragraph, $0) }
            guard !story.body.isEmpty else { continue }
            story.name(date: edition.pages[number].date)
            edition.stories.append(story)
        }
        return edition
    }

    consuming func finish() -> LoadedContent {
        if content.faults.isEmpty, list.isEmpty, content.sources.isEmpty, !empty.isEmpty {
            content.faults = empty
            content.notes.removeAll(where: \.isEmpty)
        }
        content.list = list.only ?? list
        return content
    }
}
