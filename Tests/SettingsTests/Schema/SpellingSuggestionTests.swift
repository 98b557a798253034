import Settings
import Testing

struct SpellingSuggestionTests {
    private let names = ["theme", "columns", "mark-read", "keys.next-unread", "colours.text", "keys.end"]

    @Test(arguments: [
        ("them", "theme"), ("tehme", "theme"), ("Theme", "theme"), ("colums", "columns"), ("mark_read", "mark-read"),
        ("keys.next-unred", "keys.next-unread"), ("colors.text", "colours.text"),
    ])
    func `a slip of the finger is understood`(written: String, meant: String) {
        #expect(spellingSuggestion(for: written, among: names) == meant)
    }

    @Test(arguments: ["", "x", "background", "keys.suspend", String(repeating: "theme", count: 10_000)])
    func `nothing is suggested for a name that resembles none`(written: String) {
        #expect(spellingSuggestion(for: written, among: names) == nil)
    }
}
