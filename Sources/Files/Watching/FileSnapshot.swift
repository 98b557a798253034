/// What a file looked like when it was looked at; of a folder, also the names in it, and the first files, each a call that
/// may go over a network.
struct FileSnapshot: Equatable {
    private let status: FileStatus?
    /// A sum of hashes, so that the order of the listing makes no difference.
    private var content = 0
    /// How many names were looked at.
    private(set) var count = 1

    /// The most files of a folder whose own state counts.
    private static let limit = 64

    init(_ file: FileName) {
        status = FileStatus(file)
        guard status?.isFolder == true else { return }
        let names = listFolder(file).names
        for (index, name) in names.enumerated() {
            var hasher = Hasher()
            hasher.combine(name)
            if index < Self.limit { hasher.combine(FileStatus(file.appending(name))) }
            content &+= hasher.finalize()
            count += 1
        }
    }
}
