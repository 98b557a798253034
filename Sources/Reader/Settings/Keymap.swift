import Screen

/// The action table with the reader's own keys in it.
package struct Keymap: Sendable {
    package let rows: [ActionRow]
    private let actions: [Key: Action]

    package static let standard = Keymap()

    /// A key that the reader gave to one action is taken from the one that has it by the table.
    package init(_ chosen: [Action: [Key]] = [:]) {
        let taken = Set(chosen.values.joined())
        rows = ActionTable.rows.map { row in
            var row = row
            row.keys = chosen[row.action] ?? row.keys.filter { !taken.contains($0) }
            return row
        }
        var actions: [Key: Action] = [:]
        for row in rows { for key in row.keys { actions[key] = row.action } }
        self.actions = actions
    }

    /// What a key asks for; nil where it asks for nothing.
    package func action(for key: Key) -> Action? { actions[key] }

    /// The keys of an action, the one to name first.
    package func keys(for action: Action) -> [Key] { rows.first { $0.action == action }?.keys ?? [] }
}
