extension SourceText {
    /// How bytes stand for characters.
    package enum Encoding: Hashable, Sendable {
        case utf8
        case utf16LittleEndian, utf16BigEndian
        /// UTF-16 whose byte order only the text shows.
        case utf16
        case utf32LittleEndian, utf32BigEndian
        /// Also GBK and GB 2312, which are parts of it.
        case gb18030
        /// With the Hong Kong Supplementary Character Set.
        case big5
        /// As Windows has it, code page 932.
        case shiftJIS
        case eucJP
        /// Also Windows' code page 949, of which it is a part.
        case eucKR
        case iso2022JP
        /// GB 2312 in seven bits, between `~{` and `~}` (RFC 1843).
        case hz
        case windows1252
        /// Any other that the C library converts, by the library's name. It is never guessed.
        case system(String)

        /// The usual name.
        package var name: String {
            switch self {
            case .utf8: "UTF-8"
            case .utf16LittleEndian: "UTF-16LE"
            case .utf16BigEndian: "UTF-16BE"
            case .utf16: "UTF-16"
            case .utf32LittleEndian: "UTF-32LE"
            case .utf32BigEndian: "UTF-32BE"
            case .gb18030: "GB18030"
            case .big5: "Big5"
            case .shiftJIS: "Shift_JIS"
            case .eucJP: "EUC-JP"
            case .eucKR: "EUC-KR"
            case .iso2022JP: "ISO-2022-JP"
            case .hz: "HZ-GB-2312"
            case .windows1252: "windows-1252"
            case .system(let name): name
            }
        }

        /// The names that messages and completions list.
        package static let mainNames = [
            "UTF-8", "UTF-16", "GB18030", "GBK", "Big5", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "EUC-KR", "HZ-GB-2312",
            "windows-1252",
        ]

        /// The encoding of a name as people and programs write it, in any case and with any hyphens; nil where neither this
        /// program nor the C library knows it.
        package init?(named name: String) {
            // A slash begins what the C library takes as an instruction, and nothing at all is the locale's own.
            let letters = name.utf8.filter { Self.isAlphanumeric($0) }
            let marks = "-_.:+()".utf8
            guard !letters.isEmpty, name.utf8.allSatisfy({ Self.isAlphanumeric($0) || marks.contains($0) }) else {
                return nil
            }
            let plain = String(decoding: letters.map { $0 < 0x60 && $0 >= 0x41 ? $0 | 0x20 : $0 }, as: UTF8.self)
            if let known = Self.known(plain) {
                self = known
                return
            }
            guard Conversion.isKnown(name) else { return nil }
            self = .system(name)
        }

        private static func isAlphanumeric(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }

        /// By its letters and digits alone, in lower case.
        private static func known(_ name: String) -> Encoding? {
            switch name {
            case "utf8", "ascii", "usascii": .utf8
            case "utf16", "ucs2", "unicode": .utf16
            case "utf16le", "ucs2le": .utf16LittleEndian
            case "utf16be", "ucs2be": .utf16BigEndian
            case "utf32", "utf32le", "ucs4le": .utf32LittleEndian
            case "utf32be", "ucs4", "ucs4be": .utf32BigEndian
            case "gb18030", "gbk", "gb2312", "gb231280", "cp936", "windows936", "euccn", "gb": .gb18030
            case "big5", "big5hkscs", "bigfive", "cp950", "windows950", "cnbig5": .big5
            case "shiftjis", "sjis", "cp932", "windows932", "windows31j", "mskanji", "xsjis": .shiftJIS
            case "eucjp", "eucjpms", "ujis", "xeucjp": .eucJP
            case "euckr", "cp949", "windows949", "uhc", "ksc5601", "ksc56011987", "ksx1001": .eucKR
            case "iso2022jp", "jis", "csiso2022jp": .iso2022JP
            case "hz", "hzgb2312", "hzgb": .hz
            case "windows1252", "cp1252", "latin1", "iso88591", "l1": .windows1252
            default: nil
            }
        }
    }
}
