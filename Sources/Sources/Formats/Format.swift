import Files

/// A kind of file that can be read. The registry is `all`: a format is one file in this folder and one row there.
package struct Format: Sendable {
    /// What files of this kind are in a folder.
    package enum Role: Sendable {
        /// A page of the edition that the folder is.
        case page
        /// A source of stories of its own.
        case feed
        /// An edition, or several, by itself.
        case archive
    }

    /// What it reads: a file is of this format if its content says so, whatever its name.
    package let type: FileType
    /// What such files are in a folder.
    package let role: Role
    /// How names of such files end, in lower case: what makes them count in a folder, which is not read to find them.
    package let suffixes: [StaticString]
    /// Adds what a file holds to the content.
    let read: @Sendable (OpenFile, inout ContentBuilder) throws(SourceFault) -> Void

    /// The registry, a row each. A file's content is of one type, so that their order makes no difference.
    package static let all: [Format] = [
        pageText, pdf, alto, html, webArchive, jsonFeed, xmlFeed, opml, gzip, zip, epub,
    ]

    static func of(_ type: FileType) -> Format? { all.first { $0.type == type } }

    /// The format that a file's name promises.
    static func named(_ file: FileName) -> Format? {
        all.first { $0.suffixes.contains { file.hasSuffix($0) } }
    }
}
