import Screen
import Testing

@testable import Terminal

struct GraphicsAnswerTests {
    private func inputs(_ bytes: [UInt8], split place: Int) -> [TerminalInput] {
        var decoder = KeyDecoder { _ in nil }
        var inputs: [TerminalInput] = []
        for part in [bytes[..<place], bytes[place...]] {
            decoder.append(part)
            while let input = decoder.next() { inputs.append(input) }
        }
        return inputs
    }

    @Test func `answers are told from keys wherever they are cut`() throws {
        let answers = "j\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4;22c\u{1B}[?1;0;256S\u{1B}[6;20;10tk"
        let bytes = Array(answers.utf8)
        let cell = try #require(PictureDisplay.CellSize(width: 10, height: 20))
        let told: [GraphicsAnswer] = [.kitty(isTaken: true), .attributes([62, 4, 22]), .colors(256), .cell(cell)]
        let all = [.key(.character("j"))] + told.map(TerminalInput.graphics) + [.key(.character("k"))]
        for place in bytes.indices { #expect(inputs(bytes, split: place) == all, "\(place)") }
    }

    @Test(arguments: [
        "\u{1B}_Gi=7;OK\u{1B}\\", "\u{1B}_\u{1B}\\", "\u{1B}_Gi=31\u{1B}\\", "\u{1B}[?1;3;0S", "\u{1B}[?2;0;9S",
        "\u{1B}[6;0;0t", "\u{1B}[6;9999;9999t", "\u{1B}[8;24;80t", "\u{1B}[6;20t", "\u{1B}[>0;276;0c",
    ])
    func `what answers no question is nothing, and no key`(text: String) {
        let bytes = Array(text.utf8)
        for place in bytes.indices { #expect(inputs(bytes, split: place).isEmpty) }
    }

    @Test func `a terminal can draw what it said`() {
        var ability = GraphicsAbility()
        ability.adopt(.kitty(isTaken: false))
        // The kind of terminal is not what it can do.
        ability.adopt(.attributes([4, 6]))
        // tmux says so whatever terminal it is in.
        ability.adopt(.attributes([1, 2, 4]))
        #expect(ability == GraphicsAbility())
        ability.adopt(.kitty(isTaken: true))
        ability.adopt(.attributes([62, 4]))
        ability.adopt(.colors(16))
        #expect(ability.hasKitty && ability.hasSixels && ability.colors == 16)
    }

    @Test func `only where nothing stands between is asked what another program would take for a title`() {
        func question(_ type: String, tmux: Bool = false, screen: Bool = false) -> TerminalProbe.Question {
            .init(
                type: type, asksWidth: false, asksBackground: false, asksGraphics: true, isInTmux: tmux,
                isInScreen: screen)
        }
        #expect(question("xterm-256color") == [.graphics, .kitty])
        #expect(question("xterm-256color", tmux: true) == .graphics)
        #expect(question("xterm", screen: true) == .graphics)
        #expect(question("screen-256color") == .graphics)
        #expect(question("tmux-256color") == .graphics)
        for type in ["linux", "dumb", "", "vt100"] { #expect(question(type).isEmpty, "\(type)") }
        #expect(!String(decoding: question("tmux").bytes, as: UTF8.self).contains("\u{1B}_"))
        // What every terminal answers is asked last.
        #expect(question("xterm").bytes.suffix(4) == Array("\u{1B}[6n".utf8)[...])
    }
}
