import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Files
@testable import Sources

struct DigitalPaperTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func make(_ files: [String: String], in name: String) throws {
        for (path, text) in files { try folder.make("\(name)/\(path)", text: text) }
        try folder.make("\(name).zip", ZipWriter.zip(files))
    }

    /// The only edition that a path leads to.
    private func content(_ name: String) throws -> LoadedContent {
        let content = load(folder.path(name))
        #expect(content.faults.isEmpty)
        #expect(content.editions.count == 1)
        return content
    }

    private func pages(_ content: LoadedContent) -> [String] {
        content.list.pages.map { "\($0.number ?? "–") \($0.name ?? "–") \($0.date ?? "–")" }
    }

    @Test(arguments: ["a", "a.zip"])
    func `a paper of tables is one edition`(name: String) throws {
        try make(DigitalPapers.tables, in: "a")
        let content = try content(name)
        #expect(pages(content) == ["A01 要闻 2026-03-05", "A02 灯里·副刊 2026-03-05"])
        #expect(content.headlines == ["渡口新桥通车", "秋粮入仓&冬麦出苗", "凉亭记"])
        #expect(content.list.sections.map(\.name) == ["要闻", "灯里·副刊"])
        let story = try #require(content.list.story(at: 0))
        #expect(story.kicker == "船工们等了三年" && story.deck == "两岸半小时可到")
        #expect(story.credits == [Credit(.reporter, "许南星")])
        #expect(story.body.map(\.kind) == [.figure, .paragraph, .paragraph])
        #expect(story.body[0].text == "新桥夜景。 路文遥 摄")
        #expect(story.body[0].illustration?.address == "http://lamp.example/images/1.jpg")
        #expect(story.body[2].text == "老周说，这是入秋以来的头一回。")
        #expect(content.list.pages[0].sheet == PageSheet(width: 262.5, height: 375))
        #expect(story.places.map(\.box) == [Box(left: 3.75, top: 7.5, right: 153.75, bottom: 157.5)])
        #expect(PageMap(ofPage: 0, in: content.list)?.items.count == 2)
    }

    @Test(arguments: ["b", "b.zip"])
    func `a paper of lists is one edition`(name: String) throws {
        try make(DigitalPapers.lists, in: "b")
        let content = try content(name)
        #expect(pages(content) == ["01 头版 2026-03-05", "02 人物 2026-03-05"])
        #expect(content.headlines == ["大潮如期而至", "简讯", "守灯塔的人"])
        #expect(content.list.title == "渡口青年报")
        let story = try #require(content.list.story(at: 0))
        #expect(story.kicker == "观潮" && story.deck == nil && story.byline == "本报记者 许南星 通讯员 路文遥")
        #expect(story.credits == [Credit(.reporter, "许南星"), Credit(.correspondent, "路文遥")])
        #expect(
            story.body.first
                == Block(.figure, "人们在堤上。", illustration: Illustration(address: "http://quay.example/1.jpg")))
        #expect(story.body.count == 3 && story.places.count == 1)
    }

    @Test(arguments: ["c", "c.zip"])
    func `a paper whose stories are in a folder of their own is one edition`(name: String) throws {
        try make(DigitalPapers.folders, in: "c")
        let content = try content(name)
        #expect(pages(content) == ["01 要闻 2026-03-05", "02 海上 2026-03-05"])
        #expect(content.headlines == ["海堤合龙", "渔汛提前", "岛上的学校"])
        let story = try #require(content.list.story(at: 0))
        #expect(story.byline == "本报记者 江闻笛" && story.body.count == 2 && story.section == "要闻")
        #expect(content.editions.first?.date == "2026-03-05")
    }

    @Test func `stories without their page are filed as they say themselves`() throws {
        try make(DigitalPapers.tables.filter { $0.key.contains("content") }, in: "a")
        let content = try content("a")
        #expect(pages(content) == ["A01 要闻 2026-03-05", "A02 灯里·副刊 2026-03-05"])
        #expect(content.headlines == ["秋粮入仓&冬麦出苗", "渡口新桥通车", "凉亭记"])
    }

    @Test func `a story that was saved twice is there once`() throws {
        var files = DigitalPapers.tables
        files["html/2026-03/05/content_2102 (1).htm"] = files["html/2026-03/05/content_2102.htm"]
        files["html/2026-03/05/新桥.htm"] = files["html/2026-03/05/content_2102.htm"]
        try make(files, in: "a")
        #expect(try content("a").headlines == ["渡口新桥通车", "秋粮入仓&冬麦出苗", "凉亭记"])
    }

    @Test func `pages that a browser saved under their titles are found by what they say`() throws {
        let day = "html/2026-03/05/"
        for (name, file) in [
            ("渡口新桥通车", "content_2102"), ("凉亭记", "content_2103"), ("第A01版", "node_2"), ("第A02版", "node_3"),
        ] {
            let saved = "<!-- saved from url=(0055)http://lamp.example/\(day)\(file).htm -->\n"
            try folder.make("s/\(name).html", text: saved + DigitalPapers.tables[day + file + ".htm"]!)
            try folder.make("s/\(name)_files/ad.html", text: "<html>广告</html>")
        }
        let content = try content("s")
        #expect(pages(content) == ["A01 要闻 2026-03-05", "A02 灯里·副刊 2026-03-05"])
        #expect(content.headlines == ["渡口新桥通车", "凉亭记"])
        #expect(content.list.story(at: 0)?.places.count == 1)
        #expect(content.list.story(at: 0)?.link == "http://lamp.example/html/2026-03/05/content_2102.htm")
    }

    @Test func `days that were saved in one folder stay apart`() throws {
        for (path, text) in DigitalPapers.tables {
            for (day, thousands) in [("05", "2"), ("06", "3")] {
                let name = path.replacing("-03/05", with: "-03/\(day)").replacing(
                    "content_2", with: "content_\(thousands)")
                var text = text.replacing("2026年03月05日", with: "2026年03月\(day)日")
                text = text.replacing("2026-03-05", with: "2026-03-\(day)").replacing(
                    "content_2", with: "content_\(thousands)")
                text = text.replacing("<articleid>2", with: "<articleid>\(thousands)")
                text = text.replacing("凉亭", with: day == "05" ? "凉亭" : "灯塔")
                let saved = "<!-- saved from url=(0055)http://lamp.example/\(name) -->\n"
                let title = FileName(name).last.shown.replacing(".htm", with: " \(day).html")
                try folder.make("s/\(title)", text: saved + text)
            }
        }
        let content = try content("s")
        #expect(content.list.pages.map(\.date) == ["2026-03-05", "2026-03-05", "2026-03-06", "2026-03-06"])
        let news = ["渡口新桥通车", "秋粮入仓&冬麦出苗"]
        #expect(content.headlines == news + ["凉亭记"] + news + ["灯塔记"])
    }

    @Test func `a page without its stories is the list of them`() throws {
        try make(["node_2.htm": DigitalPapers.tables["html/2026-03/05/node_2.htm"]!], in: "a")
        let content = try content("a")
        #expect(content.headlines == ["要闻"])
        #expect(content.list.story(at: 0)?.body.map(\.text) == ["渡口新桥通车", "秋粮入仓&冬麦出苗"])
    }

    @Test func `a story keeps its id when its text is corrected, and wherever it is`() throws {
        let text = DigitalPapers.tables["html/2026-03/05/content_2102.htm"]!
        try folder.make("content_2102.htm", text: text)
        try folder.make(
            "x/html/2026-03/05/content_2102.htm", text: text.replacing("昨天", with: "前天").replacing("新桥", with: "大桥"))
        let ids = ["content_2102.htm", "x"].map { load(folder.path($0)).list.header(at: 0).id }
        #expect(ids[0] == ids[1])
        #expect(load(folder.path("content_2102.htm")).list.count == 1)
    }

    @Test func `pages in GBK that declare UTF-8 are read`() throws {
        for (path, text) in DigitalPapers.tables { try folder.make("g/" + path, try encoded(text, "GB18030")) }
        let content = try content("g")
        #expect(content.headlines == ["渡口新桥通车", "秋粮入仓&冬麦出苗", "凉亭记"])
        #expect(Set(content.notes.map(\.encoding)) == [.gb18030])
    }

    @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
    func `a page that is there as a PDF too is read from the PDF where not all of its stories were saved`() throws {
        for (path, text) in DigitalPapers.tables where !path.contains("2101") {
            try folder.make("p/" + FileName(path).last.shown, text: text)
        }
        let page = projectRoot.appending(path: "Tests/Fixtures/pdf/learning/e1-tabloid/page.pdf")
        try folder.make("p/A01.pdf", try Data(contentsOf: page))
        let content = try content("p")
        #expect(content.headlines.last == "凉亭记" && !content.headlines.contains("渡口新桥通车"))
        #expect(content.list.count > 5 && content.notes.contains(where: \.replacesOthers))
    }

    @Test func `where all stories of a page were saved its PDF is not read`() throws {
        for (path, text) in DigitalPapers.tables { try folder.make("p/" + FileName(path).last.shown, text: text) }
        try folder.make("p/A01.pdf", Array("%PDF-1.7 no such thing".utf8))
        let content = try content("p")
        #expect(content.headlines == ["渡口新桥通车", "秋粮入仓&冬麦出苗", "凉亭记"])
        #expect(content.notes.filter(\.replacesOthers).map(\.path) == [folder.path("p/node_2.htm")])
    }

    /// A paper whose PDFs have all the same name, each in the folder of its page.
    private func paperWithPDFs(without missing: String? = nil) -> [String: String] {
        var files = DigitalPapers.tables.filter { missing == nil || !$0.key.contains(missing!) }.mapValues {
            $0.replacing("page/A01.pdf", with: "page/1/20260305_pdf.pdf")
                .replacing("page/A02.pdf", with: "page/2/20260305_pdf.pdf")
        }
        for page in 1...2 { files["page/\(page)/20260305_pdf.pdf"] = "%PDF-1.7 no such thing" }
        return files
    }

    @Test(arguments: ["p", "p.zip"])
    func `PDFs in folders beside those of the pages belong to them`(name: String) throws {
        try make(paperWithPDFs(), in: "p")
        let content = try content(name)
        #expect(content.headlines == ["渡口新桥通车", "秋粮入仓&冬麦出苗", "凉亭记"])
        #expect(content.notes.filter(\.replacesOthers).count == 1)
    }

    @Test(arguments: ["p", "p.zip"])
    func `of such PDFs only those of pages whose stories are missing are read`(name: String) throws {
        try make(paperWithPDFs(without: "2103"), in: "p")
        let content = load(folder.path(name))
        #expect(content.editions.count == 1 && content.faults.count == 1)
        guard case .extraction(let path, _)? = content.faults.first else {
            Issue.record("\(content.faults)")
            return
        }
        #expect(path.hasSuffix("page/2/20260305_pdf.pdf"))
    }

    @Test func `a folder of PDFs that is opened by itself is an edition, and so are those of another day`() throws {
        try make(paperWithPDFs(), in: "p")
        try folder.make("p/page/3/20260306_pdf.pdf", text: "%PDF-1.7 no such thing")
        let all = Catalog.find([FileName(folder.path("p"))]).editions
        #expect(all.map(\.files.count) == [7, 1])
        #expect(Catalog.find([FileName(folder.path("p/page/1"))]).editions.map(\.files.count) == [1])
    }

    @Test func `PDFs in folders of days belong to the pages in folders of days`() throws {
        for (path, text) in DigitalPapers.folders { try folder.make("p/\(path)", text: text) }
        #expect(Catalog.find([FileName(folder.path("p"))]).editions.count == 1)
        try folder.make("p/attachement/202603/05/01.pdf", text: "%PDF-1.7 no such thing")
        let editions = Catalog.find([FileName(folder.path("p"))]).editions
        #expect(editions.count == 1 && editions.first?.files.last?.shown.hasSuffix("05/01.pdf") == true)
    }

    @Test func `stories that a page lists and that nobody saved are counted`() throws {
        try make(DigitalPapers.tables.filter { !$0.key.contains("2101") && !$0.key.contains("2103") }, in: "a")
        let content = try content("a")
        #expect(content.headlines == ["渡口新桥通车", "灯里·副刊"])
        let notes = content.notes.filter { $0.missing > 0 }
        #expect(notes.map(\.missing) == [2] && notes.first?.path.hasSuffix("node_2.htm") == true)
        // A story by itself has no such page.
        #expect(load(folder.path("a/html/2026-03/05/content_2102.htm")).notes.allSatisfy { $0.missing == 0 })
    }

    @Test func `a headline that is only in strong letters is one`() throws {
        let story = DigitalPapers.tables["html/2026-03/05/content_2102.htm"]!
        let bare = story.replacing("<title>渡口新桥通车</title>", with: "<title></title>").replacing(
            "<td class=font01>渡口新桥通车</td>", with: "<td><strong>渡口新桥通车</strong></td>")
        try folder.make("content_2102.htm", text: bare)
        let found = try #require(load(folder.path("content_2102.htm")).list.story(at: 0))
        #expect(found.headline == "渡口新桥通车" && found.kicker == "船工们等了三年" && found.deck == "两岸半小时可到")
    }
}
