import Files

/// One look at an edition's files, with what is known of them. A value that any thread may run; `EditionWatch` says when,
/// and receives the outcome.
package struct EditionCheck: Sendable {
    /// The state of all files of an edition.
    struct Look: Equatable {
        var files: [FileName]
        var states: [FileStatus?]
        /// Those of the files beside them with what readers have said about their lines.
        private var corrections: [FileStatus?]

        init(_ files: [FileName]) {
            self.files = files
            states = files.map { FileStatus($0) }
            corrections = files.map { FileStatus(CorrectedPage.fileBeside($0)) }
        }

        /// The first file that is empty and was not.
        func emptied(since known: Look) -> FileName? {
            let before = Dictionary(zip(known.files, known.states)) { one, _ in one }
            return zip(files, states).first { $1?.size == 0 && (before[$0]??.size ?? 0) > 0 }?.0
        }

        /// The first file that was there and is not.
        func lost(since known: Look) -> FileName? {
            let now = Dictionary(zip(files, states)) { one, _ in one }
            return zip(known.files, known.states).first { $1 != nil && now[$0] ?? nil == nil }?.0
        }
    }

    /// What a look found.
    package struct Outcome: Sendable {
        enum Kind {
            /// The files are those that were read.
            case same
            /// They are others than at the last look.
            case unsettled(Look)
            /// They have settled, and one is gone, empty or still incomplete.
            case gone(FileName?)
            case changed(Look, files: [FileName])
        }
        let kind: Kind
    }

    let edition: EditionReference
    /// What is looked at where the edition is no folder on the disk.
    let paths: [FileName]
    let known: Look
    let last: Look?
    /// Whether what has changed counts although it has not settled.
    let isOverdue: Bool
    /// Whether a file that is gone has been for long enough to be taken for removed.
    let isRemoved: Bool

    /// Looks at the files. Milliseconds, of a long folder or a network more.
    package func run() -> Outcome {
        let look = Look(filesOnDisk)
        if look == known { return Outcome(kind: .same) }
        if look != last, !isOverdue { return Outcome(kind: .unsettled(look)) }
        // What is gone or was emptied is being written anew; that it is back will be a change.
        let lost = look.lost(since: known)
        if let file = look.emptied(since: known) ?? (isRemoved ? nil : lost) { return Outcome(kind: .gone(file)) }
        guard look.states.contains(where: { $0 != nil }), let files = filesToRead(look) else {
            return Outcome(kind: .gone(lost ?? paths.first))
        }
        return Outcome(kind: .changed(look, files: files))
    }

    /// The files on the disk that the edition is read from now.
    private var filesOnDisk: [FileName] {
        guard let folder = edition.folder, folder.archive == nil else { return paths }
        return files(in: DiskTree(), folder.path)
    }

    /// The edition's own files, nil where they cannot be told: of an archive that is still being written.
    private func filesToRead(_ look: Look) -> [FileName]? {
        guard let folder = edition.folder else { return edition.files }
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

extension EditionReference {
    /// The folder whose files are the edition, on the disk or in an archive; nil where it is no folder.
    var folder: Place? {
        switch source {
        case .folder(let place), .feeds(let place, _): place
        default: nil
        }
    }
}
