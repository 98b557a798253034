import Files

/// The folders in a ZIP file.
struct ZipTree: FolderTree {
    private let zip: ZipArchive
    private var folders: [FileName: [FolderEntry]] = [:]

    var archive: FileName? { zip.file }
    /// One more than on the disk: often all that is in the file is one folder.
    var depth: Int { 4 }

    init(_ zip: ZipArchive) {
        self.zip = zip
        var known: Set<String> = []
        for entry in zip.entries {
            var path = ""
            for (depth, name) in entry.names.enumerated() {
                let folder = FileName(path)
                path += path.isEmpty ? name : "/" + name
                guard known.insert(path).inserted, !name.hasPrefix(".") else { continue }
                let isFolder = depth < entry.names.count - 1
                folders[folder, default: []].append(FolderEntry(path: FileName(path), isFolder: isFolder))
            }
        }
        for (folder, entries) in folders {
            let order = entries.map(\.path).inOrder()
            let byPath = Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0) })
            folders[folder] = order.compactMap { byPath[$0] }
        }
    }

    func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) { (folders[folder] ?? [], 0) }

    func start(of file: FileName) -> [UInt8] {
        (try? zip.open(file, budget: UnpackingBudget(ReadingLimits())).start()) ?? []
    }
}
