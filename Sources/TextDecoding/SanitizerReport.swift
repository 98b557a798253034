/// What the sanitizer took out or replaced, in scalars (bytes for `malformed`).
package struct SanitizerReport: Sendable, Equatable {
    /// C0 and C1 controls, and whole escape sequences (CSI, OSC, DCS, APC, PM, SOS); every scalar of a sequence counts.
    package var controls = 0
    /// Bidi embeddings, overrides, isolates and marks.
    package var bidi = 0
    /// Zero-width scalars, variation selectors, tags, and whatever else is there without being seen.
    package var invisible = 0
    /// Private-use, unassigned and non-character scalars, each shown as U+3013 GETA MARK.
    package var unknown = 0
    /// Bytes of ill-formed parts, each part replaced by one U+FFFD.
    package var malformed = 0

    /// Nothing was taken out.
    package init() {}

    /// Adds what was taken out of another text.
    package static func += (one: inout SanitizerReport, other: SanitizerReport) {
        one.controls += other.controls
        one.bidi += other.bidi
        one.invisible += other.invisible
        one.unknown += other.unknown
        one.malformed += other.malformed
    }

    /// Whether nothing was taken out.
    package var isEmpty: Bool { self == SanitizerReport() }
}
