import Screen
import TestSupport
import Testing

@testable import Terminal

/// Bytes that terminals send, as keys.
struct KeyDecoderTests {
    /// All that the bytes are, fed as one piece, or in pieces of so many bytes.
    private func inputs(
        _ bytes: [UInt8], piece: Int = .max, longestPaste: Int = 1 << 26,
        described: @escaping ([UInt8]) -> Key? = { _ in nil }
    ) -> [TerminalInput] {
        var decoder = KeyDecoder(longestPaste: longestPaste, described: described)
        var inputs: [TerminalInput] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            decoder.append(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            while let input = decoder.next() { inputs.append(input) }
        }
        while let input = decoder.next(isOver: true) { inputs.append(input) }
        #expect(decoder.isEmpty)
        return inputs
    }

    /// The keys of a text, which are the same byte by byte and all at once.
    private func keys(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Key] {
        let bytes = Array(text.utf8)
        let whole = inputs(bytes)
        #expect(inputs(bytes, piece: 1) == whole, sourceLocation: sourceLocation)
        return whole.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    private func characters(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }

    @Test func `characters are keys, whatever they take in UTF-8`() {
        #expect(
            keys("jé渡𠮷\r\t\u{7F}\u{08}\u{12}") == characters("jé渡𠮷") + [
                .enter, .tab, .backspace, .backspace, .control("R"),
            ])
    }

    @Test func `bytes that are not UTF-8 are no keys`() {
        for piece in [1, 2, .max] {
            #expect(
                inputs([0xFF, 0x61, 0xE6, 0xB8, 0x62, 0x80, 0xC2, 0x85, 0xED, 0xA0, 0x80, 0xF0, 0x9F], piece: piece)
                    == [
                        .key(.character("a")), .key(.character("b")),
                    ])
        }
    }

    private static let named: [(Key, [String])] = [
        (.up, ["[A", "OA", "[1A", "[1;1A", "Ox"]), (.down, ["[B", "OB", "Or"]), (.right, ["[C", "OC", "Ov"]),
        (.left, ["[D", "OD", "Ot"]), (.home, ["[H", "OH", "[1~", "[7~", "Ow", "[1;1H", "[1;129H"]),
        (.end, ["[F", "OF", "[4~", "[8~", "Oq"]), (.pageUp, ["[5~", "Oy"]), (.pageDown, ["[6~", "Os"]),
        (.delete, ["[3~", "On"]),
        (.backTab, ["[Z"]), (.enter, ["OM"]), (.function(1), ["OP", "[11~", "[[A", "[P"]),
        (.function(5), ["[15~", "[[E"]),
        (.function(12), ["[24~"]),
    ]

    @Test(arguments: named)
    func `a key has many forms, whatever the terminal`(key: Key, forms: [String]) {
        for form in forms { #expect(keys("a\u{1B}\(form)b") == [.character("a"), key, .character("b")], "\(form)") }
    }

    /// What terminals send that is no key here: keys held with others, focus, kitty's keyboard, reports, control strings.
    private static let unknown = [
        "[I", "[O", "[13;2u", "[27u", "[57414u", "[8;30;110t", "[1;3q", "[>4;2q", "[?1;2c", "[?2026;2$y", "[@", "[99~",
        "[25h",
        "[W", "[[Z", "[1;5A", "[1;2H", "[27;2;13~", "[3;5~", "[1:2;3A", "OT", "O5A", "O1;2P", "[200z", "[3$y",
        "[5;7;9x",
        "_Gi=31;OK\u{1B}\\", "P1$r0m\u{1B}\\", "P>|XTerm(379)\u{1B}\\", "]52;c;amo=\u{7}", "]10;rgb:ff/ff/ff\u{1B}\\",
        "^pm\u{1B}\\",
        "Xsos\u{1B}\\", "A", "m", "é", "渡", "\r", "\u{7F}", "\u{10}", "[201~",
        "(B", "#8", "%G", " F", "$(C", "[1;1:3B", "[1;1:3A", "[97;1:3u", "[5;2:3~",
    ]

    @Test(arguments: unknown)
    func `a sequence that is no key leaves nothing of itself`(sequence: String) {
        #expect(keys("a\u{1B}\(sequence)b\u{1B}\(sequence)") == characters("ab"))
        #expect(keys("\u{1B}\(sequence)\u{1B}[A") == [.up])
        #expect(keys("\u{1B}\u{1B}[B") == [.escape, .down])
    }

    @Test func `a sequence may begin with CSI in one byte`() {
        for piece in [1, .max] {
            #expect(
                inputs([0x9B, 0x41, 0x6A, 0x9B] + Array("1;5Bk".utf8), piece: piece) == [
                    .key(.up), .key(.character("j")), .key(.character("k")),
                ])
            #expect(inputs([0x9B], piece: piece) == [] && inputs([0x6A, 0x9B, 0x31], piece: piece).count == 1)
        }
    }

    @Test func `Escape is a key where nothing follows, and before another Escape`() {
        #expect(keys("\u{1B}") == [.escape])
        #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
        #expect(keys("j\u{1B}") == [.character("j"), .escape])
    }

    @Test func `Escape waits a moment for what makes it a sequence, or a character with Alt`() {
        var decoder = KeyDecoder { _ in nil }
        decoder.append([0x1B])
        #expect(decoder.next() == nil && decoder.patience == 25)
        #expect(decoder.next(isOver: true) == .key(.escape) && decoder.patience == nil)
    }

    @Test(arguments: ["[", "[1", "[1;", "[<0;3", "O", "]11;rgb:00", "P1$", "_G", "[M!", "[200", "[["])
    func `what never comes to its end is dropped`(sequence: String) {
        #expect(keys("a\u{1B}\(sequence)") == characters("a"))
    }

    @Test func `a sequence that is broken off ends there`() {
        #expect(keys("\u{1B}[1\u{1B}[Aj") == [.up, .character("j")])
        #expect(keys("\u{1B}[1\rj") == [.enter, .character("j")])
        #expect(keys("\u{1B}]11;rgb\u{1B}[Aj") == [.up, .character("j")])
        #expect(keys("\u{1B}Pxyz\u{18}j") == characters("j"))
    }

    @Test func `what the terminal's description has is a key too`() {
        let described: ([UInt8]) -> Key? = {
            ["\u{1B}A": .up, "\u{1B}[U": .pageDown, "\u{0B}": .up][String(decoding: $0, as: UTF8.self)]
        }
        for piece in [1, .max] {
            #expect(
                inputs(Array("\u{1B}A\u{1B}[U\u{0B}\u{1B}[1;5U".utf8), piece: piece, described: described) == [
                    .key(.up), .key(.pageDown), .key(.up),
                ])
        }
    }

    // MARK: - The mouse

    private func mouse(_ text: String) -> [MouseReport.Event] {
        let bytes = Array(text.utf8)
        #expect(inputs(bytes) == inputs(bytes, piece: 1))
        return inputs(bytes).compactMap { input in
            guard case .mouse(let report) = input else { return nil }
            #expect(report.column == 9 && report.row == 4)
            return report.event
        }
    }

    @Test func `the mouse is told in SGR's form, in urxvt's, and in the first one`() {
        #expect(
            mouse("\u{1B}[<0;10;5M\u{1B}[<32;10;5M\u{1B}[<0;10;5m\u{1B}[<64;10;5M\u{1B}[<65;10;5M") == [
                .press, .drag, .release, .wheelUp, .wheelDown,
            ])
        #expect(
            mouse("\u{1B}[32;10;5M\u{1B}[64;10;5M\u{1B}[35;10;5M\u{1B}[96;10;5M") == [
                .press, .drag, .release, .wheelUp,
            ])
        #expect(
            mouse("\u{1B}[M *%\u{1B}[M@*%\u{1B}[M#*%\u{1B}[M`*%\u{1B}[Ma*%") == [
                .press, .drag, .release, .wheelUp, .wheelDown,
            ])
    }

    @Test func `other buttons, and those held with keys, are nothing`() {
        for report in [
            "[<1;2;3M", "[<2;2;3M", "[<4;2;3M", "[<16;2;3M", "[<66;2;3M", "[<35;2;3M", "[<0;0;0M", "[<0;2M", "[M\"*%",
            "[<128;2;3M",
            "[<129;2;3m", "[160;2;3M",
        ] {
            #expect(keys("a\u{1B}\(report)b") == characters("ab"))
            #expect(inputs(Array("\u{1B}\(report)".utf8)) == [], "\(report)")
        }
    }

    // MARK: - Answers

    @Test func `the cursor's place and the background are answers`() {
        for piece in [1, 3, .max] {
            let told = "\u{1B}[12;3Rj\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\k\u{1B}]11;rgb:f/8/0\u{7}l"
            let inputs = inputs(Array(told.utf8), piece: piece)
            #expect(inputs.count == 6)
            #expect(inputs.first == .cursor(column: 3))
            #expect(inputs.compactMap { if case .key(let key) = $0 { key } else { nil } } == characters("jkl"))
        }
    }

    @Test(arguments: [
        ("ffff/ffff/ffff", true), ("0000/0000/0000", false), ("fdfd/f6f6/e3e3", true), ("00/2b/36", false),
        ("f/f/f", true),
        ("1e1e/1e1e/1e1e", false), ("c0c0/c0c0/c0c0", true), ("0/0/f", false),
    ])
    func `a background is light or dark`(color: String, isLight: Bool) {
        #expect(Background(answer: "11;rgb:\(color)")?.isLight == isLight)
        #expect(Background(answer: "11;rgba:\(color)/ffff")?.isLight == isLight)
    }

    @Test(arguments: [
        "", "11;", "11;rgb:", "11;rgb:1/2", "11;rgb:1/2/3/4/5", "11;rgb:g/0/0", "11;rgb:-1/0/0", "11;rgb:12345/0/0",
        "10;rgb:0/0/0", "11;white",
    ])
    func `what is no colour is no background`(answer: String) {
        #expect(Background(answer: answer) == nil)
    }

    // MARK: - Pastes

    @Test func `text between the two marks is one paste, with all that is in it`() {
        #expect(
            keys("a\u{1B}[200~渡q\r\u{1B}[A\u{1B}x\u{1B}[201~b") == [
                .character("a"), .paste("渡q\r\u{1B}[A\u{1B}x"), .character("b"),
            ])
        #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test func `a paste is waited for as long as it takes`() {
        var decoder = KeyDecoder { _ in nil }
        decoder.append(Array("\u{1B}[200~q".utf8))
        #expect(decoder.next() == nil && decoder.next(isOver: true) == nil && decoder.patience == nil)
        decoder.append(Array("q\u{1B}[201~".utf8))
        #expect(decoder.next() == .key(.paste("qq")))
    }

    @Test func `of a paste over 1 MiB the beginning is kept, and no key of the rest is a command`() {
        let text = String(repeating: "渡", count: (1 << 20) / 3 + 1000)
        let inputs = inputs(Array("\u{1B}[200~\(text)\u{1B}[201~j".utf8), piece: 4096)
        guard case .key(.paste(let kept))? = inputs.first else {
            Issue.record("no paste")
            return
        }
        #expect(inputs.count == 2 && kept.utf8.count > (1 << 20) - 4 && text.hasPrefix(kept))
    }

    @Test func `a paste whose end mark never comes is given up at last`() {
        let text = String(repeating: "a", count: (1 << 20) + 5000)
        let inputs = inputs(Array("\u{1B}[200~\(text)".utf8), piece: 4096, longestPaste: 4999)
        #expect(inputs.count == 2 && inputs.last == .key(.character("a")))
    }

    // MARK: - Anything

    @Test func `any bytes are the same in any pieces, and a key after them is that key`() {
        var random = Seeded(seed: 11)
        let pieces = [
            "\u{1B}", "[", "O", "]", "1", ";", "M", "m", "<", "~", "200", "201", "R", "\u{7}", "\\", "渡", "a", "P",
            "\u{18}", "?",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            // Whatever is begun ends here: a paste, a control string, a sequence.
            let bytes = Array((text + "\u{1B}[201~\u{18}\u{1B}[A").utf8)
            let whole = inputs(bytes)
            #expect(inputs(bytes, piece: 1) == whole && inputs(bytes, piece: 3) == whole, "\(text.debugDescription)")
            #expect(whole.last == .key(.up), "\(text.debugDescription)")
        }
    }
}
