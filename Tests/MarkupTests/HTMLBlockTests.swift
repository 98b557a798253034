import Markup
import Newspaper
import TestSupport
import Testing

struct HTMLBlockTests {
    private func blocks(_ html: String, base: String? = nil) -> [Block] { HTMLText(html, base: base).blocks }

    @Test func `headings are crossheads with their rank, where there are several`() {
        #expect(
            blocks("<h2>Tides</h2><p>High</p><h4>Low<p>x") == [
                Block(.crosshead, "Tides", level: 1), Block(.paragraph, "High"), Block(.crosshead, "Low", level: 2),
                Block(.paragraph, "x"),
            ])
        #expect(
            blocks("<h3>Tides<br>of <b>noon</b></h3>High") == [
                Block(.crosshead, "Tides of noon"), Block(.paragraph, "High"),
            ])
        #expect(blocks("<hr>x<header>y").allSatisfy { $0.kind == .paragraph })
    }

    @Test func `quotations stand in each other`() {
        #expect(
            blocks("a<blockquote><p>b<p>c<blockquote>d</blockquote></blockquote>e") == [
                Block(.paragraph, "a"), Block(.quotation, "b"), Block(.quotation, "c"),
                Block(.quotation, "d", level: 1),
                Block(.paragraph, "e"),
            ])
    }

    @Test func `items have marks, and go on without one`() {
        #expect(
            blocks("<ul><li>a<p>b</p><ul><li>c<ul><li>d</ul></ul><li><blockquote>e</blockquote></ul>") == [
                Block(.item, "a", mark: "•"), Block(.item, "b"), Block(.item, "c", level: 1, mark: "◦"),
                Block(.item, "d", level: 2, mark: "▪"), Block(.quotation, "e", level: 1),
            ])
        #expect(
            blocks("<dl><dt>Tide<dd>rises<dd>falls<dt>Quay<dd>stays</dl>") == [
                Block(.item, "Tide", mark: "•"), Block(.item, "rises"), Block(.item, "falls"),
                Block(.item, "Quay", mark: "•"),
                Block(.item, "stays"),
            ])
    }

    @Test(arguments: [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]), ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3.", "7.", "8."]),
        ("<ol type=a start=26><li>a<li>b</ol>", ["z.", "aa."]),
        ("<ol type=I start=1994><li>a<li>b</ol>", ["MCMXCIV.", "MCMXCV."]),
        ("<ol reversed><li>a<ol><li>x</ol><li>b</ol>", ["2.", "1.", "1."]),
        ("<ol start=9223372036854775807><li>a<li>b", ["9223372036854775807.", "9223372036854775807."]),
        ("<ol type=i><li value=0>a</ol>", ["0."]), ("<li>a", ["•"]),
    ])
    func `numbered lists count as they say`(html: String, marks: [String]) {
        #expect(blocks(html).compactMap(\.mark) == marks)
    }

    @Test func `preformatted text keeps its lines and spaces`() {
        #expect(
            blocks("<pre>\nlet a = 1\n  let <b>b</b>\n\n</pre>after\nit") == [
                Block(.preformatted, "let a = 1\n  let b", spans: [Span(.strong, 16..<17)]),
                Block(.paragraph, "after it"),
            ])
        #expect(blocks("<pre><code>a<br>b</code></pre>") == [Block(.preformatted, "a\nb")])
    }

    @Test func `tables of figures are rows of cells`() {
        let table = """
            <table><caption>Tides</caption><thead><tr><th>hour<th>state</thead><tr><td>noon<td><p>high</p><tr><td colspan=2>six<td>low
            <tr><td><td>slack</table>
            """
        #expect(
            blocks(table) == [
                Block(.paragraph, "Tides"), Block(.table, "hour\tstate\nnoon\thigh\nsix\t\tlow\n\tslack"),
            ])
    }

    @Test func `beside a cell that is as high as several rows the others keep their columns`() {
        let table = """
            <table><tr><td rowspan=2>5<td>6:12<td>12:20<tr><td>18:38<td>0:51<tr><td>6<td rowspan=99 colspan=2>none<tr><td>7
            <tr><td>8<td>x</table><table><tr><td>a<td>b</table>
            """
        #expect(
            blocks(table).map(\.text) == [
                "5\t6:12\t12:20\n\t18:38\t0:51\n6\tnone\n7\n8\t\t\tx", "a\tb",
            ])
    }

    @Test func `a note's arrow back to the text is left out`() {
        #expect(blocks("<p>See 2 <a href='#ref1'> ↩︎ </a></p>").map(\.text) == ["See 2"])
        #expect(blocks("<p>See <a href='#ref1'>above</a> <a href=/x>^</a></p>").map(\.text) == ["See above ^"])
    }

    @Test func `tables that lay out a page are no tables`() {
        #expect(blocks("<table><tr><td>a<tr><td>b</table>") == [Block(.paragraph, "a"), Block(.paragraph, "b")])
        #expect(
            blocks("<table><tr><td><h2>a</h2><td><ul><li>b</ul></table>") == [
                Block(.crosshead, "a"), Block(.item, "b", mark: "•"),
            ])
        #expect(blocks("<table role=presentation><tr><td>a<td>b</table>").map(\.kind) == [.paragraph, .paragraph])
    }

    @Test func `spans are where their words are`() {
        #expect(
            blocks("<p>a <b>b <i>c</i></b> <code> d</code><br><kbd>e</kbd></p>") == [
                Block(
                    .paragraph, "a b c d", spans: [Span(.strong, 2..<5), Span(.emphasis, 4..<5), Span(.code, 6..<7)]),
                Block(.paragraph, "e", spans: [Span(.code, 0..<1)]),
            ])
        #expect(
            blocks("<b>a<p>b</b>c") == [
                Block(.paragraph, "a", spans: [Span(.strong, 0..<1)]),
                Block(.paragraph, "bc", spans: [Span(.strong, 0..<1)]),
            ])
    }

    @Test func `a span of blanks at an end is none`() {
        #expect(blocks("<p>a<b>&nbsp;</b><i>　</i></p>") == [Block(.paragraph, "a")])
        #expect(blocks("<p><b>　</b>a<i> &nbsp;b &nbsp;</i></p>").first?.spans == [Span(.emphasis, 2..<5)])
    }

    @Test func `links lead to what can be opened`() {
        let html = """
            <a href="https://quay.example/tide?a=1&amp;b=2">Tide</a> <A class=x HREF='http://quay.example/灯 1'>Lamp</A>
            <a href=javascript:alert(1)>x</a><a href="/tide">y</a><a>z</a><a href="https://quay.example/"></a>
            """
        let addresses = ["https://quay.example/tide?a=1&b=2", "http://quay.example/%E7%81%AF%201"]
        #expect(blocks(html).flatMap(\.links).map(\.address) == addresses)
        let relative = "<a href='/pier'>Pier</a><a href='//boat.example'>Boat</a><a href='#top'>Top</a>"
        #expect(
            blocks(relative, base: "https://quay.example/a").flatMap(\.links).map(\.address) == [
                "https://quay.example/pier", "https://boat.example",
            ])
        #expect(
            blocks("<base href='/b/'>" + relative + "<a href=c>c</a>", base: "https://quay.example/a").flatMap(\.links)
                .last?.address
                == "https://quay.example/b/c")
    }

    @Test(arguments: [
        ("H<sub>2</sub>O", "H₂O"), ("x<sup>n+1</sup>", "xⁿ⁺¹"), ("the 5<sup>th</sup>", "the 5th"),
        ("tide<sup><a href='#n'>[1]</a></sup>", "tide¹"), ("<ruby>潮<rt>しお</rt></ruby>", "潮（しお）"),
        ("<ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>", "潮(しお)"), ("<q>tide <q>high</q></q>", "“tide ‘high’”"),
        ("<ruby><rb>潮</rb><rb>汐</rb><rt>ちょう</rt><rt>せき</rt></ruby>", "潮汐（ちょうせき）"),
        ("<ruby><rb>潮</rb><rb>汐</rb><rp>(</rp><rt>ちょう</rt><rt>せき</rt><rp>)</rp></ruby>", "潮汐(ちょうせき)"),
        ("<p lang=ja><q>潮<q>汐</q></q>", "「潮『汐』」"), ("<p lang=zh-TW><q>潮</q></p>", "「潮」"),
        ("<p lang=zh-CN><q>潮</q></p>", "“潮”"),
        ("ti<wbr>de", "tide"),
    ])
    func `small text, readings and quotations are written out`(html: String, text: String) {
        #expect(blocks(html).map(\.text) == [text])
    }

    @Test func `a raised number may be a link`() {
        #expect(
            blocks("a<sup><a href='https://quay.example/'>1</a></sup> b") == [
                Block(.paragraph, "a¹ b", spans: [Span(.link("https://quay.example/"), 1..<3)])
            ])
    }
}
