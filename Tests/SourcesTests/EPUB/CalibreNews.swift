/// A newspaper as calibre's news recipes make it: an index, a folder for each feed with its own index, and one for each article.
enum CalibreNews {
    private static let sections = [
        ("Town &amp; Harbour", ["The tide mill turns again", "Ferry moves to winter times"]),
        ("Sport", ["Rowers win at Alder Lock"]),
    ]

    private static func bar(_ links: String) -> String {
        "<div class=\"calibre_navbar\"><hr/><p>| \(links) | </p></div>"
    }

    private static func article(_ title: String) -> String {
        """
        \(bar("<a href=\"../../index.html\">Main menu</a> | <a href=\"../index.html\">Section menu</a>"))<div class="article">\
        <h1 class="calibre4">\(title)</h1><p>By Edda Marrow</p><p>The bell rang twice on the quay.</p>\
        <p>See <a href="https://quay.example/more">more</a> and <a href="../article_0/index.html">before</a>.</p>\
        <img src="images/img1.jpg" alt="The mill at dusk"/></div>\
        <div class="calibre_navbar1"><p>This article was downloaded by <strong>calibre</strong> from \
        <a href="https://quay.example/\(title.count)">https://quay.example/\(title.count)</a></p></div>
        """
    }

    static var book: Book {
        var book = Book(isNCX: true)
        book.title = "The Quay [Fri, 20 Nov 2026]"
        book.metadata = """
            <dc:creator opf:role="aut">calibre</dc:creator><dc:publisher>calibre</dc:publisher><dc:language>en</dc:language>\
            <dc:date>2026-11-20T05:00:00+00:00</dc:date><dc:identifier id="id">uuid-20</dc:identifier>\
            <meta name="calibre:publication_type" content="periodical:newspaper:The Quay"/>
            """
        let feeds = sections.enumerated().map {
            "<li><a href=\"feed_\($0.offset)/index.html\">\($0.element.0)</a></li>"
        }
        book.documents = [("index.html", "<h1>The Quay</h1><p>Friday, 20 November</p><ul>\(feeds.joined())</ul>")]
        for (number, (name, titles)) in sections.enumerated() {
            let items = titles.enumerated().map { place, title in
                "<li><a href=\"article_\(place)/index.html\">\(title)</a><div>\(Array(repeating: "Words of it.", count: 20).joined(separator: " "))</div></li>"
            }
            let path = "feed_\(number)/"
            book.documents.append(
                (
                    path + "index.html",
                    bar("<a href=\"../index.html\">Up</a>") + "<h2>\(name)</h2><ul>\(items.joined())</ul>"
                ))
            for (place, title) in titles.enumerated() {
                book.documents.append((path + "article_\(place)/index.html", article(title)))
            }
            book.entries.append(
                Book.Entry(
                    name, path + "index.html",
                    titles.enumerated().map { Book.Entry($0.element, path + "article_\($0.offset)/index.html") }))
        }
        return book
    }
}
