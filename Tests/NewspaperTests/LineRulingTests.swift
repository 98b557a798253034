import Newspaper
import Testing

struct LineRulingTests {
    @Test func `every ruling is found by its name, and no two have the same`() {
        #expect(LineRuling.all.count == LineKind.allCases.count + 2)
        for ruling in LineRuling.all { #expect(LineRuling(named: ruling.name) == ruling) }
        #expect(Set(LineRuling.all.map(\.name)).count == LineRuling.all.count)
        #expect(LineRuling(named: "Headline") == nil && LineRuling(named: "") == nil)
    }

    @Test func `words are the same whatever their width, case, spacing and punctuation are`() {
        let words = FoldedWords("澜河日报 Page 3")
        #expect(words == FoldedWords("澜 河 日 报　ＰＡＧＥ３。"))
        #expect(words != FoldedWords("澜河日报 Page 4"))
        #expect(FoldedWords("澜河日报", atMost: 2) == FoldedWords("澜河晚报", atMost: 2))
        #expect(words.name.utf8.count == 13)
    }

    @Test func `of what has no letters every mark counts`() {
        #expect(FoldedWords("——") != FoldedWords("***") && FoldedWords("* *") == FoldedWords("**"))
        #expect(FoldedWords("") == FoldedWords(" \u{3000}"))
    }
}
