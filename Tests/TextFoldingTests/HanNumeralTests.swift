import TextFolding
import Testing

struct HanNumeralTests {
    @Test(arguments: [
        ("三", 3), ("十", 10), ("二十四", 24), ("一百零八", 108), ("一百一十", 110), ("二〇二六", 2026), ("二零二六", 2026), ("〇", 0),
        ("九九九九九九九九九九九九九九九九九九九九九九百", 0xFFFF_FFFF),
    ])
    func `a numeral has its value`(text: String, value: Int) {
        #expect(HanNumeral.value(of: text) == value)
    }

    @Test(arguments: ["", "3", "第三", "三版", "千", "三 "])
    func `what is not all numeral has none`(text: String) {
        #expect(HanNumeral.value(of: text) == nil)
    }
}
