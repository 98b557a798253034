import Typesetting

/// Text for man(7), a line at a time.
struct Roff {
    private(set) var text = ""
    /// Whether the script has no spaces between words, so that the places where lines may break have to be marked.
    let marksBreaks: Bool

    /// A request with quoted arguments.
    mutating func request(_ name: String, _ arguments: String...) {
        text +=
            ([".\(name)"] + arguments.map { "\"\(escaped($0).split(separator: "\"").joined(separator: "\\(dq"))\"" })
            .joined(separator: " ") + "\n"
    }

    /// A request whose arguments are not text.
    mutating func plainRequest(_ name: String, _ arguments: String...) {
        text += ([".\(name)"] + arguments).joined(separator: " ") + "\n"
    }

    mutating func comment(_ words: String) { text += ".\\\" \(words)\n" }

    mutating func write(_ words: String) {
        for line in words.split(separator: "\n") { text += started(escaped(line)) + "\n" }
    }

    /// A name in bold, and what it means, indented.
    mutating func entry(_ name: String, _ words: String) {
        text += ".TP\n\\fB" + escaped(name, breaks: false) + "\\fR\n"
        write(words)
    }

    /// A line of its own in what an entry says.
    mutating func line(_ words: String) {
        plainRequest("br")
        write(words)
    }

    /// Lines that are not filled.
    mutating func literal(_ lines: String) {
        text += ".nf\n"
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            text += line.isEmpty ? "\\&\n" : started(escaped(line, breaks: false)) + "\n"
        }
        text += ".fi\n"
    }

    /// Protects a line that begins like a request.
    private func started(_ line: String) -> String { line.first == "." || line.first == "'" ? "\\&" + line : line }

    private func escaped(_ text: some StringProtocol, breaks: Bool = true) -> String {
        var result = ""
        var before: Cluster?
        for cluster in clusters(of: String(text)) {
            if breaks, marksBreaks, let before, Self.mayBreak(before, cluster) { result += "\\:" }
            switch cluster.text {
            case "\\": result += "\\e"
            // A hyphen that can be searched for and copied.
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            default: result += cluster.text
            }
            before = cluster
        }
        return result
    }

    /// Whether a line may break between two Han, or Han and Latin: not before closing marks nor after opening ones (clreq 3.1.3).
    private static func mayBreak(_ one: Cluster, _ other: Cluster) -> Bool {
        guard one.cells == 2 || other.cells == 2, one.text != " ", other.text != " " else { return false }
        return !one.isOne(of: "（「『《〈“‘") && !other.isOne(of: "，。、；：？！）」』》〉”’…")
            && !(one.cells == 1 && one.isOne(of: "\"'([-/"))
            && !(other.cells == 1 && other.isOne(of: "\"').,;:]/"))
    }
}

extension Cluster {
    fileprivate func isOne(of marks: String) -> Bool { marks.contains { text == String($0) } }
}
