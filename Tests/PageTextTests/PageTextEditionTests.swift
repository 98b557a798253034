import Foundation
import Newspaper
import TestSupport
import Testing

@testable import PageText

@Suite("A list of printed stories reads them again to the letter")
struct PageTextEditionTests {
    /// Compares a list with the whole edition of the same sources, story by story, in an order that jumps between pages.
    private func expectSame(_ sources: [PageSource], _ comment: Comment) {
        let whole = StoriesInMemory(PageParser.edition(from: sources))
        let list = PageTextEdition(sources)
        #expect(list.count == whole.count, comment)
        #expect(list.title == whole.title && list.language == whole.language && list.pages == whole.pages, comment)
        #expect(list.sections == whole.sections && list.furniture == whole.furniture, comment)
        guard list.count == whole.count else { return }
        for position in (0..<list.count).sorted(by: { $0 % 7 < $1 % 7 }) {
            let story = whole.story(at: position)
            #expect(list.story(at: position) == story, comment)
            #expect(list.header(at: position) == story?.header, comment)
            #expect(list.position(of: list.header(at: position).id) == position, comment)
        }
    }

    /// The explanation of each story's pages is a stretch of the whole explanation for each part of the story, and has all
    /// lines of the story.
    private func expectSameExplanation(_ sources: [PageSource], _ comment: Comment) {
        let whole = PageParser.explanation(of: sources)
        let list = PageTextEdition(sources)
        for position in 0..<list.count {
            let lines = list.explanation(ofStoryAt: position)
            #expect(lines.count { $0.story == position } == whole.count { $0.story == position }, comment)
            let parts = list.parts(of: position).count
            var from = 0
            var stretches = 0
            for line in lines {
                guard let at = whole[from...].firstIndex(of: line) else {
                    Issue.record("\(line) is not in the whole explanation, \(comment)")
                    return
                }
                if at != from || from == 0 { stretches += 1 }
                from = at + 1
            }
            #expect(stretches <= parts, comment)
        }
    }

    @Test func `on every kept page`() throws {
        for name in Pages.folders { expectSame(try Pages.sources(name), "\(name)") }
    }

    @Test func `on all kept pages as one edition, where pages continue each other by chance`() throws {
        expectSame(try Pages.folders.flatMap { try Pages.sources($0) }, "all")
    }

    @Test(.enabled(if: Shared.isThere)) func `on the shared pages`() throws {
        for name in ["beiguan", "zh-front", "zh-photo-page", "zh-town", "zh-wrapped", "en-page"] {
            let source = PageSource(path: "\(name)/page.txt", text: try Shared.text("pages/\(name)/page.txt"))
            expectSame([source], "\(name)")
            expectSame([source, source, source], "\(name), three times")
            expectSameExplanation([source], "\(name)")
        }
        let edition = try ["01", "02", "03", "04"].map {
            PageSource(path: "2026-03-06/\($0).txt", text: try Shared.text("pages/edition/2026-03-06/\($0).txt"))
        }
        expectSame(edition, "edition")
        expectSameExplanation(edition, "edition")
    }

    @Test(arguments: 0..<40) func `on pages one after another, separated by form feeds, blank lines or files`(seed: Int)
        throws
    {
        var random = Seeded(seed: UInt64(seed) &+ 1000)
        var sources: [PageSource] = []
        for number in 1...Int.random(in: 1...4, using: &random) {
            var text = ""
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                text += try Pages.source(Pages.names.randomElement(using: &random)!).text
                text += ["\u{0C}", "\n\n", "\n\u{0C}\n", "\u{0C}\u{0C}"].randomElement(using: &random)!
                if Int.random(in: 0..<3, using: &random) == 0 { text += Self.jumping(to: number, using: &random) }
            }
            sources.append(PageSource(path: "2026-03-06/0\(number).txt", text: text))
        }
        expectSame(sources, "seed \(seed)")
        if seed < 10 { expectSameExplanation(sources, "seed \(seed)") }
    }

    /// A short page whose stories come from other pages and go on there.
    private static func jumping(to page: Int, using random: inout Seeded) -> String {
        func number() -> Int { Int.random(in: 1...4, using: &random) }
        return """
            第\(page)版 要闻

            河道清淤今日开工

            (上接第\(number())版)

            本报讯(记者 何一川)城南河道清淤工程昨日开工,施工队分三段进场,计划清淤4.2公里,工期三个

            月。沿河步道分段封闭,请市民绕行,夜间不施工,白天的噪声也有专人测量。

            (下转第\(number())版)

            豆腐坊磨了三代人

            短。

            (下转第\(number())版)

            """ + "\u{0C}"
    }

    @Test(arguments: 0..<40) func `on random lines made of newspapers' own words`(seed: Int) {
        let words = [
            "本报讯(记者 王明)", "(下转第三版)", "(上接第一版)", "(上接第三版)", "(下转第一版)", "□本报记者 ", "摄", "(", ")", "“", "”", "。", "，",
            "图为", "第3版", "第1版", "2024年6月5日", "\n", "\n\n", "\u{3000}\u{3000}", "●", "一、", "By NAME", "Photo by ", "-\n",
            "Continued on A4", " ", "天气", "abc", "12", "/", "【", "】", "\r\n", "\u{0C}", "记者", "(徐来)", "𠮷", "é", "가",
            "…",
            "公告", "大雨之后河水上涨了两米。", "The river rose.",
        ]
        var random = Seeded(seed: UInt64(seed) &* 91)
        let sources = (1...3).map { number in
            let text = (0..<300).map { _ in words.randomElement(using: &random)! }.joined()
            return PageSource(path: "2026-03-06/0\(number).txt", text: text)
        }
        expectSame(sources, "seed \(seed)")
        expectSameExplanation(sources, "seed \(seed)")
    }

    @Test func `on a page of more lines, and on one of more bytes, than any printed one`() {
        let lines = String(repeating: samplePage, count: 1 + PageParser.longestPage / 8)
        expectSame([PageSource(path: "page.txt", text: lines)], "lines")
        let long = String(repeating: "没有换行的一行,", count: 20_000)
        expectSame([PageSource(path: "page.txt", text: String(repeating: long + "。\n\n", count: 8))], "bytes")
    }

    @Test func `a story that jumps twice is one story, and nothing of it is lost`() {
        func page(_ number: Int, _ head: String, _ end: String) -> PageSource {
            PageSource(
                path: "2026-03-06/0\(number).txt",
                text: """
                    第\(number)版 要闻

                    河道清淤今日开工

                    \(head)

                    第\(number)段,城南河道清淤工程开工,计划清淤4.2公里,工期三个月,沿河步道分段封闭,请市民绕行。

                    施工期间,沿河步道分段封闭,请市民绕行,夜间不施工,白天的噪声也有专人测量。

                    \(end)

                    """)
        }
        let sources = [page(1, "", "(下转第2版)"), page(2, "(上接第1版)", "(下转第3版)"), page(3, "(上接第2版)", "")]
        let edition = PageParser.edition(from: sources)
        #expect(edition.stories.count == 1)
        #expect(
            edition.stories.first?.body.map { String($0.text.prefix(3)) } == ["第1段", "施工期", "第2段", "施工期", "第3段", "施工期"])
        expectSame(sources, "chain")
        expectSameExplanation(sources, "chain")
    }

    /// In quadratic time this runs for minutes.
    @Test func `a story that jumps from page to page thousands of times is read in linear time`() {
        let page = """
            第1版 要闻

            河道清淤今日开工

            (上接第1版)

            本报讯(记者 何一川)城南河道清淤工程昨日开工,施工队分三段进场,计划清淤4.2公里,工期三个

            月。沿河步道分段封闭,请市民绕行,夜间不施工,白天的噪声也有专人测量。

            (下转第1版)

            \u{0C}
            """
        let pages = 2_000
        let sources = [PageSource(path: "page.txt", text: String(repeating: page, count: pages))]
        expectSame(sources, "jumps")
        let list = PageTextEdition(sources)
        #expect(list.count == 1 && list.pages.count == pages)
        #expect(list.story(at: 0)?.credits.count == 1)
        let lines = list.explanation(ofStoryAt: 0)
        #expect(lines.count == pages * 6 && lines.allSatisfy { $0.kind == .furniture || $0.story == 0 })

        var calls = 0
        let beginning = list.explanation(ofStoryAt: 0) { done, total in
            calls += 1
            #expect(done == calls && total == pages)
            return done < 3
        }
        #expect(calls == 3 && beginning == Array(lines.prefix(18)))
    }

    @Test func `a list that is looked at while it grows has whole headers`() {
        func page(_ number: Int) -> PageSource {
            PageSource(
                path: "2026-03-06/0\(number).txt",
                text: """
                    第\(number)版 要闻

                    河道清淤今日开工

                    (上接第\(number - 1)版)

                    第\(number)段,城南河道清淤工程开工,计划清淤4.2公里,工期三个月,沿河步道分段封闭,请市民绕行。

                    (下转第\(number + 1)版)

                    """)
        }
        var builder = PageTextEdition.Builder()
        for number in 1...7 {
            builder.add(page(number))
            let list = builder.finish()
            #expect(list.count == 1)
            #expect(list.header(at: 0) == list.story(at: 0)?.header)
        }
        expectSame((1...7).map(page), "seven")
    }

    @Test func `reading stops when it is asked to, and what was read until then is there`() throws {
        let text = String(repeating: samplePage + "\u{0C}", count: 10)
        var builder = PageTextEdition.Builder()
        var calls = 0
        let isWhole = builder.add(PageSource(path: "page.txt", text: text)) { bytes in
            calls += 1
            #expect(bytes <= text.utf8.count)
            return calls < 3
        }
        #expect(!isWhole)
        let list = builder.finish()
        #expect(list.pages.count == 3)
        #expect(list.count == 3 * parse(samplePage).stories.count)
        #expect(
            list.story(at: list.count - 1)
                == StoriesInMemory(parse(String(repeating: samplePage + "\u{0C}", count: 3))).story(at: list.count - 1))
    }

    @Test func `many threads may ask at once`() async throws {
        let sources = try Pages.folders.flatMap { try Pages.sources($0) }
        let whole = StoriesInMemory(PageParser.edition(from: sources))
        let list = PageTextEdition(sources)
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<4 {
                group.addTask {
                    (0..<300).allSatisfy { step in
                        let position = (step * 37 + task * 11) % list.count
                        return list.story(at: position) == whole.story(at: position)
                    }
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
