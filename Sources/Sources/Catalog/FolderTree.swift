import Files
import Glibc

/// Folders in which editions are looked for: the disk's, or those in a ZIP file.
protocol FolderTree {
    /// The ZIP file; nil for the disk.
    var archive: FileName? { get }

    /// How many levels of folders are looked into below the first.
    var depth: Int { get }

    /// What a folder holds, hidden files left out, in the order in which a person would put it; with errno where it could
    /// not be listed whole.
    func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32)

    /// The first bytes of a file, at most `FileType.window`; nothing where it cannot be read.
    func start(of file: FileName) -> [UInt8]
}

/// A file or folder in a folder. What is neither (a pipe, a device) is not listed.
struct FolderEntry {
    var path: FileName
    var isFolder: Bool
    /// The same for the same file or folder under whatever name; nil where every name is a folder of its own.
    var identity: FileStatus.Identity?
}

/// The folders of the disk.
struct DiskTree: FolderTree {
    var archive: FileName? { nil }
    /// Year, month, day.
    var depth: Int { 3 }

    func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) {
        let (names, code) = listFolder(folder)
        let entries = names.filter { !$0.isHidden }.inOrder().compactMap { name -> FolderEntry? in
            let path = folder.appending(name)
            guard let kind = FileStatus(path), kind.isFolder || kind.isRegular else { return nil }
            return FolderEntry(path: path, isFolder: kind.isFolder, identity: kind.identity)
        }
        return (entries, code)
    }

    func start(of file: FileName) -> [UInt8] { Self.start(of: file) }

    /// Never waits: of a pipe that nobody writes to, nothing is read.
    static func start(of file: FileName) -> [UInt8] {
        let descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: FileType.window) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
    }
}
