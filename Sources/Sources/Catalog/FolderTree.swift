import Files

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
