import Testing
import Typesetting

@Suite("Text that is shown as it is")
struct ShownAsItIsTests {
    @Test("What is said to be shown as it is comes out of the clusters unchanged, alone and beside any other such")
    func plain() {
        let plain = (0x20..<0x30000).compactMap { Unicode.Scalar($0).map { String($0) } }.filter(isShownAsItIs)
        #expect(plain.count > 30_000)
        for text in [plain.joined(), plain.reversed().joined()] {
            #expect(clusters(of: text).map(\.text) == text.unicodeScalars.map { String($0) })
        }
    }

    @Test(
        "Controls, marks and what Unicode does not know are not",
        arguments: ["\t", "a\u{301}", "\u{3000}", "か\u{3099}", "灯\u{FE0F}", "\u{200B}", "\u{378}", "\u{AD}", "\u{85}"])
    func other(_ text: String) { #expect(!isShownAsItIs(text)) }
}
