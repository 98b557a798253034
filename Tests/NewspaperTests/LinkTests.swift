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
        ("https://渡口.example/a。", ["https://%E6%B8%A1%E5%8F%A3.example/a"]), ("https://后面没有", []),
    ])
    func `Han belongs to an address in quotes or brackets, and to a host's name`(text: String, addresses: [String]) {
        #expect(Link.all(in: text).map(\.address) == addresses)
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
}
