import Files
import Glibc
import Newspaper

/// A file of pages as its corrections are asked for.
package enum CorrectedPage: Hashable, Sendable {
    /// A file on the disk.
    case file(FileName)
    /// A file in an archive on the disk, by the path in it.
    case inside(FileName, path: String)
    /// A text that is on no disk, such as standard input: by the words that it begins with.
    case words(FoldedWords)
    /// A file that the program itself holds, by its name.
    case memory(String)

    /// Letters and figures by which a text on no disk is recognised.
    private static let letters = 4096

    /// - Parameters:
    ///   - origin: the file on the disk, or `-` for standard input.
    ///   - path: the page's own path: in an archive the archive's and the path there.
    ///   - utf8: its text.
    init(_ origin: FileName, path: String, utf8: [UInt8]) {
        guard origin != FileName("-"), FileStatus(origin)?.isRegular == true else {
            // A scalar has four bytes at most; a few letters in between are none.
            self = .words(
                FoldedWords(String(decoding: utf8.prefix(8 * Self.letters), as: UTF8.self), atMost: Self.letters))
            return
        }
        let outer = origin.shown
        self = path == outer ? .file(origin) : .inside(origin, path: String(path.dropFirst(outer.count)))
    }

    /// The page as the key that a `PageSource` has.
    var key: [UInt8] {
        switch self {
        case .file(let file): Array("f".utf8) + file.bytes
        // No path holds a zero.
        case .inside(let file, let path): Array("a".utf8) + file.bytes + [0] + Array(path.utf8)
        case .words(let words): Array("w".utf8) + Array(words.name.utf8)
        case .memory(let name): Array("m".utf8) + Array(name.utf8)
        }
    }

    /// The file beside the page that its corrections are kept in; nil for a page that is no file by itself.
    ///
    /// - Parameter key: a page's, as `PageSource` has it.
    static func fileBeside(_ key: [UInt8]) -> FileName? {
        guard key.first == UInt8(ascii: "f") else { return nil }
        return fileBeside(FileName(Array(key.dropFirst())))
    }

    static func fileBeside(_ page: FileName) -> FileName { FileName(page.bytes + suffix.withUTF8Buffer { Array($0) }) }

    /// How the names of files of corrections end.
    private static var suffix: StaticString { ".corrections" }

    /// Whether a file holds corrections, by its name.
    static func isCorrections(_ file: FileName) -> Bool { file.hasSuffix(suffix) }

    /// The name of the page's file in the folder of corrections.
    static func name(of key: [UInt8]) -> String {
        guard let kind = key.first else { return "" }
        let rest = Array(key.dropFirst())
        if kind == UInt8(ascii: "w") { return String(decoding: rest, as: UTF8.self) + "\(suffix)" }
        var hash = FNV1a()
        hash.add(kind)
        let isOnDisk = kind != UInt8(ascii: "m")
        let file = FileName(Array(rest.prefix { $0 != 0 }))
        let bytes = isOnDisk ? absolute(file).bytes + rest.drop(while: { $0 != 0 }) : rest
        for byte in bytes { hash.add(byte) }
        return StoryID(hash.value).description.lowercased() + "\(suffix)"
    }

    /// The same path whatever the working folder is, links followed; the path itself where there is no such file.
    private static func absolute(_ file: FileName) -> FileName {
        guard let path = file.withCString({ realpath($0, nil) }) else { return file }
        defer { free(path) }
        return FileName(Array(UnsafeRawBufferPointer(start: path, count: strlen(path))))
    }
}
