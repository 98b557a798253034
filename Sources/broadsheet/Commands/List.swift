import ArgumentParser
import FoundationEssentials
import Newspaper
import Reader
import Typesetting

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: texts(.listAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"))
    var paths: [String] = []

    @Flag(help: ArgumentHelp(texts(.unreadHelp)))
    var unread = false

    @Flag(help: ArgumentHelp(texts(.jsonHelp)))
    var json = false

    /// A story as the list gives it.
    private struct Row: Encodable {
        var number: Int
        var id: String
        var read: Bool
        var starred: Bool
        var section: String?
        var title: String
        var writers: [String]
    }

    func run() throws { try Self.print(paths: paths, onlyUnread: unread, asJSON: json) }

    static func print(paths: [String], onlyUnread: Bool = false, asJSON: Bool = false) throws {
        let material = try Material(paths: paths)
        let marks = MarkKeeper(stateFolder: Surroundings.stateFolder).marks(of: material.edition)
        var rows: [Row] = []
        for (index, story) in material.edition.stories.enumerated() {
            let isRead = marks.read.contains(story.id)
            if onlyUnread, isRead { continue }
            rows.append(
                Row(
                    number: index + 1, id: story.id.description, read: isRead,
                    starred: marks.starred.contains(story.id),
                    section: story.section, title: Self.start(of: story.listTitle ?? texts(.untitled)),
                    writers: story.writers))
        }
        var output = Output()
        if asJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            output.write(bytes: try encoder.encode(rows))
            output.write("\n")
        } else {
            write(rows, to: &output)
        }
        output.flush()
        try material.finish()
    }

    /// Aligned for the eye on a terminal; else a tab between two fields, for other programs.
    private static func write(_ rows: [Row], to output: inout Output) {
        let isAligned = Surroundings.isTerminal
        let sectionCells = isAligned ? min(24, rows.map { cells(of: $0.section ?? "") }.max() ?? 0) : 0
        let titleCells = isAligned ? min(60, rows.map { cells(of: $0.title) }.max() ?? 0) : 0
        for row in rows {
            let mark = row.starred ? "★" : row.read ? " " : "●"
            let section = printed(row.section ?? "")
            let title = printed(row.title)
            let writers = printed(row.writers.joined(separator: " "))
            if isAligned {
                let number = String(row.number)
                let padding = String(repeating: " ", count: max(0, String(rows.last?.number ?? 0).count - number.count))
                output.write(
                    "\(padding)\(number) \(mark) \(padded(section, sectionCells))  \(padded(title, titleCells))  "
                        + "\(row.id)  \(writers)\n")
            } else {
                output.write("\(row.number)\t\(mark)\t\(section)\t\(title)\t\(writers)\t\(row.id)\n")
            }
        }
    }

    /// As much of a title as a list has room for.
    private static func start(of title: String) -> String {
        // Where there are few bytes there are few characters.
        title.utf8.count <= 200 ? title : String(title.prefix(200))
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        let short = truncated(text, to: columns)
        return short + String(repeating: " ", count: max(0, columns - cells(of: short)))
    }
}
