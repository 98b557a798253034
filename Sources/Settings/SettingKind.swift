/// What values a setting takes.
package enum SettingKind: Sendable, Hashable {
    case boolean
    case integer(ClosedRange<Int>)
    case choice([String])
    /// A file or folder.
    case path
    case colour
    /// A list of names of keys.
    case keys
}
