import Files
import Markup
import Newspaper
import TextDecoding

/// Puts a book together as an edition: its documents in the order of reading, cut where its navigation says that something begins.
struct BookReader {
    private let book: BookArchive
    private let package: BookPackage
    private var entries: [BookNavigation.Entry] = []
    /// The entries that begin in each document, by its path.
    private var places: [String: [Int]] = [:]
    private let encoding: SourceText.Encoding?
    private var edition = Edition()
    /// The entries in each entry, and the outermost in -1.
    private var children: [Int: [Int]] = [:]
    /// The documents of the outermost.
    private var outermost: Set<String> = []
    /// Whether all entries are in one, which then names no section.
    private var hasOneRoot = false
    private var isFirst = true
    /// Addresses that stories have. Some makers give all documents the same.
    private var links: Set<String> = []
    /// Lines that are on many pages, each of which counts once.
    private var bars: Set<String> = []
    /// What is being put together: from one entry to the next.
    private var open: BookStory?
    /// Documents that could not be read.
    private(set) var faults: [SourceFault] = []
    /// What was done to the documents' texts: that of the first that was not plain.
    private(set) var note: SourceText?

    /// - Throws: where the book is protected, or is none.
    init(_ book: BookArchive, encoding: SourceText.Encoding?) throws(SourceFault) {
        self.book = book
        self.encoding = encoding
        if let protection = try BookProtection.of(book) { throw .protected(path: book.path, protection) }
        guard let path = try Self.packagePath(in: book), let bytes = try book.read(path) else {
            throw .damaged(path: book.path, .epub)
        }
        package = BookPackage(bytes, path: path)
        try readNavigation()
    }

    /// What META-INF/container.xml names, else any package document.
    private static func packagePath(in book: BookArchive) throws(SourceFault) -> String? {
        var named: [String] = []
        if let bytes = try book.read("META-INF/container.xml") {
            final class Reader { var paths: [String] = [] }
            let reader = BookXML.read(bytes, with: Reader.init) { reader, element in
                if element.name == "rootfile", let path = element["full-path"], reader.paths.count < 100 {
                    reader.paths.append(path)
                }
            } end: { _, _, _ in
            }
            named = reader.paths
        }
        return (named + book.paths(endingIn: ".opf")).lazy.compactMap {
            BookPath.resolve($0, from: "").flatMap { book.find($0.path) }
        }.first
    }

    private mutating func readNavigation() throws(SourceFault) {
        for (path, isNCX) in [(package.navigation, false), (package.ncx, true)] where entries.isEmpty {
            guard let path, let bytes = try book.read(path) else { continue }
            entries = BookNavigation(bytes, path: book.find(path) ?? path, isNCX: isNCX).entries
            if !entries.contains(where: { $0.path.map { book.find($0) != nil } ?? false }) { entries = [] }
        }
        let roots = entries.indices.filter { entries[$0].parent < 0 }
        hasOneRoot = roots.count == 1 && entries.contains { entry in entry.hasEntries && entry.parent >= 0 }
        for index in entries.indices {
            children[entries[index].parent, default: []].append(index)
            guard let path = entries[index].path, let found = book.find(path) else { continue }
            places[found, default: []].append(index)
        }
        outermost = paths(of: roots)
    }

    // MARK: - Reading

    /// Reads the documents.
    ///
    /// - Parameter goesOn: asked before each of them; false ends it.
    mutating func read(while goesOn: () -> Bool) throws(SourceFault) -> Edition {
        edition.title = package.title
        edition.language = package.language
        edition.pages = package.date.map { [Page(date: $0)] } ?? []
        edition.feed = details
        // Documents that only the navigation names come last.
        var paths = package.spine.compactMap(book.find)
        paths += entries.compactMap { $0.path.flatMap(book.find) }
        var seen: Set<String> = []
        for path in paths where seen.insert(path).inserted {
            guard goesOn() else { break }
            do throws(SourceFault) {
                if let bytes = try book.read(path) { add(bytes, path) }
            } catch {
                if case .tooMuch = error { throw error }
                faults.append(error)
            }
        }
        finishStory()
        return edition
    }

    private var details: FeedDetails? {
        var details = FeedDetails(description: package.description, tags: package.subjects)
        details.authors = (package.creators.isEmpty ? [package.publisher].compactMap(\.self) : package.creators).map {
            Author(name: $0)
        }
        return details == FeedDetails() ? nil : details
    }

    private mutating func add(_ bytes: [UInt8], _ path: String) {
        let text = PageEncoding.read(bytes, as: encoding)
        if let noise = bytes.withUnsafeBufferPointer({ FileType.noise($0, text) }) {
            faults.append(.unsupported(path: book.path + "/" + path, noise, isPacked: true, likely: text.likely))
            return
        }
        if note == nil, text.encoding != .utf8 && !text.isDeclared || !text.removed.isEmpty || text.mending != nil {
            note = text
        }
        let document = BookDocument(text.utf8)
        let own = places[path] ?? []
        let parts = document.parts(at: own.map { entries[$0].fragment })
        if edition.language == nil { edition.language = document.language }
        for line in document.details.furniture where bars.insert(line).inserted { edition.furniture.append(line) }
        var roles = document.roles
        if let role = package.roles[path] { roles.insert(role) }
        if document.details.isIndex { roles.insert("toc") }
        // A book begins with its cover, whatever is said of it.
        if isFirst, document.isPicture { roles.insert("cover") }
        isFirst = false
        let start = BookStory(path: path, document: document, roles: roles)
        if entries.isEmpty {
            finishStory()
            open = start
            open?.append(parts.first)
            open?.details = document.details
        } else if own.isEmpty,
            start.isApart || parts.first.isContents
                || listsEntries(parts.first.references, from: path, of: nil)
        {
            edition.furniture += parts.first.blocks.lines
        } else if own.isEmpty || !parts.first.blocks.isEmpty {
            // What comes behind a cover does not belong to it.
            if open?.isApart == true { finishStory() }
            if open == nil { open = start }
            open?.append(parts.first)
        }
        // What the document says of a story it says of the only one in it; a section may begin at the same place.
        let texts = parts.others.filter { !$0.part.blocks.isEmpty }
        let only = texts.count > 1 ? nil : (texts.first ?? parts.others.last)?.id
        for (id, part) in parts.others {
            finishStory()
            var story = start
            story.entry = own[id]
            if id == only { story.details = document.details }
            story.append(part)
            open = story
        }
    }

    // MARK: - Stories

    private mutating func finishStory() {
        guard let draft = open else { return }
        open = nil
        let entry = draft.entry.map { entries[$0] }
        // A page that lists what is in it is none of the stories.
        let isList =
            draft.isContents
            || entry?.hasEntries != false && listsEntries(draft.references, from: draft.path, of: draft.entry)
        let isOwn = draft.details?.id != nil
        if draft.isApart || isList || !isOwn && isTitle(draft.blocks) {
            edition.furniture += draft.blocks.lines
            return
        }
        let own = entry.flatMap { $0.title.isEmpty ? nil : $0.title }
        // The text before the first entry of a section is filed with them.
        let section = titles(of: entry?.hasEntries == true ? draft.entry ?? -1 : entry?.parent ?? -1)
        var story = draft.story(
            title: own, section: section.isEmpty ? nil : section.suffix(3).joined(separator: " · "))
        // A page with no more than a picture, or the name of what follows.
        if story.body.isEmpty, !isOwn {
            edition.furniture += draft.blocks.lines
            return
        }
        name(&story, draft, entry)
        edition.stories.append(story)
    }

    /// The names of an entry and of those that it is in, the outermost first, without one that all others are in.
    private func titles(of entry: Int) -> [String] {
        var (titles, at): ([String], Int) = ([], entry)
        while at >= 0, titles.count < 8 {
            if entries[at].parent >= 0 || !hasOneRoot { titles.append(entries[at].title) }
            at = entries[at].parent
        }
        return titles.reversed().filter { !$0.isEmpty }
    }

    /// Whether a page leads to the entries in its own, or where it is none to the outermost: to half of their documents or more.
    private func listsEntries(_ references: [String], from path: String, of entry: Int?) -> Bool {
        let inner = entry.map { paths(of: children[$0] ?? []) } ?? outermost
        guard !references.isEmpty, !inner.isEmpty, inner != [path] else { return false }
        let named = Set(references.compactMap { BookPath.resolve($0, from: path).flatMap { book.find($0.path) } })
        return named.count { inner.contains($0) } * 2 >= inner.count
    }

    private func paths(of entries: [Int]) -> Set<String> {
        Set(entries.compactMap { self.entries[$0].path.flatMap(book.find) })
    }

    /// Whether a page says no more than the book's title and who made it.
    private func isTitle(_ blocks: [Block]) -> Bool {
        let length = blocks.reduce(0) { $0 + $1.text.utf8.count }
        guard length < Self.longestTitle, length > 0 || blocks.isEmpty else { return false }
        let known = ([package.title, package.publisher, package.date].compactMap(\.self) + package.creators).map(folded)
        return blocks.allSatisfy { block in
            let text = folded(block.text)
            return text.isEmpty
                || known.contains { $0.contains(text) || text.count < 2 * $0.count && text.contains($0) }
        }
    }

    /// Bytes that a title page has at most.
    private static let longestTitle = 500

    /// The program's own id, else that of the page on the web that it was taken from, else the place in the book, whose identifier
    /// is everywhere the same; where it has none, the words'.
    private mutating func name(_ story: inout Story, _ draft: BookStory, _ entry: BookNavigation.Entry?) {
        if let id = draft.details?.id {
            story.id = id
        } else if let link = story.link, links.insert(link).inserted {
            story.id = StoryID(feed: "", item: link)
        } else if let identifier = package.identifier {
            story.id = StoryID(feed: identifier, item: draft.path + (entry?.fragment.map { "#" + $0 } ?? ""))
        } else {
            story.name(date: package.date)
        }
    }
}
