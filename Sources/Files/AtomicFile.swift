/// Replaces files whole or not at all.
package enum AtomicFile {
    /// Writes a file; one of that name is replaced, through symbolic links. Missing folders are made, for this user only.
    ///
    /// Nothing changes where this fails; a process that is killed may leave a draft, `.NAME.RANDOM.new`, in the file's folder.
    ///
    /// - Parameters:
    ///   - mode: the file's permissions, whatever the umask is.
    ///   - isDurable: waits for the disk, so that the file outlives a loss of power. Milliseconds, of a slow disk tens.
    package static func write(
        _ bytes: [UInt8], to file: FileName, mode: UInt32 = 0o600, isDurable: Bool = true
    ) throws(FileFault) {
        try makeFolders(file.followingLinks().parent)
        let draft = try FileDraft(replacing: file, mode: mode)
        try draft.write(bytes)
        if isDurable { try draft.sync() }
        try draft.close()
        try draft.replace()
        if isDurable { syncFolder(draft.target.parent) }
    }
}
