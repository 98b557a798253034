import Newspaper
import PageText
import TestSupport
import TextDecoding
import Testing

@testable import Exports

struct TextExportTests {
    @Test func `it is set in lines as a newspaper sets them`() throws {
        var edition = sample
        edition.stories[0].body = [
            Block(.paragraph, Array(repeating: "The bell rang twice.", count: 12).joined(separator: " "))
        ]
        let lines = String(decoding: try export(edition, as: "text"), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "The Quay & Post  2026-11-20" && lines[2] == "Harbour")
        #expect(lines.contains { $0.hasSuffix("The tide mill <turns> again") && $0.hasPrefix("  ") })
        #expect(lines.allSatisfy { $0.utf8.count <= 78 } && !lines.contains { $0.contains("■") })
    }

    @Test func `a page of it is read again as the same stories`() throws {
        let bodies = [
            "河水退了，船又开了，渡口的人说这是入秋以来的头一回。老周在凉亭里指路，来来往往的人都认得他，说的是渡口的事，讲的是桥上的灯。",
            "桥上人来人往，灯一直亮到半夜，说的是渡口的事。镇上的人把新收的稻子晒在河堤上，从东头一直晒到西头，远看像铺了一条路。",
        ]
        let stories = zip(["渡口新桥通车", "秋粮入仓冬麦出苗"], bodies).map { headline, body in
            Story(
                section: "要闻", headline: headline, byline: "本报记者 许南星", credits: [Credit(.reporter, "许南星")],
                body: [Block(.paragraph, body), Block(.paragraph, body)])
        }
        let edition = Edition(title: "灯里日报", language: "zh-Hans", pages: [Page(date: "2026-11-20")], stories: stories)
        let found = try read(export(edition, as: "text"), as: "1.txt")
        #expect(found.stories.map(\.headline) == edition.stories.map(\.headline))
        #expect(found.stories.map(\.section) == ["要闻", "要闻"])
        #expect(found.stories.map { $0.body.map(\.text) } == edition.stories.map { $0.body.map(\.text) })
        #expect(found.stories.map(\.credits) == edition.stories.map(\.credits))
    }
}
