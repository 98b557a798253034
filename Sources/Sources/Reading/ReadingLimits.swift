import Files

/// What keeps one file from filling the memory, a small one that unpacks to a large one too.
package struct ReadingLimits: Sendable {
    /// Bytes of one file or stream.
    package var fileBytes = FileBytes.limit
    /// Bytes that are unpacked for one list.
    package var unpackedBytes = FileBytes.limit
    /// How many times its packed bytes a file may unpack to. Text is packed to a third; deflate itself ends at a thousandth,
    /// for one and the same byte.
    package var ratio = 200
    /// Unpacked bytes from which on the ratio counts: a short text may well be one line a thousand times.
    package var ratioBytes = 1 << 26
    /// Files that an archive may hold.
    package var entries = 100_000
    /// Archives and compressed files inside each other: a page in an archive in an archive is read.
    package var depth = 2

    /// The limits that the program has.
    package init() {}
}
