import Settings
import TOMLKit

/// `sources.toml`: what the reader follows, one `[[source]]` each, in the order of the day's sections. It is written by hand as well
/// as by the program, which changes nothing but the source that it adds or takes out.
package struct SourcesFile: Sendable {
    /// Something in the file that is not as it should be.
    package struct Fault: Error, Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// No TOML; the column, in characters from 1.
            case syntax(column: Int)
            /// A name that nothing has; the nearest that something has.
            case unknown(name: String, nearest: String?)
            /// The value of a name is of the wrong kind, or cannot be read.
            case value(name: String)
            case noAddress
            /// The address of a source that is there already; its line.
            case twice(line: Int)
            /// A filter that is about no story in particular, and one that says nothing of those that it is about.
            case noCondition
            case noAction
        }

        package var kind: Kind
        /// From 1.
        package var line: Int
    }

    /// Those that can be followed, in their order.
    package private(set) var sources: [FollowedSource] = []
    /// Those of all sources; `[[filter]]`.
    package private(set) var filters: [StoryFilter] = []
    package private(set) var faults: [Fault] = []

    /// Bytes of a file at most.
    package static let limit = 1 << 20

    /// Nothing.
    package init() {}

    /// Reads a file's bytes. What is wrong with one source keeps none of the others back.
    package init(_ bytes: [UInt8]) {
        let table: TOMLTable
        do throws(TOMLText.Fault) {
            table = try TOMLText.read(bytes)
        } catch {
            faults = [Fault(kind: .syntax(column: error.column), line: error.line)]
            return
        }
        let headers = Self.headers(in: bytes)
        let keys = [Self.key, Self.filterKey]
        for (key, _) in table where !keys.contains(key) {
            faults.append(
                Fault(kind: .unknown(name: key, nearest: spellingSuggestion(for: key, among: keys)), line: 1))
        }
        filters = Self.filters(
            table[Self.filterKey], lines: headers.filter { $0.kind == .filter }.map(\.line), line: 1, faults: &faults)
        guard let values = table[Self.key]?.array else {
            if table[Self.key] != nil { faults.append(Fault(kind: .value(name: Self.key), line: 1)) }
            return
        }
        let lines = headers.indices.filter { headers[$0].kind == .source }
        for (index, value) in values.enumerated() {
            let line = index < lines.count ? headers[lines[index]].line : 1
            guard let table = value.table else {
                faults.append(Fault(kind: .value(name: Self.key), line: line))
                continue
            }
            let own = index < lines.count ? headers[(lines[index] + 1)...].prefix { $0.kind != .source } : []
            let filters = Self.filters(
                table[Self.filterKey], lines: own.filter { $0.kind == .ownFilter }.map(\.line), line: line,
                faults: &faults)
            if var source = read(table, line: line) {
                source.filters = filters
                sources.append(source)
            }
        }
    }

    private static let key = "source"
    static let filterKey = "filter"
    /// What can be said of a source or a filter, by its name in the file, with a value as it may be written.
    package struct Field: Sendable {
        package let name: String
        package let example: String
    }

    /// What can be said of a source.
    package static let fields = [
        Field(name: "address", example: "\"https://quay.example/feed.xml\""),
        Field(name: "name", example: "\"Quay Herald\""),
        Field(name: "section", example: "\"Local\""),
        Field(name: "interval", example: "\"2h\""),
        Field(name: "most-per-day", example: "20"),
        Field(name: "full-text", example: "true"),
        Field(name: "language", example: "\"en\""),
        Field(name: "user-agent", example: "\"Mozilla/5.0\""),
        Field(name: "proxy", example: "\"socks5://127.0.0.1:9050\""),
        Field(name: "cookie-file", example: "\"~/cookies.txt\""),
        Field(name: "headers", example: "[\"Accept-Language: en\"]"),
        Field(name: "user", example: "\"reader\""),
        Field(name: "password-command", example: "[\"pass\", \"show\", \"quay\"]"),
    ]

    private static let names = fields.map(\.name) + [filterKey]

    private mutating func read(_ table: TOMLTable, line: Int) -> FollowedSource? {
        func note(_ kind: Fault.Kind) { faults.append(Fault(kind: kind, line: line)) }
        for (name, _) in table where !Self.names.contains(name) {
            note(.unknown(name: name, nearest: spellingSuggestion(for: name, among: Self.names)))
        }
        func text(_ name: String) -> String? {
            guard let value = table[name] else { return nil }
            guard let text = value.string, !text.isEmpty else {
                note(.value(name: name))
                return nil
            }
            return text
        }
        func words(_ name: String) -> [String] {
            guard let value = table[name] else { return [] }
            guard let array = value.array, array.count == array.compactMap(\.string).count else {
                note(.value(name: name))
                return []
            }
            return array.compactMap(\.string)
        }
        let address: FollowedSource.Address?
        if let array = table["address"]?.array {
            // A program whose arguments have blanks.
            let words = array.compactMap(\.string)
            address = words.count == array.count && !words.isEmpty ? .command(words) : nil
        } else {
            guard let written = table["address"]?.string else {
                note(table["address"] == nil ? .noAddress : .value(name: "address"))
                return nil
            }
            address = FollowedSource.Address(written)
        }
        guard let address else {
            note(.value(name: "address"))
            return nil
        }
        if let same = sources.first(where: { $0.address == address }) {
            note(.twice(line: same.line))
            return nil
        }
        var source = FollowedSource(address)
        source.line = line
        source.name = text("name")
        source.section = text("section")
        if let interval = table["interval"] {
            source.interval = interval.int.map { $0 * 60 } ?? interval.string.flatMap(Self.seconds)
            if source.interval.map({ $0 < 60 }) ?? true {
                note(.value(name: "interval"))
                source.interval = nil
            }
        }
        if let most = table["most-per-day"] {
            source.most = most.int
            if source.most.map({ $0 < 1 }) ?? true {
                note(.value(name: "most-per-day"))
                source.most = nil
            }
        }
        if let articles = table["full-text"] {
            source.wantsArticles = articles.bool ?? false
            if articles.bool == nil { note(.value(name: "full-text")) }
        }
        source.language = text("language")
        source.access.userAgent = text("user-agent")
        // "" is none at all.
        source.access.proxy = table["proxy"]?.string == "" ? "" : text("proxy")
        source.access.cookies = text("cookie-file")
        source.access.user = text("user")
        source.access.headers = words("headers").filter { header in
            // One that is more than one line would be another header.
            let isOne =
                header.utf8.contains(UInt8(ascii: ":"))
                && header.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            if !isOne { note(.value(name: "headers")) }
            return isOne
        }
        source.access.passwordCommand = words("password-command")
        return source
    }

    /// "30m", "2h", "1d": at most a year.
    static func seconds(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let number = Int(digits), number <= 1_000_000 else { return nil }
        let unit: Int? =
            switch text[digits.endIndex...].drop(while: { $0 == " " }) {
            case "m", "min": 60
            case "h": 3600
            case "d": 86_400
            default: nil
            }
        return unit.flatMap { number * $0 <= 366 * 86_400 ? number * $0 : nil }
    }

    // MARK: - Changes

    private enum Header { case source, filter, ownFilter }

    /// The lines, from 1, on which a source or a filter begins.
    private static func headers(in bytes: [UInt8]) -> [(line: Int, kind: Header)] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            header(line).map { (index + 1, $0) }
        }
    }

    private static func header(_ line: ArraySlice<UInt8>) -> Header? {
        guard line.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") else { return nil }
        switch String(decoding: line.prefix { $0 != UInt8(ascii: "#") }.filter { $0 > 0x20 }, as: UTF8.self) {
        case "[[source]]": return .source
        case "[[filter]]": return .filter
        case "[[source.filter]]": return .ownFilter
        default: return nil
        }
    }

    /// The file with one more source at its end.
    package static func adding(_ source: FollowedSource, to bytes: [UInt8]) -> [UInt8] {
        var text = "[[source]]\naddress = \(written(source.address))\n"
        if let name = source.name { text += "name = \(quoted(name))\n" }
        if let section = source.section { text += "section = \(quoted(section))\n" }
        var result = bytes
        if let last = result.last {
            if last != 0x0A { result.append(0x0A) }
            result.append(0x0A)
        }
        return result + text.utf8
    }

    /// The file without the source that begins on a line; comments above it stay.
    package static func removing(line: Int, from bytes: [UInt8]) -> [UInt8] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let start = line - 1
        guard lines.indices.contains(start), header(lines[start]) == .source else { return bytes }
        var end = start + 1
        while end < lines.count,
            lines[end].first(where: { $0 > 0x20 }) != UInt8(ascii: "[")
                || lines[end].prefix(while: { $0 != UInt8(ascii: "#") }).filter({ $0 > 0x20 }).starts(
                    with: "[[source.".utf8)
        { end += 1 }
        // What stands above the next one is about that.
        while end > start + 1, end < lines.count, lines[end - 1].first(where: { $0 > 0x20 }) == UInt8(ascii: "#") {
            end -= 1
        }
        lines.removeSubrange(start..<end)
        while let last = lines.last, last.isEmpty, lines.count > 1, lines[lines.count - 2].isEmpty {
            lines.removeLast()
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    /// The file with another address for the source that begins on a line; nil where its address is written in a way that is left to
    /// the reader.
    package static func moving(line: Int, to address: FollowedSource.Address, in bytes: [UInt8]) -> [UInt8]? {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1), header(lines[line - 1]) == .source else { return nil }
        for place in line..<lines.count {
            if isTable(lines[place]) { return nil }
            let text = String(decoding: lines[place], as: UTF8.self)
            guard let equals = text.firstIndex(of: "="),
                text[..<equals].filter({ !$0.isWhitespace }) == "address"
            else { continue }
            let value = text[text.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
            // A string between quotation marks without any within; what follows it stays.
            guard let quote = value.first, quote == "\"" || quote == "'", !value.hasPrefix("\"\"\""),
                !value.hasPrefix("'''"), let end = value.dropFirst().firstIndex(of: quote),
                !value[..<end].utf8.contains(UInt8(ascii: "\\"))
            else { return nil }
            let moved = text[...equals] + " " + quoted(address.text) + value[value.index(after: end)...]
            lines[place] = Array(moved.utf8)[...]
            return Array(lines.joined(separator: [0x0A]))
        }
        return nil
    }

    /// Whether a table begins on the line.
    private static func isTable(_ line: ArraySlice<UInt8>) -> Bool { line.first { $0 > 0x20 } == UInt8(ascii: "[") }

    private static func written(_ address: FollowedSource.Address) -> String {
        if case .command(let words) = address, words.contains(where: { $0.utf8.contains(0x20) }) {
            return "[" + words.map(quoted).joined(separator: ", ") + "]"
        }
        return quoted(address.text)
    }

    /// A basic string (TOML 1.0, String).
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
