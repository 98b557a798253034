import ArgumentParser
import FoundationEssentials
import Glibc
import Newspaper
import Reader
import Typesetting

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: texts(.listAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"), completion: .file())
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

        init(_ story: Story, number: Int, marks: Reader.Marks) {
            self.number = number
            id = story.id.description
            read = marks.read.contains(story.id)
            starred = marks.starred.contains(story.id)
            section = story.section
            title = List.start(of: story.listTitle ?? texts(.untitled))
            writers = story.writers
        }
    }

    func run() throws { try Self.print(paths: paths, onlyUnread: unread, asJSON: json) }

    static func print(paths: [String], onlyUnread: Bool = false, asJSON: Bool = false) throws {
        let material = try Material(paths: paths)
        let marks = MarkKeeper(stateFolder: Surroundings.stateFolder).marks(of: material.edition)
        let stories = material.edition.stories
        let rows = stories.indices.lazy
            .filter { !onlyUnread || !marks.read.contains(stories[$0].id) }
            .map { Row(stories[$0], number: $0 + 1, marks: marks) }
        var output = Output()
        if asJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            output.write(bytes: try encoder.encode(Array(rows)))
            output.write("\n")
        } else if Surroundings.isTerminal {
            write(aligned: Array(rows), to: &output)
        } else {
            for row in rows { write(row, to: &output) }
        }
        output.flush()
        try material.finish()
        // The system takes all memory back at once, which story by story takes as long as to print them.
        withExtendedLifetime((material, stories)) { Glibc.exit(EXIT_SUCCESS) }
    }

    /// Aligned for the eye on a terminal.
    private static func write(aligned rows: [Row], to output: inout Output) {
        let sectionCells = min(24, rows.map { cells(of: $0.section ?? "") }.max() ?? 0)
        let titleCells = min(60, rows.map { cells(of: $0.title) }.max() ?? 0)
        let numberCells = String(rows.last?.number ?? 0).count
        for row in rows {
            let number = String(row.number)
            let padding = String(repeating: " ", count: max(0, numberCells - number.count))
            let section = padded(printed(row.section ?? ""), sectionCells)
            let title = padded(printed(row.title), titleCells)
            output.write(
                "\(padding)\(number) \(row.starred ? "★" : " ")\(row.read ? " " : "●") \(section)  \(title)  \(row.id)  \(printed(writers(row)))\n"
            )
        }
    }

    /// A tab between two fields, for other programs.
    private static func write(_ row: Row, to output: inout Output) {
        output.write(String(row.number))
        output.write("\t")
        output.write(mark(row))
        output.write("\t")
        output.write(printed(row.section ?? ""))
        output.write("\t")
        output.write(printed(row.title))
        output.write("\t")
        output.write(printed(writers(row)))
        output.write("\t")
        output.write(row.id)
        output.write("\n")
    }

    /// Starred, unread, both, or neither: a blank.
    private static func mark(_ row: Row) -> String {
        row.starred ? row.read ? "★" : "★●" : row.read ? " " : "●"
    }

    private static func writers(_ row: Row) -> String {
        row.writers.count == 1 ? row.writers[0] : row.writers.joined(separator: " ")
    }

    /// As much of a title as a list has room for.
    private static func start(of title: String) -> String {
        // Where there are few bytes there are few characters.
        guard title.utf8.count > 200 else { return title }
        let scalars = title.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex) else {
            return title
        }
        // Where each scalar stands for itself the scalars are the characters.
        return isShownAsItIs(String(title[..<end])) ? String(title[..<end]) : String(title.prefix(200))
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        let short = truncated(text, to: columns)
        return short + String(repeating: " ", count: max(0, columns - cells(of: short)))
    }
}
