import Markup
import Newspaper
import TestSupport
import Testing

struct HTMLTextTests {
    private func texts(_ html: String) -> [String] { HTMLText(html).blocks.map(\.text) }

    @Test(arguments: [
        ("High at noon.", ["High at noon."]),
        ("<p>High</p><p>Low</p>", ["High", "Low"]),
        ("<p>High<p>Low", ["High", "Low"]),
        ("High<br>Low<BR/>Slack", ["High", "Low", "Slack"]),
        ("<div>a <b>bold</b><i>er</i>\n\t tide </div>", ["a bolder tide"]),
        ("<ul><li>one<li>two<ul><li>three</ul></ul>four", ["one", "two", "three", "four"]),
        (
            "<table><tr><td>noon</td><td>high</td></tr><tr><td>six</td><td>low</td></tr></table>",
            ["noon high", "six low"]
        ),
        ("<pre>let a = 1\n  let b</pre>after\nit", ["let a = 1", "let b", "after it"]),
        ("a<script>if (1 < 2) { x() }</script>b<style>p > q {}</style>c", ["abc"]),
        ("a<!-- <p>no</p> -->b<!DOCTYPE html><?php echo ?>c", ["abc"]),
        ("a<![CDATA[<b>x</b> &amp; y]]>b", ["a<b>x</b> &amp; yb"]),
        ("<p>a <![CDATA[b]]> c <![CDATA[ d\n\n e ]]>f</p>", ["a b c d e f"]),
        ("<pre>a\n<![CDATA[ b\n  c]]></pre>", ["a", "b", "c"]),
        ("5 < 6 and <b>7</b> > 6, </ 3", ["5 < 6 and 7 > 6, </ 3"]),
        ("<a title='a > b' href=x>link</a>", ["link"]),
        ("last <p class=\"unclosed", ["last <p class=\"unclosed"]),
        ("&amp;&lt;b&gt; &mdash;&#8212;&#x2014;&#150; &nosuch; &; AT&T & co", ["&<b> ———– &nosuch; &; AT&T & co"]),
        ("&amp;ldquo;tide&amp;rdquo; &amp;lt;b&amp;gt; &amp;#8212; &amp;amp;", ["“tide” &lt;b&gt; — &amp;"]),
        ("&#0;&#27;[31m&#x202E;&#xD800;&#99999999;x", ["&#xD800;&#99999999;x"]),
        ("", []), (" \n<p> </p><br>", []),
    ])
    func `tags go and text stays`(html: String, blocks: [String]) {
        #expect(texts(html) == blocks)
    }

    @Test func `the addresses behind words, as far as they can be opened`() {
        let html = """
            <a href="https://quay.example/tide?a=1&amp;b=2">Tide</a> <A class=x HREF='http://quay.example/灯 1'>Lamp</A>
            <a href=javascript:alert(1)>x</a><a href="/tide">y</a><a>z</a><link href="https://quay.example/css">
            """
        #expect(HTMLText(html).links == ["https://quay.example/tide?a=1&b=2", "http://quay.example/灯 1"])
    }

    @Test func `an address in the same place leads on from the page's own`() {
        let html = "<a href='/pier'>Pier</a><a href='//boat.example'>Boat</a><a href='#top'>Top</a>"
        #expect(
            HTMLText(html, base: "https://quay.example/a").links == [
                "https://quay.example/pier", "https://boat.example",
            ])
        #expect(HTMLText(html).links == [])
    }

    @Test func `headings are crossheads`() {
        #expect(
            HTMLText("<h2>Tides</h2><p>High</p><h3>Low<p>x").blocks == [
                Block(.crosshead, "Tides"), Block(.paragraph, "High"), Block(.crosshead, "Low"), Block(.paragraph, "x"),
            ])
        #expect(HTMLText("<h2>Tides</h2>High").blocks.map(\.kind) == [.crosshead, .paragraph])
        #expect(HTMLText("<hr>x<header>y").blocks.allSatisfy { $0.kind == .paragraph })
    }

    @Test func `what pictures are said to show is kept`() {
        let html = HTMLText("a<img src=x alt=\"Boats &amp; nets\"> <IMG ALT='' src=y><img alt=quay>b")
        #expect(html.descriptions == ["Boats & nets", "quay"])
        #expect(html.blocks.map(\.text) == ["a b"])
    }

    @Test(arguments: [
        ("Tides &mdash; <b>high</b>", "Tides — high"), ("5<6 & vector<int>", "5<6 & vector<int>"),
        ("The <b> tag", "The <b> tag"), ("a<br>b", "a b"), ("&amp;ldquo;Tide&amp;rdquo;", "“Tide”"), ("A&B", "A&B"),
        ("if a < b <em>c</em>", "if a < b c"),
    ])
    func `a headline may be HTML or not`(text: String, plain: String) {
        #expect(HTMLText.line(text) == plain)
    }

    @Test func `a soft hyphen stays, whether the headline is HTML or not`() {
        for text in ["extra\u{AD}ordinary", "extra&shy;ordinary", "extra&shy;<b>ordinary</b>"] {
            #expect(HTMLText.line(text) == "extra\u{AD}ordinary")
        }
    }

    @Test(arguments: [
        "<a ", "<a href=\"", "<!--", "<![CDATA[", "<script>", "<", "&", "&amp;", "</", "<pre>", "<a <a>", "<b>x",
    ])
    func `hostile HTML takes linear time`(part: String) {
        let html = String(repeating: part, count: 100_000)
        let duration = ContinuousClock().measure {
            _ = HTMLText(html)
            _ = HTMLText.line(html)
            _ = HTMLText.line(html + ">")
        }
        #expect(duration < .seconds(10))
    }

    @Test func `random markup keeps every letter that is no markup`() {
        var random = Seeded(seed: 11)
        let parts = [
            "<p>", "</p>", "<b>", "</b>", "<br/>", "<li>", "<td>", "<h2>", "</h2>", " ", "\n", "<img src='q'>",
            "<!-- n -->",
        ]
        for _ in 0..<300 {
            var (html, letters) = ("", "")
            for _ in 0..<40 {
                if Bool.random(using: &random) {
                    html += parts.randomElement(using: &random)!
                } else {
                    let letter = "abcdefg潮汐".randomElement(using: &random)!
                    html.append(letter)
                    letters.append(letter)
                }
            }
            #expect(texts(html).joined().filter { $0 != " " } == letters)
        }
    }
}
