import Testing

@testable import Typesetting

@Suite("Setting a paragraph")
struct ParagraphTests {
    private func lines(_ text: String, _ style: ParagraphStyle) -> [String] { typeset(text, style).map(\.text) }

    @Test("a stop hangs beyond the measure, whole or half or not at all")
    func hanging() {
        let text = "春风吹过老码头，返乡的年轻人"
        #expect(lines(text, ParagraphStyle(measure: 14))[0] == "春风吹过老码头，")
        #expect(lines(text, ParagraphStyle(measure: 15, hanging: .half))[0] == "春风吹过老码头，")
        #expect(!lines(text, ParagraphStyle(measure: 14, hanging: .half))[0].hasSuffix("，"))
        #expect(typeset(text, ParagraphStyle(measure: 14, hanging: .none)).allSatisfy { $0.cells <= 14 })
        // Not after another mark.
        #expect(typeset("春风吹过老码）。返乡的年轻人", ParagraphStyle(measure: 14)).allSatisfy { $0.cells <= 15 })
    }

    @Test("two Han of indent, one cell less before an opening mark")
    func indent() {
        let style = ParagraphStyle(measure: 40, firstIndent: 4)
        #expect(lines("春风", style) == ["    春风"])
        #expect(lines("《春风》", style) == ["   《春风》"])
        #expect(lines("“春风”", style) == ["   “春风”"])
    }

    @Test("quotes have their blank on the outer side, but not at a line's edge or beside another mark")
    func quotes() {
        #expect(lines("有“春风”吹过,“好”。", ParagraphStyle(measure: 40)) == ["有 “春风” 吹过，“好”。"])
    }

    @Test("lines are stretched at words first, then at marks and between scripts, never between Han or after a number")
    func stretching() {
        func first(_ text: String, _ measure: Int) -> String {
            lines(text + "春风吹过老码头春风吹过老码头", ParagraphStyle(measure: measure, hanging: .none))[0]
        }
        #expect(first("我 go on 去看了ABCD长城", 20) == "我 go on去看了ABCD长")
        #expect(first("a bc def 去看了长城ABC", 20) == "a bc  def 去看了长城")
        #expect(first("看了GDP长城内外一百里", 20) == "看了GDP 长城内外一百")
        #expect(first("看了GDP，长城内外一百", 20) == "看了GDP， 长城内外一")
        #expect(first("路上花50分钟看了长城内", 21) == "路上花 50分钟看了长城")
        #expect(first("这天是3月5日里看了长城", 21) == "这天是 3月5日里看了长")
        #expect(first("第50分钟的时候看了长城", 21) == "第50分钟的时候看了长")
        #expect(first("用A4纸印出来的春风长城", 21) == "用A4 纸印出来的春风长")
        #expect(first("在 2026 年的春天看长城内", 24) == "在 2026 年的春天看长城内")
        #expect(first("在 2026 年的春天看长城内", 25) == "在 2026 年的春天看长城内")
        #expect(first("这里（春风）吹过了", 19) == "这里（春风） 吹过了")
        #expect(first("这里。春风吹过了老城", 19) == "这里。 春风吹过了老")
        #expect(first("这里，春风吹过了老城", 19) == "这里， 春风吹过了老")
        #expect(first("这里的春风吹过了老城", 19) == "这里的春风吹过了老")
    }

    @Test("a line takes a second blank only far from the first, and none beside a blank that it has")
    func farApart() {
        func first(_ text: String) -> String { lines(text, ParagraphStyle(measure: 34, hanging: .none))[0] }
        // Two cells are left, as no line may end with an opening bracket.
        #expect(first("春，吹过了一座老城墙和山，看一看（砚台）和山水") == "春， 吹过了一座老城墙和山， 看一看")
        #expect(first("春风吹过了，老城墙和山，也看一看（砚台）和山水") == "春风吹过了， 老城墙和山，也看一看")
        #expect(first("春风吹过老城墙和山“水”，看一看了（砚台）和山水") == "春风吹过老城墙和山 “水”，看一看了")
    }

    @Test("no last line of one character where it can be helped")
    func orphans() {
        for count in 20...80 {
            let text = String(String(repeating: "春风吹过老码头的小巷，", count: 10).prefix(count)) + "城。"
            let last = lines(text, ParagraphStyle(measure: 30, firstIndent: 4)).last!
            #expect(last.filter { $0 != "。" }.count >= 2, "\(last)")
        }
    }

    @Test("Korean is kept in words, unless a line would be far too short")
    func korean() {
        let text = "봄바람이 부는 강마을에 젊은이들이 돌아와 책방을 열었다고 마을 사람들이 전했다"
        for line in lines(text, ParagraphStyle(measure: 44)) {
            #expect(line.split(separator: " ").allSatisfy { text.split(separator: " ").contains($0) }, "\(line)")
        }
        #expect(lines("봄바람이부는강마을에젊은이들이돌아와", ParagraphStyle(measure: 12)).count == 3)
    }

    @Test("English keeps its words, and breaks at a soft hyphen, which is then shown")
    func english() {
        let text = "The old harbour woke up again this spring as young people came home to open shops."
        for width in 20...60 {
            for line in lines(text, ParagraphStyle(measure: width)) {
                #expect(line.split(separator: " ").allSatisfy { text.split(separator: " ").contains($0) }, "\(line)")
            }
        }
        #expect(
            lines("an extra\u{AD}ordinary thing", ParagraphStyle(measure: 10, alignment: .ragged))
                == ["an extra-", "ordinary", "thing"])
        #expect(
            lines("an extra\u{AD}ordinary thing", ParagraphStyle(measure: 40)) == ["an extraordinary thing"])
    }

    @Test("a word longer than the line is broken anywhere, an address after its marks")
    func longWords() {
        let word = String(repeating: "a", count: 45)
        #expect(lines(word, ParagraphStyle(measure: 20)).map(\.count) == [20, 20, 5])
        #expect(
            lines("https://www.example.com/news/today", ParagraphStyle(measure: 16))
                == ["https://", "www.example.com/", "news/today"])
    }

    @Test("verse keeps its lines; centred and right lines stand where they should")
    func lineBreaks() {
        let style = ParagraphStyle(measure: 20, indent: 2, alignment: .ragged)
        #expect(lines("春风吹过\n老码头", style) == ["春风吹过", "  老码头"])
        #expect(typeset("春\n风", style).map(\.endsParagraph) == [false, true])
        #expect(lines("春风", ParagraphStyle(measure: 20, alignment: .centred)) == ["        春风"])
        #expect(lines("春风", ParagraphStyle(measure: 20, alignment: .right)) == ["                春风"])
    }

    @Test("quotes and dashes take two cells each where the terminal draws them so")
    func ambiguous() {
        let style = ParagraphStyle(measure: 20, ambiguousIsWide: true)
        #expect(typeset("有“春风”——吹", style)[0].cells == 16)
    }

    @Test("an empty paragraph is one empty line")
    func empty() {
        #expect(typeset("", ParagraphStyle(measure: 20)) == [Line(glyphs: [], source: 0..<0, endsParagraph: true)])
        #expect(lines("", ParagraphStyle(measure: 0)) == [""])
    }
}
