import Newspaper
import TestSupport
import Testing

@testable import Exports

struct BlockMarkupTests {
    private func markup(_ blocks: Block...) -> String {
        var writer = BlockMarkup(rank: 1, pictures: .link("Picture"))
        writer.append(blocks)
        return String(decoding: writer.text.bytes, as: UTF8.self).replacing("\n", with: "")
    }

    @Test func `spans that cut each other are written in parts`() {
        let block = Block(.paragraph, "abcdef", spans: [Span(.strong, 0..<4), Span(.emphasis, 2..<6)])
        #expect(markup(block) == "<p><strong>ab<em>cd</em></strong><em>ef</em></p>")
        let equal = Block(.paragraph, "ab", spans: [Span(.code, 0..<2), Span(.link("https://quay.example/"), 0..<2)])
        #expect(markup(equal) == "<p><a href=\"https://quay.example/\"><code>ab</code></a></p>")
    }

    @Test func `spans beyond the text and without words are left out`() {
        let block = Block(.paragraph, "ab", spans: [Span(.strong, 1..<9), Span(.code, 1..<1), Span(.emphasis, 0..<1)])
        #expect(markup(block) == "<p><em>a</em>b</p>")
    }

    @Test func `a span of several cells is one in each`() {
        let block = Block(.table, "ab\tcd\n\tef", spans: [Span(.strong, 1..<9), Span(.emphasis, 7..<9)])
        #expect(
            markup(block)
                == "<table><tr><td>a<strong>b</strong></td><td><strong>cd</strong></td></tr><tr><td></td><td><em><strong>ef</strong></em></td></tr></table>"
        )
    }

    @Test func `marks of lists are numbers, letters or words`() {
        #expect(BlockMarkup.number(of: "12.")! == (12, nil) && BlockMarkup.number(of: "c.")! == (3, "a"))
        #expect(BlockMarkup.number(of: "AB.")! == (28, "A") && BlockMarkup.number(of: "-3.")! == (-3, nil))
        for mark in ["", ".", "3", "03.", "aB.", "（1）", "abcdefg."] { #expect(BlockMarkup.number(of: mark) == nil) }
        #expect(markup(Block(.item, "One", mark: "（1）")) == "<ul class=\"plain\"><li><p>（1） One</p></li></ul>")
    }

    @Test func `lists go on in an item, and end where text comes`() {
        let list = markup(
            Block(.item, "a", mark: "•"), Block(.item, "b", level: 1, mark: "1."), Block(.item, "c", level: 1),
            Block(.item, "d", mark: "•"), Block(.paragraph, "e"), Block(.item, "f", level: 1))
        #expect(
            list
                == "<ul><li><p>a</p><ol><li value=\"1\"><p>b</p><p>c</p></li></ol></li><li><p>d</p></li></ul><p>e</p><dl><dt></dt><dd><dl><dt></dt><dd><p>f</p></dd></dl></dd></dl>"
        )
    }

    @Test func `many spans in each other take linear time`() {
        let text = String(repeating: "ab\t", count: 50_000)
        let spans = (0..<50_000).map { Span(.strong, $0 * 2..<150_000 - $0) }.filter { !$0.range.isEmpty }
        let duration = ContinuousClock().measure {
            _ = markup(Block(.paragraph, text, spans: spans))
            _ = markup(Block(.table, text, spans: spans))
            _ = markup(Block(.table, text, spans: (0..<50_000).map { Span(.code, $0 * 3..<$0 * 3 + 2) }))
        }
        #expect(duration < .seconds(20))
    }
}
