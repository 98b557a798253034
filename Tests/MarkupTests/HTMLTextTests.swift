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
        ("High<br><br/>Low", ["High", "Low"]),
        ("<div>a <b>bold</b><i>er</i>\n\t tide </div>", ["a bolder tide"]),
        ("<div>Bare<p>High</p>bare</div>", ["Bare", "High", "bare"]),
        ("<ul><li>one<li>two<ul><li>three</ul></ul>four", ["one", "two", "three", "four"]),
        ("a<script>if (1 < 2) { x() }</script>b<style>p > q {}</style>c", ["abc"]),
        ("a<!-- <p>no</p> -->b<!DOCTYPE html><?php echo ?>c", ["abc"]),
        ("a<!-->b<!--->c", ["abc"]),
        ("a<![CDATA[<b>x</b> &amp; y]]>b", ["a<b>x</b> &amp; yb"]),
        ("<p>a <![CDATA[b]]> c <![CDATA[ d\n\n e ]]>f</p>", ["a b c d e f"]),
        ("5 < 6 and <b>7</b> > 6, </ 3", ["5 < 6 and 7 > 6, </ 3"]),
        ("<a title='a > b' href=x>link</a>", ["link"]),
        ("last <p class=\"unclosed", ["last"]), ("last</deta", ["last"]), ("last<source srcset=/a, /b 2x", ["last"]),
        ("of a<b and more", ["of a<b and more"]),
        ("<p><a href=\"/x>one</a><p>two", ["one", "two"]),
        ("a<!-- unclosed", ["a unclosed"]),
        ("a<svg><title>no</title><text>no</text></svg>b<button>no</button>c", ["abc"]),
        ("<textarea>no</textarea><select><option>no</select>a<template>no</template>", ["a"]),
        ("a<b hidden>no</b><i style='DISPLAY : none'>no</i><i style=visibility:hidden>no</i>b", ["ab"]),
        ("a<span aria-hidden=true>no</span><span class='x sr-only'>no</span>b", ["ab"]),
        ("five <del>four</del><ins>six</ins>", ["five six"]),
        ("<ul><li><del>done</del><li>open</ul>", ["done", "open"]),
        ("a<dialog>no</dialog>b<p inert>no</p><div style='position:absolute;left:-9999px'>no</div>", ["ab"]),
        ("<dialog open>a</dialog>", ["a"]),
        ("<h2>High<a href=#high>¶</a></h2>", ["High"]),
        ("<p>&emsp;&emsp;潮水&ensp;</p>", ["潮水"]),
        ("", []), (" \n<p> </p><br>", []),
    ])
    func `tags go and text stays`(html: String, blocks: [String]) {
        #expect(texts(html) == blocks)
    }

    @Test(arguments: [
        ("&amp;&lt;b&gt; &mdash;&#8212;&#x2014;&#150; &nosuch; &; AT&T & co", "&<b> ———– &nosuch; &; AT&T & co"),
        ("&amp;ldquo;tide&amp;rdquo; &amp;lt;b&amp;gt; &amp;#8212; &amp;amp;", "“tide” &lt;b&gt; — &amp;"),
        ("&#27;[31m&#x202E;&#x200B;&#7;x", "x"), ("&#xD800;&#99999999;x", "\u{FFFD}\u{FFFD}x"), ("a\0b", "ab"),
        ("extra&shy;ordinary", "extra\u{AD}ordinary"),
    ])
    func `references are resolved once, and what they spell passes the sanitizer`(html: String, text: String) {
        #expect(texts(html) == [text])
    }

    @Test(arguments: [
        ("潮水\n上涨", "潮水上涨"), ("潮水 \n\t 上涨", "潮水上涨"), ("潮水 上涨", "潮水 上涨"), ("tide\n上涨", "tide 上涨"), ("上涨，\n潮水", "上涨，潮水"),
        ("<b>潮</b>\n<i>水</i>", "潮水"), ("　　潮水　", "潮水"), ("&nbsp;&nbsp;潮水", "潮水"), ("a&nbsp;b", "a\u{A0}b"),
        ("a <b> b</b> c", "a b c"),
    ])
    func `white space is as a browser shows it, but for indents`(html: String, text: String) {
        #expect(texts(html) == [text])
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

    @Test func `a page says what language it is in`() {
        #expect(HTMLText("<!DOCTYPE html><html lang=zh-Hant><p>潮").language == "zh-Hant")
        #expect(HTMLText("text <html lang=ja>").language == "ja")
        #expect(HTMLText("<p lang=en>x").language == nil)
    }

    @Test func `random markup keeps every letter that is no markup`() {
        var random = Seeded(seed: 11)
        let parts = [
            "<p>", "</p>", "<b>", "</b>", "<br/>", "<li>", "<td>", "<h2>", "</h2>", " ", "\n", "<img src='q'>",
            "<!-- n -->", "<table>", "</table>", "<a href=q>", "</a>", "<pre>", "</pre>", "<blockquote>", "</ul>",
            "<font>",
            "</font>", "<picture>",
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
            // What stands between a table's cells comes before it.
            #expect(texts(html).joined().filter { !$0.isWhitespace }.sorted() == letters.sorted(), "\(html)")
        }
    }
}
