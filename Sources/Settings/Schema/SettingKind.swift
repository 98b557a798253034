/// The values that a setting accepts.
package enum SettingKind: Sendable, Hashable {
    case boolean
    case integer(ClosedRange<Int>)
    case choice([String])
    /// A file or folder.
    case path
    case colour
    /// A list of names of keys.
    case keys

    /// The text files describe the kind under `takes.<name>`.
    package var name: String {
        switch self {
        case .boolean: "boolean"
        case .integer: "integer"
        case .choice: "choice"
        case .path: "path"
        case .colour: "colour"
        case .keys: "keys"
        }
    }
}
