import Glibc

/// What the file system says of a file: which file it is, and in which state. Two statuses are equal as long as the file
/// was neither replaced nor written to; the time is that of the last write, in nanoseconds.
package struct FileStatus: Hashable, Sendable {
    /// Which file it is, whatever it is called: symbolic and hard links lead to the same one.
    package struct Identity: Hashable, Sendable {
        let device: dev_t
        /// The file's number on its device.
        package let inode: UInt64
    }

    /// Which file it is.
    package let identity: Identity
    /// Bytes.
    package let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    /// Permission bits, and what kind of file it is (`S_IFMT`).
    package let mode: mode_t

    /// Follows symbolic links; nil, with the reason in `errno`, where there is no file or it may not be looked at.
    package init?(_ file: FileName) {
        var status = stat()
        guard file.withCString({ stat($0, &status) }) == 0 else { return nil }
        self.init(status)
    }

    /// The status of an open file; nil where it has none.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        identity = Identity(device: status.st_dev, inode: UInt64(status.st_ino))
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        mode = status.st_mode
    }

    /// A file with content of its own: no folder, pipe or device.
    package var isRegular: Bool { mode & S_IFMT == S_IFREG }
    /// A folder.
    package var isFolder: Bool { mode & S_IFMT == S_IFDIR }

    /// A word that is another one as soon as the file has been replaced or written to.
    package var versionTag: String { "\(identity.inode)-\(size)-\(seconds)-\(nanoseconds)" }

    /// Whether both are of one file, in whatever state.
    package func isSameFile(as other: FileStatus) -> Bool { identity == other.identity }
}
