import Files

/// Notices that a file was changed, replaced, created or removed.
package struct SettingsWatch {
    private let path: String
    private var seen: FileStatus?

    /// From now on; the file need not exist.
    package init(_ path: String) {
        self.path = path
        seen = FileStatus(FileName(path))
    }

    /// Whether the file has changed since the last time. Costs one call of stat.
    package mutating func hasChanged() -> Bool {
        let now = FileStatus(FileName(path))
        defer { seen = now }
        return now != seen
    }
}
