import Files
import Glibc

extension MarkLog {
    /// Writes the own log anew, with its living events and with the lines that cannot be read; false where there is no log
    /// or another process is compacting it.
    ///
    /// A process that is killed at any point of it, and others that append meanwhile, lose nothing: the old file keeps a
    /// name until the new one holds all that was ever appended to it, and logs under such names are read as well.
    @discardableResult
    package func compact() throws(FileFault) -> Bool {
        save(now: nil)
        let old = ownPath.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard old >= 0 else {
            if errno == ENOENT { return false }
            throw FileFault(.open, ownPath)
        }
        defer { close(old) }
        guard try tryLock(old, of: ownPath) else { return false }
        let path = try ownPath.followingLinks()
        guard let found = FileStatus(descriptor: old), found.isRegular,
            let named = FileStatus(path), named.isSameFile(as: found)
        else { return false }

        let place = path.parent
        let names = listFolder(place).names
        for name in names where isStaleDraft(name) { remove(place.appending(name)) }
        let leftovers = names.filter(isLeftover).map { place.appending($0) }
        let bytes = try FileBytes.read(old, shown: ownPath.shown)
        // What comes after the last line feed is a line in the making.
        let end = bytes.lastIndex(of: MarkLine.lineFeed).map { $0 + 1 } ?? 0
        var logs = [Array(bytes[..<end])]
        for leftover in leftovers { logs.append(try FileBytes.read(leftover, mayWait: false) + [MarkLine.lineFeed]) }

        // Locked before it has the log's name, so that no other process compacts it before this one is through.
        let draft = try FileDraft(replacing: path, flags: O_APPEND)
        try draft.write(compacted(logs))
        guard try tryLock(draft.descriptor, of: path) else { return false }
        try draft.sync()
        let kept = leftoverPath(of: found.identity.inode, beside: path)
        try keep(path, as: kept, unlessAmong: leftovers)
        do throws(FileFault) {
            try draft.replace()
        } catch {
            remove(kept)
            throw error
        }
        syncFolder(place)
        try draft.write(try tail(of: old, from: end))
        try draft.sync()

        for leftover in leftovers + [kept] { remove(leftover) }
        syncFolder(place)
        flock(draft.descriptor, LOCK_UN)
        if descriptor >= 0 { close(descriptor) }
        descriptor = draft.detachDescriptor()
        unsyncedSince = nil
        return true
    }

    /// Gives a file a second name, where it has none from a compaction that was cut short.
    private func keep(_ file: FileName, as name: FileName, unlessAmong known: [FileName]) throws(FileFault) {
        if known.contains(name) { return }
        let outcome = file.withCString { file in name.withCString { link(file, $0) } }
        if outcome != 0 { throw FileFault(.replace, file) }
    }

    private func remove(_ file: FileName) { _ = file.withCString { unlink($0) } }

    /// What other processes have appended to a file since its first bytes were read.
    private func tail(of descriptor: Int32, from offset: Int) throws(FileFault) -> [UInt8] {
        guard lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset) else { throw FileFault(.read, ownPath) }
        return try FileBytes.read(descriptor, shown: ownPath.shown)
    }

    /// The living events of logs by time, then their other lines as they are.
    private func compacted(_ logs: [[UInt8]]) -> [UInt8] {
        var living = MarkTable()
        var others: [UInt8] = []
        for log in logs {
            log.withUnsafeBytes { bytes in
                MarkFile.forEachLine(of: MarkFile.withoutMark(bytes)) { line, event in
                    if let event {
                        living.apply(event, from: device)
                    } else if !MarkLine.isEmpty(line) {
                        others.append(contentsOf: line)
                        others.append(MarkLine.lineFeed)
                    }
                }
            }
        }
        return living.log + others
    }
}

extension MarkTable {
    /// The state as the lines of a log, the oldest event first.
    package var log: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * 34)
        for (event, _) in events { MarkLine.write(event, to: &bytes) }
        return bytes
    }
}
