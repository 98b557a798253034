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

    /// All editions that the paths lead to, and those of them that were read.
    private(set) var catalog = Catalog()
    private(set) var opened: [EditionReference] = []

    /// Nothing, while it is being read.
    init() {}

    /// The one loader: it keeps what came from standard input.
    static let loader = ContentLoader(memory: ["sample": samplePages])

    /// - Parameters:
    ///   - paths: without one, the library that the settings name.
    ///   - onlyLatest: of a folder of editions, the last one alone.
    /// - Throws: `Complaint` where nothing at all could be read.
    init(
        paths: [String], library: String? = configuration.settled().preferences.library, onlyLatest: Bool = false,
        detail: LoadedContent.Detail = .stories, progress: Progress? = nil
    ) throws(Complaint) {
        let paths = paths.isEmpty ? library.map { [Surroundings.expanded($0)] } ?? [] : paths
        name = paths.first.map { FileName($0).last.shown } ?? texts(.sampleTitle)
        catalog = Catalog.find(paths, onlyLatest ? .latest : .all) { progress?.tell(.finding($0)) ?? true }
        faults = catalog.faults.map(texts.words)
        if progress?.isCancelled == true {
            notes.append(texts(.stoppedFinding, catalog.editions.count))
            progress?.goOn()
        }
        load(onlyLatest ? catalog.latest : catalog.editions, detail, progress)
        if sources.isEmpty, edition.stories.isEmpty, !faults.isEmpty, progress?.isCancelled != true {
            throw Complaint(words: faults.joined(separator: "\nbroadsheet: "))
        }
    }

    /// Some editions of a catalog.
    init(_ editions: [EditionReference], of catalog: Catalog, progress: Progress? = nil) throws(Complaint) {
        self.catalog = catalog
        name = editions.first?.name ?? ""
        load(editions, .stories, progress)
        if sources.isEmpty, edition.stories.isEmpty, !faults.isEmpty {
            throw Complaint(words: faults.joined(separator: "; "))
        }
    }

    /// Says what was noted, unless it has been said, and what could not be read; status 1 where something could not.
    func finish(tellsNotes: Bool = true) throws {
        for words in (tellsNotes ? notes : []) + faults { complain(words) }
        if !faults.isEmpty { throw Silence() }
    }

    private static var samplePages: [MemoryFile] {
        (0..<broadsheet_sample_count()).map { index in
            let page = broadsheet_sample(index)
            let bytes = UnsafeBufferPointer(start: page.bytes, count: page.count)
            return MemoryFile(name: String(cString: page.name), bytes: Array(bytes))
        }
    }

    private mutating func load(
        _ editions: [EditionReference], _ detail: LoadedContent.Detail, _ progress: Progress?
    ) {
        let content = Self.loader.load(
            editions, detail: detail,
            report: { step in
                switch step {
                case .reading(let read, let all): progress?.tell(.reading(read, of: all)) ?? true
                case .parsing: progress?.tell(.parsing) ?? true
                }
            })
        opened = content.editions
        sources = content.sources
        batches = content.batches
        faults += content.faults.map(texts.words)
        for note in content.notes { say(note) }
        let list = content.list
        edition = Edition(
            title: list.title, language: list.language, pages: list.pages,
            stories: (0..<list.count).compactMap { list.story(at: $0) })
        for case let part as StoriesInMemory in (list as? CombinedList)?.lists ?? [list] {
            edition.furniture += part.edition.furniture
        }
    }

    private mutating func say(_ note: SourceNote) {
        let name = FileName(note.path).last.shown
        let removed = note.removed
        func add(_ phrase: MessageKey, _ count: Int, to list: inout [String]) {
            if count > 0 { list.append(texts(phrase, name, count)) }
        }
        var common: [String] = []
        if note.lacksConverter {
            common.append(texts(.noteNoConverter, name, note.encoding.rawValue))
        } else if note.encoding != .utf8 {
            common.append(texts(.noteDecoded, name, note.encoding.rawValue))
        }
        add(.noteMalformed, removed.malformed, to: &common)
        add(.noteUnknown, removed.unknown, to: &common)
        if note.isEmpty { common.append(texts(.noteEmpty, name)) }
        notes += common
        add(.noteRemoved, removed.controls + removed.bidi + removed.invisible, to: &notes)
        details += common
        add(.noteControls, removed.controls, to: &details)
        add(.noteBidi, removed.bidi, to: &details)
        add(.noteInvisible, removed.invisible, to: &details)
    }
}

/// The status tells; all has been said.
struct Silence: Error {}
