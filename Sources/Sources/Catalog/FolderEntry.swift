import Files

/// A file or folder in a folder. What is neither (a pipe, a device) is not listed.
struct FolderEntry {
    var path: FileName
    var isFolder: Bool
    /// The same for the same file or folder under whatever name; nil where every name is a folder of its own.
    var identity: FileStatus.Identity?
}
