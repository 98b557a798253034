import Files

/// The folders in a ZIP file.
struct ZipTree: FolderTree {
    private let zip: ZipArchive
    /// What looking into its files is taken from: an archive may hold many, and many archives.
    private let budget: UnpackingBudget
    /// What is in each folder, down to the depth that is looked into.
    private(set) var folders: [FileName: [FolderEntry]] = [:]

    var archive: FileName? { zip.file }
    /// One more than on the disk: often all that is in the file is one folder.
    var depth: Int { 4 }
    /// Folders that a name may have in it: a digital paper's are deeper than others.
    private static let deepest = 6

    init(_ zip: ZipArchive, budget: UnpackingBudget) {
        self.zip = zip
        self.budget = budget
        var known: Set<FileName> = []
        for entry in zip.entries {
            let path = entry.path.bytes
            // A name may have hundreds of folders in it; with a path for each, a small archive would fill the memory.
            let ends = path.indices.filter { path[$0] == Self.slash }
            guard ends.count <= Self.deepest else { continue }
            var (folder, start) = (FileName(""), 0)
            for end in ends + [path.count] {
                let file = end == path.count ? entry.path : FileName(Array(path[..<end]))
                if path[start] != Self.fullStop, known.insert(file).inserted {
                    folders[folder, default: []].append(FolderEntry(path: file, isFolder: end < path.count))
                }
                (folder, start) = (file, end + 1)
            }
        }
        for (folder, entries) in folders {
            let order = entries.map(\.path).inOrder()
            let byPath = Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0) })
            folders[folder] = order.compactMap { byPath[$0] }
        }
    }

    private static let slash = UInt8(ascii: "/")
    private static let fullStop = UInt8(ascii: ".")

    func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) { (folders[folder] ?? [], 0) }

    func start(of file: FileName) -> [UInt8] {
        (try? zip.open(file, part: FileType.window, budget: budget).start()) ?? []
    }
}
