/// What a reader says about a line of a printed page, in place of what the parser takes it for.
package enum LineRuling: Hashable, Sendable {
    /// The line is of that kind.
    case kind(LineKind)
    /// The line continues the paragraph of the text line before it, whatever is between the two.
    case joins
    /// The line begins a paragraph.
    case begins

    /// All rulings, the kinds first.
    package static let all = LineKind.allCases.map(LineRuling.kind) + [.joins, .begins]

    /// Its name in files and in the output of commands: `headline`, `joins`. The interface's words are under `ruling.<name>`,
    /// those of a kind under `kind.<name>`.
    package var name: String {
        switch self {
        case .kind(let kind): kind.rawValue
        case .joins: "joins"
        case .begins: "begins"
        }
    }

    /// The ruling of that name; nil where none has it.
    package init?(named name: some StringProtocol) {
        guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}
