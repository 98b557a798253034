import Screen
import Localization

extension Key {
    /// The key as hints and help call it.
    package func name(in texts: Localization) -> String {
        switch self {
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .pageUp: texts(.keyPageUp)
        case .pageDown: texts(.keyPageDown)
        case .home: texts(.keyHome)
        case .end: texts(.keyEnd)
        case .enter: texts(.keyEnter)
        case .escape: texts(.keyEscape)
        case .tab: texts(.keyTab)
        case .backTab: texts(.keyBackTab)
        case .backspace: texts(.keyBackspace)
        case .delete: texts(.keyDelete)
        case .character(" "): texts(.keySpace)
        case .character(let scalar): String(Character(scalar))
        case .control(let scalar): texts(.keyControl, Character(scalar))
        case .function(let number): "F\(number)"
        case .click, .doubleClick: texts(.keyClick)
        case .wheelUp, .wheelDown: texts(.keyWheel)
        case .resize, .paste, .drag, .release: ""
        }
    }
}
