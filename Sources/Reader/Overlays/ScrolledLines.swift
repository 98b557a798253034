import Screen
import Settings

/// How far lines that cover the screen are scrolled.
struct ScrolledLines: Sendable {
    /// First line shown.
    private(set) var top = 0

    /// What a key does to so many lines; one that does not scroll them closes what they are in.
    mutating func press(_ key: Key, count: Int, in state: ReaderState) -> OverlayAnswer {
        let rows = Self.rows(in: state)
        let end = max(0, count - rows)
        switch state.keymap.action(for: key) {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= rows
        case .pageDown, .forward: top += rows
        case .home: top = 0
        case .end: top = end
        case .redraw: return .stay([.redraw])
        case .wheel, .click, nil:
            switch key {
            case .wheelUp: top -= 3
            case .wheelDown: top += 3
            default: break
            }
        default: return .close()
        }
        top = max(0, min(end, top))
        return .stay()
    }

    /// How much of so many lines has been shown; nothing where all of them are on the screen.
    func status(count: Int, of state: ReaderState) -> OverlayStatus {
        let rows = Self.rows(in: state)
        guard count > rows else { return OverlayStatus() }
        return OverlayStatus(percent: (min(top, count - rows) + rows) * 100 / count)
    }

    /// The lines on the screen.
    func shown<Line>(_ lines: [Line], in area: Area) -> ArraySlice<Line> {
        lines.dropFirst(min(top, max(0, lines.count - area.rows))).prefix(area.rows)
    }

    static func hints(of state: ReaderState) -> [Hint] {
        [
            Hint(.up, .down, word: state.texts(.hintScroll), in: state),
            Hint(.escape, word: state.texts(.hintClose), in: state),
        ]
    }

    private static func rows(in state: ReaderState) -> Int { max(1, state.layout.whole.rows) }
}
