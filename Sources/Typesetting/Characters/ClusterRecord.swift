/// What the typesetter knows of one cluster: a spacing scalar with its marks, in 16 bytes. A grapheme cluster is one
/// record, or several that no line end may separate.
struct ClusterRecord {
    /// The scalar to print. With the flag `composed`, an index into `ClusterRecords.composed` instead.
    var scalar: UInt32
    /// UTF-8 bytes from the start of the paragraph to the grapheme cluster.
    var offset: UInt32
    /// The line breaking class as `BreakClass.init(stored:)` takes it.
    var breakClass: UInt8
    var role: Role
    /// Width: 0 for what shows nothing, otherwise 1 or 2.
    var cells: UInt8
    var flags: Flags = []
    /// Whether a line may end between the record before and this one.
    var breakBefore: BreakOpportunity = .never
    var glueBefore: Glue = .none

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// More than one scalar: the text is in `ClusterRecords.composed`.
        static let composed = Flags(rawValue: 1)
        /// Belongs to the same grapheme cluster as the record before.
        static let continues = Flags(rawValue: 2)
        /// A half-width mark in the text that is shown as a full-width one.
        static let restored = Flags(rawValue: 4)
        /// Inside a web or mail address.
        static let address = Flags(rawValue: 8)
        /// To be removed when the restoration of punctuation is done.
        static let dropped = Flags(rawValue: 16)
    }
}
