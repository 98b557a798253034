/// A form in which stories are handed to other programs. The registry is `all`: a format is one file in the folder Formats
/// and one row there.
package struct ExportFormat: Sendable {
    /// Writes what is exported, piece by piece and in order.
    package typealias Writer = @Sendable (ExportInput, (ArraySlice<UInt8>) throws -> Void) throws -> Void

    /// What the command line calls it.
    package let name: String
    /// Whether a terminal can show it: UTF-8, line by line.
    package let isText: Bool
    /// Writes the document.
    package let write: Writer

    /// The registry, a row each; the first is what is written where none is named.
    package static let all: [ExportFormat] = [json, rss, atom, opml, epub, html, text]

    /// The format of that name.
    package static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }
}
