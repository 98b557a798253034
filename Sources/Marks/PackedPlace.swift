import Newspaper

/// A place in half the memory; a log's numbers have at most nine digits.
struct PackedPlace: Hashable, Sendable, Comparable {
    private let block: UInt32
    private let character: UInt32
    private let anchor: UInt32

    init(_ place: ReadingPlace) {
        block = UInt32(clamping: place.block)
        character = UInt32(clamping: place.character)
        anchor = place.anchor
    }

    var place: ReadingPlace { ReadingPlace(block: Int(block), character: Int(character), anchor: anchor) }

    static func < (one: PackedPlace, other: PackedPlace) -> Bool {
        (one.block, one.character, one.anchor) < (other.block, other.character, other.anchor)
    }
}
