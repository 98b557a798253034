import Files
import Glibc
import TextDecoding

/// Finds pages and editions on the disk by their names, and reads none of them.
///
/// In a folder the pages are its `.txt` files; where there are none, the files that are plainly text. Hidden files are left
/// out, and so is all that is no regular file (or a link to one): a scan never waits for a pipe. Folders under a folder of
/// pages are looked into one level down, else three (year, month, day); none is entered twice, whatever links say.
package enum EditionFinder {
    private static let depth = 3

    /// `visit` is told of every folder before it is scanned, and says whether to go on. Where it does not, what was found
    /// until then counts, if `keepsFound`.
    package static func find(
        _ path: String, keepsFound: Bool = false, visit: (FileName) -> Bool = { _ in true }
    ) throws(LoadFault) -> LibraryPath {
        if path == "-" { return .standardInput }
        let name = FileName(path)
        guard let kind = FileKind(name) else { throw .file(FileFault(.open, name.shown)) }
        guard kind.isFolder else { return name.hasSuffix(".json") ? .feed(name) : .page(name) }

        var seen: Set<FileKind.Identity> = []
        var editions: [EditionFolder] = []
        do throws(LoadFault) {
            try scan(name, kind, depth, &seen, &editions, visit)
        } catch {
            guard case .cancelled = error, keepsFound, !editions.isEmpty else { throw error }
        }
        guard let first = editions.first else { throw .noPages(path: name.shown) }
        if editions.count == 1, first.folder == name { return .edition(first) }
        return .archive(name, editions)
    }

    private static func scan(
        _ folder: FileName, _ kind: FileKind, _ depth: Int, _ seen: inout Set<FileKind.Identity>,
        _ editions: inout [EditionFolder], _ visit: (FileName) -> Bool
    ) throws(LoadFault) {
        guard seen.insert(kind.identity).inserted else { return }
        guard visit(folder) else { throw .cancelled }
        let (names, code) = listFolder(folder)
        // What may not be listed counts only where it was asked for.
        if code != 0, seen.count == 1 { throw .file(FileFault(.list, folder.shown, code: code)) }

        let entries = entries(of: folder, names)
        let pages = pages(among: entries)
        if !pages.isEmpty { editions.append(EditionFolder(folder: folder, pages: pages)) }

        guard depth > 0 else { return }
        for (path, kind) in entries where kind.isFolder {
            try scan(path, kind, pages.isEmpty ? depth - 1 : 0, &seen, &editions, visit)
        }
    }

    /// The pages that stand in a folder now, those of folders under it left out.
    package static func edition(in folder: FileName) -> EditionFolder {
        EditionFolder(folder: folder, pages: pages(among: entries(of: folder, listFolder(folder).names)))
    }

    /// The last of the editions that `find` finds in a folder, without looking into those before it; nil where there is
    /// none, or no folder.
    package static func latest(in path: String) -> EditionFolder? {
        let name = FileName(path)
        guard path != "-", let kind = FileKind(name), kind.isFolder else { return nil }
        var seen: Set<FileKind.Identity> = []
        return latest(name, kind, depth, &seen)
    }

    private static func latest(
        _ folder: FileName, _ kind: FileKind, _ depth: Int, _ seen: inout Set<FileKind.Identity>
    ) -> EditionFolder? {
        guard seen.insert(kind.identity).inserted else { return nil }
        let entries = entries(of: folder, listFolder(folder).names)
        let pages = pages(among: entries)
        if depth > 0 {
            for (path, kind) in entries.reversed() where kind.isFolder {
                if let found = latest(path, kind, pages.isEmpty ? depth - 1 : 0, &seen) { return found }
            }
        }
        return pages.isEmpty ? nil : EditionFolder(folder: folder, pages: pages)
    }

    /// What stands in a folder, in order, hidden files left out.
    private static func entries(of folder: FileName, _ names: [FileName]) -> [(FileName, FileKind)] {
        names.filter { !$0.isHidden }.inOrder().compactMap { name in
            let path = folder.appending(name)
            return FileKind(path).map { (path, $0) }
        }
    }

    private static func pages(among entries: [(FileName, FileKind)]) -> [FileName] {
        let files = entries.filter { $0.1.isRegular && !$0.0.hasSuffix(".json") }.map(\.0)
        let pages = files.filter { $0.hasSuffix(".txt") }
        return pages.isEmpty ? files.filter(isPlainlyText) : pages
    }

    /// Whether the beginning of the file is text without a fault: a few bytes tell a picture or a program.
    private static func isPlainlyText(_ file: FileName) -> Bool {
        let descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return false }
        let source = TextDecoder.read(Array(bytes.prefix(count)))
        // The window may end inside a character.
        return source.removed.controls == 0 && source.removed.malformed < 4
    }
}
