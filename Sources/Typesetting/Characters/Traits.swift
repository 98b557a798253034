import CUnicodeTables

/// The properties of one scalar, from the generated table in CUnicodeTables.
struct Traits {
    let bits: UInt32

    @inline(__always) init(_ scalar: UInt32) { bits = broadsheet_record(scalar) }

    /// The line breaking class as `BreakClass.init(stored:)` takes it.
    @inline(__always) var breakClass: UInt8 { UInt8(truncatingIfNeeded: bits & 0x7F) }
    @inline(__always) var role: Role { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 8 & 0x1F), to: Role.self) }
    /// Width where ambiguous characters are narrow: 2 for East_Asian_Width W and F, 0 for combining marks, else 1.
    @inline(__always) var cells: UInt8 { UInt8(truncatingIfNeeded: bits >> 16 & 3) }
    /// Whether the scalar may continue a grapheme cluster (Extend, SpacingMark, ZWJ, V, T).
    @inline(__always) var mayJoinBefore: Bool { bits & 1 << 18 != 0 }
    /// Whether a cluster may continue after this scalar (Prepend, Regional_Indicator, L).
    @inline(__always) var mayJoinAfter: Bool { bits & 1 << 19 != 0 }
    /// Unassigned, private use or surrogate: terminals have no glyph and no agreed width for it.
    @inline(__always) var isUnknown: Bool { bits & 1 << 20 != 0 }
    /// Controls, format characters, variation selectors, tags, skin tones: never printed.
    @inline(__always) var isHidden: Bool { bits & 1 << 21 != 0 }
    /// Extended_Pictographic, the base of emoji sequences.
    @inline(__always) var isPictograph: Bool { bits & 1 << 22 != 0 }
    /// East_Asian_Width A: one cell, or two in a terminal configured that way.
    @inline(__always) var isAmbiguous: Bool { bits & 1 << 23 != 0 }
    /// Printed unchanged, and a cluster by itself unless the next scalar joins it: none of the four bits from
    /// `mayJoinBefore` to `isHidden` is set.
    @inline(__always) var isPlain: Bool { bits & 0x3C_0000 == 0 }

    /// The width in cells.
    @inline(__always) func cells(ambiguousIsWide: Bool) -> UInt8 {
        ambiguousIsWide && isAmbiguous ? 2 : cells
    }
}
