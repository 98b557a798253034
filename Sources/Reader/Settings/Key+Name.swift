import Screen

/// Keys as settings write them: `k`, `space`, `page-up`, `ctrl-r`, `f1`.
extension Key {
    private static let named: [(name: String, key: Key)] = [
        ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("page-up", .pageUp),
        ("page-down", .pageDown), ("home", .home), ("end", .end), ("enter", .enter), ("escape", .escape),
        ("tab", .tab), ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete),
        ("space", .character(" ")),
    ]

    /// All that are no single character.
    package static let names: [String] =
        named.map(\.name) + (1...12).map { "f\($0)" } + controls.map { "ctrl-\($0)" }

    /// The letters that make another key with Control: not those of Tab, Enter, Backspace, and not those that the terminal
    /// itself answers to (interrupt, stop, quit, suspend).
    private static let controls = "abdefgklnprtuwxy".map { String($0) }

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

    /// Empty for what is no key: the mouse, another size.
    package var settingName: String {
        switch self {
        case .character(let scalar) where scalar != " ": String(Character(scalar))
        case .control(let scalar): "ctrl-" + String(Character(scalar)).lowercased()
        case .function(let number): "f\(number)"
        default: Self.named.first { $0.key == self }?.name ?? ""
        }
    }
}
