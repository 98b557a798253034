import Files

extension Format {
    /// A file of files: pages and feeds as they would be in a folder.
    static let zip = Format(type: .zip, role: .archive, suffixes: [".zip"]) { (file, content) throws(SourceFault) in
        let depth = try file.innerDepth(content.budget.limits)
        let archive = try ZipArchive(
            try file.stream.randomAccess(), path: file.path, limits: content.budget.limits)
        // A book whose maker did not begin it as one.
        if archive.isBook { return try content.add(book: archive) }
        var scan = EditionScan(ZipTree(archive, budget: content.budget))
        _ = scan.findAll(in: FileName(""), identity: nil)
        // Where the budget is spent, nobody knows what its files are.
        try content.budget.spend(0, total: 0, packed: 0, path: file.path)
        guard !scan.editions.isEmpty else { throw .noPages(path: file.path) }
        for edition in scan.editions { content.read(edition, in: archive, depth: depth) }
    }
}
