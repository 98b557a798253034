import Files

/// Notices that a file was changed, replaced, created or removed.
package struct SettingsWatch {
    private let file: FileName
    private var seen: FileStatus?

    /// From now on; the file need not exist.
    package init(_ file: FileName) {
        self.file = file
        seen = FileStatus(file)
    }

    /// Whether the file has changed since the last time. Costs one call of stat.
    package mutating func hasChanged() -> Bool {
        let now = FileStatus(file)
        defer { seen = now }
        return now != seen
    }
}
