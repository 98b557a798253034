import Files
import Foundation
import TestSupport
import Testing

@testable import Sources

/// An RSS feed of stories with these headlines.
private func rss(_ title: String, _ headlines: String...) -> String {
    let items = headlines.map { "<item><guid>\(title)-\($0)</guid><title>\($0)</title></item>" }
    return
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>"
}

@Suite("Feeds of XML in files")
struct XMLFeedFormatTests {
    @Test func `a feed is told by its content, whatever its name`() throws {
        let folder = try TemporaryFolder()
        try folder.make("a.txt", text: rss("渡口", "开船", "收船"))
        let content = load(folder.path("a.txt"))
        #expect(content.headlines == ["开船", "收船"] && content.faults.isEmpty && content.list.title == "渡口")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\n\n<?xml version='1.0'?><rss><channel><item><title>开船</title></item></channel></rss>",
        "<!DOCTYPE html><rss><channel><item><title>开船</title></item></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY a \"b\">]><!-- a --><rss><channel><item><title>开船</title></item></channel></rss>",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>开船</a:title></a:entry></a:feed>",
    ])
    func `what stands before a feed does not hide it`(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.make("a.rss", text: text)
        #expect(load(folder.path("a.rss")).headlines == ["开船"])
    }

    @Test func `feeds in a folder are an edition, each a section of it`() throws {
        let folder = try TemporaryFolder()
        try folder.make("a.rss", text: rss("渡口", "开船"))
        try folder.make("b.xml", text: rss("山里", "下雪", "化雪"))
        try folder.make("c.xml", text: "<config><a/></config>")
        let content = load(folder.path)
        #expect(content.headlines == ["开船", "下雪", "化雪"])
        #expect(content.list.sections.map(\.name) == ["渡口", "山里"])
    }

    @Test func `a feed that is cut keeps what had arrived, and is reported`() throws {
        let folder = try TemporaryFolder()
        try folder.make("a.rss", text: String(rss("渡口", "开船", "收船").dropLast(30)))
        let content = load(folder.path("a.rss"))
        #expect(content.headlines == ["开船", "收船"])
        #expect(content.faults == [.cutShort(path: folder.path("a.rss"), .feedXML, stories: 2, last: "收船")])
    }

    @Test func `a feed that is cut before its first story is a fault of the file`() throws {
        let folder = try TemporaryFolder()
        try folder.make("a.rss", text: "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>渡口</title>")
        #expect(load(folder.path("a.rss")).faults == [.damaged(path: folder.path("a.rss"), .feedXML)])
    }

    @Test(arguments: ["GB18030", "gb2312", "GBK", "utf-8"])
    func `an encoding that a feed declares rightly is not worth a note`(declared: String) throws {
        let folder = try TemporaryFolder()
        let text = rss("渡口", "河水退了，船又开了").replacing("?>", with: " encoding=\"\(declared)\"?>", maxReplacements: 1)
        try folder.make("a.rss", try encoded(text, "GB18030"))
        let content = load(folder.path("a.rss"))
        #expect(
            content.headlines == ["河水退了，船又开了"] && content.notes.map(\.isDecoded) == (declared == "utf-8" ? [true] : []))
    }

    @Test func `a bomb of entities and a list of no feeds are one fault each`() throws {
        let folder = try TemporaryFolder()
        let bomb = "<!DOCTYPE rss [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
        try folder.make("a.rss", text: bomb + "<rss><channel><item><title>&b;</title></item></channel></rss>")
        try folder.make("b.opml", text: "<opml version=\"2.0\"><body></body></opml>")
        #expect(load(folder.path("a.rss")).faults == [.nestedEntities(path: folder.path("a.rss"))])
        #expect(load(folder.path("b.opml")).faults == [.noOutlines(path: folder.path("b.opml"))])
    }

    @Test func `a list of feeds in a folder is read beside feeds, with its own sections`() throws {
        let folder = try TemporaryFolder()
        try folder.make(
            "a.rss", text: "<rss><channel><title>Quay</title><item><title>Low water</title></item></channel></rss>")
        try folder.make(
            "b.opml",
            text:
                "<opml><body><outline text=\"Boats\"><outline text=\"Alma\" xmlUrl=\"https://a.example/\"/></outline></body></opml>"
        )
        let content = load(folder.path)
        #expect(content.headlines == ["Low water", "Alma"] && content.faults.isEmpty)
        #expect(content.list.sections.map(\.name) == ["Quay", "Boats"])
    }
}
