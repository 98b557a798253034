import Files

/// Notices that a file was changed, replaced, made or removed.
package struct SettingsWatch {
    private let path: String
    private var seen: FileStatus?

    package init(_ path: String) {
        self.path = path
        seen = FileStatus(FileName(path))
    }

    /// Since the last time. One call of stat.
    package mutating func hasChanged() -> Bool {
        let now = FileStatus(FileName(path))
        defer { seen = now }
        return now != seen
    }
}
