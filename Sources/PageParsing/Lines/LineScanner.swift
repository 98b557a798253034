/// Cuts UTF-8 into lines and looks at every character once.
struct LineScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private let classes = ScalarClasses.shared.table
    private var position = 0
    private var number = 1
    /// A form feed stands before what comes next.
    private(set) var startsPage = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position >= bytes.count }

    /// Appends the lines of the next page, at most `limit` of them; a longer page is parsed in pieces.
    /// False where no text is left.
    mutating func nextPage(into lines: inout ContiguousArray<TextLine>, limit: Int) -> Bool {
        guard !isAtEnd else { return false }
        var gap = 0
        startsPage = position == 0 || bytes[position - 1] == 0x0C
        while position < bytes.count {
            var line = TextLine()
            line.number = number
            let end = scanLine(&line)
            if line.end > line.start {
                line.gap = gap
                gap = 0
                lines.append(line)
            } else {
                gap += 1
            }
            guard end < bytes.count else { break }
            if bytes[end] == 0x0C { return true }
            number += 1
            if lines.count >= limit { return true }
        }
        return true
    }

    /// Reads up to the line's break and past it; returns the break's last byte.
    private mutating func scanLine(_ line: inout TextLine) -> Int {
        let count = bytes.count
        let base = bytes.baseAddress.unsafelyUnwrapped
        var at = position
        var started = false
        var solidStart = false
        var inFirstToken = true
        var pendingSentence = 0
        line.start = at
        line.end = at
        while at < count {
            let lead = base[at]
            if lead == 0x0A || lead == 0x0C { break }
            if lead == 0x0D {
                if at + 1 < count, base[at + 1] == 0x0A { at += 1 }
                break
            }
            var value = UInt32(lead)
            var size = 1
            if lead >= 0x80 {
                if lead >= 0xE0, lead < 0xF0, at + 2 < count {
                    value = (value & 0x0F) << 12 | UInt32(base[at + 1] & 0x3F) << 6 | UInt32(base[at + 2] & 0x3F)
                    size = 3
                } else if lead < 0xE0, at + 1 < count {
                    value = (value & 0x1F) << 6 | UInt32(base[at + 1] & 0x3F)
                    size = 2
                } else if at + 3 < count {
                    value =
                        (value & 0x07) << 18 | UInt32(base[at + 1] & 0x3F) << 12 | UInt32(base[at + 2] & 0x3F) << 6
                        | UInt32(base[at + 3] & 0x3F)
                    size = 4
                }
            }
            let kind =
                value < 0x10000
                ? ScalarClass(rawValue: classes[Int(value)]).unsafelyUnwrapped
                : value < 0x40000 && value >= 0x20000 ? .han : .other
            let cells = value < 0x1100 || (value >= 0x2000 && value < 0x2E80) ? 1 : 2
            if kind == .space {
                if started {
                    line.spaces += 1
                    inFirstToken = false
                    line.width += cells
                } else {
                    line.indent += value == 0x09 ? 4 : cells
                }
                at += size
                continue
            }
            if !started {
                started = true
                line.start = at
                line.first = value
                solidStart = kind == .han || kind == .kana
            } else if solidStart
                ? !(kind == .closing || kind == .pause || kind == .terminal) : kind == .han || kind == .kana
            {
                inFirstToken = false
            }
            line.width += cells
            if value >= 0x2014, value <= 0x2026 { line.ambiguous += 1 }
            if inFirstToken { line.firstToken = line.width }
            if kind != .closing { line.sentences += pendingSentence; pendingSentence = 0 }
            line.last = value
            switch kind {
            case .han: line.han += 1; line.lastSolid = value
            case .kana: line.kana += 1; line.lastSolid = value
            case .hangul: line.hangul += 1; line.lastSolid = value
            case .upper: line.upper += 1; line.lastSolid = value
            case .lower: line.lower += 1; line.lastSolid = value
            case .letter: line.letters += 1; line.lastSolid = value
            case .digit: line.digits += 1; line.lastSolid = value
            case .terminal: pendingSentence = 1; line.lastSolid = value
            case .pause: line.pauses += 1; line.lastSolid = value
            case .opening:
                line.depth += 1
                if value == 0x201C { line.highQuotes += 1 } else if value == 0x201E { line.lowQuotes += 1 }
            case .closing: line.depth -= 1
            case .quote: line.quotes += 1
            default: line.lastSolid = value
            }
            at += size
            line.end = at
        }
        // Trailing white space does not widen the line.
        if started, line.spaces > 0 { trimWidth(&line, upTo: at) }
        position = at + 1
        return at
    }

    private func trimWidth(_ line: inout TextLine, upTo end: Int) {
        var at = line.end
        while at < end {
            let lead = bytes[at]
            if lead == 0x0D || lead == 0x0A { break }
            let size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            line.width -= lead == 0xE3 || lead == 0xEF ? 2 : 1
            line.spaces -= 1
            at += size
        }
    }
}
