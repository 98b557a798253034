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
