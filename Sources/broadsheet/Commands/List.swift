import Application
import ArgumentParser
import Files
import FoundationEssentials
import Glibc
import Newspaper
import Reader
import Typesetting

struct List: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: .listAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [FileName] = []

    @Flag(help: ArgumentHelp(.unreadHelp))
    var unread = false

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    @OptionGroup var inputOptions: InputOptions

    /// A story as the list gives it.
    private struct Row: Encodable {
        var number: Int
        var id: String
        var read: Bool
        var starred: Bool
        var section: String?
        var title: String
        var writers: [String]

        init(_ story: StoryHeader, number: Int, marks: MarkedStories, untitled: String) {
            self.number = number
            id = story.id.description
            read = marks.read.contains(story.id)
            starred = marks.starred.contains(story.id)
            section = story.section
            title = story.title ?? untitled
            writers = story.writers
        }
    }

    func run(in context: CommandContext) throws {
        try Self.print(paths: paths, context, inputOptions, onlyUnread: unread, asJSON: json)
    }

    static func print(
        paths: [FileName], _ context: CommandContext, _ inputOptions: InputOptions?, onlyUnread: Bool = false,
        asJSON: Bool = false
    ) throws {
        let input = try CommandInput(paths: paths, context, inputOptions)
        let list = input.list
        let untitled = context.localization(.untitled)
        let marks = MarkStore(context.environment).state(of: list).marks
        let rows = (0..<list.count).lazy
            .map { Row(list.header(at: $0), number: $0 + 1, marks: marks, untitled: untitled) }
            .filter { !onlyUnread || !$0.read }
        var output = Output(context.localization)
        if asJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            output.write(bytes: try encoder.encode(Array(rows)))
            output.write("\n")
        } else if isTerminal {
            write(aligned: Array(rows), to: &output)
        } else {
            for row in rows { write(row, to: &output) }
        }
        output.flush()
        try input.finish()
        // The system takes all memory back at once, which story by story takes as long as to print them.
        withExtendedLifetime(input) { Glibc.exit(EXIT_SUCCESS) }
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

    private static func padded(_ text: String, _ columns: Int) -> String {
        let short = truncated(text, to: columns)
        return short + String(repeating: " ", count: max(0, columns - cells(of: short)))
    }
}
