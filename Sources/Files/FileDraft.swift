import Glibc

/// New content for a file, written beside it and not yet in its place: the steps of every replacement.
///
/// A draft is made where the file really is, links followed, so that a symbolic link to the file stays one. It has a name
/// that no other file has, `.NAME.RANDOM.new`, and is this process's own: made with `O_EXCL` and `O_NOFOLLOW`. A draft that
/// was not put in place is removed when it is let go.
package final class FileDraft {
    /// The file that `replace` replaces: symbolic links have been followed.
    package let target: FileName
    /// Where the draft is until then.
    package let file: FileName
    /// Open for writing and reading; -1 once it is closed.
    package private(set) var descriptor: Int32
    private var isInPlace = false

    /// - Parameters:
    ///   - target: the file to replace, or a link to it; its folder exists.
    ///   - mode: its permissions, whatever the umask is.
    ///   - flags: of `open`, besides those for writing a new file.
    /// - Throws: `EISDIR` or `EINVAL` where there is something else than a regular file in its place.
    package init(replacing target: FileName, mode: mode_t = 0o600, flags: Int32 = 0) throws(FileFault) {
        self.target = try target.followingLinks()
        if let found = FileStatus(self.target), !found.isRegular {
            throw FileFault(.replace, target, code: found.isFolder ? EISDIR : EINVAL)
        }
        // 64 random bits: a name that is taken is no accident.
        let random = String(UInt64.random(in: 0...(.max)), radix: 36)
        let name = Array(".".utf8) + self.target.last.bytes.prefix(200) + Array(".\(random).new".utf8)
        file = self.target.parent.appending(FileName(name))
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | flags
        let descriptor = file.withCString { open($0, flags, mode) }
        guard descriptor >= 0 else { throw FileFault(.write, target) }
        self.descriptor = descriptor
        // A file system without permissions has those that it has.
        if FileStatus(descriptor: descriptor)?.mode != S_IFREG | mode { fchmod(descriptor, mode) }
    }

    deinit {
        if descriptor >= 0 { Glibc.close(descriptor) }
        if !isInPlace { _ = file.withCString { unlink($0) } }
    }

    /// Appends to the draft.
    package func write(_ bytes: [UInt8]) throws(FileFault) {
        guard writeAll(descriptor, bytes) else { throw FileFault(.write, target) }
    }

    /// Waits until what was written is on the disk.
    package func sync() throws(FileFault) {
        guard fsync(descriptor) == 0 else { throw FileFault(.sync, target) }
    }

    /// The draft can be run as a program from then on, and no longer be written to.
    ///
    /// - Throws: what a network file system reports of a write no earlier.
    package func close() throws(FileFault) {
        guard descriptor >= 0 else { return }
        let outcome = Glibc.close(descriptor)
        descriptor = -1
        if outcome != 0 { throw FileFault(.write, target) }
    }

    /// Leaves the open descriptor to the caller, who closes it.
    package func detachDescriptor() -> Int32 {
        defer { descriptor = -1 }
        return descriptor
    }

    /// Puts the draft in the file's place: whoever opens the file finds the old or the new one, never a part.
    package func replace() throws(FileFault) {
        let outcome = file.withCString { draft in target.withCString { rename(draft, $0) } }
        guard outcome == 0 else { throw FileFault(.replace, target) }
        isInPlace = true
    }

    /// Puts drafts in their places, all of them or none: where one fails, what the others replaced comes back.
    package static func replaceAll(_ drafts: [FileDraft]) throws(FileFault) {
        // The old files again, beside their places as well, so that nothing but a rename is needed to undo it.
        var earlier: [FileDraft?] = []
        for draft in drafts {
            guard let old = FileStatus(draft.target) else {
                earlier.append(nil)
                continue
            }
            let copy = try FileDraft(replacing: draft.target, mode: old.mode & 0o7777)
            try copy.write(FileBytes.read(draft.target, mayWait: false))
            try copy.close()
            earlier.append(copy)
        }
        for (number, draft) in drafts.enumerated() {
            do throws(FileFault) {
                try draft.replace()
            } catch {
                for (draft, old) in zip(drafts, earlier).prefix(number).reversed() {
                    if let old { try? old.replace() } else { _ = draft.target.withCString { unlink($0) } }
                }
                throw error
            }
        }
    }

    /// Puts the draft in the file's place unless there is one already; false where there is.
    ///
    /// Where the file system has no hard links (vfat, many network mounts), the place is taken with an empty file first: for
    /// a moment others may find that, and a process that is killed then leaves it.
    ///
    /// - Parameter usesLinks: false for a test of such a file system.
    package func placeIfNone(usesLinks: Bool = true) throws(FileFault) -> Bool {
        if usesLinks {
            if file.withCString({ draft in target.withCString { link(draft, $0) } }) == 0 { return true }
            if errno == EEXIST { return false }
        }
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let taken = target.withCString { open($0, flags, 0o600) }
        guard taken >= 0 else {
            if errno == EEXIST { return false }
            throw FileFault(.replace, target)
        }
        Glibc.close(taken)
        try replace()
        return true
    }
}
