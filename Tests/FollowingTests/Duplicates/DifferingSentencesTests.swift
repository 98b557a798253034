import TestSupport
import Testing

@testable import Following

struct DifferingSentencesTests {
    private func pieces(_ text: String, _ ranges: [Range<Int>]) -> [String] {
        ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("船开了。灯亮了！谁在？", ["船开了。", "灯亮了！", "谁在？"]),
        ("他说：“船开了。”灯亮了……雨还下着。", ["他说：“船开了。”", "灯亮了……雨还下着。"]),
        ("　　第一行\n第二行。 \n\n", ["第一行", "第二行。"]), ("船开了！！！（真的。）灯亮了", ["船开了！！！", "（真的。）", "灯亮了"]),
        (
            "The boat left. Mr. J. Tobin saw it. \"Did he?\" Yes!",
            ["The boat left.", "Mr. J. Tobin saw it.", "\"Did he?\"", "Yes!"]
        ),
        (
            "It rose 1.5 m at 3 p.m. on Friday. See quay.example now.",
            ["It rose 1.5 m at 3 p.m. on Friday.", "See quay.example now."]
        ),
        ("…… 。！", []), ("", []), ("船", ["船"]), ("甲；乙，丙、丁", ["甲；乙，丙、丁"]), ("a.", ["a."]),
        ("船开了｡灯亮了｡", ["船开了｡", "灯亮了｡"]),
    ])
    func `sentences end with their marks and what these close`(text: String, sentences: [String]) {
        #expect(pieces(text, Sentences(text).ranges) == sentences)
    }

    @Test func `what only one of two texts has is named in each`() {
        let one = "渡口恢复夜航。末班船十一点开。渔民担心灯光。"
        let other = "渡口恢復夜航！ The pier is new.\n末班船十点开。渔民担心灯光……"
        let found = DifferingSentences(one, other)
        #expect(pieces(one, found.first) == ["末班船十一点开。"])
        #expect(pieces(other, found.second) == ["The pier is new.", "末班船十点开。"])
        #expect(DifferingSentences(one, one) == DifferingSentences("", ""))
        // Another order is no difference.
        #expect(DifferingSentences("甲。乙。", "乙。甲。").first.isEmpty)
    }

    private func rows(_ one: String, _ other: String) -> [String] {
        SentenceChanges(from: one, to: other).changes.map { change in
            switch change {
            case .new(let range): "+\(pieces(other, [range])[0])"
            case .gone(let range): "-\(pieces(one, [range])[0])"
            case .changed(let range, let new): "\(pieces(one, [range])[0])→\(pieces(other, [new])[0])"
            }
        }
    }

    @Test func `sentences came, went and were changed`() {
        let before = "渡口恢复夜航。末班船晚上十一点开。渔民担心灯光。码头装了长廊。"
        let after = "渡口恢复夜航。今晚有雨。末班船晚上十点开。码头装了长廊。更正：船有两艘。"
        #expect(rows(before, after) == ["+今晚有雨。", "末班船晚上十一点开。→末班船晚上十点开。", "-渔民担心灯光。", "+更正：船有两艘。"])
        #expect(rows(before, before) == [] && rows("", "甲。") == ["+甲。"] && rows("甲。", "") == ["-甲。"])
        #expect(rows("Ada rowed out. It was two.", "Ada rowed out. It was three.") == ["It was two.→It was three."])
    }

    @Test func `places are in bounds, in order and apart, and what is named is all that differs`() {
        var random = Seeded(seed: 157)
        let parts = ["甲", "乙丙", "船开了", "The tide. ", "Mr. ", "。", "！", "”", "\n", " ", "　", "…", "1.5", "?", "é", "👩‍👧"]
        for _ in 0..<2000 {
            func text() -> String {
                (0..<Int.random(in: 0...40, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
            }
            let (one, other) = (text(), text())
            let found = DifferingSentences(one, other)
            check(found.first, one)
            check(found.second, other)
            let changes = SentenceChanges(from: one, to: other).changes
            var (gone, new): ([Range<Int>], [Range<Int>]) = ([], [])
            for change in changes {
                switch change {
                case .new(let range): new.append(range)
                case .gone(let range): gone.append(range)
                case .changed(let range, let other):
                    gone.append(range)
                    new.append(other)
                }
            }
            check(gone, one)
            check(new, other)
            #expect(Set(gone).isSuperset(of: found.first) && Set(new).isSuperset(of: found.second))
            let (left, right) = (Sentences(one), Sentences(other))
            let kept = zip(left.ranges, left.tokens).filter { !gone.contains($0.0) }.map(\.1)
            #expect(kept == zip(right.ranges, right.tokens).filter { !new.contains($0.0) }.map(\.1))
        }
    }

    private func check(_ ranges: [Range<Int>], _ text: String) {
        #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count })
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        for range in ranges {
            #expect(String(validating: Array(text.utf8)[range], as: UTF8.self) != nil)
        }
    }

    @Test func `a longest sequence is as long as that of a plain table`() {
        var random = Seeded(seed: 158)
        for _ in 0..<1000 {
            let one = (0..<Int.random(in: 0...12, using: &random)).map { _ in Int32.random(in: 0..<4, using: &random) }
            let other = (0..<Int.random(in: 0...12, using: &random)).map { _ in Int32.random(in: 0..<4, using: &random)
            }
            let pairs = CommonSequence(one, other).pairs
            #expect(pairs.allSatisfy { one[$0.0] == other[$0.1] })
            #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.0 < $1.0 && $0.1 < $1.1 })
            var table = [[Int]](repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
            for i in one.indices {
                for j in other.indices {
                    table[i + 1][j + 1] = one[i] == other[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
                }
            }
            #expect(pairs.count == table[one.count][other.count])
        }
    }

    @Test func `a text of any length is compared`() {
        let one = (0..<20_000).map { "第\($0)句。" }.joined()
        let other = (0..<20_000).reversed().map { "第\($0)句。" }.joined()
        let found = SentenceChanges(from: one, to: other)
        #expect(!found.changes.isEmpty && Sentences(one).ranges.count == Sentences.most)
        #expect(Sentences(one).ranges.last?.upperBound == one.utf8.count)
        #expect(SentenceChanges(from: one, to: one).changes.isEmpty)
    }
}
