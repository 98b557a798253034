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
