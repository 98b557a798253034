import Foundation
import Newspaper
import TestSupport
import TextFolding
import Testing

@testable import PageText

@Suite("Look-alikes count as the plain characters")
struct LookAlikeTests {
    /// For each plain character the look-alikes that stand for it alone.
    private static let lookAlikes: [UInt32: [UInt32]] = {
        var found: [UInt32: [UInt32]] = [:]
        for point in UInt32(0x2E80)...0xFAFF where PlainForms.single(point) != point {
            found[PlainForms.single(point), default: []].append(point)
        }
        // The forms that punctuation has in vertical text.
        for point in UInt32(0xFE10)...0xFE19 { found[PlainForms.single(point), default: []].append(point) }
        return found
    }()

    private func disguised(_ text: String, _ random: inout Seeded) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let other = Self.lookAlikes[scalar.value]?.randomElement(using: &random)
            result.append(Bool.random(using: &random) ? other.flatMap(Unicode.Scalar.init) ?? scalar : scalar)
        }
        return String(result)
    }

    @Test(arguments: Pages.names) func `a page in look-alikes has the plain page's stories, with the same ids`(
        name: String
    ) throws {
        let text = PlainForms.plain(try Pages.source(name).text)
        var random = Seeded(seed: 11)
        let plain = parse(text)
        let disguised = parse(disguised(text, &random))
        #expect(disguised.stories.map(\.shown) == plain.stories.map(\.shown))
        #expect(disguised.stories.map(\.id) == plain.stories.map(\.id))
        #expect(disguised.pages.map(\.date) == plain.pages.map(\.date))
    }

    @Test func `the stories keep the source's characters`() {
        let story = parse("渡口晚报\n2026年3月6日\n\n⼤桥通⻋\n本报记者 ⽅渡\n\n3⽉5⽇︐渡口⼤桥通⻋︐两岸⼈家结束了靠渡船过河的历史︒\n").stories[0]
        #expect(story.headline == "⼤桥通⻋")
        #expect(story.byline == "本报记者 ⽅渡" && story.credits == [Credit(.reporter, "方渡")])
        #expect(story.body.map(\.text) == ["3⽉5⽇︐渡口⼤桥通⻋︐两岸⼈家结束了靠渡船过河的历史︒"])
        #expect(StoryHeader(story).title == "大桥通车" && StoryHeader(story).writers == ["方渡"])
    }

    private let korean = """
        나루신문
        2026년 4월 3일 금요일
        제3면 마을

        새 나룻배가 물에 뜬다
        한서윤 기자

        나루마을에서 새 나룻배가 물에 떴다. 마을 사람 팔십여 명이 아침부터 강가에 모여 배를 밀었다.

        강가에 등불 백 개
        문가람 기자

        강가에 등불 백 개가 켜졌다. 읍사무소는 내년에도 켜겠다고 말했다.

        """

    @Test func `Hangul in parts is the same page as in syllables`() {
        let plain = parse(korean)
        let apart = parse(korean.decomposedStringWithCanonicalMapping)
        #expect(plain.stories.count == 2 && plain.pages[0].date == "2026-04-03")
        #expect(apart == plain && apart.stories.map(\.id) == plain.stories.map(\.id))
        #expect(apart.language == "ko")
    }

    @Test(arguments: [
        "Thursday, Auguﬅ 6, 2026", "Thursday, Auguﬆ 6, 2026", "Thursday, Au\u{AD}gust 6, 20\u{AD}26",
        "二○二六年八月六日 星期四", "二◯二六年八月六日 星期四", "2026&nbsp;年8月6日 星期四", "2026&#24180;8月6日 星期四",
    ])
    func `a date is read in look-alikes of its characters`(date: String) {
        let page = "渡口晚报\n\(date)\n\n大桥通车\n本报记者 方渡\n\n3月5日，渡口大桥通车，两岸人家结束了靠渡船过河的历史。\n"
        #expect(parse(page).pages.map(\.date) == ["2026-08-06"])
    }

    @Test func `a circle at the beginning of a line is a bullet`() {
        let page = "渡口晚报\n2026年8月6日\n\n大桥通车\n○本报记者 方渡\n\n3月5日，渡口大桥通车，两岸人家结束了靠渡船过河的历史。\n"
        #expect(parse(page).stories[0].credits == [Credit(.reporter, "方渡")])
    }

    @Test func `characters that are spelt are read as themselves, and kept as they are`() {
        let page =
            "渡口晚报\n2026年8月6日\n第3版&nbsp;民生\n\n大桥通车\n本报记者&nbsp;&#26041;渡\n\n3月5日，渡口大桥通车，两岸人家结束了靠渡船过河的历史。\n\n灯会开幕\n本报记者 何&nbsp;灯\n\n灯会昨晚开幕，一千盏灯挂在河边的柳树上，要亮到月底。\n"
        let edition = parse(page)
        #expect(edition.pages[0].name == "民生" && edition.stories.count == 2)
        #expect(edition.stories[0].byline == "本报记者&nbsp;&#26041;渡")
        #expect(edition.stories[0].credits == [Credit(.reporter, "方渡")])
        // Nothing that steers a terminal comes of it.
        FoldedText.with("何&#27;[31m&#8203;灯") { #expect($0.string(from: 0, to: $0.count) == "何&#27;[31m&#8203;灯") }
    }

    @Test func `a ligature is letters: a word divided before one is joined`() {
        let story = parse(
            "THE FERRY POST\n\nNew ofﬁce opens by the river\nBy Ada Marsh\n\nThe town has con-\nﬁrmed that the of-\nﬁce will open on Monday, and that the well-\nﬂooded street is closed.\n"
        ).stories[0]
        #expect(
            story.shown.body.map(\.text) == [
                "The town has confirmed that the office will open on Monday, and that the well-flooded street is closed."
            ])
    }
}
