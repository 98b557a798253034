import Screen

/// The names of keys in the settings file: `k`, `space`, `page-up`, `ctrl-r`, `f1`.
extension Key {
    private static let named: [(name: String, key: Key)] = [
        ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("page-up", .pageUp),
        ("page-down", .pageDown), ("home", .home), ("end", .end), ("enter", .enter), ("escape", .escape),
        ("tab", .tab), ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete),
        ("space", .character(" ")),
    ]

    /// The names of all keys that are more than one character.
    package static let names: [String] =
        named.map(\.name) + (1...12).map { "f\($0)" } + controls.map { "ctrl-\($0)" }

    /// The letters that can be combined with Control. Not among them: those that are Tab, Enter and Backspace, and those that
    /// the terminal handles itself (interrupt, stop, quit, suspend).
    private static let controls = "abdefgklnprtuwxy".map { String($0) }

    /// The key with a name; nil where no key has it. Case matters only for single characters.
    package init?(settingName name: String) {
        let scalars = name.unicodeScalars
        let lower = name.lowercased()
        if scalars.count == 1, let scalar = scalars.first, scalar.value > 0x20,
            scalar.properties.generalCategory != .control
        {
            self = .character(scalar)
        } else if let found = Self.named.first(where: { $0.name == lower }) {
            self = found.key
        } else if Self.names.contains(lower), let last = lower.uppercased().unicodeScalars.last {
            self = lower.hasPrefix("f") ? .function(Int(lower.dropFirst()) ?? 1) : .control(last)
        } else {
            return nil
        }
    }

    /// The key's name; empty for events that are not keys, such as the mouse or a resize.
    package var settingName: String {
        switch self {
        case .character(let scalar) where scalar != " ": String(Character(scalar))
        case .control(let scalar): "ctrl-" + String(Character(scalar)).lowercased()
        case .function(let number): "f\(number)"
        default: Self.named.first { $0.key == self }?.name ?? ""
        }
    }
}
