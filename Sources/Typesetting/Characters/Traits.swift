import CUnicodeTables

/// What the generated table knows of one scalar.
struct Traits {
    let bits: UInt32

    @inline(__always) init(_ scalar: UInt32) { bits = broadsheet_record(scalar) }

    /// Number of the line breaking class, `BreakClass.eastAsianBit` included.
    @inline(__always) var breakClass: UInt8 { UInt8(truncatingIfNeeded: bits & 0x7F) }
    @inline(__always) var role: Role { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 8 & 0x1F), to: Role.self) }
    /// 2 for East_Asian_Width W and F, 0 for what has no width of its own, else 1.
    @inline(__always) var cells: UInt8 { UInt8(truncatingIfNeeded: bits >> 16 & 3) }
    /// Whether a grapheme cluster may go on with this scalar (Extend, SpacingMark, ZWJ, V, T).
    @inline(__always) var mayJoinBefore: Bool { bits & 1 << 18 != 0 }
    /// Whether a cluster that begins with this scalar may go on after it (Prepend, Regional_Indicator, L).
    @inline(__always) var mayJoinAfter: Bool { bits & 1 << 19 != 0 }
    /// Unassigned, private use, or a surrogate: no terminal knows how to show it.
    @inline(__always) var isUnknown: Bool { bits & 1 << 20 != 0 }
    /// Controls, format characters, variation selectors, tags, skin tones: never printed.
    @inline(__always) var isHidden: Bool { bits & 1 << 21 != 0 }
    @inline(__always) var isPictograph: Bool { bits & 1 << 22 != 0 }
    /// East_Asian_Width A: one cell, but two in a terminal that is set to draw it so.
    @inline(__always) var isAmbiguous: Bool { bits & 1 << 23 != 0 }
    /// Neither joins nor is hidden or unknown: a cluster by itself unless the next scalar joins it, printed as it is.
    @inline(__always) var isPlain: Bool { bits & 0x3C_0000 == 0 }

    @inline(__always) func cells(ambiguousIsWide: Bool) -> UInt8 {
        ambiguousIsWide && isAmbiguous ? 2 : cells
    }
}
