import Testing

@testable import Newspaper

/// The beginning of a brief without a headline.
struct BriefLeadTests {
    private func title(_ text: String) -> String? {
        Story(kind: .brief, body: [Block(.paragraph, text)]).listTitle
    }

    @Test func `words in brackets or before a colon are what lists call it, without its mark`() {
        #expect(title("●【镇水务站】通知:明日八时停水。") == "镇水务站通知")
        #expect(title("▲【镇水务站】明日停水,后日恢复。") == "镇水务站")
        #expect(title("◆ 渡口:末班船提前到六时。") == "渡口")
        #expect(title("■ Ferries: the last boat leaves at six.") == "Ferries")
    }

    @Test func `without such words the text is, without its mark`() {
        #expect(title("▲明日八时停水,请备水。") == "明日八时停水,请备水。")
        #expect(title("●7:30开船,不再等人。") == "7:30开船,不再等人。")
        #expect(title("渡口的老船工今年退休。") == "渡口的老船工今年退休。")
        #expect(title("▲") == "▲" && title("") == "")
        // A story keeps what it begins with.
        #expect(Story(body: [Block(.paragraph, "▲渡口:末班船")]).listTitle == "▲渡口:末班船")
    }
}
