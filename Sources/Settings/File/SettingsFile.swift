import Files
import Glibc
import TOMLKit

/// A settings file: TOML 1.0, read into its settings one by one, each with its line.
package enum SettingsFile {
    /// The most bytes of a file, and of a line.
    static let limit = 1 << 16
    private static let lineLimit = 1024

    /// The settings of the file in their order; none where there is no file.
    package static func load(_ path: String) throws -> [SettingEntry] {
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try FileBytes.read(FileName(path), mayWait: false, limit: limit)
        } catch {
            if error.code == ENOENT { return [] }
            throw error
        }
        return try entries(of: bytes)
    }

    /// The settings that TOML text holds, tables within tables by their path (`keys.quit`).
    ///
    /// Throws a `SettingFault` of the kind `syntax` where the text is no TOML.
    package static func entries(of bytes: [UInt8]) throws -> [SettingEntry] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
        if lines.first?.starts(with: [0xEF, 0xBB, 0xBF]) == true { lines[0] = lines[0].dropFirst(3) }
        for (index, line) in lines.enumerated() {
            guard let column = unreadableColumn(of: line) else { continue }
            throw SettingFault(.syntax(column: column), at: .file(line: index + 1))
        }
        if let (line, column) = TOMLGuard.fault(in: lines) {
            throw SettingFault(.syntax(column: column), at: .file(line: line))
        }
        do {
            _ = try TOMLTable(string: text(of: lines))
        } catch let error as TOMLParseError {
            throw SettingFault(
                .syntax(column: error.source.begin.column), at: .file(line: error.source.begin.line))
        }
        return try statements(of: lines)
    }

    /// The library does not tell where a value stood. So each statement is read once more by itself, below the header of
    /// its table: a statement is the fewest lines that are TOML.
    private static func statements(of lines: [ArraySlice<UInt8>]) throws(SettingFault) -> [SettingEntry] {
        var entries: [SettingEntry] = []
        var header: ArraySlice<UInt8> = []
        // Whether the table is one that no setting stands in; it is told once.
        var isForeign = false
        var start = 0
        while start < lines.count {
            let isHeader = isOpening(lines[start], with: "[")
            if isHeader { header = lines[start] }
            if isHeader || !isBlank(lines[start]) {
                var end = start + 1
                let origin = SettingOrigin.file(line: start + 1)
                while true {
                    let statement = isHeader ? [header] : [header] + lines[start..<end]
                    if let table = try? TOMLTable(string: text(of: statement)) {
                        let before = entries.count
                        if isHeader || !isForeign { flatten(table, at: origin, into: &entries) }
                        if isHeader { isForeign = entries.count > before }
                        break
                    }
                    // Nobody writes a setting as long as that, and reading on would take for ever.
                    guard end < lines.count, end - start < 256 else {
                        throw SettingFault(.syntax(column: 1), at: origin)
                    }
                    end += 1
                }
                start = end
            } else {
                start += 1
            }
        }
        return entries
    }

    private static func isOpening(_ line: ArraySlice<UInt8>, with byte: Unicode.Scalar) -> Bool {
        line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: byte)
    }

    /// Whether a line between two statements holds nothing, or a comment.
    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        isOpening(line, with: "#") || line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private static func flatten(
        _ table: TOMLTable, under path: String = "", at origin: SettingOrigin, into entries: inout [SettingEntry]
    ) {
        for (key, value) in table {
            let name = path + key
            if let inner = value.table {
                // No setting stands deeper: the outer name is told.
                if path.isEmpty {
                    flatten(inner, under: name + ".", at: origin, into: &entries)
                } else {
                    entries.append(SettingEntry(name: name, value: .other, origin: origin))
                }
            } else {
                entries.append(SettingEntry(name: name, value: plain(value), origin: origin))
            }
        }
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

    private static func text(of lines: [ArraySlice<UInt8>]) -> String {
        String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    }

    /// The column, in characters from 1, of the first byte that is a NUL, which would end the library's text; that is no
    /// UTF-8, which would be repaired; or that makes the line too long: tables as deep as a long name can make them would
    /// be more than the stack can hold.
    private static func unreadableColumn(of line: ArraySlice<UInt8>) -> Int? {
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
