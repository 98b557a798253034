import Testing

@testable import TextDecoding

struct WesternFontTests {
    /// What a program gives for a text of a font that says that it is Western.
    private func misread(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    @Test func `Chinese in a Western font is Chinese again`() {
        #expect(WesternFont.chinese("Ä¿¡¡Â¼") == "目　录")
        // 第3版 要闻，with a byte that is a soft hyphen: 政 is D5 FE, 将 is BD AB, 江 is BD AD.
        #expect(WesternFont.chinese(misread([0xB5, 0xDA, 0x33, 0xB0, 0xE6, 0x20, 0xBD, 0xAD])) == "第3版 江")
    }

    @Test(
        arguments: [
            "Åre", "Ångström", "ÅÄÖ", "Ö", "Öö", "ÄÄ ÖÖ", "«ÉTÉ»", "É", "À", "Ça va", "naïve", "Straße", "ß", "Größe",
            "ÜÖ",
            "ÆØÅ", "ÞÆR", "Þó", "ÍÞRÓTTIR", "Þjóðviljinn", "ÁÉÍÓÚ", "ñÑ", "¡¡ÑO!!", "££ 5", "10 °C", "±½", "§§ 12",
            "ÔÔ",
            "TIẾNG VIỆT", "đã", "Đà Nẵng", "à", "être", "çà et là", "— ÉÈ —", "½½", "»»", "", "1954", "Chinese 目录",
        ])
    func `Western text stays as it is`(line: String) {
        #expect(WesternFont.chinese(line) == nil)
    }

    @Test func `what is no everyday character, or half of one, stays as it is`() {
        #expect(WesternFont.chinese(misread([0xC4, 0xBF, 0xC2])) == nil)
        #expect(WesternFont.chinese(misread([0xC4, 0xBF, 0x20, 0xE1, 0xE1])) == nil)
        #expect(WesternFont.chinese(misread([0xC4, 0x20, 0xBF, 0xC2, 0xBC])) == nil)
        #expect(WesternFont.chinese(misread([0xA1, 0xA1, 0xA3, 0xB1])) == nil)
    }
}
