import Glibc

/// The names in a folder, and errno where it could not be listed whole.
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

/// Makes the folder and those above it, for this user only.
package func makeFolders(_ path: String) throws(FileFault) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    if errno == ENOENT, parentFolder(of: path) != path {
        try makeFolders(parentFolder(of: path))
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    }
    throw FileFault(.makeFolder, path)
}

/// Has the names in a folder put on the disk.
@discardableResult
package func syncFolder(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
}

/// The path of the folder that holds the file.
package func parentFolder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The path with all symbolic links followed; nil where it leads nowhere.
package func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
}
