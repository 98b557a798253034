import Newspaper
import Testing

@testable import PageText

@Suite("Web addresses that go on over a line's end are whole")
struct AddressTests {
    private func body(_ lines: String...) -> String {
        parse(lines.joined(separator: "\n")).stories.flatMap(\.body).map(\.text).joined(separator: "|")
    }

    @Test func `on a page of words`() {
        let text = body(
            "Ferry times are listed by the harbour", "By ADA MOORHEN", "",
            "The ferry runs from six in the morning until nine, and its times are at https://quay.example/times/spring-",
            "and-summer/table.html for all who cross. Fares are at https://quay.example/fares?from=east&to=",
            "west until May. Ask at https://quay.example/", "on weekdays. Boats are at www.quay.example.",
            "Or walk along the shore-",
            "line and ring the bell, says the keeper of the pier, who has seen it all before.")
        #expect(text.contains("https://quay.example/times/spring-and-summer/table.html for"))
        #expect(text.contains("https://quay.example/fares?from=east&to=west until"))
        #expect(text.contains("https://quay.example/ on weekdays"))
        #expect(text.contains("www.quay.example.") && !text.contains("example.Or"))
        #expect(text.contains("shoreline"))
    }

    @Test func `on a page of Han`() {
        let text = body(
            "渡口新船下水", "本报记者 何一渡", "", "新船昨天下水，时刻和票价都写在镇里的网页上，地址是https://quay.example/times/spring-",
            "and-summer/list.html，老人和孩子的票减半，团体要提前一天打电话。")
        #expect(text.contains("https://quay.example/times/spring-and-summer/list.html，老人"))
    }
}
