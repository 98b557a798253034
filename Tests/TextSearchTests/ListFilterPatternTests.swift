import TextSearch
import Testing

struct ListFilterPatternTests {
    @Test(arguments: [
        ("bgq", "北关区"), ("ajz", "安居镇"), ("BGQ", "北关区"), ("ｂｇｑ", "北關區"), ("gq", "北关区"), ("b", "北关区"), ("bg区", "北关区"),
        ("关", "北關區"), ("yh", "中国银行"), ("yx", "一行"), ("cj", "长江"), ("zj", "长江"), ("gps", "加装GPS终端"),
        ("zgps", "加装 “GPS” 终端"), ("2026", "２０２６年"), ("lv", "lv"), ("e", "“饿了么”"),
        ("다리", "\u{1103}\u{1161}\u{1105}\u{1175}"), ("ガス", "ｶﾞｽ"),
    ])
    func `a name is found by its words, its initials, and both mixed`(words: String, name: String) throws {
        #expect(try #require(ListFilterPattern(words)).matches(name))
    }

    @Test(arguments: [
        ("2", "安居镇"), ("bgq", "北区"), ("bgx", "北关区"), ("qgb", "北关区"), ("bgq", ""), ("bgqq", "北关区"), ("区关", "北关区"),
        ("bei", "北"),
    ])
    func `a name that has not the words is not found`(words: String, name: String) throws {
        #expect(try !#require(ListFilterPattern(words)).matches(name))
    }

    @Test func `nothing to look for is no filter`() {
        #expect(ListFilterPattern("") == nil)
        #expect(ListFilterPattern(" ，") == nil)
    }

    @Test func `hostile names end`() throws {
        let pattern = try #require(ListFilterPattern("b" + String(repeating: "a", count: 300)))
        #expect(!pattern.matches(String(repeating: "阿", count: 1_000_000)))
        #expect(!pattern.matches("\u{202E}\u{0}👨‍👩‍👧"))
    }
}
