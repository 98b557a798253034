import Files
import TextDecoding

/// The files of a book by the references that lead to them. There are no others: a reference that leads out of the archive finds
/// nothing (EPUB 3.3, 4.2.5).
final class BookArchive {
    private let zip: ZipArchive
    private let budget: UnpackingBudget
    private var files: [String: FileName] = [:]
    /// The same in small letters: many were made where case does not count.
    private var folded: [String: FileName] = [:]

    init(_ zip: ZipArchive, budget: UnpackingBudget) {
        self.zip = zip
        self.budget = budget
        for entry in zip.entries {
            let path = entry.path.shown
            files[path] = entry.path
            for key in [path, BookPath.decoded(path)] where folded[key.lowercased()] == nil {
                folded[key.lowercased()] = entry.path
            }
        }
    }

    /// Its path, fit to be shown.
    var path: String { zip.path }

    /// Paths whose names end so, in small letters.
    func paths(endingIn suffix: String) -> [String] {
        zip.entries.map(\.path.shown).filter { $0.lowercased().hasSuffix(suffix) }
    }

    /// The path of a file as the archive has it; nil where it is not there.
    func find(_ path: String) -> String? {
        (files[path] ?? folded[path.lowercased()] ?? folded[BookPath.decoded(path).lowercased()])?.shown
    }

    /// What a file unpacks to; nil where it is not there.
    func read(_ path: String) throws(SourceFault) -> [UInt8]? {
        guard let found = find(path), let file = files[found] else { return nil }
        return try zip.open(file, budget: budget).rest()
    }
}

/// References between the files of a book.
enum BookPath {
    /// The path in the archive that a reference leads to, and the place in the file; nil for what leads out of the book.
    ///
    /// - Parameter document: the path of the file in which the reference is.
    static func resolve(_ reference: String, from document: String) -> (path: String, fragment: String?)? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].prefix { $0 != "?" }
        guard !path.hasPrefix("//"), !path.prefix(while: { $0 != "/" }).contains(":") else { return nil }
        // A place by its number among the elements (EPUB CFI) is none that is read.
        let fragment =
            parts.count > 1 && !parts[1].isEmpty && !parts[1].hasPrefix("epubcfi(") ? decoded(String(parts[1])) : nil
        if path.isEmpty { return (document, fragment) }
        let isAbsolute = path.hasPrefix("/")
        var steps = isAbsolute ? [] : document.split(separator: "/").dropLast().map(String.init)
        for step in decoded(String(path)).split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(String(step))
            }
        }
        return steps.isEmpty ? nil : (steps.joined(separator: "/"), fragment)
    }

    /// A text without percent-encoding (RFC 3986, 2.1), as one clean line.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        return TextDecoder.clean(TextDecoder.read(PercentEncoding.decode(text.utf8)).text)
    }
}
