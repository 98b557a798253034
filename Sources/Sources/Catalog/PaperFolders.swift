import Files
import Markup

/// The folders of a digital paper as a downloader leaves them: `pc/layout/202603/05` has the pages of a day and
/// `pc/content/202603/05` their stories, and `pad` has the same once more for other screens.
struct PaperFolders<Tree: FolderTree> {
    let tree: Tree
    /// The folder that is looked through.
    let root: FileName
    let listed: ListedFolders<Tree>
    private var documents: PaperDocuments<Tree> { PaperDocuments(isOnDisk: tree.archive == nil, listed: listed) }

    private static var pages: FileName { FileName("layout") }
    private static var stories: FileName { FileName("content") }

    /// What a folder holds: with the pages of a day their stories and their PDFs, which do not count where they are themselves.
    func list(_ folder: FileName) -> (entries: [FolderEntry], code: Int32) {
        var (entries, code) = tree.list(folder)
        entries = documents.withoutJoined(entries, root: root)
        if entries.holdsPaperPages { entries += documents.beside(folder) }
        if let other = folder.replacing(Self.pages, by: Self.stories), entries.holdsPaperPages {
            entries += tree.list(other).entries.filter { !$0.isFolder }
        } else if let other = folder.replacing(Self.stories, by: Self.pages), tree.list(other).entries.holdsPaperPages {
            entries.removeAll { !$0.isFolder }
        }
        if entries.contains(where: { $0.path.last == FileName("pc") && holds(Self.pages, $0) }) {
            entries.removeAll { $0.isFolder && $0.path.last == FileName("pad") }
        }
        return (entries, code)
    }

    /// How many levels have to be looked into below a folder that such a system made; 0 for any other.
    func depth(of folder: FolderEntry) -> Int {
        switch folder.path.last {
        case Self.pages: 2
        case FileName("html"): 2
        case FileName("pc"): holds(Self.pages, folder) ? 1 : 0
        default: 0
        }
    }

    private func holds(_ name: FileName, _ folder: FolderEntry) -> Bool {
        folder.isFolder && tree.list(folder.path).entries.contains { $0.isFolder && $0.path.last == name }
    }
}

extension FileName {
    /// The path with the last of its steps of that name replaced; nil where none has it.
    fileprivate func replacing(_ name: FileName, by other: FileName) -> FileName? {
        let slash = UInt8(ascii: "/")
        var steps = bytes.split(separator: slash, omittingEmptySubsequences: false)
        guard let place = steps.lastIndex(where: { $0.elementsEqual(name.bytes) }) else { return nil }
        steps[place] = other.bytes[...]
        return FileName(Array(steps.joined(separator: [slash])))
    }
}
