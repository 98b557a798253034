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
            let kind = FileStatus(path)
            // A page that leads nowhere, or to a pipe, is there to be reported when it is read.
            guard kind?.isFolder == true || kind?.isRegular == true || Format.named(path)?.role == .page else {
                return nil
            }
            return FolderEntry(path: path, isFolder: kind?.isFolder ?? false, identity: kind?.identity)
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
