import Newspaper
import Testing

/// Addresses in a text. `SharingTests` has what the reader does with them.
struct LinkTests {
    @Test(arguments: [
        ("(http://a.example/b_(c)) (see [www.d.example]).", ["http://a.example/b_(c)", "https://www.d.example"]),
        ("http://a.example/)))(( http://[::1]/x]", ["http://a.example/", "http://[::1]/x"]),
        ("http://-no www.b.example", ["https://www.b.example"]),
        ("http://.http://a.example", ["http://a.example"]),
        ("mailto:a@b.example, c@d.example.", ["mailto:a@b.example", "mailto:c@d.example"]),
    ])
    func `an address ends where its sentence goes on`(text: String, addresses: [String]) {
        #expect(Link.all(in: text).map(\.address) == addresses)
    }

    @Test(arguments: [
        (
            "见“http://a.example/镇/渡口”和（https://a.example/?q=船）。",
            ["http://a.example/%E9%95%87/%E6%B8%A1%E5%8F%A3", "https://a.example/?q=%E8%88%B9"]
        ),
        // The sentence goes on, in quotes or without.
        ("“http://a.example是网址”", ["http://a.example"]), ("“http://a.example/路，后来”", ["http://a.example/"]),
        ("“http://a.example/路", ["http://a.example/"]), ("到http://a.example/报名。", ["http://a.example/"]),
        ("https://渡口.example/a。", ["https://xn--6orp42d.example/a"]), ("https://后面没有", []),
    ])
    func `Han belongs to an address in quotes or brackets, and to a host's name`(text: String, addresses: [String]) {
        #expect(Link.all(in: text).map(\.address) == addresses)
    }

    @Test(arguments: [
        ("见https://a.example/q?x={id}|full#a。", ["https://a.example/q?x=%7Bid%7D%7Cfull#a"]),
        (
            "{https://a.example/x} |http://a.example/|http://b.example/y|",
            ["https://a.example/x", "http://a.example/", "http://b.example/y"]
        ),
        ("http://a.example|b", ["http://a.example"]),
    ])
    func `braces and bars in a path belong to the address, and are encoded`(text: String, addresses: [String]) {
        #expect(Link.all(in: text).map(\.address) == addresses)
    }

    @Test(arguments: [
        ("见https://a.example/船/一.html 。", ["https://a.example/%E8%88%B9/%E4%B8%80.html"]),
        ("网址https://渡口.example/船\u{3000}完", ["https://xn--6orp42d.example/%E8%88%B9"]),
        ("到http://a.example/报名，再 来", ["http://a.example/"]),
        ("“http://a.example/报名 处”", ["http://a.example/"]),
    ])
    func `white space ends a path beyond ASCII`(text: String, addresses: [String]) {
        #expect(Link.all(in: text).map(\.address) == addresses)
    }

    @Test(arguments: [
        ("https://渡口.测试/a，", "https://渡口.测试/a"), ("https://渡口.测试。", "https://渡口.测试"),
        ("见https://www.渡口.example/a。", "https://www.渡口.example/a"), ("www.渡口.example，", "https://www.渡口.example"),
        ("https://渡口.在线:8080/b。", "https://渡口.在线:8080/b"), ("https://münchen.example/", "https://münchen.example/"),
        ("http://a.example.后来他们", "http://a.example"), ("http://a.example是网址.b", "http://a.example"),
    ])
    func `a host has a name in any script`(text: String, address: String) {
        #expect(Link.all(in: text) == [Link(address)])
    }

    @Test(arguments: [
        ("mailto:a@b.example?subject=a b", "mailto:a@b.example?subject=a%20b"), ("mailto:a b@c.example", nil),
    ])
    func `blanks in what a letter is to say are encoded`(text: String, address: String?) {
        #expect(Link(text)?.address == address)
    }

    @Test(arguments: [
        ("/tide", "https://a.example/tide"), ("//b.example/x", "https://b.example/x"),
        ("tide?x#y", "https://a.example/news/tide?x#y"),
        ("?page=2", "https://a.example/news/1.html?page=2"), ("../a/./b/../c d", "https://a.example/a/c%20d"),
        ("../../..", "https://a.example/"), ("http://c.example/", "http://c.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#top", nil), ("javascript:alert(1)", nil), ("file:///etc", nil), ("", "https://a.example/news/"),
    ])
    func `a reference leads on from the address of its page`(reference: String, address: String?) {
        #expect(Link(reference, from: "https://a.example/news/1.html?day=3#x")?.address == address)
        #expect(
            Link(reference, from: nil) == (reference.hasPrefix("//") ? Link("https:" + reference) : Link(reference)))
    }

    @Test(arguments: [
        ("https://a.example/a|b{c} d", "https://a.example/a%7Cb%7Bc%7D%20d"),
        ("https://a.example/路?q=船#:~:text=灯", "https://a.example/%E8%B7%AF?q=%E8%88%B9#:~:text=%E7%81%AF"),
        ("https://a.example/%E8%B7%AF", "https://a.example/%E8%B7%AF"),
        ("https://a.example/a[1]~b!c$d*e,f;g@h", "https://a.example/a[1]~b!c$d*e,f;g@h"),
        ("https://a.example/\"<>\\^`", "https://a.example/%22%3C%3E%5C%5E%60"),
    ])
    func `what an address cannot hold is encoded`(text: String, address: String) {
        #expect(Link(text)?.address == address)
    }

    @Test(arguments: [
        "https://a.example\\@b.example/", "https://a b.example/", "https://a.example|b/x", "https://a.example/a\nb",
    ])
    func `nothing is encoded where the host is named`(text: String) { #expect(Link(text) == nil) }

    @Test func `in an address that is too long, no other is looked for`() {
        let long = "http://a.example/" + String(repeating: "x", count: 3000) + "/http://b.example"
        #expect(Link.all(in: "\(long) www.c.example").map(\.address) == ["https://www.c.example"])
    }

    /// In quadratic time this runs for minutes.
    @Test(arguments: [
        "http://", "http://a", "www.a", "http://a(", "mailto:a", "a@b", "@", ":", "http://.", "http://[", "w",
    ])
    func `a long text without white space takes linear time`(part: String) {
        _ = Link.all(in: String(repeating: part, count: 1_000_000))
    }

    @Test(arguments: [")", "]", "(", "."]) func `brackets behind an address take linear time`(mark: String) {
        let text = "http://a.example/" + String(repeating: mark, count: 1_000_000)
        #expect(Link.all(in: text).map(\.address) == ["http://a.example/"])
    }

    @Test(arguments: [
        ("http://例子.测试/路径?q=值", "http://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF%E5%BE%84?q=%E5%80%BC", "http://例子.测试/路径?q=值"),
        (
            "https://Bücher.example:8080/straße", "https://xn--bcher-kva.example:8080/stra%C3%9Fe",
            "https://bücher.example:8080/straße"
        ),
        ("https://ada@例子。测试", "https://ada@xn--fsqu00a.xn--0zwm56d", "https://ada@例子.测试"),
        ("https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/", "https://bücher.example/"),
        ("http://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF", "http://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF", "http://例子.测试/路"),
        ("http://пример.испытание/", "http://xn--e1afmkfd.xn--80akhbyknj4f/", "http://пример.испытание/"),
        ("mailto:ada@例子.测试", "mailto:ada@%E4%BE%8B%E5%AD%90.%E6%B5%8B%E8%AF%95", "mailto:ada@例子.测试"),
    ])
    func `an international name is opened in ASCII and shown in its own letters`(
        text: String, address: String, shown: String
    ) {
        #expect(Link(text)?.address == address)
        #expect(Link(text)?.shown == shown)
        // What is shown leads there too.
        #expect(Link(shown)?.address == address)
    }

    @Test(arguments: [
        // Cyrillic that looks like Latin, letters of two scripts, and what is no such name.
        "https://xn--80ak6aa92e.example/", "https://xn--e-7sb6b.example/", "https://xn--.example/",
        "https://xn--99999999999.example/",
        // A slash, a blank, a break, what cannot be seen, half a character.
        "https://a.example/%2F%20%0A%E2%80%8B%EF%B8%8F%E8%B7/%41", "https://a.example/100%", "https://a.example/%C3",
    ])
    func `what could be taken for another address is shown encoded`(text: String) {
        #expect(Link(text)?.shown == text && Link(text)?.address == text)
    }
}
