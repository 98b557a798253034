import Screen

/// The help while it is open.
extension ReaderState {
    mutating func performInHelp(_ key: Key) -> [Effect] {
        let rows = max(1, size.rows - 2)
        let top = help ?? 0
        switch keymap.action(for: key) {
        case .up: help = max(0, top - 1)
        case .down: help = min(helpEnd, top + 1)
        case .pageUp: help = max(0, top - rows)
        case .pageDown, .forward: help = min(helpEnd, top + rows)
        case .home: help = 0
        case .end: help = helpEnd
        case .redraw: return [.redraw]
        case .wheel, .click, nil:
            switch key {
            case .wheelUp: help = max(0, top - 3)
            case .wheelDown: help = min(helpEnd, top + 3)
            default: break
            }
        default: help = nil
        }
        return []
    }
}
