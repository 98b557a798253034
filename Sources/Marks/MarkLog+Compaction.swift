import Files
import Glibc

extension MarkLog {
    /// Writes the own log anew, with its living events and with the lines that cannot be read; false where there is no log
    /// or another process is compacting it.
    ///
    /// A process that is killed at any point of it, and others that append meanwhile, lose nothing: the old file keeps a
    /// name until the new one holds all that was ever appended to it, and logs under such names (leftovers) are read as well.
    @discardableResult
    package func compact() throws(FileFault) -> Bool {
        save(now: nil)
        let old: Int32
        do {
            old = try openForReading(ownPath)
        } catch {
            if error.code == ENOENT { return false }
            throw error
        }
        defer { close(old) }
        guard try tryLock(old, of: ownPath) else { return false }
        let path = try ownPath.followingLinks()
        guard let found = FileStatus(descriptor: old),
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

        let compacted = compacted(logs)
        let kept = leftoverPath(numbered: found.identity.inode, beside: path)
        guard leftovers.contains(kept) || givesSecondName(kept, to: path) else {
            return try moveAside(path, old, read: end, compacted, leftovers)
        }
        let draft: FileDraft
        do throws(FileFault) {
            // Locked before it has the log's name, so that no other process compacts it before this one is through.
            draft = try FileDraft(replacing: path, flags: O_APPEND)
            try draft.write(compacted)
            guard try tryLock(draft.descriptor, of: path) else { throw FileFault(.lock, path, code: EWOULDBLOCK) }
            try draft.sync()
            try draft.replace()
        } catch {
            remove(kept)
            throw error
        }
        syncFolder(place)
        try draft.write(try tail(of: old, from: end))
        try draft.sync()
        removeAll(leftovers + [kept], in: place)
        flock(draft.descriptor, LOCK_UN)
        adopt(draft.detachDescriptor())
        return true
    }

    /// The same where a file cannot have two names: the old log is renamed, which makes it a leftover that is read, and the
    /// living events are appended to whatever has the log's name then. Nothing is replaced, so that what others begin to
    /// write there meanwhile is kept as well.
    private func moveAside(
        _ path: FileName, _ old: Int32, read end: Int, _ compacted: [UInt8], _ leftovers: [FileName]
    ) throws(FileFault) -> Bool {
        // Where the log is a link to elsewhere, nobody would look for leftovers beside it.
        guard path == ownPath else { throw FileFault(.replace, path, code: EOPNOTSUPP) }
        let kept = leftoverPath(numbered: .random(in: 0...(.max)), beside: path)
        guard path.withCString({ path in kept.withCString { rename(path, $0) } }) == 0 else {
            throw FileFault(.replace, path)
        }
        let new = openForAppending(path)
        guard new >= 0 else { throw FileFault(.open, path) }
        var isDone = false
        defer { if !isDone { close(new) } }
        // Another process may compact what has the name now; it finds the leftover.
        guard try tryLock(new, of: path), let status = FileStatus(descriptor: new),
            FileStatus(path)?.isSameFile(as: status) == true
        else { return false }
        let lines = (status.size > 0 ? [MarkLine.lineFeed] : []) + compacted
        guard writeAll(new, try lines + tail(of: old, from: end)) else { throw FileFault(.write, path) }
        guard fsync(new) == 0 else { throw FileFault(.sync, path) }
        syncFolder(path.parent)
        removeAll(leftovers + [kept], in: path.parent)
        flock(new, LOCK_UN)
        adopt(new)
        isDone = true
        return true
    }

    private func givesSecondName(_ name: FileName, to file: FileName) -> Bool {
        usesLinks && file.withCString { file in name.withCString { link(file, $0) } } == 0
    }

    private func removeAll(_ leftovers: [FileName], in folder: FileName) {
        for leftover in leftovers { remove(leftover) }
        syncFolder(folder)
    }

    /// From now on the own log is this open file, which is on the disk.
    private func adopt(_ new: Int32) {
        if descriptor >= 0 { close(descriptor) }
        descriptor = new
        unsyncedSince = nil
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
