/// What a file looked like when it was looked at; of a folder, also the files in it.
struct FileSnapshot: Equatable {
    private let status: FileStatus?
    /// A sum of hashes, so that the order of the listing makes no difference.
    private var content = 0
    /// How many files were looked at.
    private(set) var count = 1

    init(_ file: FileName) {
        status = FileStatus(file)
        guard status?.isFolder == true else { return }
        for name in listFolder(file).names {
            var hasher = Hasher()
            hasher.combine(name)
            hasher.combine(FileStatus(file.appending(name)))
            content &+= hasher.finalize()
            count += 1
        }
    }
}
