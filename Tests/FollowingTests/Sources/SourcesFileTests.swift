import TestSupport
import Testing

@testable import Following

struct SourcesFileTests {
    private func read(_ text: String) -> SourcesFile { SourcesFile(Array(text.utf8)) }

    @Test func `a source is its address and what is said of it`() {
        let file = read(
            """
            # mornings
            [[source]]
            address = "https://quay.example/feed.xml"
            name = "渡口日报"   # the paper
            section = "要闻"
            interval = "2h"
            most-per-day = 20
            headers = ["X-Reader: yes"]
            password-command = ["pass", "show", "quay"]

            [[source]]
            address = "~/papers/lamp"
            interval = 90

            [[source]]
            address = ["tide-table", "--for", "the quay"]
            """)
        #expect(file.faults.isEmpty)
        #expect(
            file.sources.map(\.address) == [
                .web("https://quay.example/feed.xml"), .path("~/papers/lamp"),
                .command(["tide-table", "--for", "the quay"]),
            ])
        #expect(file.sources.map(\.line) == [2, 11, 15])
        let first = file.sources[0]
        #expect(first.name == "渡口日报" && first.section == "要闻" && first.interval == 7200 && first.most == 20)
        #expect(first.access.headers == ["X-Reader: yes"] && first.access.passwordCommand == ["pass", "show", "quay"])
        #expect(file.sources[1].interval == 5400)
    }

    @Test func `what is wrong with one source is said, and keeps no other back`() {
        let file = read(
            """
            [[source]]
            name = "no address"
            [[source]]
            address = "https://a.example/"
            secton = "x"
            interval = "soon"
            headers = ["A: b\\r\\nCookie: c"]
            [[source]]
            address = "https://a.example/"
            [[source]]
            address = "javascript:alert(1)"
            [[source]]
            address = "b.example/feed"
            """)
        #expect(file.sources.map(\.address) == [.web("https://a.example/"), .web("https://b.example/feed")])
        #expect(file.sources[0].interval == nil && file.sources[0].access.headers.isEmpty)
        #expect(
            Set(file.faults) == [
                .init(kind: .noAddress, line: 1), .init(kind: .unknown(name: "secton", nearest: "section"), line: 3),
                .init(kind: .value(name: "interval"), line: 3), .init(kind: .value(name: "headers"), line: 3),
                .init(kind: .twice(line: 3), line: 8), .init(kind: .value(name: "address"), line: 10),
            ])
    }

    @Test func `a text that is no TOML gives the place`() {
        #expect(read("[[source]]\naddress = \"https://a.example/\nname = 1").faults.first?.line == 2)
        #expect(read("[source]\naddress = \"x\"").faults == [.init(kind: .value(name: "source"), line: 1)])
    }

    @Test func `what is added is read again, and the rest of the file stays as it was written`() {
        var bytes = Array("# mine\n[[source]]\naddress = \"https://a.example/\" # first".utf8)
        let before = bytes
        var source = FollowedSource(.web("https://b.example/?a=1&b=\"2\""))
        (source.name, source.section) = ("「灯」\"\\日报\u{7F}", "要闻")
        bytes = SourcesFile.adding(source, to: bytes)
        #expect(bytes.starts(with: before))
        let file = SourcesFile(bytes)
        #expect(file.faults.isEmpty && file.sources.count == 2)
        #expect(file.sources.last?.name == source.name && file.sources.last?.section == "要闻")
        let program = SourcesFile.adding(FollowedSource(.command(["a b", "c\"d"])), to: [])
        #expect(SourcesFile(program).sources.map(\.address) == [.command(["a b", "c\"d"])])
    }

    @Test func `a source is taken out with its lines, and comments about others stay`() {
        let text = """
            [[source]]
            address = "https://a.example/"

            # about b
            [[source]]
            address = "https://b.example/"
            name = "b"
            # about c
            [[source]]
            address = "https://c.example/"
            """
        let without = String(decoding: SourcesFile.removing(line: 5, from: Array(text.utf8)), as: UTF8.self)
        #expect(read(without).sources.map(\.address.text) == ["https://a.example/", "https://c.example/"])
        #expect(without.contains("# about c") && !without.contains("name"))
        let first = SourcesFile.removing(line: 1, from: Array(text.utf8))
        #expect(String(decoding: first, as: UTF8.self).hasPrefix("# about b\n[[source]]"))
        #expect(SourcesFile.removing(line: 2, from: Array(text.utf8)) == Array(text.utf8))
    }

    @Test func `whatever the file holds, it is read`() {
        var random = Seeded(seed: 15)
        let text = Array(
            "[[source]]\naddress = \"https://a.example/\"\nname = 'b'\nheaders = [\"c: d\"]\n[[source]]\naddress=\"/e\"\n"
                .utf8)
        for _ in 0..<3000 {
            let bytes = text.mutated(using: &random)
            let file = SourcesFile(bytes)
            for source in file.sources { _ = SourcesFile.removing(line: source.line, from: bytes) }
        }
    }

    @Test func `a source that has moved has its new address where the old one stood, and nothing else changes`() throws
    {
        let text = """
            # mornings
            [[source]]
            name = "渡口日报"
            address   =  "https://quay.example/feed.xml"   # the paper
            [[source]]
            name = "address = no"
            address = 'http://lamp.example/rss'
            [[source]]
            address = ["tide-table"]
            """
        let file = read(text)
        let new = FollowedSource.Address.web("https://quay.example/new?a=%22b%22")
        let moved = try #require(SourcesFile.moving(line: 2, to: new, in: Array(text.utf8)))
        #expect(SourcesFile(moved).sources[0].address == new)
        #expect(String(decoding: moved, as: UTF8.self).contains("# the paper"))
        #expect(SourcesFile(moved).sources.dropFirst() == file.sources.dropFirst())
        let second = try #require(SourcesFile.moving(line: 5, to: new, in: Array(text.utf8)))
        #expect(SourcesFile(second).sources[1].address == new)
        #expect(SourcesFile.moving(line: 8, to: new, in: Array(text.utf8)) == nil)
        for line in [0, 1, 3, 99] { #expect(SourcesFile.moving(line: line, to: new, in: Array(text.utf8)) == nil) }
    }
}

struct ImportedSourcesTests {
    private func rows(_ text: String) -> [String] {
        ImportedSources(Array(text.utf8)).sources.map { "\($0.address.text) \($0.name ?? "–") \($0.section ?? "–")" }
    }

    @Test func `newsboat's addresses with their tags`() {
        let urls = """
            # mine
            https://quay.example/feed.xml 要闻 "~渡口日报"
            https://lamp.example/rss "!hidden" "sea life" # comment
            "query:Unread:unread = \\"yes\\""
            exec:~/bin/tide
            https://bare.example/
            """
        #expect(
            rows(urls) == [
                "https://quay.example/feed.xml 渡口日报 要闻", "https://lamp.example/rss – sea life",
                "https://bare.example/ – –",
            ])
        #expect(ImportedSources(Array(urls.utf8)).passedOver == 2)
    }

    @Test func `sfeed's calls`() {
        let shell = """
            #sfeedpath="$HOME/.sfeed/feeds"
            feeds() {
            \t# feed <name> <feedurl> [basesiteurl] [encoding]
            \tfeed "渡口 日报" "https://quay.example/feed.xml"
            \tfeed 'lamp' 'https://lamp.example/rss' 'https://lamp.example' 'gbk'
            }
            """
        #expect(rows(shell) == ["https://quay.example/feed.xml 渡口 日报 –", "https://lamp.example/rss lamp –"])
    }
}
