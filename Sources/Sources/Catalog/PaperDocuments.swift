import Files
import Markup

/// The PDFs of a digital paper's pages where a downloader leaves them apart: `page/1/2026-03/05/01.pdf` belongs to the pages in
/// `html/2026-03/05`, `attachement/202603/05/01.pdf` to those in `pc/layout/202603/05`.
struct PaperDocuments<Tree: FolderTree> {
    let tree: Tree

    /// The folders of a paper's pages and stories, below which there are no such PDFs.
    private static var ofPages: [FileName] { ["html", "layout", "content", "pc", "pad"].map { FileName($0) } }
    /// Those that the days' folders are in.
    private static var ofDays: [[String]] { [["html"], ["layout"], ["pc", "layout"]] }
    /// Levels below the paper's own folder: what a PDF is in may be named by its page, year, month and day.
    private static var deepest: Int { 6 }
    /// Folders that are looked into for one day; a paper has some of a page and of a day.
    private static var mostFolders: Int { 500 }

    /// The PDFs of the day whose pages are in a folder.
    func beside(_ folder: FileName) -> [FolderEntry] {
        let steps = Steps(folder)
        guard let day = PaperReference.date(in: folder.shown),
            let place = (0..<steps.count).last(where: { ["html", "layout"].contains(steps[$0].shown) })
        else { return [] }
        var papers = [steps.folder(place)]
        if place > 0, steps[place - 1] == FileName("pc") { papers.append(steps.folder(place - 1)) }
        var found: [FolderEntry] = []
        var left = Self.mostFolders
        for paper in papers {
            let paper = paper.bytes.isEmpty && tree.archive == nil ? FileName(".") : paper
            var level = tree.list(paper).entries.filter { $0.isFolder && !Self.ofPages.contains($0.path.last) }
            for _ in 0..<Self.deepest where !level.isEmpty && left > 0 {
                let entries = level.prefix(left).flatMap { tree.list($0.path).entries }
                left -= level.count
                found += entries.filter { self.day(of: $0) == day }
                level = entries.filter(\.isFolder)
            }
        }
        return found
    }

    /// Without the PDFs that count with the pages of their day.
    ///
    /// - Parameter root: the folder that is looked through: what is outside of it counts with nothing in it.
    func withoutJoined(_ entries: [FolderEntry], root: FileName) -> [FolderEntry] {
        var known: [String: Bool] = [:]
        return entries.filter { entry in
            guard let day = day(of: entry) else { return true }
            let isJoined = known[day] ?? isJoined(entry.path, day: day, root: root)
            known[day] = isJoined
            return !isJoined
        }
    }

    private func day(of entry: FolderEntry) -> String? {
        guard !entry.isFolder else { return nil }
        let path = entry.path.shown
        return PaperReference(path)?.kind == .pdf ? PaperReference.date(in: path) : nil
    }

    private func isJoined(_ file: FileName, day: String, root: FileName) -> Bool {
        let steps = Steps(file)
        let first = Steps(root).count
        for count in stride(from: steps.count - 2, through: max(first, steps.count - 2 - Self.deepest), by: -1) {
            guard !Self.ofPages.contains(steps[count]) else { continue }
            let paper = steps.folder(count)
            let names = tree.list(paper).entries.lazy.filter(\.isFolder).map(\.path.last)
            for path in Self.ofDays where names.contains(FileName(path[0])) {
                let holds = Self.folders(ofDay: day).contains { form in
                    let folder = (path + form).joined(separator: "/")
                    return tree.list(paper.bytes.isEmpty ? FileName(folder) : paper.appending(folder)).entries
                        .holdsPaperPages
                }
                if holds { return true }
            }
        }
        return false
    }

    /// How papers name the folders of a day, 2026-03-05.
    private static func folders(ofDay day: String) -> [[String]] {
        let parts = day.split(separator: "-").map(String.init)
        let (year, month, day) = (parts[0], parts[1], parts[2])
        return [
            ["\(year)-\(month)", day], [year + month, day], [year + month + day], ["\(year)-\(month)-\(day)"],
            [year, month, day],
        ]
    }
}

extension [FolderEntry] {
    /// Whether there are printed pages of a digital paper among them.
    var holdsPaperPages: Bool {
        contains { !$0.isFolder && PaperReference($0.path.last.shown)?.kind == .page }
    }
}

/// The steps of a path.
private struct Steps {
    private let path: FileName
    private let ranges: [Range<Int>]

    init(_ path: FileName) {
        self.path = path
        // `.` is no step.
        ranges = path.bytes.split(separator: UInt8(ascii: "/")).map(\.indices).filter {
            !path.bytes[$0].elementsEqual(".".utf8)
        }
    }

    var count: Int { ranges.count }
    subscript(place: Int) -> FileName { FileName(Array(path.bytes[ranges[place]])) }

    /// The folder of the first steps; that of none is what stands before the first.
    func folder(_ count: Int) -> FileName {
        let end = count > 0 ? ranges[count - 1].upperBound : ranges.first?.lowerBound ?? 0
        return FileName(Array(path.bytes[..<end]))
    }
}
