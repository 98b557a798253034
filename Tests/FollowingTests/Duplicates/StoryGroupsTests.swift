import Newspaper
import TestSupport
import Testing

@testable import Following

struct StoryGroupsTests {
    /// A story with an id of its own.
    private func story(_ headline: String?, _ paragraphs: String..., link: String? = nil) -> Story {
        var story = Story(headline: headline, body: paragraphs.map { Block(.paragraph, $0) }, link: link)
        story.id = StoryID(feed: "\(headline ?? "") \(link ?? "")", item: paragraphs.joined(separator: "\n"))
        return story
    }

    /// The groups of more than one story, and why they are.
    private func rows(_ sources: [Story]...) -> [String] {
        StoryGroups(sources).groups.filter { $0.members.count > 1 }.map {
            "\($0.members.map(String.init).joined(separator: " ")): \($0.reason.map { "\($0)" } ?? "–"), \($0.shown)"
        }
    }

    private let lead = "灯塔渡口三月起恢复夜航，末班渡轮由晚上八点延至十一点。航运公司说，这是二十年来第一次在冬季以外的月份开行夜班船。"
    private let middle = "新班次用的是去年下水的两艘电力渡轮，每艘可载二百四十人和十二辆自行车。码头上同时装了遮雨的长廊，候船的人不必再站在风里。"
    private let end = "岛上的中学为此把晚自习推迟了半个小时，家住对岸的学生说，终于不用赶在下课前离开教室。渔市的摊主则担心夜里的灯光惊走近岸的鱼群。"
    private let tide =
        "The harbour office moved the tide gauge to the new pier on Tuesday, after three winters of readings that nobody trusted."
    private let gauge =
        "Its keeper, who has rowed out every morning since she was nineteen, says the old one was right all along and the charts were wrong."

    @Test func `the same id, or the same address with other marks on it`() {
        var one = story("夜航", lead)
        let other = story("Night boats", tide)
        one.id = other.id
        #expect(rows([one], [other]) == ["0 1: id, 1"])
        let shared = story("Boats", "Short.", link: "https://quay.example/7?utm_source=a")
        let found = story("Ferries", "Something else altogether.", link: "http://www.quay.example/7/")
        #expect(rows([shared], [story("x", "y"), found]) == ["0 2: address, 2"])
    }

    @Test func `an address that one source has for many stories is none of theirs`() {
        let show = "https://quay.example/show"
        #expect(rows([story("One", "a b c", link: show), story("Two", "d e f", link: show)]) == [])
        #expect(rows([story("One", "a b c", link: show), story("One", "d e f", link: show)]) == ["0 1: address, 0"])
    }

    @Test func `the same words under another id`() {
        let brief = story("停水通知", "明日上午停水。")
        var again = brief
        (again.id, again.headline, again.link) = (StoryID(5), "停水　通知", "https://quay.example/9")
        again.body[0].text = "明日上午停水."
        #expect(rows([brief, again]) == ["0 1: words, 0"])
        again.body[0].text = "明日下午停水。"
        #expect(rows([brief, again]) == [])
    }

    @Test func `an agency's text in papers that cut it, change words, and write it in their own characters`() {
        let whole = story("渡口恢复夜航", "本报讯", lead, middle, end)
        let cut = story("夜班船回来了", "（记者 许南星）" + lead, middle.split(separator: "。")[0] + "。")
        let traditional = story(
            "夜航三月復航",
            "燈塔渡口三月起恢復夜航,末班渡輪由晚上八點延至十一點。航運公司説，這是二十年來第一次在冬季以外的月份開行夜班船。",
            "新班次用的是去年下水的兩艘電力渡輪，每艘可載二百四十人和十二輛自行車。碼頭上同時裝了遮雨的長廊，候船的人不必再站在風裏。")
        let other = story("渡口", middle.split(separator: "。")[1] + "，" + String(repeating: "各处的船都照常开行，", count: 8))
        #expect(rows([cut], [other, whole], [traditional]) == ["0 2 3: text, 2"])
        let english = story("New gauge", tide, gauge)
        let edited = story(
            "Old gauge", tide.split(separator: " ").joined(separator: "\n ") + " " + gauge + " More soon.")
        #expect(rows([english], [edited]) == ["0 1: text, 1"])
    }

    @Test func `a headline alone, a byline, a notice or a form of words make no two stories the same`() {
        #expect(rows([story("天气", "晴。")], [story("天气", "阴。")], [story("天气")], [story("天气", link: "/a")]) == [])
        let notice = String(repeating: "本刊登载的文字与图片未经书面许可不得转载或以其他方式使用，", count: 10) + "违者自负其责。"
        let ferry = "末班渡轮延至晚上十一点，新船每艘可载二百四十人和十二辆自行车，码头装了长廊。"
        let pier = "旧堤的石阶昨夜被浪冲走三级，巡堤的人用绳子拦住了下水的路，修补要到枯水时。"
        // Behind the text, before it, in one paragraph with it or by itself.
        #expect(rows([story("一", ferry, notice)], [story("二", pier, notice)]) == [])
        #expect(rows([story("一", notice, ferry)], [story("二", notice, pier)]) == [])
        #expect(rows([story("一", ferry + notice)], [story("二", pier + notice)]) == [])
        #expect(rows([story("一", ferry, notice), story("二", pier, notice)]) == [])
        // Nothing but the notice, as of what is for subscribers alone.
        #expect(rows([story("一", notice), story("二", notice), story("三", notice)]) == [])
        #expect(rows([story("一", notice), story("二", notice)], [story("三", notice)]) == [])
        func weather(_ town: String, _ sky: String, _ low: Int, _ wind: String) -> Story {
            story(
                "\(town)天气",
                "\(town)今天白天\(sky)，\(wind)风二到三级，最高气温\(low + 9)度，夜间\(sky)，最低气温\(low)度。明天\(wind)风减弱，气温\(low + 7)度上下，\(town)居民出门请带雨具，注意添减衣物。"
            )
        }
        #expect(rows([weather("灯塔", "多云", 3, "偏北")], [weather("白沙渡", "有小雨", 8, "东南")]) == [])
    }

    @Test func `a page that tells many stories is none of them`() {
        let digest = story("今日要闻", String(tide.prefix(60)), lead, middle, gauge, end)
        let one = story("自习推迟", end + "校长说，食堂也会晚一些关门。")
        #expect(rows([digest], [one]) == [])
    }

    @Test func `the longest is shown, of several the first`() {
        let short = story("甲", lead, middle)
        let long = story("乙", lead, middle, end)
        var other = story("丙", lead, middle, end)
        other.web.summary = "x"
        let groups = StoryGroups([[short], [long], [other]]).groups
        #expect(groups == [StoryGroup(members: [0, 1, 2], shown: 1, reason: .text)])
        #expect(StoryGroups([[other], [long]]).groups.first?.shown == 0)
        #expect(StoryGroups([]).groups.isEmpty && StoryGroups([[], []]).groups.isEmpty)
        #expect(StoryGroups([[Story()]]).groups == [StoryGroup(members: [0], shown: 0, reason: nil)])
    }

    /// Stories that copy from each other in every way.
    private func day(_ random: inout Seeded) -> [[Story]] {
        let sentences = (0..<30).map { number in
            String(
                String.UnicodeScalarView(
                    (0..<24).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00..<0x4F80, using: &random))! }))
                + "\(number)。"
        }
        return (0..<6).map { source in
            (0..<Int.random(in: 0...8, using: &random)).map { place in
                let start = Int.random(in: 0..<24, using: &random)
                let end = start + Int.random(in: 0...6, using: &random)
                var story = story("h\(Int.random(in: 0..<12, using: &random))", sentences[start..<end].joined())
                if Bool.random(using: &random) { story.body.append(Block(.paragraph, sentences[29] + sentences[28])) }
                story.id = StoryID(UInt64(Int.random(in: 0..<400, using: &random)))
                if Int.random(in: 0..<4, using: &random) == 0 {
                    story.link =
                        "https://quay.example/\(Int.random(in: 0..<30, using: &random))?utm_a=\(source)\(place)"
                }
                story.web.id = "\(source) \(place)"
                return story
            }
        }
    }

    /// The groups as sets of names, with their reasons.
    private func sets(_ sources: [[Story]]) -> Set<[String]> {
        let stories = Array(sources.joined())
        let groups = StoryGroups(sources).groups
        #expect(groups.flatMap(\.members).sorted() == Array(stories.indices))
        #expect(groups.map(\.members[0]) == groups.map(\.members[0]).sorted())
        #expect(groups.allSatisfy { $0.members == $0.members.sorted() && $0.members.contains($0.shown) })
        #expect(groups.allSatisfy { ($0.reason == nil) == ($0.members.count == 1) })
        return Set(groups.map { $0.members.map { stories[$0].web.id! }.sorted() + ["\($0.reason as Any)"] })
    }

    @Test func `every story is in one group, whatever the order of sources and stories`() {
        var random = Seeded(seed: 155)
        var joined: Set<StoryGroup.Reason?> = []
        for _ in 0..<200 {
            let day = day(&random)
            let found = sets(day)
            joined.formUnion(StoryGroups(day).groups.map(\.reason))
            for _ in 0..<3 {
                #expect(sets(day.map { $0.shuffled(using: &random) }.shuffled(using: &random)) == found)
            }
        }
        #expect(joined == [nil, .id, .address, .words, .text])
    }

    @Test func `a large day, and one of nothing but one text, is grouped`() {
        var random = Seeded(seed: 156)
        let words = (0..<20_000).map { _ in
            String(
                String.UnicodeScalarView(
                    (0..<10).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00..<0x9000, using: &random))! }))
        }
        let texts = (0..<1000).map { _ in (0..<100).map { _ in words.randomElement(using: &random)! }.joined() }
        let sources = (0..<5).map { source in
            texts.enumerated().map { place, text in
                story(
                    "\(source) \(place)",
                    source == 0 ? text : String(text.prefix(600 + 50 * source)) + words[source * 7 + place])
            }
        }
        let groups = StoryGroups(sources).groups
        #expect(groups.count == 1000 && groups.allSatisfy { $0.members.count == 5 })
        let same = [(0..<3000).map { story("h", texts[0] + words[$0 % 3000]) }]
        #expect(StoryGroups(same).groups.count == 1)
    }
}
