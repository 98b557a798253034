import Files
import Markup

/// What the folders around the pages of digital papers hold, each listed once while editions are looked for: an archive has thousands
/// of days, and what one of them asks the others ask too.
final class ListedFolders<Tree: FolderTree> {
    /// What counts of one folder.
    struct Folder {
        /// The folders in it by their names.
        fileprivate(set) var folders: [FileName: FileName] = [:]
        /// Those that are not named by a year, a month with its year, or a day.
        fileprivate(set) var undated: [FileName] = []
        /// The PDFs in it by the days that their paths are of.
        fileprivate(set) var documents: [String: [FolderEntry]] = [:]
        /// Whether there are printed pages of a digital paper in it.
        fileprivate(set) var holdsPages = false
    }

    private let tree: Tree
    private var listed: [FileName: Folder] = [:]

    init(_ tree: Tree) { self.tree = tree }

    subscript(path: FileName) -> Folder {
        if let known = listed[path] { return known }
        var folder = Folder()
        let entries = tree.list(path).entries
        for entry in entries {
            if entry.isFolder {
                folder.folders[entry.path.last] = entry.path
                if !Self.isDated(entry.path.last) { folder.undated.append(entry.path) }
            } else if let day = Self.day(of: entry) {
                folder.documents[day, default: []].append(entry)
            }
        }
        folder.holdsPages = entries.holdsPaperPages
        listed[path] = folder
        return folder
    }

    /// The day that the path of a PDF is of; nil of anything else.
    static func day(of entry: FolderEntry) -> String? {
        guard !entry.isFolder else { return nil }
        let path = entry.path.shown
        return PaperReference(path)?.kind == .pdf ? PaperReference.date(in: path) : nil
    }

    /// 2026, 202603, 2026-03, 20260305: a number by itself may be a page's.
    private static func isDated(_ name: FileName) -> Bool {
        name.bytes.count >= 4 && (name.bytes.starts(with: "19".utf8) || name.bytes.starts(with: "20".utf8))
            && name.bytes.allSatisfy {
                (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }
}

extension [FolderEntry] {
    /// Whether there are printed pages of a digital paper among them.
    var holdsPaperPages: Bool {
        contains { !$0.isFolder && PaperReference($0.path.last.shown)?.kind == .page }
    }
}
