import Jobs
import Newspaper
import Testing

@testable import Application

/// Which story is which after a correction.
struct StorySuccessionTests {
    private static let bridge = "南滩渡口的雾还没有散，新下水的渡船已经靠上码头，船工老谭朝岸上喊了一声。"
    private static let glass = "石梁林场的护林员有一架旧望远镜，镜筒上的漆掉光了，他用红布条缠了又缠。"
    private static let school = "灯里镇的祠堂每晚都亮着灯，四十多位村民在这里学记账，学写自己的名字。"

    private func list(_ stories: [(UInt64, String, [String])]) -> StoriesInMemory {
        StoriesInMemory(
            Edition(
                pages: [Page()],
                stories: stories.map { id, headline, body in
                    Story(id: StoryID(id), headline: headline, body: body.map { Block(.paragraph, $0) })
                }))
    }

    private func succession(
        _ old: [(UInt64, String, [String])], _ new: [(UInt64, String, [String])]
    ) -> (successors: [UInt64: UInt64], origins: [UInt64: Set<UInt64>]) {
        let found = StorySuccession(from: list(old), to: list(new), Progress())
        return (
            Dictionary(uniqueKeysWithValues: found.successors.map { ($0.bits, $1.bits) }),
            Dictionary(uniqueKeysWithValues: found.origins.map { ($0.bits, Set($1.map(\.bits))) })
        )
    }

    @Test func `a story under another headline is the same, and nothing else has changed`() {
        let found = succession(
            [(1, "渡船", [Self.bridge]), (2, "夜校", [Self.school])], [(9, "旧渡船", [Self.bridge]), (2, "夜校", [Self.school])])
        #expect(found.successors == [1: 9] && found.origins == [9: [1]])
    }

    @Test func `of two parts the larger is the story, and the words of both were in it`() {
        let whole = [Self.bridge, Self.school, Self.glass]
        let renamed = succession(
            [(1, "渡船", whole)], [(8, "渡船", [Self.bridge, Self.school]), (9, "望远镜", [Self.glass])])
        #expect(renamed.successors == [1: 8] && renamed.origins == [8: [1], 9: [1]])
        // It may have kept its name.
        let kept = succession(
            [(1, "渡船", whole)], [(1, "渡船", [Self.bridge, Self.school]), (9, "望远镜", [Self.glass])])
        #expect(kept.successors == [:] && kept.origins == [9: [1]])
    }

    @Test func `of two stories that are one now both live on in it`() {
        let new = succession(
            [(1, "渡船", [Self.bridge]), (2, "望远镜", [Self.glass])], [(9, "渡船与望远镜", [Self.bridge, Self.glass])])
        #expect(new.successors == [1: 9, 2: 9] && new.origins == [9: [1, 2]])
        let host = succession(
            [(1, "渡船", [Self.bridge]), (2, "望远镜", [Self.glass])], [(1, "渡船", [Self.bridge, "望远镜", Self.glass])])
        #expect(host.successors == [2: 1] && host.origins == [:])
    }

    @Test func `what is gone has no successor, what is new no origin, and another edition neither`() {
        let found = succession([(1, "渡船", [Self.bridge])], [(2, "夜校", [Self.school])])
        #expect(found.successors == [:] && found.origins == [:])
        #expect(succession([], []).successors == [:])
        let many = (0..<200).map { (UInt64($0), "第\($0)篇", [Self.bridge]) }
        let others = many.map { ($0.0 + 1000, $0.1, $0.2) }
        #expect(succession(many, others).successors == [:])
    }
}
