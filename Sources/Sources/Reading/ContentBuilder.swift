import Feeds
import Files
import Markup
import Newspaper
import PageText
import TextDecoding

/// Collects what formats read of files, in order, and puts it together as one list.
struct ContentBuilder {
    let budget: UnpackingBudget
    /// How the pages that come are written; nil where that is to be found out.
    var encoding: SourceText.Encoding?
    /// What encrypted PDFs open with: one of these.
    var passwords: [String] = []
    /// The document that alone is looked for, and its bytes once it was found; nil where all is read.
    private var wanted: (name: DocumentName, found: [UInt8]?)?
    /// The file on the disk that is being read, or whose content is; nil for what the program itself holds.
    var origin: FileName?
    private let corrections: CorrectionStore
    /// The files of corrections that are not beside their pages, once that has been asked for.
    private var correctionNames: Set<FileName>?
    private let detail: LoadedContent.Detail
    private let report: (LoadStep) -> Bool
    /// Nil where nobody wants to see the list before it is whole.
    private let publish: ((any StoryList) -> Void)?
    private var content = LoadedContent()
    /// Whether to wait for what a file has not given yet; to be asked again and again while it gives nothing.
    private(set) var patience: () -> Bool = { true }
    /// The lists of stories that are finished, and the sections that they are filed in.
    private var lists: [(list: any StoryList, section: String?)] = []
    /// Stories in them.
    private var count = 0
    /// Pages that have been read since the last list was finished.
    private var pages: [PageSource] = []
    private var stories = PageTextEdition.Builder()
    /// Saved pages of a digital paper, which are one edition together.
    private var papers: [PaperEdition.Item] = []
    /// The PDFs of pages whose stories are among so many saved pages.
    private var covered: (count: Int, edition: PaperEdition)?
    /// Whether all of a feed's stories are filed under its name.
    private var filesFeeds = false
    /// Whether the reader named the files of this edition, one by one.
    private var areNamed = false
    /// Files without text: faults only where there is nothing else.
    private var empty: [SourceFault] = []
    /// Pages whose layout is known, of files that have been read, and how many are to be shown next.
    private var laidPages = 0
    private var nextPages = 1
    /// Stories of the list that was published last.
    private var published = 0

    /// Stories from which on a list is published while it grows, and by how much it has grown at the next.
    private static let firstStories = 200
    private static let growth = 5

    /// - Parameter fileCount: files that are to be read, as far as that is known.
    init(
        _ detail: LoadedContent.Detail, _ limits: ReadingLimits, _ corrections: CorrectionStore, fileCount: Int,
        report: @escaping (LoadStep) -> Bool, publish: ((any StoryList) -> Void)?
    ) {
        self.corrections = corrections
        self.detail = detail
        budget = UnpackingBudget(limits)
        self.report = report
        self.publish = publish
        content.files.all = fileCount
    }

    var isStopped: Bool { content.isStopped }

    // MARK: - One document

    /// From now on only this document is looked for, and nothing is read.
    mutating func look(for name: DocumentName) { wanted = (name, nil) }

    var isLooking: Bool { wanted != nil }
    var found: [UInt8]? { wanted?.found }

    func name(of file: OpenFile, _ bytes: [UInt8]) -> DocumentName {
        DocumentName(origin, path: file.path, document: bytes)
    }

    /// Takes a document for the one that is looked for, if it is it.
    mutating func find(_ bytes: [UInt8], _ name: DocumentName) {
        guard wanted?.name == name else { return }
        wanted?.found = bytes
        content.isStopped = true
    }

    // MARK: - Editions and files

    /// Reads an edition: `read` adds its files.
    mutating func read(_ edition: EditionReference, _ read: (inout ContentBuilder) -> Void) {
        content.editions.append(edition)
        begin(edition)
        let first = lists.count
        read(&self)
        finishPages()
        finishPapers()
        order(lists.indices.suffix(from: first), of: edition)
    }

    /// Puts the lists of an edition into the order that its folder says they are read in, if it does.
    private mutating func order(_ range: Range<Int>, of edition: EditionReference) {
        guard case .feeds(let place, let date) = edition.source, place.archive == nil, !range.isEmpty, !isLooking,
            let bytes = try? FileBytes.read(
                place.path.appending(StoryOrder.name), mayWait: false, limit: StoryOrder.limit)
        else { return }
        let ordered = OrderedList(
            Self.combined(Array(lists[range])), ranked: StoryOrder.read(bytes), date: date ?? edition.date)
        lists.replaceSubrange(range, with: [(ordered, nil)])
    }

    /// Reads the files of an edition that is in an archive.
    mutating func read(_ edition: EditionReference, in archive: ZipArchive, depth: Int) {
        begin(edition)
        var files = edition.files
        if case .archive(let place) = edition.source { files = [place.path] }
        content.files.all = max(content.files.all, content.files.read + files.count)
        for file in files {
            read(archive.path + "/" + file.shown, depth: depth) { builder throws(SourceFault) in
                try archive.open(file, budget: builder.budget)
            }
        }
        finishPages()
        finishPapers()
    }

    private mutating func begin(_ edition: EditionReference) {
        filesFeeds =
            switch edition.source {
            case .feeds: edition.files.count > 1
            // Beside pages.
            case .folder: true
            default: false
            }
        if case .files = edition.source { areNamed = true } else { areNamed = false }
    }

    /// Reads one file; what is wrong with it is noted.
    mutating func read(
        _ path: String, depth: Int = 0, _ open: (inout ContentBuilder) throws(SourceFault) -> any ByteStream
    ) {
        guard goesOn(step), wanted?.name.mayBe(in: path) != false else { return }
        patience = { [report, step] in report(step) }
        let number = content.files.read
        content.files.read += 1
        do throws(SourceFault) {
            try add(OpenFile(path: path, stream: try open(&self), depth: depth))
        } catch {
            // Nothing is wrong with a pipe that was not waited for.
            if case .unsupported(_, .empty, _, _) = error, !patience() {
                content.files.read = number
                content.isStopped = true
            } else {
                note(error)
            }
        }
    }

    private var step: LoadStep { .reading(content.files.read, of: content.files.all) }

    /// Asks whether to go on while the pages of a file come one after another; says how many have come where it is the only file.
    var pagePatience: (_ pages: Int, _ all: Int?) -> Bool {
        let isOnly = content.files.all <= 1
        return { [report, patience] pages, all in
            guard isOnly, let all, all > 1 else { return patience() }
            return report(.reading(min(pages + 1, all), of: all))
        }
    }

    /// Reads a file by what its first bytes say it is.
    mutating func add(_ file: OpenFile) throws(SourceFault) {
        let type = try file.stream.type(as: encoding)
        guard let format = Format.of(type) else {
            let likely = type == .unknownText ? TextDecoder.readText(try file.stream.start(), as: encoding).likely : []
            throw .unsupported(path: file.path, type, isPacked: file.depth > 0, likely: likely)
        }
        try format.read(file, &self)
    }

    /// Reports where reading is; false where it is to stop. To be asked at least every few milliseconds.
    mutating func goesOn(_ step: LoadStep = .parsing) -> Bool {
        if !content.isStopped, !report(step) { content.isStopped = true }
        return !content.isStopped
    }

    // MARK: - What formats add

    /// A file of pages, with what readers have said about its lines.
    mutating func page(_ file: OpenFile, utf8: [UInt8]) -> PageSource {
        let (key, corrections) = corrections(of: file, utf8: utf8)
        return PageSource(path: file.path, utf8: utf8, key: key, corrections: corrections)
    }

    /// The same for pages whose layout is known.
    mutating func page(_ file: OpenFile, laid pages: [LaidPage], _ name: DocumentName? = nil) -> PageSource {
        let words = pages.first.map { $0.lines.map(\.text).joined(separator: "\n") } ?? ""
        let (key, corrections) = corrections(of: file, utf8: Array(words.utf8))
        return PageSource(path: file.path, laid: pages, file: name?.bytes ?? [], key: key, corrections: corrections)
    }

    /// Whether the same page is beside it in a form that says less; said of the first only, and not where the reader named
    /// the file.
    func hasOthersBeside(_ file: OpenFile) -> Bool {
        guard !areNamed, let origin, file.path == origin.shown, !content.notes.contains(where: \.replacesOthers) else {
            return false
        }
        return PageForm.hasOthers(beside: origin)
    }

    private mutating func corrections(of file: OpenFile, utf8: [UInt8]) -> (key: [UInt8], PageCorrections) {
        let page = origin.map { CorrectedPage($0, path: file.path, utf8: utf8) } ?? .memory(file.path)
        let names = correctionNames ?? corrections.names
        correctionNames = names
        let key = page.key
        return (key, corrections.corrections(of: key, names: names))
    }

    /// - Parameter isShown: whether its stories are shown already: they stay, whoever cancels the rest.
    mutating func add(_ page: PageSource, isShown: Bool = false) {
        pages.append(page)
        guard detail == .stories else { return }
        let report = report
        let isWhole = stories.add(page) { _ in report(.parsing) || isShown }
        if !isWhole { content.isStopped = true }
        if count + stories.count >= next { publish(growing: stories.finish()) }
    }

    /// Adds a file of pages whose layout is known.
    mutating func add(laid pages: [LaidPage], of file: OpenFile, _ name: DocumentName? = nil) {
        laidPages += pages.count
        add(page(file, laid: pages, name), isShown: published > 0)
    }

    /// - Parameter path: the file's, which names the stories' section where several feeds are one edition.
    mutating func add(_ stories: any StoryList, path: String) {
        finishPages()
        append(stories, section: section(of: stories, path: path))
        if detail == .stories { publish(growing: nil) }
    }

    /// Adds a list whose sections are its own, also beside other feeds.
    mutating func add(outlines stories: any StoryList) {
        finishPages()
        append(stories)
        if detail == .stories { publish(growing: nil) }
    }

    /// The list as it is while a file is being read that gives more and more stories.
    mutating func publish(growing stories: any StoryList, path: String) {
        finishPages()
        if detail == .stories { publish(growing: stories, section: section(of: stories, path: path)) }
    }

    /// The list as it is while a file's pages come one after another, each of which takes long; those that are here are read twice.
    /// Shown are the first page and then, each time, half as many more.
    mutating func publish(growing pages: [LaidPage], hasMore: Bool, of file: OpenFile, _ name: DocumentName? = nil) {
        let isLast = !hasMore && content.files.read >= content.files.all
        guard let publish, detail == .stories, !isStopped, !isLast, laidPages + pages.count >= nextPages else { return }
        let report = report
        var growing = stories
        guard growing.add(page(file, laid: pages, name), progress: { _ in report(.parsing) }), growing.count > 0 else {
            return
        }
        nextPages = (laidPages + pages.count) * 3 / 2 + 1
        published = max(published, count + growing.count)
        publish(Self.combined(lists + [(growing.finish(), nil)]))
    }

    mutating func note(_ note: SourceNote) {
        if !note.isNothing { content.notes.append(note) }
    }

    mutating func note(_ fault: SourceFault) {
        switch fault {
        case .unsupported(let path, .empty, _, _):
            // A page that is still empty is no fault of the others.
            empty.append(fault)
            content.notes.append(SourceNote(path: path, isEmpty: true))
        case .locked, .tooMuch:
            // It may be so with every file of an archive.
            if !content.faults.contains(fault) { content.faults.append(fault) }
        default: content.faults.append(fault)
        }
    }

    private func section(of stories: any StoryList, path: String) -> String? {
        guard filesFeeds, let feed = stories as? FeedList, !feed.isExport else { return nil }
        return stories.title ?? String(FileName(path).last.shown.prefix { $0 != "." })
    }

    // MARK: - The list

    private var next: Int { published == 0 ? Self.firstStories : published * Self.growth }

    private mutating func publish(growing stories: (any StoryList)?, section: String? = nil) {
        guard let publish, count + (stories?.count ?? 0) >= next else { return }
        published = count + (stories?.count ?? 0)
        publish(Self.combined(lists + (stories.map { [($0, section)] } ?? [])))
    }

    private mutating func append(_ stories: any StoryList, section: String? = nil) {
        lists.append((stories, section))
        count += stories.count
    }

    /// One list alone is itself.
    private static func combined(_ lists: [(list: any StoryList, section: String?)]) -> any StoryList {
        if lists.count == 1, lists[0].section == nil { return lists[0].list }
        var combined = CombinedList()
        for (list, section) in lists { combined.append(list, section: section) }
        return combined
    }

    private mutating func finishPages() {
        guard !pages.isEmpty else { return }
        defer { (pages, stories) = ([], PageTextEdition.Builder()) }
        content.sources += pages
        guard detail == .stories else { return }
        let edition = stories.finish()
        append(edition.isEmpty ? PlainPages(pages) : edition)
    }

    /// Adds a saved page of a digital paper.
    mutating func add(_ page: PaperEdition.Item) { if !isLooking { papers.append(page) } }

    private mutating func finishPapers() {
        guard !papers.isEmpty else { return }
        defer { papers = [] }
        let documents = content.sources.compactMap { source in
            PaperReference(source.path).flatMap { $0.kind == .pdf ? ($0, source.path) : nil }
        }
        let edition = PaperEdition(papers, besides: documents.map(\.0))
        if let path = documents.first(where: { edition.replacing.contains(edition.name(of: $0.0)) })?.1 {
            noteReplacing(path)
        }
        if let missing = edition.missing {
            var note = SourceNote(path: papers[missing.item].path)
            note.missing = missing.count
            self.note(note)
        }
        if !edition.stories.isEmpty { append(StoriesInMemory(Edition(edition, of: papers))) }
    }

    /// Whether the file is the PDF of a page of a digital paper all of whose stories have been read as they were saved.
    mutating func isCovered(_ file: OpenFile) -> Bool {
        guard !papers.isEmpty, let reference = PaperReference(file.path), reference.kind == .pdf else { return false }
        if covered?.count != papers.count { covered = (papers.count, PaperEdition(papers)) }
        guard let item = covered.flatMap({ $0.edition.covering[$0.edition.name(of: reference)] }) else { return false }
        noteReplacing(papers[item].path)
        return true
    }

    private mutating func noteReplacing(_ path: String) {
        guard !content.notes.contains(where: \.replacesOthers) else { return }
        var note = SourceNote(path: path)
        note.replacesOthers = true
        self.note(note)
    }

    consuming func finish() -> LoadedContent {
        if content.faults.isEmpty, count == 0, content.sources.isEmpty, !empty.isEmpty {
            content.faults = empty
            content.notes.removeAll(where: \.isEmpty)
        }
        content.list = Self.combined(lists)
        return content
    }
}

extension Edition {
    /// Text in which there is no story: each page as one, without a headline.
    static func plainText(of pages: [PageSource]) -> Edition {
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
}
