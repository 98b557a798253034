/// A line breaking class of UAX #14 after rule LB1 has been applied, or a set of classes: one bit for each class.
///
/// `.dev/generate-tables` reads the class numbers from this file. The generated table stores a character's class as its
/// number, with `eastAsianBit` set where East_Asian_Width is F, W or H (needed by LB19a and LB30).
struct BreakClass: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ number: UInt64) { rawValue = 1 << number }

    static let bk = Self(0)
    static let cr = Self(1)
    static let lf = Self(2)
    static let nl = Self(3)
    static let sp = Self(4)
    static let zw = Self(5)
    static let wj = Self(6)
    static let gl = Self(7)
    static let cm = Self(8)
    static let zwj = Self(9)
    static let cl = Self(10)
    static let cp = Self(11)
    static let ex = Self(12)
    static let sy = Self(13)
    static let `is` = Self(14)
    static let op = Self(15)
    /// QU that is neither Pi nor Pf.
    static let qu = Self(16)
    /// QU with General_Category Pi.
    static let qi = Self(17)
    /// QU with General_Category Pf.
    static let qf = Self(18)
    static let ns = Self(19)
    static let b2 = Self(20)
    static let cb = Self(21)
    static let hy = Self(22)
    static let hh = Self(23)
    static let ba = Self(24)
    static let bb = Self(25)
    static let hl = Self(26)
    static let al = Self(27)
    static let nu = Self(28)
    static let pr = Self(29)
    static let po = Self(30)
    static let id = Self(31)
    static let eb = Self(32)
    static let em = Self(33)
    static let `in` = Self(34)
    static let jl = Self(35)
    static let jv = Self(36)
    static let jt = Self(37)
    static let h2 = Self(38)
    static let h3 = Self(39)
    static let ri = Self(40)
    static let ap = Self(41)
    static let ak = Self(42)
    static let `as` = Self(43)
    static let vf = Self(44)
    static let vi = Self(45)
    /// U+25CC DOTTED CIRCLE: class AL, but LB28a treats it as an aksara.
    static let dottedCircle = Self(46)
    /// Unassigned Extended_Pictographic of class ID, which LB30b treats as an emoji base.
    static let futurePictograph = Self(47)
    /// Unassigned Extended_Pictographic of class AL, which LB30b treats as an emoji base.
    static let futureSymbol = Self(48)

    /// Set in addition to the class where East_Asian_Width is F, W or H.
    static let eastAsian = Self(63)
    /// How `eastAsian` is stored in a byte from the generated table.
    static let eastAsianBit: UInt8 = 0x40

    /// The set for a byte of the generated table: the class, `eastAsian`, and the base class (AL or ID) of the
    /// subclasses.
    init(stored: UInt8) {
        let number = stored & 0x3F
        var bits = UInt64(1) << UInt64(number) | UInt64(stored & Self.eastAsianBit) << 57
        if number >= 46 {
            bits |= number == 47 ? Self.id.rawValue : Self.al.rawValue
            if number == 48 { bits |= Self.futurePictograph.rawValue }
        }
        rawValue = bits
    }

    @inline(__always) func isAny(of classes: Self) -> Bool { rawValue & classes.rawValue != 0 }
}
