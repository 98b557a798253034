/// What is wrong with a setting that somebody gave. The rest still counts.
package struct SettingFault: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The file is no TOML from this column of its line on, in characters from 1; nothing of it counts.
        case syntax(column: Int)
        /// No setting has the name; `nearest` is the one most like it.
        case unknown(name: String, nearest: String?)
        /// The setting takes no such value.
        case value(name: String, SettingValue, takes: SettingKind, nearest: String?)
        /// The key is another action's already, by the same file.
        case conflict(name: String, key: String, with: String)
        /// The action's last key went to another.
        case keyless(name: String, key: String, to: String)
    }

    package var kind: Kind
    package var origin: SettingOrigin

    package init(_ kind: Kind, at origin: SettingOrigin) {
        self.kind = kind
        self.origin = origin
    }
}
