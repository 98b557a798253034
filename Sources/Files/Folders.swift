import CMemory
import Glibc

/// The names in a folder, and `errno` where it could not be listed whole.
package func listFolder(_ folder: FileName) -> (names: [FileName], code: Int32) {
    guard let stream = folder.withCString({ opendir($0) }) else { return ([], errno) }
    defer { closedir(stream) }
    var names: [FileName] = []
    while true {
        errno = 0
        guard let entry = readdir(stream) else { return (names, errno) }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name != [0x2E], name != [0x2E, 0x2E] { names.append(FileName(name)) }
    }
}

/// Makes the folder and those above it where they are missing, for this user only unless `mode` says otherwise.
///
/// - Returns: those that were missing, each behind the one that it is in.
@discardableResult
package func makeFolders(_ folder: FileName, mode: mode_t = 0o700) throws(FileFault) -> [FileName] {
    var made: [FileName] = []
    do throws(FileFault) {
        try makeFolders(folder, mode, &made)
    } catch {
        removeEmptyFolders(made)
        throw error
    }
    return made
}

private func makeFolders(_ folder: FileName, _ mode: mode_t, _ made: inout [FileName]) throws(FileFault) {
    for isLast in [false, true] {
        if folder.withCString({ mkdir($0, mode) }) == 0 {
            made.append(folder)
            return
        }
        if errno == EEXIST { return }
        guard !isLast, errno == ENOENT, folder.parent != folder else { break }
        try makeFolders(folder.parent, mode, &made)
    }
    throw FileFault(.makeFolder, folder)
}

/// Removes folders that are empty, the last one first; the others stay.
package func removeEmptyFolders(_ folders: [FileName]) {
    for folder in folders.reversed() { _ = folder.withCString { rmdir($0) } }
}

/// Waits until the names in a folder are on the disk; false where that cannot be had.
@discardableResult
package func syncFolder(_ folder: FileName) -> Bool {
    let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
}

/// Waits until everything that was written to the file system of a folder is on the disk.
package func syncFileSystem(of folder: FileName) {
    let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = broadsheet_sync_file_system(descriptor)
}
