import Newspaper
import TestSupport
import Testing

@testable import Exports

struct HTMLExportTests {
    private func html(_ edition: Edition = sample) throws -> String {
        String(decoding: try export(edition, as: "html"), as: UTF8.self)
    }

    @Test func `it is one page in the edition's language with contents and headings by rank`() throws {
        let html = try html()
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
        #expect(html.contains("<title>The Quay &amp; Post</title>"))
        #expect(html.contains("<li><a href=\"#section-1\">Harbour</a>"))
        #expect(html.contains("<li><a href=\"#\(StoryID(7))\">The tide mill &lt;turns&gt; again</a></li>"))
        #expect(html.contains("<h2>Harbour</h2>\n<article id=\"\(StoryID(7))\">"))
        #expect(html.contains("<h3>The tide mill &lt;turns&gt; again</h3>"))
        #expect(html.contains("<h4>Grain</h4>\n<h5>Rye</h5>"))
        #expect(html.contains("<em>bell</em>"))
        #expect(html.contains("<a href=\"https://quay.example/?a=1&amp;b=2\">wheel</a>"))
        #expect(html.contains("<tr><td>Alder</td><td>12</td></tr>"))
        #expect(html.contains("<ol>\n<li value=\"3\"><p>Third</p>\n</li>"))
    }

    @Test func `it loads nothing and runs nothing`() throws {
        var edition = sample
        edition.stories[1].body = [Block(.paragraph, "<script>alert(1)</script><img src=x onerror=\"y()\">")]
        let html = try html(edition)
        for tag in ["<script", "<img", "<iframe", "<link", "src=", "url("] {
            #expect(
                !html.replacing("&lt;script&gt;", with: "").replacing("&lt;img src=x", with: "").contains(tag), "\(tag)"
            )
        }
        #expect(
            html.contains(
                "<figure><a href=\"https://quay.example/1.jpg\">A wheel</a><figcaption>The wheel at dusk</figcaption>"))
    }

    @Test func `every story of every section is in it once`() throws {
        var edition = sample
        edition.stories.append(Story(id: StoryID(10), section: "Harbour", headline: "Later", body: []))
        let html = try html(edition)
        for id in 7...10 { #expect(html.split(separator: "<article id=\"\(StoryID(UInt64(id)))\"").count == 2) }
    }
}
