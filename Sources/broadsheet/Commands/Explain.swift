import ArgumentParser
import PageText
import Reader
import Typesetting

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: texts(.explainAbstract))

    @Argument(help: ArgumentHelp(texts(.pathsHelp), valueName: "path"), completion: .file())
    var paths: [String] = []

    func run() throws {
        let material = try Material(paths: paths, detail: .sources)
        var output = Output()
        var source = -1
        let hasColor = Surroundings.isTerminal && Surroundings.wantsColor
        for reading in PageParser.explanation(of: material.sources) {
            if reading.source != source {
                source = reading.source
                if material.sources.count > 1 { output.write("\(material.sources[source].path)\n") }
            }
            output.write(Self.line(reading, hasColor: hasColor))
        }
        for detail in material.details { output.write("# \(detail)\n") }
        output.flush()
        try material.finish(tellsNotes: false)
    }

    /// Number, kind, certainty in per cent, what was joined or moved; then the line itself; then why.
    private static func line(_ reading: LineReading, hasColor: Bool) -> String {
        let kind = texts.words(for: "kind.\(reading.kind.rawValue)") ?? reading.kind.rawValue
        let rule = texts.words(for: "rule.\(reading.rule.rawValue)") ?? reading.rule.rawValue
        let mark = reading.isMoved ? "↷" : reading.isJoined ? "↳" : " "
        let story = reading.story.map { String($0 + 1) } ?? "–"
        let certainty = "\(Int((reading.confidence * 100).rounded()))%"
        let start =
            "\(right(String(reading.line), 4)) \(right(story, 3)) \(mark) \(left(kind, 10)) \(right(certainty, 4))  "
        let text = truncated(printed(reading.text), to: 60)
        guard hasColor else { return "\(start)\(text)  — \(rule)\n" }
        return "\u{1B}[\(color(of: reading.kind))m\(start)\(text)\u{1B}[0m  \u{1B}[2m— \(rule)\u{1B}[0m\n"
    }

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
