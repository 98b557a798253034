import Files
import Glibc

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

    /// Never waits: of a pipe nothing is read.
    static func start(of file: FileName) -> [UInt8] {
        guard let descriptor = try? openForReading(file) else { return [] }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: FileType.window) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
    }
}
