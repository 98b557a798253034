/// Full and half width: the forms of ASCII that take two cells, U+FF01 … U+FF5E, count as ASCII.
@usableFromInline package enum WidthFolding {
    /// The ASCII character of a full-width form; everything else as it is.
    @inlinable @inline(__always)
    package static func narrow(_ point: UInt32) -> UInt32 {
        (0xFF01...0xFF5E).contains(point) ? point &- 0xFEE0 : point
    }

    /// The katakana of full width, or the combining voicing mark, that one of half width, U+FF66 … U+FF9F, stands for; nil
    /// for everything else.
    @inlinable @inline(__always)
    package static func katakana(_ point: UInt32) -> UInt32? {
        (0xFF66...0xFF9F).contains(point) ? foundKatakana(point) : nil
    }

    @usableFromInline
    static func foundKatakana(_ point: UInt32) -> UInt32 { wideKatakana[Int(point) - 0xFF66] }

    private static let wideKatakana = Array(
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}".unicodeScalars
    ).map(\.value)

    /// The full-width form of a character U+0021 … U+007E.
    @inlinable @inline(__always)
    package static func wide(_ point: UInt32) -> UInt32 { point &+ 0xFEE0 }
}
