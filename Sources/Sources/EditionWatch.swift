import Files

/// Decides whether an edition's files have changed, once something says that they may have.
///
/// It never looks by itself, and touches no file: whoever watches `watched` calls `changed`; `begin` gives at each `deadline`
/// the check to be run beside the loop, whose outcome `finish` receives. A change counts when it has settled: when two
/// looks, at least `settling` apart, find the same sizes and times; and where files never settle, after `longestWait`, so that
/// one that is written to all the time does not hold back the others. A file that is gone or empty for a while is being
/// written anew: it counts as removed after `patience`; what is empty for longer is reported once, and keeps its text.
package struct EditionWatch: Sendable {
    /// What is looked at: the folder whose pages are the edition, else its files.
    package let paths: [FileName]
    /// What to watch: the same, with the corrections beside files.
    package let watched: [FileName]
    /// When to call `begin`, in milliseconds of the caller's clock; nil: not before `changed` is called again.
    package private(set) var deadline: Int64?
    private let edition: EditionReference
    /// The files as they were when they were last read, and at the last look.
    private var known: EditionCheck.Look
    private var last: EditionCheck.Look?
    /// Since when looks have found other files than the ones before; nil where the last one has not.
    private var unsettledSince: Int64?
    /// Since when a file is gone or empty that was read; nil where none is.
    private var goneSince: Int64?
    private var isReported = false
    /// When the check that is being run was begun; nil where none is.
    private var began: Int64?
    /// Not before then, so that a folder in which something happens all the time is not looked at all the time.
    private var nextLook: Int64 = 0

    /// Milliseconds between two looks, at least.
    package static let settling: Int64 = 200
    /// Milliseconds after which changes count that do not settle.
    package static let longestWait: Int64 = 10_000
    /// Milliseconds that a file may be gone or empty without a word.
    package static let patience: Int64 = 4_000
    /// How many times as long as a look takes there is none after it.
    private static let rest: Int64 = 10

    /// Made before the edition is read, so that no change falls between; nil for an edition that is on no disk, or cannot be
    /// read again.
    package init?(_ edition: EditionReference) {
        switch edition.source {
        case .files(let files):
            // A pipe gives its bytes once.
            paths = files.filter { FileStatus($0)?.isRegular ?? false }
            if paths.isEmpty { return nil }
            watched = paths + paths.map { CorrectedPage.fileBeside($0) }
        case .folder(let place), .feeds(let place, _), .archive(let place):
            paths = [place.archive ?? place.path]
            watched = paths
        case .memory: return nil
        }
        self.edition = edition
        // Not those that are there now: one that has come meanwhile is a change.
        let isOnDisk = edition.folder.map { $0.archive == nil } ?? false
        known = EditionCheck.Look(isOnDisk ? edition.files : paths)
    }

    /// Something has happened to what is watched.
    package mutating func changed(now: Int64) {
        deadline = min(deadline ?? .max, max(now + Self.settling, nextLook))
    }

    /// The check that is due; nil where none is, or one is being run.
    package mutating func begin(now: Int64) -> EditionCheck? {
        guard let deadline, now >= deadline, began == nil else { return nil }
        self.deadline = nil
        began = now
        let isOverdue = unsettledSince.map { now - $0 >= Self.longestWait } ?? false
        return EditionCheck(
            edition: edition, paths: paths, known: known, last: last, isOverdue: isOverdue, isRemoved: isPatient(now))
    }

    /// What there is to say of an edition.
    package enum Change: Equatable, Sendable {
        /// It has other files than were read, and they have settled.
        case files(EditionReference)
        /// One of its files is empty or gone, and not just for a moment.
        case missing(FileName)
    }

    /// Whether a file has been gone for long.
    private func isPatient(_ now: Int64) -> Bool { goneSince.map { now - $0 >= Self.patience } ?? false }

    /// Receives what the check found; returns what is to be said of it.
    ///
    /// - Parameter outcome: nil where nobody can use it now; there will be another look.
    package mutating func finish(_ outcome: EditionCheck.Outcome?, now: Int64) -> Change? {
        guard let began else { return nil }
        self.began = nil
        nextLook = now + max(Self.settling, (now - began) * Self.rest)
        if deadline != nil || outcome == nil { deadline = nextLook }
        last = nil
        switch outcome?.kind {
        case nil: return nil
        case .same:
            (unsettledSince, goneSince, isReported) = (nil, nil, false)
            return nil
        case .gone(let file):
            unsettledSince = nil
            if isPatient(now) {
                guard let file, !isReported else { return nil }
                isReported = true
                return .missing(file)
            }
            goneSince = goneSince ?? now
            deadline = min(deadline ?? .max, (goneSince ?? now) + Self.patience)
            return nil
        case .unsettled(let look):
            last = look
            unsettledSince = unsettledSince ?? now
            deadline = nextLook
            return nil
        case .changed(let look, let files):
            (unsettledSince, goneSince, isReported) = (nil, nil, false)
            known = look
            return .files(EditionReference(edition.source, files: files))
        }
    }
}
