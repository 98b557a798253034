import CNcurses

/// Text that is pasted into the terminal, between the marks that terminals put round it where they are asked to
/// (terminfo's BE, BD, PS, PE): so that no line of it is taken for commands.
struct Paste {
    /// What came since the start mark; nil while nothing is being pasted.
    private var text: String?

    /// The marks as keys, beyond all that ncurses numbers itself.
    static let start = KeyQueue.Key(code: 0x7E01, isFunction: true)
    private static let end = KeyQueue.Key(code: 0x7E02, isFunction: true)

    /// Bytes that are kept of a paste. What comes beyond is no command, and is dropped with the rest.
    private static let limit = 1 << 20
    /// Characters beyond the limit after which a paste has lost its end.
    private let longest: Int
    /// Bytes that came and were not kept.
    private var dropped = 0

    init(longest: Int = 1 << 26) { self.longest = longest }

    var isOpen: Bool { text != nil }

    /// Takes the next key; gives the whole text when it has ended.
    mutating func receive(_ key: KeyQueue.Key) -> String? {
        if key == Self.start {
            text = text ?? ""
            return nil
        }
        if !key.isFunction, let scalar = Unicode.Scalar(key.code) {
            if let count = text?.utf8.count, count < Self.limit {
                text?.unicodeScalars.append(scalar)
                return nil
            }
            dropped += 1
            if dropped < longest { return nil }
        } else if key != Self.end {
            return nil
        }
        defer { (text, dropped) = (nil, 0) }
        return text
    }

    /// Teaches ncurses the two marks.
    static func define() {
        for (name, key) in [("PS", start), ("PE", end)] {
            if let sequence = capability(name) { define_key(sequence, Int32(key.code)) }
        }
    }

    /// A capability's sequence, without an escape of its own in it; nil where the terminal has it not.
    static func capability(_ name: String) -> String? {
        TerminalGuard.capability(name).map { String(decoding: $0, as: UTF8.self) }
    }
}
