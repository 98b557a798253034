import Files
import PageText

/// Finds the editions in a tree of folders by the names of files, and reads none of them whole.
///
/// A folder's pages are one edition: its texts, PDFs and ALTO files, or, where no name says what they are, the files that are plainly text.
/// Its feeds are an edition for each date in their names. Each of its ZIP files is an edition. Folders under a folder of pages
/// are looked into one level down, else three (year, month, day); none is entered twice, whatever links say.
struct EditionScan<Tree: FolderTree> {
    let tree: Tree
    /// Called before each folder; false stops the search.
    let visit: () -> Bool
    private(set) var editions: [EditionReference] = []
    /// The one to open: the last, but of a folder of pages its own pages, whatever folders are in it.
    private(set) var latest: EditionReference?
    private(set) var isStopped = false
    private var seen: Set<FileStatus.Identity> = []
    private var root: FileName?
    private let listed: ListedFolders<Tree>

    init(_ tree: Tree, visit: @escaping () -> Bool = { true }) {
        self.tree = tree
        listed = ListedFolders(tree)
        self.visit = visit
    }

    /// All editions, those of a folder before those of the folders in it; errno where the folder itself cannot be listed.
    mutating func findAll(in folder: FileName, identity: FileStatus.Identity?) -> Int32 {
        seen = identity.map { [$0] } ?? []
        root = folder
        let (code, last) = scan(folder, depth: tree.depth)
        latest = last
        return code
    }

    /// Only the one to open, without looking into what comes before it; returns the same.
    mutating func findLast(in folder: FileName, identity: FileStatus.Identity?) -> Int32 {
        seen = identity.map { [$0] } ?? []
        root = folder
        let code = scanBackwards(folder, depth: tree.depth)
        latest = editions.last
        return code
    }

    /// The pages in a folder, without those of folders in it.
    func pages(in folder: FileName) -> [FileName] {
        Contents(list(folder).entries, of: tree).pages
    }

    /// The feeds in a folder whose names hold this date.
    func feeds(in folder: FileName, date: String?) -> [FileName] {
        Contents(list(folder).entries, of: tree).feeds.first { $0.date == date }?.files ?? []
    }

    private func papers(in root: FileName) -> PaperFolders<Tree> {
        PaperFolders(tree: tree, root: root, listed: listed)
    }

    private func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) {
        papers(in: root ?? folder).list(folder)
    }

    /// Returns errno and the edition to open of the folder.
    private mutating func scan(_ folder: FileName, depth: Int) -> (code: Int32, latest: EditionReference?) {
        guard visit() else {
            isStopped = true
            return (0, nil)
        }
        let (entries, code) = list(folder)
        let contents = Contents(entries, of: tree)
        let own = contents.editions(in: folder, of: tree)
        editions += own
        var latest = own.last
        guard depth > 0 else { return (code, latest) }
        for entry in entries where entry.isFolder && !isStopped && !contents.isPart(entry.path) && isNew(entry) {
            // What cannot be listed counts only where it was named.
            let below = max(contents.pages.isEmpty ? depth - 1 : 0, papers(in: folder).depth(of: entry))
            let last = scan(entry.path, depth: below).latest
            if contents.pages.isEmpty { latest = last ?? latest }
        }
        return (code, latest)
    }

    /// Until there is an edition.
    private mutating func scanBackwards(_ folder: FileName, depth: Int) -> Int32 {
        guard visit() else {
            isStopped = true
            return 0
        }
        let (entries, code) = list(folder)
        let contents = Contents(entries, of: tree)
        if depth > 0, contents.pages.isEmpty {
            for entry in entries.reversed() where entry.isFolder && editions.isEmpty && !isStopped && isNew(entry) {
                _ = scanBackwards(entry.path, depth: max(depth - 1, papers(in: folder).depth(of: entry)))
            }
        }
        if editions.isEmpty, !isStopped { editions = contents.editions(in: folder, of: tree).suffix(1) }
        return code
    }

    private mutating func isNew(_ folder: FolderEntry) -> Bool {
        folder.identity.map { seen.insert($0).inserted } ?? true
    }

    /// The files of a folder by what they are.
    private struct Contents {
        var pages: [FileName] = []
        /// In the order of their dates, those without one first.
        var feeds: [(date: String?, files: [FileName])] = []
        var archives: [FileName] = []
        /// The names of saved pages without their ends.
        private var pageStems: Set<[UInt8]> = []

        init(_ entries: [FolderEntry], of tree: Tree) {
            var others: [FileName] = []
            var feeds: [String?: [FileName]] = [:]
            for entry in entries where !entry.isFolder {
                let format = Format.named(entry.path)
                switch format?.role {
                case .page:
                    // There is all kinds of XML beside pages.
                    if format?.type == .alto {
                        let start = tree.start(of: entry.path)
                        if FileType.identify(start) == .feedXML { add(feed: entry.path, to: &feeds) }
                        guard isAlto(start) else { continue }
                    }
                    pages.append(entry.path)
                case .feed:
                    if isFeed(tree.start(of: entry.path)) { add(feed: entry.path, to: &feeds) }
                case .archive: archives.append(entry.path)
                case nil where CorrectedPage.isCorrections(entry.path): break
                case nil: others.append(entry.path)
                }
            }
            // What was packed and kept counts once.
            let names = Set(pages)
            pages.removeAll { $0.hasSuffix(".gz") && names.contains(FileName(Array($0.bytes.dropLast(3)))) }
            pages = PageForm.best(of: pages)
            // What is saved of a digital paper tells which of its PDFs need no reading.
            let saved = pages.filter { Format.named($0)?.type == .html }
            if !saved.isEmpty, saved.count < pages.count {
                pages = saved + pages.filter { Format.named($0)?.type != .html }
            }
            self.feeds = feeds.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { ($0.key, $0.value) }
            pageStems = Set(
                self.pages.lazy.filter { Format.named($0)?.type == .html }.map { Array($0.bytes.prefix($0.stemLength)) }
            )
            guard pages.isEmpty, feeds.isEmpty, archives.isEmpty else { return }
            pages = others.filter { FileType.identify(tree.start(of: $0)) == .text }
        }

        private func add(feed file: FileName, to feeds: inout [String?: [FileName]]) {
            feeds[PageParser.page(named: file.last.shown).date, default: []].append(file)
        }

        /// Whether a file that nobody named is to be read as a feed: it must say that it is one, since a folder may hold
        /// all kinds of JSON. Of a compressed file the name has to do.
        private func isFeed(_ start: [UInt8]) -> Bool {
            switch FileType.identify(start) {
            case .gzip, .feedXML, .opml: true
            case .jsonFeed: String(decoding: start, as: UTF8.self).contains("jsonfeed.org")
            default: false
            }
        }

        /// Whether a folder holds what a browser saved with one of the pages: `page_files` beside `page.html`.
        func isPart(_ folder: FileName) -> Bool {
            let name = folder.bytes
            guard name.count > 6, name.suffix(5).elementsEqual("files".utf8), "_.".utf8.contains(name[name.count - 6])
            else {
                return false
            }
            return pageStems.contains(Array(name.dropLast(6)))
        }

        /// Whether a file by the name of XML is a page. Of a compressed file the name has to do.
        private func isAlto(_ start: [UInt8]) -> Bool { [.alto, .gzip].contains(FileType.identify(start)) }

        /// The pages last: what is opened of a folder that holds several editions is the last.
        func editions(in folder: FileName, of tree: Tree) -> [EditionReference] {
            let place = Place(folder, in: tree.archive)
            var (feeds, files) = (feeds, pages)
            // A feed beside pages is a section of their edition.
            if !pages.isEmpty, let beside = feeds.firstIndex(where: { $0.date == nil }) {
                files += feeds.remove(at: beside).files
            }
            var editions = feeds.map { EditionReference(.feeds(place, date: $0.date), files: $0.files) }
            editions += archives.map { EditionReference(.archive(Place($0, in: tree.archive))) }
            if !files.isEmpty { editions.append(EditionReference(.folder(place), files: files)) }
            return editions
        }
    }
}

extension FileName {
    /// Bytes before the last full stop.
    fileprivate var stemLength: Int { bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count }
}
