import Testing

@testable import Fetching

struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.255.0.1", "127.9.9.9", "100.64.0.1", "100.127.255.255", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.168.0.1", "192.0.0.8", "224.0.0.1", "255.255.255.255", "127.1", "0x7f000001",
        "017700000001",
        "::", "::1", "[::1]", "fe80::1%eth0", "fec0::1", "fc00::1", "fdff::1", "ff02::1", "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::",
    ])
    func `private addresses are known`(text: String) { #expect(NetworkAddress(text)?.isPrivate == true) }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1",
        "192.0.2.1", "198.18.0.5", "223.255.255.255", "2001:db8::1", "2606:4700::1", "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
        "2002:101:101::",
    ])
    func `others are public`(text: String) { #expect(NetworkAddress(text)?.isPrivate == false) }

    @Test(arguments: ["harbour.example", "", "1.2.3.4.5", "::g", "[::1", "1.2.3.256"])
    func `a name is no number`(text: String) { #expect(NetworkAddress(text) == nil) }

    @Test func `an address has parts`() throws {
        let address = try #require(WebAddress("HTTPS://ada:p%40@Harbour.Example:8443/a?b=@c#top"))
        #expect(address.text == "https://Harbour.Example:8443/a?b=@c")
        #expect(address.host == "harbour.example" && address.port == 8443 && address.isSecure)
        #expect(address.login == .init(user: "ada", password: "p@"))
        let six = try #require(WebAddress("http://[2001:db8::1]:81"))
        #expect(six.host == "[2001:db8::1]" && six.port == 81)
        #expect(WebAddress("http://a.example?b")?.host == "a.example")
        #expect(WebAddress("http://a.example:/")?.port == 80)
    }

    @Test func `a login goes from http to https of the same host, and nowhere else`() throws {
        let origin = try #require(WebAddress("http://a.example/"))
        for (other, isTrusted) in [
            ("https://a.example/x", true), ("http://a.example:80/x", true), ("http://a.example:81/", false),
            ("https://a.example:8443/", false), ("http://b.example/", false), ("http://a.example.b.example/", false),
        ] {
            #expect(WebAddress(other)?.isTrusted(withWhatIsFor: origin) == isTrusted)
        }
        let secure = try #require(WebAddress("https://a.example/"))
        #expect(!origin.isTrusted(withWhatIsFor: secure))
    }

    @Test(
        arguments: [
            ("http://砚浦.example/早报?a=早", "http://xn--s0w51u.example/%E6%97%A9%E6%8A%A5?a=%E6%97%A9"),
            ("http://Bücher.example:81", "http://xn--bcher-kva.example:81"),
            ("http://a。b。example/", "http://a.b.example/"),
            ("https://ada@例子。测试/", "https://xn--fsqu00a.xn--0zwm56d/"), ("http://a%7A.example/", "http://az.example/"),
            ("http://ليهمابتكلموشعربي؟/", nil), ("http://ليهمابتكلموشعربي/", "http://xn--mgbcah9ar9a4efegftvvn/"),
            ("http://a%2Fb.example/", nil), ("http://a%00b/", nil), ("http://%FF/", nil), ("http://a b/", nil),
            ("http://\(String(repeating: "早", count: 300))/", nil), ("http://👩.example/", nil),
        ] as [(String, String?)])
    func `a host's name may be in any script`(address: String, text: String?) {
        #expect(WebAddress(address)?.text == text)
    }
}
