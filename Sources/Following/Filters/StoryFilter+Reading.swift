import Newspaper
import Settings
import TOMLKit
import TextSearch

extension StoryFilter {
    /// What can be said in a filter: what has to be true of a story, and what happens then.
    package static let fields = [
        SourcesFile.Field(name: "words", example: "\"harbour -\\\"harbour master\\\" OR quay\""),
        SourcesFile.Field(name: "author", example: "\"Ada Quill\""),
        SourcesFile.Field(name: "section", example: "\"Sport\""),
        SourcesFile.Field(name: "longer-than", example: "10"),
        SourcesFile.Field(name: "shorter-than", example: "0.5"),
        SourcesFile.Field(name: "older-than", example: "\"7d\""),
        SourcesFile.Field(name: "language", example: "\"zh\""),
        SourcesFile.Field(name: "kind", example: "\"podcast\""),
        SourcesFile.Field(name: "action", example: "\"hide\""),
        SourcesFile.Field(name: "move-to", example: "\"Evening\""),
    ]

    private static let names = fields.map(\.name)

    /// Reads a table of `sources.toml`. With a fault it is no filter: it would be about more stories than it was meant for.
    init(_ table: TOMLTable, line: Int) throws(SourcesFile.Faults) {
        var faults: [SourcesFile.Fault] = []
        func note(_ kind: SourcesFile.Fault.Kind) { faults.append(.init(kind: kind, line: line)) }
        /// The value of a name as it is meant; noted where there is one that cannot be.
        func value<Value>(_ name: String, _ read: (TOMLValueConvertible) -> Value?) -> Value? {
            guard let written = table[name] else { return nil }
            let value = read(written)
            if value == nil { note(.value(name: name)) }
            return value
        }
        func text(_ value: TOMLValueConvertible) -> String? { value.string.flatMap { $0.isEmpty ? nil : $0 } }
        func minutes(_ value: TOMLValueConvertible) -> Float? {
            (value.double ?? value.int.map(Double.init)).flatMap { $0.isFinite && $0 >= 0 ? Float($0) : nil }
        }
        for (name, _) in table where !Self.names.contains(name) {
            note(.unknown(name: name, nearest: spellingSuggestion(for: name, among: Self.names)))
        }
        words = value("words") { text($0).flatMap { SearchQuery($0) } }
        author = value("author") { text($0).flatMap { SearchQuery($0) } }
        section = value("section") { text($0).map { FoldedWords($0) } }
        longerThan = value("longer-than", minutes)
        shorterThan = value("shorter-than", minutes)
        olderThan = value("older-than") { $0.string.flatMap(SourcesFile.seconds) }
        language = value("language", text)
        kind = value("kind") { $0.string.flatMap(Kind.init) }
        action = value("action") { $0.string.flatMap(Action.init) }
        newSection = value("move-to", text)
        self.line = line
        if faults.isEmpty, !hasConditions { note(.noCondition) }
        if faults.isEmpty, action == nil, newSection == nil { note(.noAction) }
        if !faults.isEmpty { throw SourcesFile.Faults(all: faults) }
    }
}

extension SourcesFile {
    /// What is wrong with one table.
    struct Faults: Error { var all: [Fault] }

    /// The filters of a value, which should be a list of tables.
    ///
    /// - Parameters:
    ///   - lines: on which its tables begin, as far as they have lines of their own.
    ///   - line: of what it is in.
    static func filters(
        _ value: TOMLValueConvertible?, lines: [Int], line: Int, faults: inout [Fault]
    ) -> [StoryFilter] {
        guard let value else { return [] }
        guard let values = value.array else {
            faults.append(Fault(kind: .value(name: filterKey), line: lines.first ?? line))
            return []
        }
        var filters: [StoryFilter] = []
        for (index, value) in values.enumerated() {
            let line = index < lines.count ? lines[index] : line
            guard let table = value.table else {
                faults.append(Fault(kind: .value(name: filterKey), line: line))
                continue
            }
            do throws(Faults) {
                filters.append(try StoryFilter(table, line: line))
            } catch {
                faults += error.all
            }
        }
        return filters
    }
}
