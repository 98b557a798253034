extension Role {
    /// Whether no line may start with it: GB/T 15834 5.1.1–5.1.9, clreq 3.1 (strict set), jlreq 3.1.7. Narrow stops and
    /// closing brackets are left to UAX #14 (LB13, LB15d).
    var neverStartsLine: Bool {
        switch self {
        case .smallKana, .stop, .exclamation, .closer, .quoteClose, .dash, .ellipsis, .interpunct, .connector, .slash,
            .suffix:
            true
        default: false
        }
    }

    /// Whether no line may end with it: GB/T 15834 5.1.3 and 5.1.9. Narrow opening brackets are left to UAX #14 (LB14).
    var neverEndsLine: Bool {
        switch self {
        case .opener, .quoteOpen, .slash, .prefix, .bullet: true
        default: false
        }
    }

    /// Stops, closing brackets and closing quotes, wide and narrow.
    var isClosingMark: Bool {
        switch self {
        case .stop, .exclamation, .closer, .quoteClose, .narrowStop, .narrowClose: true
        default: false
        }
    }

    /// A blank or line break, which is not shown at the end of a line.
    @inline(__always) var isBlank: Bool { self == .space || self == .wideSpace || self == .newline }
}
