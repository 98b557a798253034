/// What the sanitizer does with a scalar.
enum SanitizerClass: UInt32 {
    /// Kept. U+000A, TAB and U+000C FORM FEED, which parts pages, are plain; so is U+00AD SOFT HYPHEN.
    case plain
    /// The other mandatory breaks of UAX #14 (CR, VT, NEL, LS, PS): become U+000A.
    case lineBreak
    /// The rest of Cc: taken out, with the escape sequence that it begins.
    case control
    /// Bidi_Control: taken out.
    case bidi
    /// Default_Ignorable_Code_Point and Cf: taken out, but for what the text beside them needs (``Joiners``).
    case invisible
    /// Co and Cn: shown as U+3013.
    case unknown

    init(of scalar: UInt32) {
        // In each line of a text with CR LF; all other scalars that are looked up are few.
        if scalar == 0x0D {
            self = .lineBreak
            return
        }
        var low = 0
        var high = Self.changes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Self.changes[middle] >> 3 <= scalar { low = middle } else { high = middle }
        }
        self = SanitizerClass(rawValue: Self.changes[low] & 7) ?? .unknown
    }
}

/// One bit for each scalar of the Basic Multilingual Plane, set where the sanitizer leaves it as it is.
///
/// 8 KB, so that the text of any everyday script is looked up in the first-level cache.
struct PlainScalars: Sendable {
    private let words: [UInt64]

    static let basicPlane = PlainScalars()

    private init() {
        var words = [UInt64](repeating: 0, count: 1024)
        for (place, change) in SanitizerClass.changes.enumerated() where change & 7 == SanitizerClass.plain.rawValue {
            let next = place + 1 < SanitizerClass.changes.count ? SanitizerClass.changes[place + 1] >> 3 : 0x110000
            var scalar = change >> 3
            let end = min(next, 0x10000)
            // A word at a time: it is done at each start of the program.
            while scalar < end {
                let first = UInt64(scalar & 63)
                let count = UInt64(min(end - scalar, 64 - (scalar & 63)))
                words[Int(scalar >> 6)] |= (count == 64 ? .max : (1 << count) - 1) << first
                scalar += UInt32(count)
            }
        }
        self.words = words
    }

    /// The bits, word by word; the pointer is good for the call only.
    @inline(__always)
    func withWords<Result>(_ body: (UnsafePointer<UInt64>) -> Result) -> Result {
        words.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}
