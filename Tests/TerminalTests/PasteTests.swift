import CNcurses
import Testing

@testable import Terminal

struct PasteTests {
    private static let end = KeyQueue.Key(code: 0x7E02, isFunction: true)

    private func key(_ scalar: Unicode.Scalar) -> KeyQueue.Key { KeyQueue.Key(code: scalar.value, isFunction: false) }

    @Test func `text between the two marks is one paste`() {
        var paste = Paste()
        #expect(!paste.isOpen)
        #expect(paste.receive(Paste.start) == nil && paste.isOpen)
        for scalar in "渡q\n".unicodeScalars { #expect(paste.receive(key(scalar)) == nil) }
        #expect(paste.receive(Self.end) == "渡q\n")
        #expect(!paste.isOpen)
    }

    @Test func `an empty paste is empty text`() {
        var paste = Paste()
        _ = paste.receive(Paste.start)
        #expect(paste.receive(Self.end) == "")
    }

    @Test func `function keys and a second start mark are no part of a paste`() {
        var paste = Paste()
        _ = paste.receive(Paste.start)
        _ = paste.receive(key("a"))
        #expect(paste.receive(KeyQueue.Key(code: wint_t(KEY_UP), isFunction: true)) == nil)
        #expect(paste.receive(Paste.start) == nil)
        _ = paste.receive(key("b"))
        #expect(paste.receive(Self.end) == "ab")
    }

    @Test func `of a paste over 1 MiB the beginning is kept, and no key of the rest is a command`() {
        var paste = Paste()
        _ = paste.receive(Paste.start)
        let key = key("𠮷")
        for _ in 0..<(1 << 18) + 1000 { #expect(paste.receive(key) == nil) }
        #expect(paste.isOpen)
        #expect(paste.receive(Self.end)?.utf8.count == 1 << 20)
        #expect(!paste.isOpen)
    }

    @Test func `a paste whose end mark never comes is given up at last`() {
        var paste = Paste(longest: 1 << 12)
        _ = paste.receive(Paste.start)
        let key = key("a")
        for _ in 1..<(1 << 20) + (1 << 12) where paste.receive(key) != nil { Issue.record("it ended too soon") }
        #expect(paste.isOpen)
        #expect(paste.receive(key)?.utf8.count == 1 << 20)
        #expect(!paste.isOpen)
    }
}
