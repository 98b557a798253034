import CUnicodeTables

/// What counts as the same when text is looked for.
@usableFromInline package enum SearchFolding {
    /// What a code point counts as among words: the same value for simplified and traditional Han, for full and half width,
    /// for upper and lower case, for radicals and compatibility ideographs and the Han they look like. 0 for what does not
    /// count: white space, punctuation, symbols, controls. At most 0x11FFFF; what is folded is never a code point.
    @inlinable @inline(__always)
    package static func fold(_ point: UInt32) -> UInt32 { broadsheet_fold(point) }

    /// What a code point counts as where nothing but punctuation is looked for: marks of both widths as one, and the stops
    /// that a narrow one is shown as in Chinese text; 0 for white space and what cannot be seen.
    package static func foldMark(_ point: UInt32) -> UInt32 {
        switch point {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
            0xE0000...0xE0FFF:
            0
        case 0x3001: 0x2C
        case 0x3002: 0x2E
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        default: WidthFolding.narrow(point)
        }
    }

    /// The letters that a Han's readings in Mandarin begin with, as a set of bits, `a` the lowest; 0 for what is no Han.
    @inlinable @inline(__always)
    package static func initialLetters(_ point: UInt32) -> UInt32 { broadsheet_initial_letters(point) }

    /// The bit that stands for a letter in `initialLetters`, in either case and width; 0 for what is no letter a to z.
    package static func letterBit(_ point: UInt32) -> UInt32 {
        let letter = WidthFolding.narrow(point) | 0x20
        return (0x61...0x7A).contains(letter) ? 1 << (letter - 0x61) : 0
    }
}
