import TextSearch
import Testing

struct FoldedTokensTests {
    @Test(arguments: [
        ("渡轮，夜航", "渡輪夜航", 4, 4), ("The LAST ferry", "the-last　ｆｅｒｒｙ", 3, 12), ("ｶﾞｽ2026年", "ガス ２０２６年", 4, 7),
        ("café", "cafe\u{301}", 1, 4), ("", "。 -", 0, 0), ("夜boat夜", "夜 boat 夜", 3, 6),
    ])
    func `a text is its Han and its words, however they are written`(
        one: String, other: String, count: Int, letters: Int
    ) {
        let tokens = FoldedTokens(one)
        #expect(tokens == FoldedTokens(other))
        #expect(tokens.tokens.count == count && tokens.letters == letters)
    }

    @Test func `other words and another order are another text`() {
        let texts = ["a b", "ab", "b a", "ba", "夜航", "航夜", "夜", "1 2", "12", "2"]
        #expect(Set(texts.map { FoldedTokens($0).tokens }).count == texts.count)
        var tokens = FoldedTokens("fer")
        tokens.add("ry")
        #expect(tokens != FoldedTokens("ferry") && tokens == FoldedTokens("fer ry"))
    }
}
