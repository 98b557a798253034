import Screen

/// One row of the action table: an action, its keys, and where it applies.
package struct ActionRow: Sendable {
    /// What the keys ask for.
    package let action: Action
    /// The default keys; hints name the first.
    package internal(set) var keys: [Key]
    /// Whether the line of hints at the bottom of the screen may show it. Only such an action has `hint.<name>` in the texts.
    package let isHinted: Bool
    /// The panes in which the key does something: nowhere else is it obeyed, or shown in hints and help.
    package let panes: Set<Pane>

    init(_ action: Action, _ keys: [Key], isHinted: Bool = false, in panes: Set<Pane> = Set(Pane.allCases)) {
        self.action = action
        self.keys = keys
        self.isHinted = isHinted
        self.panes = panes
    }

    /// Whether settings can give it other keys. Mouse events and Ctrl-Z, which the terminal turns into a signal, are fixed.
    package var isBindable: Bool { !keys.contains { $0.settingName.isEmpty || $0 == .control("Z") } }
}
