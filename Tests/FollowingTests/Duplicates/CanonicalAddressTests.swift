import TestSupport
import Testing

@testable import Following

struct CanonicalAddressTests {
    @Test(arguments: [
        "https://quay.example/tide/7", "http://www.quay.example/tide/7/", "HTTPS://WWW.Quay.Example:443/tide/7#top",
        "https://quay.example/tide/7?utm_source=a&utm_medium=b",
        "https://quay.example/tide/7?from=timeline&isappinstalled=0",
        "https://quay.example/tide/7?fbclid=x&GCLID=y&spm=1.2&share_token=z", "https://amp.quay.example/tide/7",
        "https://quay.example/tide/7/amp/", "https://quay.example/amp/tide/7", "https://quay.example/tide/7?amp=1",
        "https://quay-example.cdn.ampproject.org/c/s/quay.example/tide/7",
        "https://www.google.com/amp/s/quay.example/tide/7",
        "https://quay.example/%74ide/7", "http://quay.example:80/tide//7",
    ])
    func `the ways in which an address is shared make no difference`(address: String) {
        #expect(CanonicalAddress(address)?.text == "quay.example/tide/7")
    }

    @Test(arguments: [
        ("https://quay.example/tide?id=7&utm_source=a&page=2", "quay.example/tide?id=7&page=2"),
        ("https://quay.example/tide?page=2&id=7", "quay.example/tide?id=7&page=2"),
        ("https://quay.example/#/tide/7", "quay.example#/tide/7"), ("https://quay.example/a#!b", "quay.example/a#!b"),
        ("https://quay.example/潮", "quay.example/%E6%BD%AE"),
        ("https://quay.example/%e6%bd%ae", "quay.example/%E6%BD%AE"),
        ("https://quay.example/tide.amp.html", "quay.example/tide.html"),
        ("https://quay.example/Tide", "quay.example/Tide"),
        ("https://quay.example/amp", "quay.example/amp"), ("https://www.example/a", "www.example/a"),
        ("https://quay.example/?p=7", "quay.example?p=7"),
    ])
    func `what leads elsewhere stays`(address: String, canonical: String) {
        #expect(CanonicalAddress(address)?.text == canonical)
    }

    @Test(arguments: [
        "https://quay.example/", "https://quay.example", "https://quay.example/?utm_source=a",
        "mailto:ada@quay.example",
        "file:///tide", "tide", "", "https://quay.example/#top",
    ])
    func `a site as a whole is no story's address`(address: String) { #expect(CanonicalAddress(address) == nil) }

    @Test func `any address is read, and a canonical one stays as it is`() {
        var random = Seeded(seed: 154)
        let text = Array("http://www.quay.example:80/%74ide/7/?a=%zz&%75tm_x=1&b&gclid=%41#/c%".utf8)
        var count = 0
        for _ in 0..<5000 {
            let address = String(decoding: text.mutated(using: &random), as: UTF8.self)
            guard let found = CanonicalAddress(address) else { continue }
            count += 1
            // What begins with a sign is no host any more, and one of which a part was taken away may have another.
            guard found.text.first!.isLetter, !found.text.hasPrefix("www."), found.text.firstRange(of: ":80") == nil
            else { continue }
            #expect(CanonicalAddress("https://" + found.text)?.text == found.text, "\(address)")
        }
        #expect(count > 1000)
    }
}
