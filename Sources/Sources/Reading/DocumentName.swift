import Files
import Newspaper

/// What a document is asked for by while its pictures are shown: where it is, and a stamp of its bytes, so that a file that has
/// changed meanwhile is not taken for the one that was read.
struct DocumentName: Hashable {
    /// As `PrintedPicture.file` has it.
    let bytes: [UInt8]
    /// The file's path, fit to be shown.
    let path: String

    /// Bytes at each end of the document that its stamp is made of: what a PDF has last, its table of contents, changes with all
    /// else.
    private static let stamped = 4096

    /// - Parameters:
    ///   - origin: the file on the disk; nil for what the program itself holds.
    ///   - path: the document's own path.
    init(_ origin: FileName?, path: String, document: [UInt8]) {
        var stamp = FNV1a()
        for byte in document.prefix(Self.stamped) { stamp.add(byte) }
        for byte in document.suffix(Self.stamped) { stamp.add(byte) }
        // No path holds a zero.
        bytes = (origin?.bytes ?? []) + [0] + "\(document.count) \(stamp.value) \(path)".utf8
        self.path = path
    }

    /// The name in a picture's place; nil where it is none.
    init?(_ file: [UInt8]) {
        guard let zero = file.firstIndex(of: 0) else { return nil }
        let rest = String(decoding: file[(zero + 1)...], as: UTF8.self).split(
            separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard rest.count == 3 else { return nil }
        (bytes, path) = (file, String(rest[2]))
    }

    /// Whether a file, an archive or a compressed one, may hold the document.
    func mayBe(in path: String) -> Bool { path == self.path || self.path.hasPrefix(path + "/") }
}
