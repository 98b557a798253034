import Settings
import Feeds
import Glibc
import Files
import Sources
import Newspaper
import PageText
import Resources
import TextDecoding
import Localization

/// What a command works on: the edition that its paths name, or the sample edition where they name none.
struct Material: Sendable {
    /// What a command wants of the pages: their text alone, the heads of their stories, or whole stories.
    enum Need: Sendable { case sources, heads, stories }

    /// All that was read as one edition; of a folder of editions, all of them one after another, or the latest alone.
    private(set) var edition = Edition()
    /// Which pages were read as one edition, and its stories.
    private(set) var batches: [(sources: Range<Int>, stories: Range<Int>)] = []
    /// The pages' texts, for `explain`.
    private(set) var sources: [PageSource] = []
    /// What to call the whole where no page says: the first path's last component.
    private(set) var name = ""
    /// What the gate did, said in the reader's language.
    private(set) var notes: [String] = []
    /// The same, kind by kind, for `explain`.
    private(set) var details: [String] = []
    /// What could not be read, likewise.
    private var faults: [String] = []

    /// All editions that the paths lead to, and those of them that were read, as places in it.
    private(set) var shelf = Shelf()
    private(set) var opened: [ShelvedEdition] = []
    /// Pages that cannot be read a second time.
    private(set) var held: [PageSource] = []

    /// Nothing, while it is being read.
    init() {}

    /// - Parameters:
    ///   - paths: without one, the library that the settings name.
    ///   - onlyLatest: of a folder of editions, the last one alone.
    ///   - need: what is wanted of the pages.
    /// - Throws: `Complaint` where nothing at all could be read.
    init(
        paths: [String], library: String? = SettingsController().preferences.library, onlyLatest: Bool = false,
        need: Need = .stories, progress: Progress? = nil
    ) throws(Complaint) {
        let paths = paths.isEmpty ? library.map { [Surroundings.expanded($0)] } ?? [] : paths
        name = paths.first.map { FileName($0).last.shown } ?? texts(.sampleTitle)
        shelf = Shelf(paths: paths, onlyLatest: onlyLatest, progress: progress)
        faults = shelf.faults
        if progress?.isCancelled == true {
            notes.append(texts(.stoppedFinding, shelf.editions.count))
            progress?.goOn()
        }
        for edition in onlyLatest ? shelf.latest : shelf.editions { open(edition, need: need, progress: progress) }
        if sources.isEmpty, edition.stories.isEmpty, !faults.isEmpty, progress?.isCancelled != true {
            throw Complaint(words: faults.joined(separator: "\nbroadsheet: "))
        }
    }

    /// Some editions of a shelf; `held` are the pages that cannot be read a second time.
    init(
        _ editions: [ShelvedEdition], of shelf: Shelf, held: [PageSource], need: Need = .stories,
        progress: Progress? = nil
    ) throws(Complaint) {
        self.shelf = shelf
        self.held = held
        name = editions.first?.name ?? ""
        for edition in editions { open(edition, need: need, progress: progress) }
        if sources.isEmpty, self.edition.stories.isEmpty, !faults.isEmpty {
            throw Complaint(words: faults.joined(separator: "; "))
        }
    }

    /// Says what was noted, unless it has been said, and what could not be read; status 1 where something could not.
    func finish(tellsNotes: Bool = true) throws {
        for words in (tellsNotes ? notes : []) + faults { complain(words) }
        if !faults.isEmpty { throw Silence() }
    }

    /// The built-in pages, through the same gate and parser as any others.
    static var sample: [PageSource] {
        (0..<broadsheet_sample_count()).map { index in
            let page = broadsheet_sample(index)
            let bytes = UnsafeBufferPointer(start: page.bytes, count: page.count)
            return PageSource(path: String(cString: page.name), utf8: TextDecoder.read(bytes).utf8)
        }
    }

    // MARK: - Reading

    private mutating func open(_ edition: ShelvedEdition, need: Need, progress: Progress?) {
        opened.append(edition)
        do throws(LoadFault) {
            switch edition.source {
            case .folder(let folder):
                let loaded = try EditionLoader.edition(folder) { count in
                    progress?.tell(.reading(count, of: folder.pages.count)) ?? true
                }
                faults += loaded.faults.map(Self.words)
                add(loaded.pages.map { noting($0) }, need: need, progress: progress)
            case .feed(let file): try addFeed(file)
            case .files(let files):
                add(read(files, progress: progress), need: need, progress: progress)
            case .held(Shelf.sample): add(Self.sample, need: need, progress: progress)
            case .held:
                if held.isEmpty { held = read(shelf.loose, progress: progress) }
                add(held, need: need, progress: progress)
            }
        } catch {
            faults.append(Self.words(for: error))
        }
    }

    /// Files that were named one by one; one that cannot be read does not keep the others back.
    private mutating func read(_ files: [FileName], progress: Progress?) -> [PageSource] {
        var pages: [PageSource] = []
        for (count, file) in files.enumerated() {
            guard progress?.tell(.reading(count, of: files.count)) ?? true else { break }
            do throws(LoadFault) {
                let isInput = file == FileName("-")
                pages.append(noting(isInput ? try EditionLoader.standardInput() : try EditionLoader.page(file)))
            } catch {
                faults.append(Self.words(for: error))
            }
        }
        return pages
    }

    private mutating func addFeed(_ file: FileName) throws(LoadFault) {
        let bytes = try EditionLoader.bytes(of: file)
        do {
            append(try Feed.read(bytes))
        } catch {
            faults.append(texts(.noFeed, file.shown))
        }
    }

    private mutating func add(_ pages: [PageSource], need: Need, progress: Progress?) {
        sources += pages
        guard need != .sources, !pages.isEmpty else { return }
        progress?.tell(.parsing)
        let first = edition.stories.count
        append(need == .heads ? PageParser.heads(from: pages) : PageParser.edition(from: pages))
        batches.append((sources.count - pages.count..<sources.count, first..<edition.stories.count))
    }

    private mutating func append(_ other: Edition) {
        guard !edition.pages.isEmpty || !edition.stories.isEmpty else {
            edition = other
            return
        }
        let firstPage = edition.pages.count
        edition.pages += other.pages
        edition.furniture += other.furniture
        edition.stories += other.stories.map { story in
            var story = story
            story.page += firstPage
            return story
        }
    }

    private mutating func noting(_ page: LoadedPage) -> PageSource {
        let name = FileName(page.source.path).last.shown
        let removed = page.removed
        func note(_ phrase: MessageKey, _ count: Int, in list: inout [String]) {
            if count > 0 { list.append(texts(phrase, name, count)) }
        }
        var common: [String] = []
        if page.lacksConverter {
            common.append(texts(.noteNoConverter, name, page.encoding.rawValue))
        } else if page.encoding != .utf8 {
            common.append(texts(.noteDecoded, name, page.encoding.rawValue))
        }
        note(.noteMalformed, removed.malformed, in: &common)
        note(.noteUnknown, removed.unknown, in: &common)
        if page.source.utf8.isEmpty { common.append(texts(.noteEmpty, name)) }
        notes += common
        note(.noteRemoved, removed.controls + removed.bidi + removed.invisible, in: &notes)
        details += common
        note(.noteControls, removed.controls, in: &details)
        note(.noteBidi, removed.bidi, in: &details)
        note(.noteInvisible, removed.invisible, in: &details)
        return page.source
    }

    static func words(for fault: LoadFault) -> String {
        switch fault {
        case .file(let fault) where fault.code == ENOENT: texts(.noFile, fault.path)
        case .file(let fault) where fault.code == EFBIG: texts(.tooLarge, fault.path, FileBytes.limit >> 20)
        case .file(let fault) where fault.code == EACCES: texts(.noPermission, fault.path)
        case .file(let fault): texts(.notReadable, fault.path, String(cString: strerror(fault.code)))
        case .noPages(let path): texts(.noPages, path)
        case .cancelled: texts(.cancelled)
        }
    }
}

/// The status tells; all has been said.
struct Silence: Error {}
