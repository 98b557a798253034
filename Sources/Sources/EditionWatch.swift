import Files

/// Decides whether an edition's files have changed, once something says that they may have.
///
/// It never looks by itself: whoever watches `paths` calls `changed`, and `check` at each `deadline` until there is none. A
/// change counts when it has settled: when two looks, `settling` apart, find the same sizes and times.
package struct EditionWatch: Sendable {
    /// The state of all files of the edition.
    private struct Look: Equatable {
        var files: [FileName]
        var states: [FileStatus?]

        init(_ files: [FileName]) {
            self.files = files
            states = files.map { FileStatus($0) }
        }

        /// Whether there are files at all, and none is empty that was not.
        func hasContent(where known: Look) -> Bool {
            guard states.contains(where: { $0 != nil }) else { return false }
            let before = Dictionary(zip(known.files, known.states)) { one, _ in one }
            return zip(files, states).allSatisfy { file, state in
                state?.size != 0 || (before[file]??.size ?? 0) == 0
            }
        }
    }

    /// What to watch: the folder whose pages are the edition, else its files.
    package let paths: [FileName]
    /// When to call `check`, in milliseconds of the caller's clock; nil: not before `changed` is called again.
    package private(set) var deadline: Int64?
    private let edition: EditionReference
    /// The files as they were when they were last read, and at the last look.
    private var known: Look
    private var last: Look?

    /// Milliseconds between two looks.
    package static let settling: Int64 = 200

    /// Made before the edition is read, so that no change falls between; nil for an edition that is on no disk, or cannot be
    /// read again.
    package init?(_ edition: EditionReference) {
        switch edition.source {
        case .files(let files):
            // A pipe gives its bytes once.
            paths = files.filter { FileStatus($0)?.isRegular ?? false }
            if paths.isEmpty { return nil }
        case .folder(let place), .feeds(let place, _), .archive(let place): paths = [place.archive ?? place.path]
        case .memory: return nil
        }
        self.edition = edition
        known = Look([])
        // Not those that are there now: one that has come meanwhile is a change.
        known = Look(folder?.archive == nil && folder != nil ? edition.files : paths)
    }

    /// Something has happened to `paths`. Costs nothing; the files are looked at in `check`.
    package mutating func changed(now: Int64) {
        if deadline == nil { deadline = now + Self.settling }
    }

    /// Looks at the files if it is time to; the edition with the files that it has now, where they are others than were
    /// read and have settled.
    package mutating func check(now: Int64) -> EditionReference? {
        guard let deadline, now >= deadline else { return nil }
        let look = Look(filesOnDisk)
        guard look != known else {
            self.deadline = nil
            last = nil
            return nil
        }
        guard look == last else {
            self.deadline = now + Self.settling
            last = look
            return nil
        }
        self.deadline = nil
        last = nil
        // What is gone or was emptied is being written anew; that it is back will be a change.
        guard look.hasContent(where: known), let files = filesToRead(look) else { return nil }
        known = look
        return EditionReference(edition.source, files: files)
    }

    /// The folder whose files are the edition, on the disk or in an archive; nil where it is no folder.
    private var folder: Place? {
        switch edition.source {
        case .folder(let place), .feeds(let place, _): place
        default: nil
        }
    }

    /// The files on the disk that the edition is read from now.
    private var filesOnDisk: [FileName] {
        guard let folder, folder.archive == nil else { return paths }
        return files(in: DiskTree(), folder.path)
    }

    /// The edition's own files, nil where they cannot be told: of an archive that is still being written.
    private func filesToRead(_ look: Look) -> [FileName]? {
        guard let folder else { return edition.files }
        guard let archive = folder.archive else { return look.files }
        guard let zip = try? ZipArchive(archive) else { return nil }
        return files(in: ZipTree(zip, budget: UnpackingBudget(ReadingLimits())), folder.path)
    }

    private func files(in tree: some FolderTree, _ folder: FileName) -> [FileName] {
        let scan = EditionScan(tree)
        if case .feeds(_, let date) = edition.source { return scan.feeds(in: folder, date: date) }
        return scan.pages(in: folder)
    }
}
