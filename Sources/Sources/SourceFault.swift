import Files

/// Why something cannot be read. Data: the edge puts it into words.
package enum SourceFault: Error, Hashable, Sendable {
    /// A call on a file failed.
    case file(FileFault)
    /// A folder or a ZIP file in which nothing can be read, nor in the folders under it.
    case noPages(path: String)
    /// A file that is no page, feed or archive, and what it is instead.
    ///
    /// - Parameter isPacked: whether it was inside a compressed file, and `path` is that file's.
    case unsupported(path: String, FileType, isPacked: Bool = false)
    /// A file that begins as something that can be read and then breaks off or goes wrong.
    case damaged(path: String, FileType)
    /// A compressed file that goes beyond what is unpacked.
    case tooMuch(path: String, UnpackingLimit)
    /// An archive with files that cannot be unpacked: encrypted, or compressed in a way that is not known.
    case locked(path: String, Lock)

    package enum Lock: Hashable, Sendable {
        case encrypted
        /// The number that ZIP gives the method.
        case method(Int)
    }
}

/// What keeps a small file from unpacking into one that fills the memory.
package enum UnpackingLimit: Hashable, Sendable {
    /// More bytes than `mostBytes`.
    case bytes
    /// More than `highestRatio` times the packed bytes.
    case ratio
    /// More files than `mostEntries`.
    case entries
    /// More archives and compressed files inside each other than `greatestDepth`.
    case depth

    /// Bytes that are unpacked for one list: as many as the largest file that is read.
    package static let mostBytes = FileBytes.limit
    /// Text is packed to a third; deflate itself ends at a thousandth, for one and the same byte.
    package static let highestRatio = 200
    /// Bytes from which on the ratio counts: below, a text may well be one line a million times.
    package static let ratioFrom = 1 << 26
    package static let mostEntries = 100_000
    package static let greatestDepth = 2
}
