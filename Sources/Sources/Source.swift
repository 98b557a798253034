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
