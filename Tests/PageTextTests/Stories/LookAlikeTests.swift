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
