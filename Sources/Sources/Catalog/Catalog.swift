import Files

/// The editions that paths lead to, found by names; none is read.
package struct Catalog: Sendable {
    /// In the order of the paths, those of a folder in the order of their names; files that are no editions by themselves are
    /// one, where the first of them was named.
    package private(set) var editions: [EditionReference] = []
    /// Those that are opened first: all, but of a folder of editions or a ZIP file of them the last alone.
    package private(set) var latest: [EditionReference] = []
    /// What is wrong with the paths.
    package private(set) var faults: [SourceFault] = []
    /// Whether the search was stopped before its end.
    package private(set) var isStopped = false

    /// How much is to be found.
    package enum Scope: Sendable {
        case all
        /// Of a folder only the last edition, so that a long row of them need not be looked through.
        case latest
    }

    /// No editions.
    package init() {}

    /// - Parameters:
    ///   - paths: without one, the edition that is built in.
    ///   - visit: called before each folder with the number of folders looked into; false stops the search, and what was
    ///     found until then counts.
    package static func find(
        _ paths: [FileName], _ scope: Scope = .all, limits: ReadingLimits = ReadingLimits(),
        visit: (Int) -> Bool = { _ in true }
    ) -> Catalog {
        withoutActuallyEscaping(visit) { visit in
            var catalog = Catalog()
            var search = Search(scope: scope, limits: limits, visit: visit)
            for path in paths where !catalog.isStopped { catalog.add(path, &search) }
            // A pattern of the shell finds the corrections beside the pages too.
            if search.loose.contains(where: CorrectedPage.isCorrections) {
                let beside = Set(search.loose.map { CorrectedPage.fileBeside($0) })
                search.loose.removeAll(where: beside.contains)
            }
            if let place = search.place {
                let loose = EditionReference(.files(search.loose))
                catalog.editions.insert(loose, at: place.editions)
                catalog.latest.insert(loose, at: place.latest)
            }
            if paths.isEmpty { catalog.add(EditionReference(.sample)) }
            return catalog
        }
    }

    private struct Search {
        let scope: Scope
        let limits: ReadingLimits
        let visit: (Int) -> Bool
        /// Folders looked into.
        var count = 0
        /// Files that were named and are no editions by themselves.
        var loose: [FileName] = []
        /// Where the first of them belongs among all editions, and among those that are opened.
        var place: (editions: Int, latest: Int)?
    }

    private mutating func add(_ name: FileName, _ search: inout Search) {
        if name == FileName("-") { return addLoose(name, &search) }
        guard let kind = FileStatus(name) else {
            faults.append(.file(FileFault(.open, name.shown)))
            return
        }
        if kind.isFolder {
            add(DiskTree(), name, kind.identity, &search)
            return
        }
        // A page's name saves looking into it; a pipe must not be looked into.
        let isNamedPage = Format.named(name)?.role == .page
        switch kind.isRegular && !isNamedPage ? FileType.identify(DiskTree.start(of: name)) : .text {
        case .jsonFeed: add(EditionReference(.files([name])))
        case .epub: add(EditionReference(.archive(Place(name))))
        case .zip:
            do throws(SourceFault) {
                let zip = try ZipArchive(name, limits: search.limits)
                if zip.isBook { return add(EditionReference(.archive(Place(name)))) }
                add(ZipTree(zip, budget: UnpackingBudget(search.limits)), FileName(""), nil, &search)
            } catch {
                faults.append(error)
            }
        default: addLoose(name, &search)
        }
    }

    private func addLoose(_ name: FileName, _ search: inout Search) {
        search.loose.append(name)
        search.place = search.place ?? (editions.count, latest.count)
    }

    private mutating func add<Tree: FolderTree>(
        _ tree: Tree, _ folder: FileName, _ identity: FileStatus.Identity?, _ search: inout Search
    ) {
        let shown = Place(folder, in: tree.archive).shown
        let (visit, before) = (search.visit, search.count)
        var count = 0
        var scan = EditionScan(tree) {
            count += 1
            return visit(before + count)
        }
        defer {
            search.count += count
            isStopped = scan.isStopped
        }
        let code =
            search.scope == .latest
            ? scan.findLast(in: folder, identity: identity) : scan.findAll(in: folder, identity: identity)
        add(scan.editions, latest: scan.latest)
        if code != 0, scan.editions.isEmpty {
            faults.append(.file(FileFault(.list, shown, code: code)))
        } else if scan.editions.isEmpty, !scan.isStopped {
            faults.append(.noPages(path: shown))
        }
    }

    private mutating func add(_ found: [EditionReference], latest: EditionReference?) {
        editions += found
        if let latest { self.latest.append(latest) }
    }

    private mutating func add(_ edition: EditionReference) { add([edition], latest: edition) }
}
