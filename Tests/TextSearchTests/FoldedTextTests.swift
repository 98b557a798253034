import TestSupport
import TextSearch
import Testing

struct FoldedTextTests {
    @Test func `a pattern is in a folded text where it has a range in the text`() {
        var random = Seeded(seed: 16)
        let parts = [
            "a", "b", "ab", "Ａ", "渡", "發", "发", " ", "。", "-", "e\u{301}", "é", "㎡", "m2", "ﬁ", "ｶﾞ", "ガ", "\u{2F00}",
        ]
        func text(_ most: Int) -> String {
            (0..<Int.random(in: 0...most, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
        }
        var found = 0
        for _ in 0..<20_000 {
            guard let pattern = SearchPattern(text(4)) else { continue }
            let texts = [text(20), text(20)]
            let isThere = texts.contains { !pattern.ranges(in: $0).isEmpty }
            found += isThere ? 1 : 0
            #expect(FoldedText(texts).contains(pattern) == isThere, "\(pattern) \(texts)")
        }
        #expect(found > 1000)
    }

    @Test func `no match goes on from one text to the next`() throws {
        let pattern = try #require(SearchPattern("渡轮"))
        #expect(!FoldedText(["夜航渡", "轮"]).contains(pattern) && FoldedText(["夜航", "渡 輪"]).contains(pattern))
        #expect(!FoldedText([]).contains(pattern) && !FoldedText([""]).contains(pattern))
        let mark = try #require(SearchPattern("？"))
        #expect(FoldedText(["a", "b?"]).contains(mark) && !FoldedText(["a"]).contains(mark))
    }
}

struct SearchQueryTests {
    @Test(arguments: ["", "  ", "OR", "-", "\"\"", "\"", "- \u{200B}", "“”"])
    func `nothing is asked for by blanks and signs alone`(text: String) { #expect(SearchQuery(text) == nil) }

    @Test(arguments: [
        ("low tide", true), ("tide low", true), ("\"tide low\"", false), ("\"low, tide\"", true), ("low -tide", false),
        ("high OR low", true), ("high low OR tide", false), ("low high OR tide", true), ("－high", true),
        ("-high OR tide", true), ("-low OR high", false), ("low-tide", true), ("or", false), ("\"OR\" low", false),
        ("low OR", true), ("-\"tide low\"", true), ("-low OR -tide", false),
    ])
    func `words have to be there, but for those that must not be, and one of several`(text: String, matches: Bool)
        throws
    {
        #expect(try #require(SearchQuery(text)).matches(FoldedText(["The Low Tide"])) == matches)
    }
}
