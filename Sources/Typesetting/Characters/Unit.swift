/// What is placed as one: a spacing scalar with its marks. A grapheme cluster is one unit, or several that stay together.
struct Unit {
    /// The scalar to print; of a unit with marks, the index of its text in `Units.composed`.
    var scalar: UInt32
    /// UTF-8 bytes from the start of the text to the cluster.
    var offset: UInt32
    var breakClass: UInt8
    var role: Role
    /// 0 for what shows nothing, else 1 or 2.
    var cells: UInt8
    var flags: Flags = []
    /// Between the unit before and this one.
    var joint: Joint = .never
    var gap: Gap = .none

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// The text stands in `Units.composed`.
        static let composed = Flags(rawValue: 1)
        /// Goes on with the cluster of the unit before.
        static let continues = Flags(rawValue: 2)
        /// Shown otherwise than it stands in the text, as a full-width mark.
        static let restored = Flags(rawValue: 4)
        /// Inside a web or mail address.
        static let address = Flags(rawValue: 8)
        /// To be taken out.
        static let dropped = Flags(rawValue: 16)
    }
}
