/// What makes a line of the settings file TOML that is not, without a change to what any other line means.
enum TOMLRemedy {
    /// The line with its value, a bare word, in quotation marks.
    case quoted([UInt8])
    /// The line is to be passed over.
    case removed

    /// The remedy for a line that is wrong at a column, in characters from 1: one with a setting, or some words (`mouse off`). Nil
    /// for any other line, on which what follows may depend.
    init?(for line: ArraySlice<UInt8>, column: Int) {
        if Self.isOfWords(line) {
            self = .removed
            return
        }
        guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = line[..<equals]
        let isName =
            name.allSatisfy { Self.isOfWord($0) || " \t.".utf8.contains($0) } && name.contains(where: Self.isOfWord)
        guard isName, column > name.count + 1 else { return nil }
        let value = line[(equals + 1)...].drop(while: Self.isBlank)
        let word = value.prefix(while: Self.isOfWord)
        let rest = value[word.endIndex...]
        let isBare = word.first.map(Self.isLetter) ?? false
        let isWhole = rest.first { !Self.isBlank($0) }.map { $0 == UInt8(ascii: "#") } ?? true
        let quote = [UInt8(ascii: "\"")]
        self = isBare && isWhole ? .quoted(line[...equals] + quote + word + quote + rest) : .removed
    }

    /// Whether the line has words where a name and a sign should be, and nothing that could belong to other lines.
    private static func isOfWords(_ line: ArraySlice<UInt8>) -> Bool {
        let equals = UInt8(ascii: "=")
        guard let first = line.first(where: { !isBlank($0) }), isOfWord(first) || first == equals,
            !line.contains(where: { "[]{}\"',".utf8.contains($0) })
        else { return false }
        return line.prefix { $0 != equals }.split(whereSeparator: isBlank).count != 1 || !line.contains(equals)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// What TOML's names consist of.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "-_".utf8.contains(byte)
    }
}
