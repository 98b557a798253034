import Files
import Glibc

extension MarkLog {
    /// Tries again what could not be written, and waits for the disk to have what was written a second ago. To be called at
    /// `deadline`; costs nothing before.
    package func flush(now: Int64) {
        save(now: now)
        if let since = unsyncedSince, now - since >= Self.saveDelay || now < since { sync() }
    }

    /// Writes everything and waits for the disk, as at quitting; `unsaved` and `saveFault` report what is left.
    package func finish() {
        save(now: nil)
        sync()
    }

    /// `now` nil: even if the last try was just now.
    func save(now: Int64?) {
        guard unsaved > 0 else { return }
        if saveFault != nil, let now, let lastTry, (lastTry..<lastTry + Self.saveDelay).contains(now) { return }
        if let now { lastTry = now }
        do {
            try append()
            if unsyncedSince == nil { unsyncedSince = now ?? lastTry ?? 0 }
            saveFault = nil
        } catch {
            saveFault = error
        }
    }

    private func sync() {
        guard descriptor >= 0, unsyncedSince != nil else { return }
        unsyncedSince = nil
        guard fdatasync(descriptor) == 0 else {
            saveFault = FileFault(.sync, ownPath)
            // The kernel may have dropped what it could not write: all of this run is written again.
            written = 0
            close(descriptor)
            descriptor = -1
            return
        }
        if needsFolderSync { needsFolderSync = !syncFolder(folder) }
    }

    /// Appends what is not written yet in one write.
    ///
    /// The file may be replaced at any moment, by another process's compaction or a synchroniser; what went to the old file
    /// may be lost then. So the name is looked at after the write, and all of this run is written to the new file.
    private func append() throws(FileFault) {
        for _ in 0..<8 {
            try openOwn()
            var bytes: [UInt8] = []
            bytes.reserveCapacity(unsaved * 34 + 1)
            if !endsWithLine() { bytes.append(MarkLine.lineFeed) }
            for event in made[written...] { MarkLine.write(event, to: &bytes) }
            let count = bytes.withUnsafeBytes { writeOnce(descriptor, $0) }
            if count < 0 { throw FileFault(.write, ownPath) }
            // Cut short: the next round finishes the torn line, and fails with the reason if there is one.
            guard count == bytes.count else { continue }
            if isOwnFileStill {
                files[ownName, default: MarkFile(path: ownPath)].appended(
                    count, events: made.count - written, to: descriptor)
                written = made.count
                return
            }
        }
        throw FileFault(.write, ownPath, code: EAGAIN)
    }

    /// Closes a file that its name no longer leads to; all of this run is to be written again then.
    func noticeReplacement() {
        guard descriptor >= 0, !isOwnFileStill else { return }
        close(descriptor)
        descriptor = -1
        written = 0
    }

    private func openOwn() throws(FileFault) {
        noticeReplacement()
        if descriptor >= 0 { return }
        var opened = openForAppending(ownPath)
        if opened < 0, errno == ENOENT {
            try makeFolders(folder)
            opened = openForAppending(ownPath)
        }
        guard opened >= 0 else { throw FileFault(.open, ownPath) }
        guard let found = FileStatus(descriptor: opened), found.isRegular else {
            close(opened)
            throw FileFault(.open, ownPath, code: EINVAL)
        }
        needsFolderSync = needsFolderSync || found.size == 0
        descriptor = opened
    }

    /// Whether the open file is the one that the path names.
    private var isOwnFileStill: Bool {
        guard let named = FileStatus(ownPath), let open = FileStatus(descriptor: descriptor) else {
            return false
        }
        return named.isSameFile(as: open)
    }

    /// Whether the file is empty or ends with a line feed; else a line is torn there.
    private func endsWithLine() -> Bool {
        guard let size = FileStatus(descriptor: descriptor)?.size, size > 0 else { return true }
        var last: UInt8 = 0
        return pread(descriptor, &last, 1, off_t(size - 1)) != 1 || last == MarkLine.lineFeed
    }
}
