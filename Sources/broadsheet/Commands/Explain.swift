import Application
import ArgumentParser
import Files
import Localization
import Newspaper
import PageText
import Reader
import Typesetting

struct Explain: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: .explainAbstract)

    @Argument(help: ArgumentHelp(.pathsHelp, valueName: "path"), completion: .file())
    var paths: [FileName] = []

    @OptionGroup var inputOptions: InputOptions

    func run(in context: CommandContext) throws {
        let texts = context.localization
        let input = try CommandInput(paths: paths, context, inputOptions, detail: .sources)
        let sources = input.content.sources
        var output = Output(texts)
        var source = -1
        let hasColor = isTerminal && context.environment.wantsColor
        for reading in PageParser.explanation(of: sources) {
            if reading.source != source {
                source = reading.source
                if sources.count > 1 { output.write("\(sources[source].path)\n") }
            }
            Self.write(reading, texts, hasColor: hasColor, to: &output)
        }
        for detail in texts.details(of: input.content.notes) { output.write("# \(detail)\n") }
        output.flush()
        try input.finish(reportsNotes: false)
        if sources.isEmpty, !input.list.isEmpty { throw CommandError(texts(.noLines, input.name)) }
    }

    /// Number, kind, certainty in per cent, what was joined or moved; then the line itself; then why.
    private static func write(
        _ reading: LineReading, _ texts: Localization, hasColor: Bool, to output: inout Output
    ) {
        let kind = texts.words(for: "kind.\(reading.kind.rawValue)") ?? reading.kind.rawValue
        let reasons = reading.reasons.filter { $0.share >= leastShare }.prefix(mostReasons).map {
            "\(texts.words(for: $0.key) ?? $0.key) \(percent($0.share))"
        }
        let why = reasons.joined(separator: " · ")
        let mark = reading.isMoved ? "↷" : reading.isJoined ? "↳" : " "
        let story = reading.story.map { String($0 + 1) } ?? "–"
        let certainty = "\(percent(reading.confidence))"
        let start =
            "\(right(String(reading.line), 4)) \(right(story, 3)) \(mark) \(left(kind, 10)) \(right(certainty, 4))  "
        let text = truncated(printed(reading.text), to: 60)
        if hasColor {
            output.write(start + text, style: color(of: reading.kind))
            output.write("  ")
            output.write("— \(why)", style: 2)
            output.write("\n")
        } else {
            output.write("\(start)\(text)  — \(why)\n")
        }
    }

    /// Reasons that are given for a line, at most, and the share that one must have.
    private static let mostReasons = 3
    private static let leastShare = 0.1

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    private static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - cells(of: text))) + text
    }

    private static func left(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - cells(of: text)))
    }

    private static func color(of kind: LineKind) -> Int {
        switch kind {
        case .headline: 1
        case .kicker, .deck, .crosshead: 36
        case .byline, .jump: 35
        case .caption: 32
        case .rubric: 33
        case .furniture: 90
        case .paragraph: 39
        }
    }
}
