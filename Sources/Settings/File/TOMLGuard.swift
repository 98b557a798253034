/// Finds malformed text that the TOML library (toml++ 3.4) does not check for: a debug build of it would stop, a release build
/// would go on with wrong values. It takes for granted that a name follows `[` at the start of a line, that a value follows
/// `=`, and that `}` closes a table that was opened.
struct TOMLGuard {
    private enum Region {
        case plain, comment
        case string(quote: UInt8, isLong: Bool)
    }

    /// Line and column, in bytes from 1, of the first such place; nil where there is none.
    static func fault(in lines: [ArraySlice<UInt8>]) -> (line: Int, column: Int)? {
        var region = Region.plain
        var last: UInt8 = 0
        for (index, line) in lines.enumerated() {
            if case .plain = region, let column = namelessColumn(of: line) { return (index + 1, column) }
            if let column = valuelessColumn(of: line, &region, &last) { return (index + 1, column) }
        }
        return nil
    }

    private static func namelessColumn(of line: ArraySlice<UInt8>) -> Int? {
        var rest = line.drop(while: isBlank)
        guard rest.first == UInt8(ascii: "[") else { return nil }
        rest = rest.dropFirst().drop(while: isBlank)
        if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop(while: isBlank) }
        guard let byte = rest.first else { return line.count + 1 }
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        let mayFollow = isLetter || (0x30...0x39).contains(byte) || "-_\"']".utf8.contains(byte)
        return mayFollow ? nil : rest.startIndex - line.startIndex + 1
    }

    /// `last` is the last byte that was neither blank nor in a comment.
    private static func valuelessColumn(
        of line: ArraySlice<UInt8>, _ region: inout Region, _ last: inout UInt8
    ) -> Int? {
        var place = line.startIndex
        while place < line.endIndex {
            let byte = line[place]
            switch region {
            case .comment: break
            case .plain:
                let isFaulty =
                    switch last {
                    case UInt8(ascii: "="): "]},#".utf8.contains(byte)
                    case UInt8(ascii: "["), UInt8(ascii: ","): byte == UInt8(ascii: "}")
                    default: false
                    }
                if isFaulty { return place - line.startIndex + 1 }
                if byte == UInt8(ascii: "#") {
                    region = .comment
                } else if !isBlank(byte) {
                    last = byte
                }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    let isLong = line[place...].starts(with: [byte, byte, byte])
                    region = .string(quote: byte, isLong: isLong)
                    if isLong { place += 2 }
                }
            case .string(let quote, let isLong):
                if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                    place += 1
                } else if byte == quote, !isLong || line[place...].starts(with: [quote, quote, quote]) {
                    if isLong { place += 2 }
                    region = .plain
                }
            }
            place += 1
        }
        switch region {
        case .string(_, isLong: true): break
        default: region = .plain
        }
        return last == UInt8(ascii: "=") ? line.count + 1 : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
