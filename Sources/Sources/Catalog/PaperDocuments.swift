import Files
import Markup

/// The PDFs of a digital paper's pages where a downloader leaves them apart: `page/1/2026-03/05/01.pdf` belongs to the pages in
/// `html/2026-03/05`, `attachement/202603/05/01.pdf` to those in `pc/layout/202603/05`.
struct PaperDocuments<Tree: FolderTree> {
    let isOnDisk: Bool
    let listed: ListedFolders<Tree>

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
        return papers.flatMap { documents(of: day, in: $0.bytes.isEmpty && isOnDisk ? FileName(".") : $0) }
    }

    /// What the names of folders in a folder may be for one day.
    private enum Wanted { case any, month, day }

    private func documents(of day: String, in paper: FileName) -> [FolderEntry] {
        let parts = day.split(separator: "-").map(String.init)
        let (year, month, day) = (parts[0], parts[1], parts[2])
        let dated: [(name: String, inside: Wanted)] =
            [(year, .month)] + ["", "-", "_"].map { (year + $0 + month, .day) }
            + ["", "-", "_"].map { ([year, month, day].joined(separator: $0), .any) }
        func inside(_ path: FileName, _ wanted: Wanted) -> [(FileName, Wanted)] {
            let folder = listed[path]
            switch wanted {
            case .month: return folder.folders[FileName(month)].map { [($0, .day)] } ?? []
            case .day: return folder.folders[FileName(day)].map { [($0, .any)] } ?? []
            case .any:
                return folder.undated.map { ($0, .any) }
                    + dated.compactMap { name, wanted in folder.folders[FileName(name)].map { ($0, wanted) } }
            }
        }
        var found: [FolderEntry] = []
        var level = inside(paper, .any).filter { !Self.ofPages.contains($0.0.last) }
        var left = Self.mostFolders
        for _ in 0..<Self.deepest where !level.isEmpty && left > 0 {
            level = Array(level.prefix(left))
            left -= level.count
            found += level.flatMap { listed[$0.0].documents[parts.joined(separator: "-")] ?? [] }
            level = level.flatMap { inside($0.0, $0.1) }
        }
        return found
    }

    /// Without the PDFs that count with the pages of their day.
    ///
    /// - Parameter root: the folder that is looked through: what is outside of it counts with nothing in it.
    func withoutJoined(_ entries: [FolderEntry], root: FileName) -> [FolderEntry] {
        var known: [String: Bool] = [:]
        return entries.filter { entry in
            guard let day = ListedFolders<Tree>.day(of: entry) else { return true }
            let isJoined = known[day] ?? isJoined(entry.path, day: day, root: root)
            known[day] = isJoined
            return !isJoined
        }
    }

    private func isJoined(_ file: FileName, day: String, root: FileName) -> Bool {
        let steps = Steps(file)
        let first = Steps(root).count
        for count in stride(from: steps.count - 2, through: max(first, steps.count - 2 - Self.deepest), by: -1) {
            guard !Self.ofPages.contains(steps[count]) else { continue }
            let paper = steps.folder(count)
            let folders = listed[paper].folders
            for path in Self.ofDays where folders[FileName(path[0])] != nil {
                let holds = Self.folders(ofDay: day).contains { form in
                    let folder = (path + form).joined(separator: "/")
                    return listed[paper.bytes.isEmpty ? FileName(folder) : paper.appending(folder)].holdsPages
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
