import Screen
import Testing

struct PrintedTextTests {
    @Test(arguments: ["", "a", "报", "e\u{301}", "\u{10FFFF}\u{1}\u{10FFFE}", "क\u{301}\u{302}\u{303}\u{304}"])
    func `a text of up to five scalars comes back`(text: String) {
        let printed = PrintedText(text)
        #expect(Array(printed.string.unicodeScalars) == Array(text.unicodeScalars))
        #expect(printed.isEmpty == text.isEmpty)
        #expect(printed.first == text.unicodeScalars.first?.value ?? 0)
    }

    @Test func `what is more than five scalars is cut off`() {
        #expect(PrintedText("abcdefg").string == "abcde")
        #expect(PrintedText("abcde").adding(0x301) == PrintedText("abcde"))
        #expect(PrintedText("abcd").adding(0x301).string.unicodeScalars.count == 5)
    }

    @Test func `texts are equal where all their scalars are`() {
        #expect(PrintedText("abcde") == PrintedText("abcdef"))
        #expect(PrintedText("abcde") != PrintedText("abcdx"))
        #expect(PrintedText("abxde") != PrintedText("abcde"))
    }
}
