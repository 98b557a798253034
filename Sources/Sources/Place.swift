import Files

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
