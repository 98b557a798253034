import Markup
import Newspaper
import Testing

/// What a page's own style sheets take away.
struct StyleRulesTests {
    private let rest = String(
        repeating: "<p>The boats left the quay before dawn, and the town saw them go.</p>", count: 4)

    /// Whether the words of an element are shown under a style sheet.
    private func shows(_ sheet: String, _ element: String = "<p class='a b' id=c>Lamp</p>", tag: String = "<style>")
        -> Bool
    {
        HTMLText("\(tag)\(sheet)</style>\(rest)\(element)").blocks.contains { $0.text == "Lamp" }
    }

    @Test(arguments: [
        ".a{display:none}", "#c { visibility : hidden }", "p.b{color:red;DISPLAY:NONE!important}",
        "x,.a , y{display:none}",
        "/* } */ .a{/*;*/display:none}", "<!-- .a{display:none} -->", "@media screen{.a{display:none}}",
        "@media all { i{top:0} .a{display:none} }", "@import 'x.css'; .a{display:none}",
        "@font-face{src:url('}')} .a{display:none}",
        "@layer base{.a{display:none}}", ".a{display:block}.a{display:none}", "p{display:block}.a{display:none}",
        ".a{display:none;} .a::before{display:block}", ".a{b{x:y} display:none", "#c{visibility:hidden}#c{color:red}",
    ])
    func `a rule hides what it names`(sheet: String) { #expect(!shows(sheet)) }

    @Test(arguments: [
        "@media print{.a{display:none}}", "@media print and (orientation:landscape){.a{display:none}}",
        "@media (max-width:600px){.a{display:none}}", ".js .a{display:none}", ".a:hover{display:none}",
        ".a.d{display:none}",
        "i.a{display:none}", ".a{display:none}.a{display:block}", ".a{display:none}p.a{display:block}",
        ".a{display:none}@media (min-width:600px){.b{display:block}}", ".a{display:none}div:hover .a{display:block}",
        "#c{display:block}.a{display:none}", ".a{display:none!x}", "/* .a{display:none}", ".a{content:'display:none'}",
        "@keyframes a{from{display:none}}", "body{display:none}", "html,body{visibility:hidden}", ".A{display:none}",
        "",
    ])
    func `what is shown somewhere is shown`(sheet: String) { #expect(shows(sheet)) }

    @Test func `what an element says itself comes first, and elements without attributes are hidden too`() {
        #expect(shows(".a{display:none}", "<p class=a style='display:block'>Lamp</p>"))
        #expect(!shows("aside{display:none}", "<aside>Lamp</aside>"))
        #expect(
            shows(".a{display:none}", tag: "<style media=print>")
                && !shows(".a{display:none}", tag: "<style media=screen>"))
        #expect(!shows(".x\\:y{display:none}", "<p class='x:y'>Lamp</p>"))
    }

    @Test(arguments: [
        ".text{display:none}", "p{display:none}", "div{visibility:hidden}", ".article-body{display:none}",
    ])
    func `the page's own text is not hidden, since scripts show it`(sheet: String) {
        let html = "<style>\(sheet)</style><div class='text article-body'>\(rest)</div><footer>Quay</footer>"
        #expect(HTMLText(html).blocks.count == 5)
    }

    /// In quadratic time this runs for minutes.
    @Test(arguments: [
        "{", "}", "@media x{", "a{", "a{b{", "/*", ".a,", ".a{display:none}", "'", "\\", "(", "<!--",
        ".a .b{display:block}",
    ])
    func `a hostile style sheet takes linear time`(part: String) {
        #expect(shows(String(repeating: part, count: 300_000), "<p>Lamp</p>"))
    }
}
