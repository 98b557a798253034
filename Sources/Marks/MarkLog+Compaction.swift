import Files
import Glibc

extension MarkLog {
    /// Writes the own log anew with its living events and with the lines that are not understood; false where there is
    /// no log or another process is at it.
    ///
    /// A process that is killed at any point of it, and others that append meanwhile, lose nothing: the old file keeps a
    /// name until the new one holds all that was ever appended to it, and logs under such names are read as well.
    @discardableResult
    package func compact() throws(FileFault) -> Bool {
        save(now: nil)
        let old = open(ownPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard old >= 0 else {
            if errno == ENOENT { return false }
            throw FileFault(.open, ownPath)
        }
        defer { close(old) }
        guard flock(old, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { return false }
            throw FileFault(.lock, ownPath)
        }
        guard let found = FileIdentity(descriptor: old), found.isRegular,
            let named = FileIdentity(path: ownPath), named.isSameFile(as: found),
            let path = realPath(ownPath)
        else { return false }

        let place = parentFolder(of: path)
        let leftovers = listFolder(FileName(place)).names.compactMap(\.text).filter(isLeftover).map { "\(place)/\($0)" }
        var bytes = try readAll(old, ownPath, from: 0)
        // What comes behind the last line feed is somebody's line in the making.
        let end = bytes.lastIndex(of: MarkLine.lineFeed).map { $0 + 1 } ?? 0
        bytes.removeSubrange(end...)
        for leftover in leftovers {
            bytes += try contents(of: leftover)
            bytes.append(MarkLine.lineFeed)
        }

        let new = "\(place)/.\(ownName).new"
        let fresh = try writeNew(compacted(bytes), at: new)
        let keep = leftoverPath(of: found.inode, beside: path)
        do throws(FileFault) {
            guard leftovers.contains(keep) || link(path, keep) == 0 else { throw FileFault(.replace, path) }
            guard rename(new, path) == 0 else {
                let fault = FileFault(.replace, path)
                unlink(keep)
                throw fault
            }
            syncFolder(place)
            let tail = try readAll(old, ownPath, from: end)
            guard tail.isEmpty || tail.withUnsafeBytes({ writeOnce(fresh, $0) }) == tail.count, fsync(fresh) == 0 else {
                throw FileFault(.write, path)
            }
        } catch {
            unlink(new)
            close(fresh)
            throw error
        }
        for leftover in leftovers + [keep] { unlink(leftover) }
        syncFolder(place)
        flock(fresh, LOCK_UN)

        if descriptor >= 0 { close(descriptor) }
        descriptor = fresh
        unsyncedSince = nil
        return true
    }

    /// The living events of a log by time, then its other lines as they are.
    private func compacted(_ bytes: [UInt8]) -> [UInt8] {
        var living = Marks()
        var others: [UInt8] = []
        bytes.withUnsafeBytes { bytes in
            MarkFile.forEachLine(of: bytes) { line, event in
                if let event {
                    living.apply(event, from: device)
                } else if !line.isEmpty {
                    others.append(contentsOf: line)
                    others.append(MarkLine.lineFeed)
                }
            }
        }
        return living.log + others
    }

    /// Makes a new file, on the disk before it is given back, open for appending, and locked, so that no other process
    /// compacts it before this one is through.
    private func writeNew(_ bytes: [UInt8], at path: String) throws(FileFault) -> Int32 {
        unlink(path)
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFault(.open, path) }
        let isWhole = bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
                if count <= 0 { return false }
                done += count
            }
            return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && fsync(descriptor) == 0
        }
        guard isWhole else {
            let fault = FileFault(.write, path)
            unlink(path)
            close(descriptor)
            throw fault
        }
        return descriptor
    }

    private func contents(of path: String) throws(FileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileFault(.open, path) }
        defer { close(descriptor) }
        return try readAll(descriptor, path, from: 0)
    }

    private func readAll(_ descriptor: Int32, _ path: String, from start: Int) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let size = max(FileIdentity(descriptor: descriptor)?.size ?? 0, 0) - start - bytes.count
            guard size > 0 else { return bytes }
            let offset = off_t(start + bytes.count)
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: size) { room, filled in
                count = pread(descriptor, room.baseAddress, size, offset)
                filled = max(0, count)
            }
            if count < 0, errno != EINTR { throw FileFault(.read, path) }
            if count == 0 { return bytes }
            bytes = bytes.isEmpty ? piece : bytes + piece
        }
    }
}

extension Marks {
    /// The state as the lines of a log, the oldest event first.
    package var log: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * 34)
        for (event, _) in events { MarkLine.write(event, to: &bytes) }
        return bytes
    }
}
