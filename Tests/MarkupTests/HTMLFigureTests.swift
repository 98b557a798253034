import Markup
import Newspaper
import Testing

struct HTMLFigureTests {
    private func figures(_ html: String) -> [Block] {
        HTMLText(html, base: "https://quay.example/a/").blocks.filter { $0.kind == .figure }
    }

    private func figure(_ address: String?, _ text: String = "", description: String? = nil) -> Block {
        Block(
            .figure, text,
            illustration: Illustration(address: address.map { "https://quay.example/" + $0 }, description: description))
    }

    @Test func `pictures are figures, and split no paragraph`() {
        let blocks = HTMLText(
            "a<img src=https://quay.example/x alt=\"Boats &amp; nets\"> b<img alt=quay><IMG ALT='' SRC='?'>"
        ).blocks
        #expect(
            blocks == [
                Block(.paragraph, "a b"), figure("x", description: "Boats & nets"), figure(nil, description: "quay"),
            ])
        #expect(HTMLText("<p><img alt=x>a").blocks.map(\.kind) == [.figure, .paragraph])
    }

    @Test func `a figure has its caption`() {
        #expect(
            figures("<figure><img src=b.jpg><figcaption>The <i>quay</i></figcaption></figure>").map(\.text) == [
                "The quay"
            ])
        #expect(
            figures("<figure><a href=b.jpg><img src=b.jpg></a><p>The</p><p>quay</figure>") == [
                figure("a/b.jpg", "The quay")
            ])
        #expect(
            figures("<figure><img src=b><img src=c><figcaption>Both</figure>") == [
                figure("a/b", "Both"), figure("a/c"),
            ])
        #expect(
            HTMLText("<figure><pre>a\nb</pre><figcaption>c</figure>").blocks.map(\.kind) == [.preformatted, .paragraph])
    }

    @Test func `a caption may be a list`() {
        let html = "<figure><img src=b><figcaption><ul><li>The<li>quay</ul></figure>"
        #expect(figures(html) == [figure("a/b", "The quay")])
    }

    @Test(arguments: [
        ("<img src=data:image/gif;base64,xx data-src=/b.jpg>", "b.jpg"),
        ("<img src=/blank.gif data-original='/b.jpg'>", "b.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg 400w, /b.jpg 1200w, /m.jpg 800w'>", "b.jpg"),
        ("<img src=/s.jpg srcset='/s.jpg, /b.jpg 2x'>", "b.jpg"), ("<img data-srcset='/b.jpg 2x'>", "b.jpg"),
        ("<picture><source srcset='/b.webp 2x, /s.webp'><img alt=x></picture>", "b.webp"),
        ("<img zoomfile=/b.jpg>", "b.jpg"),
        ("<img alt=x><noscript><img src=/b.jpg></noscript>", "b.jpg"),
        ("<p><noscript><img src=/s.jpg></noscript><img data-src=/b.jpg>", "b.jpg"),
        ("<amp-img src=/b.jpg></amp-img>", "b.jpg"),
        ("<video poster=/b.jpg src=/v.mp4>no</video>", "b.jpg"), ("<video><source src=/v.mp4></video>", "v.mp4"),
    ])
    func `the address that shows most`(html: String, address: String) {
        #expect(figures(html).map { $0.illustration?.address } == ["https://quay.example/" + address])
    }

    @Test(arguments: [
        "<img width=1 height=1 src=/b.gif>", "<img style='display:none' src=/b.gif>",
        "<img height=0 width=200 src=/b.gif>",
        "<img src=data:image/gif;base64,xx>", "<img src=javascript:x>", "<iframe src=https://ads.example/></iframe>",
        "<img src=/b.jpg><noscript><img src=/b.jpg></noscript><img src=/b.jpg>",
    ])
    func `what counts readers or shows nothing is dropped, and what is there twice is there once`(html: String) {
        #expect(figures(html).count == (html.contains("noscript") ? 1 : 0))
    }

    @Test func `a picture that was saved beside its page is one, though nobody can open its address`() {
        let blocks = HTMLText("<p>a</p><img src='./x_files/b.jpg'><img src='./x_files/dot.gif'><p>c</p>").blocks
        #expect(blocks.map(\.kind) == [.paragraph, .figure, .paragraph])
    }

    @Test func `films in frames are figures`() {
        let film = figures("<iframe title=Tide src=https://www.youtube.com/embed/x>no</iframe>")
        #expect(
            film.map(\.illustration) == [Illustration(address: "https://www.youtube.com/embed/x", description: "Tide")])
    }

    @Test func `a small picture in a line is what it stands for`() {
        #expect(HTMLText("a <img width=16 src=/e.png alt='🌊'> b").blocks == [Block(.paragraph, "a 🌊 b")])
    }

    @Test(arguments: [
        "▲渡口的新桥昨天通车。", "图为两岸的人来看新桥。", "新桥夜景。路文遥 摄", "人们在堤上（受访者供图）", "Photo: Orla Fenwick", "写真＝港の朝",
    ])
    func `a line below a picture that says that it is about it is its caption`(line: String) {
        #expect(
            HTMLText("<p><img src=/b.jpg></p><p>\(line)</p><p>船明天再来。</p>", base: "https://quay.example/").blocks == [
                figure("b.jpg", line), Block(.paragraph, "船明天再来。"),
            ])
    }

    @Test func `other lines below a picture are text, and what is said of it by its element stays`() {
        #expect(HTMLText("<p><img src=/b.jpg alt=桥></p><p>船明天再来。</p>").blocks.map(\.kind) == [.figure, .paragraph])
        let named = "<figure><img src=/b.jpg alt=桥><figcaption>桥</figcaption></figure><p>▲渡口</p>"
        #expect(HTMLText(named).blocks.map(\.text) == ["桥", "▲渡口"])
        #expect(HTMLText("<p>船明天再来。</p><p>图为新桥。</p>").blocks.map(\.kind) == [.paragraph, .paragraph])
    }
}
