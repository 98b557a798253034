import Application
import ArgumentParser
import Files
import FoundationEssentials
import Localization
import Newspaper
import PageText
import Reader

struct Corrections: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "corrections", abstract: .correctionsAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [FileName] = []

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    @OptionGroup var inputOptions: InputOptions

    /// A correction as the list gives it.
    private struct Row: Encodable {
        var page: String
        /// nil where no line has its words any more.
        var line: Int?
        /// `LineRuling.name`.
        var ruling: String
        var words: String
    }

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let input = try CommandInput(paths: paths, context, inputOptions, detail: .sources)
        let sources = input.content.sources
        let rows = sources.map { source in
            source.listedCorrections.map { correction, line in
                Row(page: source.path, line: line, ruling: correction.ruling.name, words: correction.words)
            }
        }
        var output = Output(texts)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            output.write(bytes: try encoder.encode(Array(rows.joined())))
            output.write("\n")
        } else {
            for row in rows.joined() {
                let line = row.line.map(String.init) ?? "–"
                output.write(
                    "\(printed(row.page))\t\(line)\t\(Self.words(for: row.ruling, texts))\t\(printed(row.words))\n")
            }
        }
        output.flush()
        for (source, rows) in zip(sources, rows) {
            let unmatched = rows.count { $0.line == nil }
            if unmatched > 0 { reportError(texts(.correctionsUnmatched, unmatched, source.path)) }
            let unknown = source.corrections.unknown.count
            if unknown > 0 { reportError(texts(.correctionsUnknown, source.path, unknown)) }
        }
        try input.finish(reportsNotes: false)
    }

    private static func words(for ruling: String, _ texts: Localization) -> String {
        switch LineRuling(named: ruling) {
        case .joins: texts(.rulingJoins)
        case .begins: texts(.rulingBegins)
        case .kind, nil: texts.words(for: "kind.\(ruling)") ?? ruling
        }
    }
}
