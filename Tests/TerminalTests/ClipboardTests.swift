import Foundation
import Testing

@testable import Terminal

/// OSC 52 and the ways through tmux and screen.
struct ClipboardTests {
    private func clipboard(_ type: String, tmux: Bool = false, screen: Bool = false, described: Bool = false)
        -> Clipboard?
    {
        Clipboard(type: type, isInTmux: tmux, isInScreen: screen, isDescribed: described)
    }

    @Test func `which terminals are given copies, and how`() {
        #expect(clipboard("xterm-256color")?.wrapping == .plain)
        #expect(clipboard("something", described: true)?.wrapping == .plain)
        #expect(clipboard("foot")?.wrapping == .plain)
        #expect(clipboard("tmux-256color")?.wrapping == .tmux)
        #expect(clipboard("screen-256color", tmux: true)?.wrapping == .tmux)
        #expect(clipboard("screen")?.wrapping == .screen)
        #expect(clipboard("xterm", screen: true)?.wrapping == .screen)
        for type in ["linux", "vt100", "dumb", ""] { #expect(clipboard(type) == nil) }
        #expect(clipboard("dumb", tmux: true, described: true) == nil)
    }

    @Test func `nothing of a text is in the sequence but its base64`() throws {
        for text in ["", "a", "ab", "abc"] {
            #expect(
                try clipboard("xterm")?.sequence(for: text)
                    == Array("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}".utf8))
        }
        let text = "\u{7}\u{1B}\\\u{1B}]0;x\u{7}报\u{9C}"
        let encoded = Data(text.utf8).base64EncodedString()
        let plain = try #require(try clipboard("xterm")?.sequence(for: text))
        #expect(plain == Array("\u{1B}]52;c;\(encoded)\u{7}".utf8))
        let tmux = try #require(try clipboard("tmux")?.sequence(for: text))
        #expect(tmux == plain + Array("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(encoded)\u{7}\u{1B}\\".utf8))
    }

    @Test func `screen is given pieces that it takes, and together they are the sequence`() throws {
        let text = String(repeating: "报纸", count: 500)
        let plain = try #require(try clipboard("xterm")?.sequence(for: text))
        let wrapped = String(decoding: try #require(try clipboard("screen")?.sequence(for: text)), as: UTF8.self)
        let pieces = wrapped.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 256 })
        #expect(pieces.map { String($0.dropFirst(2)) }.joined() == String(decoding: plain, as: UTF8.self))
    }

    @Test func `what is too large is not given`() throws {
        let xterm = try #require(clipboard("xterm"))
        #expect(try xterm.sequence(for: String(repeating: "a", count: Clipboard.limit)).count == 100_000)
        #expect(throws: Clipboard.Fault.tooLarge) {
            try xterm.sequence(for: String(repeating: "a", count: Clipboard.limit + 1))
        }
    }
}
