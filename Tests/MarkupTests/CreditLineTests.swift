import Markup
import Testing

/// Who wrote an article, and who took its pictures.
struct CreditLineTests {
    private let text = String(
        repeating:
            "<p>The boats left the quay before dawn, and the town, which had slept, saw them go, one by one.</p>",
        count: 8)

    private func page(_ before: String, head: String = "") -> SavedPage {
        SavedPage(
            Array(
                "<html><head><title>Boats leave</title>\(head)</head><body><article><h1>Boats leave</h1>\(before)\(text)</article>"
                    .utf8))
    }

    @Test(arguments: [
        ("By Tom Field, Photographs by Ida Brook", ["Tom Field"], ["Ida Brook"]),
        ("By Tom Field and Ada Mill | Photos: Ida Brook", ["Tom Field", "Ada Mill"], ["Ida Brook"]),
        ("Words by Tom Field; photography by Ida Brook", ["Tom Field"], ["Ida Brook"]),
        ("Text: Tom Field, Fotos: Ida Brook", ["Tom Field"], ["Ida Brook"]),
        ("Ida Brook, photographer", [], ["Ida Brook"]), ("Photo: Ida Brook", [], ["Ida Brook"]),
        ("Photograph by Ida Brook", [], ["Ida Brook"]), ("Illustration by Ida Brook", [], ["Ida Brook"]),
        ("Text and photos: Ida Brook", ["Ida Brook"], ["Ida Brook"]),
        ("文/何嘉 图/林书远", ["何嘉"], ["林书远"]), ("文/图 何嘉", ["何嘉"], ["何嘉"]), ("何嘉 文/图", ["何嘉"], ["何嘉"]),
        ("记者 何嘉 摄影 林书远", ["何嘉"], ["林书远"]), ("何嘉 文 林书远 摄", ["何嘉"], ["林书远"]),
        ("摄影：林书远", [], ["林书远"]), ("林书远摄", [], ["林书远"]), ("本报记者 何嘉 摄影报道", ["何嘉"], ["何嘉"]),
        // Names that such words are parts of.
        ("By Grace Photos", ["Grace Photos"], []), ("By Tom Graphic and Ada Image", ["Tom Graphic", "Ada Image"], []),
        ("何文图", ["何文图"], []), ("文远航 图雅", ["文远航", "图雅"], []),
    ])
    func `a line of credits is told apart`(line: String, authors: [String], photographers: [String]) {
        let page = page("", head: "<meta name=author content='\(line)'>")
        #expect(page.authors == authors)
        if !authors.isEmpty { #expect(page.photographers == photographers) }
    }

    @Test(arguments: [
        "<p class=byline>Photo: Ida Brook</p>", "<p class='photo-author'>Ida Brook</p>",
        "<figure><img src=a.jpg><figcaption>Boats. <span itemprop=author>Ida Brook</span></figcaption></figure>",
        "<div itemscope itemtype='https://schema.org/ImageObject'><span itemprop=author>Ida Brook</span></div>",
        "<div class=author>摄影：林书远</div>",
    ])
    func `who took a picture is no author`(credit: String) {
        #expect(page(credit).authors.isEmpty && page(credit).byline == nil)
        let both = page(credit + "<p class=byline>By Tom Field</p>")
        #expect(both.authors == ["Tom Field"] && both.byline == "By Tom Field")
    }

    @Test func `a photographer among the authors that a script names is none`() {
        let data = """
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats leave","author":[{"name":"Ida Brook",\
            "jobTitle":"Staff photographer"},{"name":"Tom Field","jobTitle":"Photo editor"},"Photo: Ada Mill"]}</script>
            """
        #expect(page("", head: data).authors == ["Tom Field"])
    }
}
