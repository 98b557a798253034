import Testing

@testable import Application

struct TmuxClipboardTests {
    @Test(arguments: [
        ("external\nbpaste,ccolour,clipboard,title\n", TmuxClipboard.Taken.clipboard), ("on\nclipboard\n", .clipboard),
        ("off\nclipboard\n", .buffer), ("external\nbpaste,title\n", .buffer), ("external\n\n", .buffer), ("", .buffer),
    ])
    func `what tmux says of itself tells where the text went`(answer: String, taken: TmuxClipboard.Taken) {
        #expect(TmuxClipboard.taken(answer) == taken)
    }
}
