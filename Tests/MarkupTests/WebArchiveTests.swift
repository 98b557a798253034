import Markup
import TestSupport
import Testing

struct WebArchiveTests {
    private func archive(_ coding: String, _ body: String, charset: String = "utf-8") -> [UInt8] {
        let lines = [
            "From: <Saved by a browser>", "Snapshot-Content-Location: https://quay.example/1", "MIME-Version: 1.0",
            "Content-Type: multipart/related;", "\ttype=\"text/html\";", "\tboundary=\"--x--\"", "", "", "----x--",
            "Content-Type: image/gif", "Content-Location: https://quay.example/a.gif", "", "GIF", "----x--",
            "Content-Type: text/html; charset=\"\(charset)\"", "Content-Transfer-Encoding: \(coding)", "", body,
            "----x----", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    @Test(arguments: [
        ("quoted-printable", "<p>=E6=BD=AE=\r\n=E6=B0=B4 =3D x=</p>"), ("base64", "PHA+5r2u5rC0\r\nID0geD08L3A+"),
        ("8bit", "<p>潮水 = x=</p>"),
    ])
    func `the page is found and decoded`(coding: String, body: String) throws {
        let bytes = archive(coding, body)
        #expect(WebArchive.begins(bytes))
        let archive = try #require(WebArchive(bytes))
        #expect(archive.address == "https://quay.example/1" && archive.encoding == "utf-8")
        #expect(SavedPage(PageEncoding.decode(archive.page).utf8).blocks.map(\.text) == ["潮水 = x="])
    }

    @Test func `other letters and texts are none`() {
        #expect(!WebArchive.begins("From: Ada\nSubject: tide\n\nThe tide".utf8))
        #expect(!WebArchive.begins("The MIME-Version: multipart/related".utf8))
        #expect(
            WebArchive(
                Array("Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/gif\n\n--x--".utf8))
                == nil)
    }

    @Test func `an archive may end anywhere, and be changed anywhere`() {
        let bytes = archive("quoted-printable", "<p>=E6=BD=AE=\r\n=E6=B0=B4</p>")
        for end in 0...bytes.count { _ = WebArchive(Array(bytes[..<end])) }
        var random = Seeded(seed: 16)
        for _ in 0..<1000 { _ = WebArchive(bytes.mutated(using: &random)) }
    }
}
