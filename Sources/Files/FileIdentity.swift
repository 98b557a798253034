import Glibc

/// What tells one state of a file from another.
package struct FileIdentity: Hashable, Sendable {
    private let device: dev_t
    package let inode: UInt64
    package let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    package let isRegular: Bool

    /// Follows symbolic links; nil where there is nothing or it may not be looked at.
    package init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    package init?(_ file: FileName) {
        var status = stat()
        guard file.withCString({ stat($0, &status) }) == 0 else { return nil }
        self.init(status)
    }

    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = status.st_dev
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }

    package func isSameFile(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }
}
