import Foundation
import Newspaper
import TestSupport
import TextDecoding
import Testing

@testable import Files
@testable import Sources

struct HTMLTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ title: String, charset: String = "utf-8") -> String {
        let paragraph = "<p>渡口镇的船今天开了，镇上的人都来了，老周说这是入秋以来的头一回，河面上灯火通明，船工们一直忙到半夜。</p>"
        return """
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="\(charset)"><title>\(title)_渡口报</title>
            <meta property="og:site_name" content="渡口报"><link rel="canonical" href="https://quay.example/\(title)">
            <meta name="author" content="许南星"><meta property="article:published_time" content="2026-03-05T10:20:00+08:00"></head>
            <body><div class="content">\(String(repeating: paragraph, count: 5))</div></body></html>
            """
    }

    @Test func `a saved page is one story`() throws {
        try folder.make("a.html", text: page("新桥通车"))
        let content = load(folder.path("a.html"))
        #expect(content.faults.isEmpty && content.notes.isEmpty)
        let story = try #require(content.list.story(at: 0))
        #expect(content.list.count == 1 && content.list.title == "渡口报" && content.list.language == "zh-CN")
        #expect(story.headline == "新桥通车" && story.section == "渡口报" && story.body.count == 5)
        #expect(story.byline == "许南星" && story.credits == [Credit(.reporter, "许南星")])
        #expect(story.link == "https://quay.example/%E6%96%B0%E6%A1%A5%E9%80%9A%E8%BD%A6")
        #expect(story.web.published == "2026-03-05T10:20:00+08:00")
        #expect(story.id == StoryID(feed: "", item: try #require(story.link)))
    }

    @Test func `a page is a page by its content, wherever it is`() throws {
        try folder.make("a", text: page("新桥"))
        #expect(load(folder.path("a")).headlines == ["新桥"])
        try folder.make("b.gz", gzip(Array(page("旧桥").utf8)))
        #expect(load(folder.path("b.gz")).headlines == ["旧桥"])
        try folder.make("c.zip", ZipWriter.zip(["1.html": page("渡船"), "2.htm": page("潮汐")]))
        #expect(load(folder.path("c.zip")).headlines == ["渡船", "潮汐"])
    }

    @Test func `the pages of a folder are one edition, without what browsers saved with them`() throws {
        try folder.make("1.html", text: page("新桥"))
        try folder.make("2.xhtml", text: page("旧桥"))
        try folder.make("1_files/ad.html", "2.files/ad.html", text: page("广告"))
        #expect(folder.editions() == [".: 1.html 2.xhtml"])
        #expect(load(folder.path).headlines == ["新桥", "旧桥"])
    }

    @Test func `a page in another encoding than it declares says so`() throws {
        for (charset, noted) in [("gbk", []), ("utf-8", [SourceText.Encoding.gb18030])] {
            try folder.make("a.html", try encoded(page("新桥", charset: charset), "GB18030"))
            let content = load(folder.path("a.html"))
            #expect(content.headlines == ["新桥"])
            #expect(content.notes.map(\.encoding) == noted)
        }
    }

    @Test func `a page without a word has no text to read`() throws {
        try folder.make("a.html", text: "<!DOCTYPE html><html><head><title>x</title></head><body><script>go()</script>")
        #expect(load(folder.path("a.html")).faults == [.noText(path: folder.path("a.html"))])
    }

    @Test func `a page of links gives them as text`() throws {
        try folder.make("a.html", text: "<html><title>渡口网</title><ul><li><a href=/1>新桥</a><li><a href=/2>旧桥</a></ul>")
        let story = try #require(load(folder.path("a.html")).list.story(at: 0))
        #expect(story.headline == "渡口网" && story.body.map(\.text) == ["新桥", "旧桥"])
    }

    @Test func `an archive of a page and its pictures is that page`() throws {
        let head = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\n"
        let part = "Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n\(page("新桥"))\n--b--\n"
        try folder.make("a.mhtml", text: head + part)
        #expect(load(folder.path("a.mhtml")).headlines == ["新桥"])
        try folder.make("b.mht", text: head + "Content-Type: image/gif\n\nGIF\n--b--\n")
        #expect(load(folder.path("b.mht")).faults == [.damaged(path: folder.path("b.mht"), .webArchive)])
    }
}
