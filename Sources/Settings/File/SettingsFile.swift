import Files
import Glibc
import TOMLKit

/// A settings file: TOML 1.0, read into a list of settings, each with its line.
package enum SettingsFile {
    /// The most bytes of a file, and of a line; longer ones are faults.
    static let limit = 1 << 16
    private static let lineLimit = 1024

    /// What `read` makes of the file; nothing where it does not exist.
    package static func load(_ file: FileName) throws(FileFault) -> (entries: [SettingEntry], faults: [SettingFault]) {
        do throws(FileFault) {
            return read(try FileBytes.read(file, mayWait: false, limit: limit))
        } catch {
            if error.code == ENOENT { return ([], []) }
            throw error
        }
    }

    /// The settings of TOML text in their order, by their full names (`keys.quit`), and the places where it is not TOML. A
    /// name that is given twice, or a table that is opened twice, is no fault here, although TOML forbids it:
    /// `SettingsTable` reports the name.
    ///
    /// A line that is not TOML costs no more than itself, and one with a bare word gives that (`SettingValue.word`). Where more
    /// than that is wrong, there are no settings, and one fault.
    package static func read(_ bytes: [UInt8]) -> (entries: [SettingEntry], faults: [SettingFault]) {
        var lines = lines(of: bytes)
        var faults: [SettingFault] = []
        for (index, line) in lines.enumerated() {
            guard let column = unreadableColumn(of: line) else { continue }
            let origin = SettingOrigin.file(line: index + 1)
            guard !lines.contains(where: hasLongQuote), faults.count < mostFaults else {
                return ([], [SettingFault(.syntax(column: column), at: origin)])
            }
            lines[index] = []
            if isOpening(line, with: "#") { continue }
            guard TOMLRemedy(for: line, column: column) != nil else {
                return ([], [SettingFault(.syntax(column: column), at: origin)])
            }
            faults.append(SettingFault(.syntax(column: column, isLineOnly: true), at: origin))
        }
        var words: Set<Int> = []
        while let (line, column) = place(ofFaultIn: lines) {
            // What looks like a setting may be in a string over several lines.
            guard faults.count + words.count < mostFaults, !lines.contains(where: hasLongQuote),
                lines.indices.contains(line - 1), let remedy = TOMLRemedy(for: lines[line - 1], column: column)
            else { return ([], [SettingFault(.syntax(column: column), at: .file(line: line))]) }
            switch remedy {
            case .quoted(let quoted):
                lines[line - 1] = quoted[...]
                words.insert(line)
            case .removed:
                lines[line - 1] = []
                faults.append(SettingFault(.syntax(column: column, isLineOnly: true), at: .file(line: line)))
            }
        }
        let (entries, _, fault) = statements(of: lines)
        if let fault { return ([], [fault]) }
        return (entries.map { unquoted($0, words) }, faults)
    }

    /// Without their ends, and without a byte order mark.
    static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
        if lines.first?.starts(with: [0xEF, 0xBB, 0xBF]) == true { lines[0] = lines[0].dropFirst(3) }
        return lines
    }

    /// So many lines that are not TOML are passed over: each has the whole text read once more.
    private static let mostFaults = 20

    private static func hasLongQuote(_ line: ArraySlice<UInt8>) -> Bool {
        var (last, count): (UInt8, Int) = (0, 0)
        for byte in line {
            count = byte == last ? count + 1 : 1
            last = byte
            if count == 3, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return true }
        }
        return false
    }

    /// The entry of a line whose value had no quotation marks as it was written.
    private static func unquoted(_ entry: SettingEntry, _ lines: Set<Int>) -> SettingEntry {
        guard case .file(let line) = entry.origin, lines.contains(line), case .string(let word) = entry.value else {
            return entry
        }
        return SettingEntry(name: entry.name, value: .word(word), origin: entry.origin)
    }

    /// Line and column of the first place that is not TOML, apart from repetitions; nil where there is none.
    private static func place(ofFaultIn lines: [ArraySlice<UInt8>]) -> (line: Int, column: Int)? {
        if let fault = TOMLGuard.fault(in: lines) { return fault }
        guard let fault = syntaxFault(in: lines) else { return nil }
        let unique = statements(of: lines).unique
        // Without its repetitions the text may be TOML; where it is not, that fault is the one to report.
        return unique == lines ? fault : syntaxFault(in: unique)
    }

    /// What the library says against the text; nil where it is TOML.
    private static func syntaxFault(in lines: [ArraySlice<UInt8>]) -> (line: Int, column: Int)? {
        do {
            _ = try TOMLTable(string: text(of: lines))
            return nil
        } catch {
            let place = (error as? TOMLParseError)?.source.begin
            return (place?.line ?? 1, place?.column ?? 1)
        }
    }

    /// The settings, each with its line, and the lines without the repetitions that TOML forbids; as far as the first
    /// statement that is not TOML, which is the fault.
    ///
    /// The library does not say where a value is. So each statement is read once more by itself, below the header of its
    /// table: a statement is the smallest number of lines that are TOML.
    private static func statements(
        of lines: [ArraySlice<UInt8>]
    ) -> (entries: [SettingEntry], unique: [ArraySlice<UInt8>], fault: SettingFault?) {
        var entries: [SettingEntry] = []
        var unique = lines
        var names: Set<String> = []
        var headers: Set<String> = []
        var header: ArraySlice<UInt8> = []
        // Whether no setting is in the table; its name is then reported once, not with each line.
        var isForeign = false
        var start = 0
        while start < lines.count {
            let isHeader = isOpening(lines[start], with: "[")
            if isHeader {
                header = lines[start]
                let isNew = headers.insert(String(decoding: header, as: UTF8.self)).inserted
                if !isNew { unique[start] = Array("[repeated-\(start)]".utf8)[...] }
            }
            guard isHeader || !isBlank(lines[start]) else {
                start += 1
                continue
            }
            var end = start + 1
            let origin = SettingOrigin.file(line: start + 1)
            while true {
                let statement = isHeader ? [header] : [header] + lines[start..<end]
                if let table = try? TOMLTable(string: text(of: statement)) {
                    let first = entries.count
                    if isHeader || !isForeign { flatten(table, at: origin, into: &entries) }
                    if isHeader { isForeign = entries.count > first }
                    let isRepeated = entries[first...].contains { names.contains($0.name) }
                    if isRepeated, !isHeader { for line in start..<end { unique[line] = [] } }
                    names.formUnion(entries[first...].map(\.name))
                    break
                }
                // No setting is as long as that, and reading on would take too long.
                guard end < lines.count, end - start < 256 else {
                    return (entries, unique, SettingFault(.syntax(column: 1), at: origin))
                }
                end += 1
            }
            start = end
        }
        return (entries, unique, nil)
    }

    private static func isOpening(_ line: ArraySlice<UInt8>, with byte: Unicode.Scalar) -> Bool {
        line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: byte)
    }

    /// Whether a line between two statements is empty or a comment.
    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        isOpening(line, with: "#") || line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func flatten(
        _ table: TOMLTable, under path: String = "", at origin: SettingOrigin, into entries: inout [SettingEntry]
    ) {
        for (key, value) in table {
            let name = path + key
            if let inner = value.table {
                // Settings are in a table at most: what is deeper has no name of its own.
                if path.isEmpty {
                    flatten(inner, under: name + ".", at: origin, into: &entries)
                } else {
                    entries.append(SettingEntry(name: name + rest(of: inner), value: .other, origin: origin))
                }
            } else {
                entries.append(SettingEntry(name: name, value: plain(value), origin: origin))
            }
        }
    }

    /// What follows a table's name where a single name was meant: `.c.d` of `a.b.c.d = 1`.
    private static func rest(of table: TOMLTable) -> String {
        var name = ""
        var table: TOMLTable? = table
        while let inner = table, inner.count == 1, let (key, value) = inner.first(where: { _ in true }) {
            name += "." + key
            table = value.table
        }
        return name
    }

    private static func plain(_ value: any TOMLValueConvertible) -> SettingValue {
        switch value.type {
        case .bool: return value.bool.map(SettingValue.boolean) ?? .other
        case .int: return value.int.map(SettingValue.integer) ?? .other
        case .string: return value.string.map(SettingValue.string) ?? .other
        case .array:
            guard let array = value.array else { return .other }
            let strings = array.compactMap(\.string)
            return strings.count == array.count ? .strings(strings) : .other
        default: return .other
        }
    }

    static func text(of lines: [ArraySlice<UInt8>]) -> String {
        String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    }

    /// The column, in characters from 1, of the first byte that the library must not see: NUL, at which it would stop; what
    /// is not UTF-8, which it would repair; and what makes a line too long, because a long name with many full stops makes
    /// tables so deep that they overflow the stack.
    static func unreadableColumn(of line: ArraySlice<UInt8>) -> Int? {
        if line.count > lineLimit { return lineLimit + 1 }
        var rest = line.makeIterator()
        var decoder = UTF8()
        var column = 1
        while true {
            switch decoder.decode(&rest) {
            case .scalarValue("\0"), .error: return column
            case .scalarValue: column += 1
            case .emptyInput: return nil
            }
        }
    }
}
