import Files

/// Where an edition comes from. The same edition has the same source whenever it is found, whatever pages have come since.
package enum Source: Hashable, Sendable {
    /// Files that were named one by one, read as one edition: pages, feeds, pipes; `-` is standard input.
    case files([FileName])
    /// The pages in a folder.
    case folder(Place)
    /// The feeds in a folder whose names hold this date; nil: those whose names hold none.
    case feeds(Place, date: String?)
    /// All that is in a ZIP file, which has not been looked into.
    case archive(Place)
    /// Files that the program itself holds under this name.
    case memory(String)

    /// The edition that is built in.
    package static let sample = Source.memory("sample")
}

/// A file or a folder on the disk, or inside a ZIP file that is on the disk.
package struct Place: Hashable, Sendable {
    /// The ZIP file; nil on the disk.
    package var archive: FileName?
    /// Inside an archive the path there, empty for its top.
    package var path: FileName

    /// A path on the disk, or in an archive.
    package init(_ path: FileName, in archive: FileName? = nil) {
        self.path = path
        self.archive = archive
    }

    /// The whole path, fit to be shown.
    package var shown: String {
        guard let archive else { return path.shown }
        let (outer, inner) = (archive.shown, path.shown)
        return inner.isEmpty ? outer : outer + "/" + inner
    }
}

/// A file that is on no disk.
package struct MemoryFile: Sendable {
    /// Stands for its path.
    package var name: String
    /// What it holds.
    package var bytes: [UInt8]

    /// A file of these bytes.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
