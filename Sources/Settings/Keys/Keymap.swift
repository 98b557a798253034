import Screen

/// The action table with the keys of the settings in place of the default ones.
package struct Keymap: Sendable {
    /// The rows of the action table, in its order, with the keys in effect.
    package let rows: [ActionRow]
    private let actions: [Key: Action]

    /// The default keys.
    package static let standard = Keymap()

    /// A key that `chosen` gives to one action is removed from the action that has it by default.
    package init(_ chosen: [Action: [Key]] = [:]) {
        var rows = ActionTable.rows
        if !chosen.isEmpty {
            let taken = Set(chosen.values.joined())
            for index in rows.indices {
                rows[index].keys = chosen[rows[index].action] ?? rows[index].keys.filter { !taken.contains($0) }
            }
        }
        self.rows = rows
        var actions: [Key: Action] = [:]
        actions.reserveCapacity(2 * rows.count)
        for row in rows { for key in row.keys { actions[key] = row.action } }
        self.actions = actions
    }

    /// The action of a key; nil where it has none.
    package func action(for key: Key) -> Action? { actions[key] }

    /// The action that a key has in a pane; nil where it has none there.
    package func action(for key: Key, in pane: Pane) -> Action? {
        guard let action = actions[key], let row = rows.first(where: { $0.action == action }) else { return nil }
        return row.panes.contains(pane) ? action : nil
    }

    /// The keys of an action; messages name the first.
    package func keys(for action: Action) -> [Key] { rows.first { $0.action == action }?.keys ?? [] }
}
