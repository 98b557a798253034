import Newspaper
import Testing

@testable import PageText

@Suite("What is put between two lines of a text")
struct LineJunctionTests {
    /// The text of all stories and captions.
    private func body(_ lines: [String]) -> String {
        parse(lines.joined(separator: "\n") + "\n").stories.flatMap { $0.body.map(\.text) + $0.photos.map(\.caption) }
            .joined(separator: "|")
    }

    private let head = ["나루신문", "2026년 4월 3일 금요일", "", "새 나룻배가 물에 뜬다", "한서윤 기자", ""]

    @Test func `a space between Korean lines that end with words`() {
        let text = body(
            head + [
                "나루마을에서 새 나룻배가 물에 떴다. 마을 사람 팔십여 명이 아침부터", "강가에 모여 배를 밀었다. 사공은 배가 예전보다",
                "두 배 가볍다고 말했다. 다음 주부터 하루", "여섯 번 강을 건넌다.",
            ])
        for words in ["아침부터 강가에", "예전보다 두 배", "하루 여섯 번"] { #expect(text.contains(words), "\(text)") }
    }

    @Test func `none between Korean lines that are full to the last syllable`() {
        let words =
            "나루마을에서새나룻배가물에떴다마을사람팔십여명이아침부터강가에모여배를밀었다사공은배가예전보다두배가볍다고말했다다음주부터하루여섯번강을건넌다비가오면쉬고바람이세도쉰다고하였고표는강가의가게에서살수있으니미리사두는것이좋다고덧붙였으며아이는반값이다."
        let letters = Array(words)
        let lines = stride(from: 0, to: letters.count, by: 24).map { String(letters[$0..<min($0 + 24, letters.count)]) }
        #expect(body(head + lines).contains(words))
    }

    @Test func `where words' ends keep their spaces, those alone`() {
        let text = body(
            head + ["나루마을에서 새 나룻배가 물에 떴다. 마을 사람 팔십여 명이 아침부터 ", "강가에 모여 배를 밀었다. 사공은 배가 예전보", "다 두 배 가볍다고 말했다."])
        #expect(text.contains("아침부터 강가에") && text.contains("예전보다 두 배"), "\(text)")
    }

    @Test func `a letter by itself keeps its hyphen`() {
        let text = body([
            "Ferry keeper answers by post and wire", "By ADA MOORHEN", "",
            "The keeper of the ferry answers every letter that comes, on paper or by e-",
            "mail, and has done so for thirty-one years, in a hand that every-",
            "one on the river knows.",
        ])
        #expect(text.contains("e-mail") && text.contains("everyone"), "\(text)")
    }
}
