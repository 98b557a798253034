/// What is wrong with a setting that was given. All other settings still apply.
package struct SettingFault: Error, Sendable, Hashable {
    /// The mistakes that can be made.
    package enum Kind: Sendable, Hashable {
        /// The file is not TOML at this column of its line, in characters from 1: the line does not apply, or nothing of
        /// the file.
        case syntax(column: Int, isLineOnly: Bool = false)
        /// No setting has the name; `nearest` is the most similar one.
        case unknown(name: String, nearest: String?)
        /// The setting does not accept the value; `nearest` is the most similar one that it accepts.
        case value(name: String, SettingValue, takes: SettingKind, nearest: String?)
        /// The file gives the setting a second time; the first one, at `line`, applies.
        case repeated(name: String, line: Int)
        /// The settings give the key to another action already.
        case conflict(name: String, key: String, with: String)
        /// The action's last key went to another action.
        case keyless(name: String, key: String, to: String)
    }

    /// What is wrong.
    package var kind: Kind
    /// Where it was given.
    package var origin: SettingOrigin

    /// A fault in a value that was given at a place.
    package init(_ kind: Kind, at origin: SettingOrigin) {
        self.kind = kind
        self.origin = origin
    }

    /// Whether it only says what becomes of another setting: the value itself is accepted.
    package var isRemark: Bool { if case .keyless = kind { true } else { false } }
}
