import Glibc

/// What stands under a name, links followed.
package struct FileKind: Sendable {
    package struct Identity: Hashable, Sendable {
        let device: dev_t
        let inode: ino_t
    }

    package let identity: Identity
    package let isFolder: Bool
    package let isRegular: Bool

    /// nil, with errno, where there is nothing or it may not be looked at.
    package init?(_ name: FileName) {
        var status = stat()
        guard name.withCString({ stat($0, &status) }) == 0 else { return nil }
        identity = Identity(device: status.st_dev, inode: status.st_ino)
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}
