import Files
import TextDecoding

/// Why something cannot be read. Data: the edge puts it into words.
package enum SourceFault: Error, Hashable, Sendable {
    /// A call on a file failed.
    case file(FileFault)
    /// A folder or a ZIP file in which nothing can be read, nor in the folders under it.
    case noPages(path: String)
    /// A file that is no page, feed or archive, and what it is instead.
    ///
    /// - Parameters:
    ///   - isPacked: whether it was inside a compressed file, and `path` is that file's.
    ///   - likely: of text in an encoding that could not be told, those that fit best.
    case unsupported(path: String, FileType, isPacked: Bool = false, likely: [SourceText.Encoding] = [])
    /// A file that begins as something that can be read and then breaks off or goes wrong.
    case damaged(path: String, FileType)
    /// A feed that goes wrong in the same way behind its first stories, which have been read.
    ///
    /// - Parameters:
    ///   - stories: how many those are.
    ///   - last: what lists call the last of them; nil where it has no words.
    case cutShort(path: String, FileType, stories: Int, last: String?)
    /// A page of the web in which nothing is to be read: scripts would have shown it, or it asks for something first.
    case noText(path: String)
    /// A feed that has something else than a list in place of its items.
    case noItems(path: String)
    /// OPML without an entry.
    case noOutlines(path: String)
    /// A feed of XML with entities made of other entities, which may grow without end.
    case nestedEntities(path: String)
    /// A compressed file that goes beyond what is unpacked.
    case tooMuch(path: String, UnpackingLimit)
    /// An archive with files that cannot be unpacked: encrypted, or compressed in a way that is not known.
    case locked(path: String, Lock)
    /// A book without text: of pictures.
    case bookNoText(path: String)
    /// A book that only its seller's programs can read.
    case protected(path: String, BookProtection)
    /// A PDF that the programs which read it could not make text of.
    case extraction(path: String, ExtractionFault)

    /// What keeps a file of an archive from being unpacked.
    package enum Lock: Hashable, Sendable {
        case encrypted
        /// The number that ZIP gives the method.
        case method(Int)
    }
}
