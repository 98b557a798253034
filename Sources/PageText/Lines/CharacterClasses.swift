import TextFolding

/// The class of every scalar: a table for the basic plane, `of` for all planes.
struct CharacterClasses: @unchecked Sendable {
    let table: UnsafePointer<UInt8>

    /// The table that is embedded in the program.
    @inline(__always)
    static var shared: CharacterClasses { CharacterClasses(table: LexiconTables.classes) }
    /// All scalars of the class of digits.
    static let digits = [0x30...0x39, 0x660...0x669, 0x6F0...0x6F9, 0xFF10...0xFF19]

    private init(table: UnsafePointer<UInt8>) { self.table = table }

    /// What the table is made of. Its memory is never freed.
    static func made() -> CharacterClasses {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 0x10000)
        table.initialize(repeating: CharacterClass.other.rawValue, count: 0x10000)
        func set(_ range: ClosedRange<Int>, _ kind: CharacterClass) {
            for value in range { table[value] = kind.rawValue }
        }
        func set(_ marks: String, _ kind: CharacterClass) {
            for mark in marks.unicodeScalars { table[Int(mark.value)] = kind.rawValue }
        }
        set(0x590...0x1FFF, .letter)
        for value in 0x80..<0x590 {
            let properties = Unicode.Scalar(value)!.properties
            switch properties.generalCategory {
            case .uppercaseLetter: table[value] = CharacterClass.upper.rawValue
            case .lowercaseLetter: table[value] = CharacterClass.lower.rawValue
            case _ where properties.isAlphabetic:
                table[value] = (properties.isLowercase ? CharacterClass.lower : .letter).rawValue
            default: break
            }
        }
        for range in digits { set(range, .digit) }
        set(0x41...0x5A, .upper)
        set(0x61...0x7A, .lower)
        set(0x09...0x0D, .space)
        set(0x2000...0x200A, .space)
        set(" \u{85}\u{A0}\u{1680}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}", .space)
        set(0x2E80...0x2FDF, .han)
        set("々〆〇", .han)
        set(0x3400...0x4DBF, .han)
        set(0x4E00...0x9FFF, .han)
        set(0xF900...0xFAFF, .han)
        set(0x3041...0x30FF, .kana)
        set(0x31F0...0x31FF, .kana)
        set(0xFF66...0xFF9F, .kana)
        set(0x1100...0x11FF, .hangul)
        set(0x3131...0x318E, .hangul)
        set(0xAC00...0xD7A3, .hangul)
        set(0xFF21...0xFF3A, .upper)
        set(0xFF41...0xFF5A, .lower)
        set("。．.！!？?…︒｡⋯؟۔।", .terminal)
        set("，,、；;：:､﹐﹑،؛", .pause)
        set("（(〔［[｛{「『《〈【〖“„｟〝｢", .opening)
        set("）)〕］]｝}」』》〉】〗”｠〞｣", .closing)
        set("\"＂«»", .quote)
        set("—–―-－‐‑─", .dash)
        set(0x25A0...0x25FF, .bullet)
        set("●○◎◆◇■□▲△▼▽★☆▶►•‣※", .bullet)
        // What looks like another character, or like several letters, counts as that.
        for value in 0x2E80..<0x10000 {
            guard let plain = PlainForms.plain(UInt32(value)), plain.count == 1 || (0xFB00..<0xFB18).contains(value)
            else { continue }
            // Those beyond the basic plane are Han.
            table[value] = plain[0] < 0x10000 ? table[Int(plain[0])] : CharacterClass.han.rawValue
        }
        return CharacterClasses(table: table)
    }

    @inline(__always)
    func of(_ scalar: UInt32) -> CharacterClass {
        if scalar < 0x10000 { return unsafeBitCast(table[Int(scalar)], to: CharacterClass.self) }
        return (0x20000..<0x40000).contains(scalar) ? .han : .other
    }
}
