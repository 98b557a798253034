import Screen
import Settings
import Typesetting

/// Messages that the line at the foot has no room for, one below another under their title.
struct NoticeOverlay: Overlay {
    let title: String
    let messages: [String]
    private var scrolled = ScrolledLines()

    init(title: String, messages: [String]) {
        self.title = title
        self.messages = messages
    }

    var cover: OverlayCover { .screen }
    var isModal: Bool { true }
    var keepsEscape: Bool { true }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        scrolled.press(key, count: lines(in: state).count, in: state)
    }

    func hints(of state: ReaderState) -> [Hint]? { ScrolledLines.hints(of: state) }

    func status(of state: ReaderState) -> OverlayStatus? { scrolled.status(count: lines(in: state).count, of: state) }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.whole
        for (row, line) in scrolled.shown(lines(in: state), in: area).enumerated() {
            frame.write(
                line.line, column: area.column + 1, row: area.row + row, limit: area.columns - 2,
                style: line.isTitle ? state.theme.crosshead : state.theme.text)
        }
        frame.cursor(at: area, where: true)
    }

    /// A message's second line begins further in.
    private func lines(in state: ReaderState) -> [(line: Line, isTitle: Bool)] {
        let measure = max(8, state.size.columns - 2)
        let style = ParagraphStyle(
            measure: measure, indent: measure >= 24 ? 4 : 0, alignment: .ragged, hanging: .none,
            restoresPunctuation: false, ambiguousIsWide: state.settings.ambiguousIsWide)
        return typeset(title, style).map { ($0, true) }
            + messages.flatMap { typeset($0, style).map { ($0, false) } }
    }
}

extension ReaderState {
    /// Shows messages that belong together: one in the line at the foot, where it fits and nothing else is there; several, or
    /// a long one, over the panes until a key closes them.
    mutating func show(notices: [String], title: String) {
        overlays.close(NoticeOverlay.self)
        guard let first = notices.first else { return }
        // Beside it is how far the story is shown.
        let room = size.columns - 10
        if notices.count == 1, message == nil || message == first, fits(first, room) {
            message = first
        } else {
            if message == first { message = nil }
            overlays.open(NoticeOverlay(title: title, messages: notices))
        }
    }

    /// Whether a message loses nothing but folders of paths.
    private func fits(_ message: String, _ room: Int) -> Bool {
        let fitted = fitted(message, to: room)
        return fitted.last == message.last && cells(of: fitted) <= room
    }
}
