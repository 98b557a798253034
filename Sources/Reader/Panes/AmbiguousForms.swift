/// What is shown in place of a character that the terminal draws two cells wide and ncurses counts as one.
enum AmbiguousForms {
    /// In one cell: the reader's own rules and marks.
    static let narrow: [Unicode.Scalar: String] = table(
        "─- │| ┤+ ├+ ┼+ ▌> ●o ★* ■# …. ·. ↑^ ↓v ←< →> ▣#")

    /// In two cells: one wide character or two narrow ones, fewer where a blank may follow; 〓 where there is nothing like
    /// it.
    static func wide(_ scalar: Unicode.Scalar) -> String {
        if let form = forms[scalar] ?? letters[scalar] { return form }
        let value = scalar.value
        switch value {
        case 0x2460...0x2473: return number(value - 0x245F, ")")
        case 0x2474...0x2487: return number(value - 0x2473, ")")
        case 0x2488...0x249B: return number(value - 0x2487, ".")
        case 0x249C...0x24B5: return letter("a", value - 0x249C)
        case 0x24B6...0x24CF: return letter("A", value - 0x24B6)
        case 0x24D0...0x24E9: return letter("a", value - 0x24D0)
        case 0x24EB...0x24F4: return number(value - 0x24E0, ")")
        case 0x24F5...0x24FE: return number(value - 0x24F4, ")")
        case 0x2776...0x277F: return number(value - 0x2775, ")")
        case 0x2502, 0x2503, 0x2551: return "|"
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550: return "--"
        case 0x2506...0x2573: return "+"
        case 0x2580...0x259F: return "##"
        default: return marked[Character(scalar)] ?? "〓"
        }
    }

    private static func number(_ value: UInt32, _ mark: String) -> String {
        value < 10 ? "\(value)\(mark)" : "\(value)"
    }

    private static func letter(_ first: Unicode.Scalar, _ place: UInt32) -> String {
        Unicode.Scalar(first.value + place).map { "\($0))" } ?? "〓"
    }

    private static let forms = table(
        """
        “〝 ”〞 ‘＇ ’＇ —－ ―－ –－ ‐- ….. ‥.. ․. ·・ •・ ‧・ ‖|| †+ ‡++ ※＊ ‰%o ′' ″" ‵` ‾￣ ˉ￣ ˇv ˊ' ˋ` ˙. ¨" ´' ˜～ ˝" ˚゜
        ■## □[] ▣[] ▲/\\ △/\\ ▼\\/ ▽\\/ ▶＞ ▷＞ ◀＜ ◁＜ ◆<> ◇<> ◈<> ○〇 ◎〇 ◯〇 ●* ★＊ ☆＊ ←<- →-> ↑^ ↓v ↔<> ⇒=> ⇔<>
        ×ｘ ÷／ ±+- °゜ ℃oC ℉oF ℅co №No ℡TE ™TM ®R ¡! ¿? §S ¶P ¤$ €E ªa ºo ¹^1 ²^2 ³^3 ⁴^4 ⁿ^n ₁1 ₂2 ₃3 ₄4 ℓl ΩO
        ≠!= ≤<= ≥>= ≦<= ≧>= ≈~= ≒~= ≡== ∞oo √V ∑S ∕／ ∶： ∷:: ∣｜ ∥|| ∼～ ∧^ ∨v ♪d ♀F ♂M ☎T ☏T
        ⅠI ⅡII Ⅲ３ ⅣIV ⅤV ⅥVI Ⅶ７ Ⅷ８ ⅨIX ⅩX ⅪXI Ⅻ12 ⅰi ⅱii ⅲ３ ⅳiv ⅴv ⅵvi ⅶ７ ⅷ８ ⅸix ⅹx
        """)

    /// Letters without a wide form, in ASCII: two letters at most.
    private static let letters = table(
        """
        ÆAE æae ŒOE œoe ßss ØO øo ĐD đd ÐD ðd ÞTh þth ŁL łl ıi ŊNg ŋng ĦH ħh ĲIJ ĳij ŦT ŧt ĸk ŉ'n ĿL ŀl ɑa ɡg
        ΑA ΒB ΓG ΔD ΕE ΖZ ΗE ΘTh ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY ΦPh ΧCh ΨPs ΩO
        αa βb γg δd εe ζz ηe θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φph χch ψps ωo
        АA БB ВV ГG ДD ЕE ЁYo ЖZh ЗZ ИI ЙJ КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKh ЦTs ЧCh ШSh ЩSc Ъ" ЫY Ь' ЭE ЮYu ЯYa
        аa бb вv гg дd еe ёyo жzh зz иi йj кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsc ъ" ыy ь' эe юyu яya
        """)

    /// Letters with marks, taken apart: a letter of ASCII and marks that take no cells. (A character equals its parts.)
    private static let marked: [Character: String] = Dictionary(
        ("a\u{300}a\u{301}e\u{300}e\u{301}e\u{302}i\u{300}i\u{301}o\u{300}o\u{301}u\u{300}u\u{301}u\u{308}a\u{304}"
            + "e\u{304}e\u{30C}i\u{304}n\u{301}n\u{30C}n\u{300}o\u{304}u\u{304}a\u{30C}i\u{30C}o\u{30C}u\u{30C}"
            + "u\u{308}\u{304}u\u{308}\u{301}u\u{308}\u{30C}u\u{308}\u{300}A\u{30A}")
            .map { ($0, String($0)) }, uniquingKeysWith: { first, _ in first })

    /// `“〝 ”〞`: each character, and what stands for it.
    private static func table(_ text: String) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [:]
        for entry in text.split(whereSeparator: \.isWhitespace) {
            guard let scalar = entry.unicodeScalars.first else { continue }
            table[scalar] = String(String.UnicodeScalarView(entry.unicodeScalars.dropFirst()))
        }
        return table
    }
}
