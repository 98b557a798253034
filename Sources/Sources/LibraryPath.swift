import Files

/// What a path leads to.
package enum LibraryPath: Hashable, Sendable {
    /// One file of pages.
    case page(FileName)
    /// A feed, by its name (`.json`).
    case feed(FileName)
    /// A folder of pages.
    case edition(EditionFolder)
    /// A folder of editions, in the order of their names.
    case archive(FileName, [EditionFolder])
    /// `-`.
    case standardInput
}

/// A folder of pages: one edition.
package struct EditionFolder: Hashable, Sendable {
    package var folder: FileName
    /// In page order, as far as names tell.
    package var pages: [FileName]

    package init(folder: FileName, pages: [FileName]) {
        self.folder = folder
        self.pages = pages
    }
}

/// Why nothing can be read from a path.
package enum LoadFault: Error, Hashable, Sendable {
    case file(FileFault)
    /// A folder in which no file is a page, nor in the folders under it.
    case noPages(path: String)
    /// The caller did not want to go on.
    case cancelled
}
