import Newspaper
import Testing

@testable import PageText

@Suite("Jump lines connect the parts of a story")
struct JumpTests {
    private let body = Sample.body
    private let more = Sample.more

    @Test func `the two parts of a jump are one story, whatever pages are between them`() {
        let edition = PageParser.edition(from: [
            PageSource(path: "01.txt", text: "老街看花\n\n□本报记者 王明\n\n\(body.dropLast(8))(下转第三版)\n"),
            PageSource(path: "02.txt", text: "河道清淤开工\n\n□本报记者 李明\n\n\(more)\n"),
            PageSource(path: "03.txt", text: "老街看花\n\n(上接第一版)\(body.suffix(8))\n\n\(more)\n"),
        ])
        #expect(edition.stories.count == 2)
        #expect(edition.stories[0].body.map(\.text) == [body, more])
        #expect(edition.stories[0].continues == "(下转第三版)")
        #expect(edition.stories[0].continued == "(上接第一版)")
        #expect(edition.furniture.contains("老街看花"))
    }
}
