/// Text that has come through the gate: valid, and with nothing in it that could steer a terminal.
package struct SourceText: Sendable, Equatable {
    /// How the bytes were written.
    package enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case gb18030 = "GB18030"
    }

    package var text: String
    package var encoding: Encoding
    package var removed: Removals

    package init(text: String, encoding: Encoding = .utf8, removed: Removals = Removals()) {
        self.text = text
        self.encoding = encoding
        self.removed = removed
    }
}

/// What the gate took out or replaced, in scalars (bytes for `malformed`).
package struct Removals: Sendable, Equatable {
    /// C0 and C1 controls, and whole escape sequences (CSI, OSC, DCS, APC, PM, SOS); every scalar of a sequence counts.
    package var controls = 0
    /// Bidi embeddings, overrides, isolates and marks.
    package var bidi = 0
    /// Zero-width scalars, variation selectors and tags.
    package var invisible = 0
    /// Private-use, unassigned and non-character scalars, each shown as U+3013 GETA MARK.
    package var unknown = 0
    /// Ill-formed parts, each replaced by U+FFFD.
    package var malformed = 0

    package init() {}

    package var isEmpty: Bool { self == Removals() }
}
