import TextDecoding
import TextFolding

/// Cuts UTF-8 into lines and measures them, in one pass over the bytes.
struct LineScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private let classes = CharacterClasses.shared.table
    /// Where the next page begins, in bytes.
    private(set) var position: Int
    /// The number of the next page's first line.
    private(set) var number: Int
    private let store: LineStore
    /// Whether the last page began the text or followed a form feed, and so continues no earlier page.
    private(set) var startsPage = false

    /// Starts at a byte offset where a page begins, on the line of that number.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0, number: Int = 1, store: LineStore = LineStore()) {
        self.bytes = bytes
        self.position = position
        self.number = number
        self.store = store
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// Replaces `lines` by those of the next page. A page of more than `limit` lines or `PageParser.largestPage` bytes is
    /// returned in pieces. The lines are valid until the next call. Returns false at the end of the text.
    mutating func nextPage(into lines: inout ContiguousArray<TextLine>, limit: Int = PageParser.longestPage) -> Bool {
        guard !isAtEnd else { return false }
        lines.removeAll(keepingCapacity: true)
        store.clear()
        var gap = 0
        let most = position + PageParser.largestPage
        startsPage = position == 0 || bytes[position - 1] == 0x0C
        while position < bytes.count {
            // Most lines between paragraphs are empty.
            if bytes[position] == 0x0A {
                position += 1
                number += 1
                gap += 1
                if lines.count >= limit || position >= most && !lines.isEmpty { return true }
                continue
            }
            var line = LineMetrics()
            line.number = number
            let end = scanLine(&line)
            if line.end > line.start {
                line.gap = gap
                gap = 0
                lines.append(store.add(line))
            } else {
                gap += 1
            }
            guard end < bytes.count else { break }
            if bytes[end] == 0x0C { return true }
            number += 1
            if lines.count >= limit || position >= most && !lines.isEmpty { return true }
        }
        return true
    }

    /// Measures the line at `position` and moves behind its line break; returns the offset of the break's last byte.
    private mutating func scanLine(_ line: inout LineMetrics) -> Int {
        let count = bytes.count
        let base = bytes.baseAddress.unsafelyUnwrapped
        var at = position
        var started = false
        var solidStart = false
        var inFirstToken = true
        var pendingSentence = 0
        var (width, spaces, indent, firstToken, ambiguous, sentences) = (0, 0, 0, 0, 0, 0)
        var (han, kana, hangul, upper, lower, letters, digits) = (0, 0, 0, 0, 0, 0, 0)
        var (pauses, depth, highQuotes, lowQuotes, quotes) = (0, 0, 0, 0, 0)
        var last: UInt32 = 0
        var lastSolid: UInt32 = 0
        line.start = at
        line.end = at
        while at < count {
            let lead = base[at]
            if lead == 0x0A || lead == 0x0C { break }
            if lead == 0x0D {
                if at + 1 < count, base[at + 1] == 0x0A { at += 1 }
                break
            }
            // Most of a text is runs of Han or of small letters.
            if started, at + 2 < count, Self.isHan(base + at) {
                let from = at
                at += 3
                while at + 12 <= count, Self.areFourHan(base + at) { at += 12 }
                while at + 2 < count, Self.isHan(base + at) { at += 3 }
                let length = (at - from) / 3
                han += length
                width += 2 * length
                inFirstToken = false
                sentences += pendingSentence
                pendingSentence = 0
                last = UTF8Scalar.value(base[at - 3], base[at - 2], base[at - 1])
                lastSolid = last
                line.end = at
                continue
            }
            if started, lead >= 0x61, lead <= 0x7A {
                let from = at
                repeat { at += 1 } while at < count && base[at] >= 0x61 && base[at] <= 0x7A
                lower += at - from
                width += at - from
                if solidStart { inFirstToken = false }
                if inFirstToken { firstToken = width }
                sentences += pendingSentence
                pendingSentence = 0
                last = UInt32(base[at - 1])
                lastSolid = last
                line.end = at
                continue
            }
            if started, lead == 0x20 {
                spaces += 1
                inFirstToken = false
                width += 1
                at += 1
                continue
            }
            // What is ASCII stands for itself.
            let (scalar, size) = lead < 0x80 ? (UInt32(lead), 1) : bytes.scalar(at: at)
            let value = lead < 0x80 ? scalar : PlainForms.single(scalar)
            let kind =
                value < 0x10000
                ? unsafeBitCast(classes[Int(value)], to: CharacterClass.self)
                : value < 0x40000 && value >= 0x20000 ? .han : .other
            let cells = value < 0x1100 || (value >= 0x2000 && value < 0x2E80) ? 1 : 2
            if kind == .space {
                if started {
                    spaces += 1
                    inFirstToken = false
                    width += cells
                } else {
                    indent += value == 0x09 ? 4 : cells
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
            width += cells
            if value >= 0x2014, value <= 0x2026 { ambiguous += 1 }
            if inFirstToken { firstToken = width }
            if kind != .closing { sentences += pendingSentence; pendingSentence = 0 }
            last = value
            switch kind {
            case .han: han += 1; lastSolid = value
            case .kana: kana += 1; lastSolid = value
            case .hangul: hangul += 1; lastSolid = value
            case .upper: upper += 1; lastSolid = value
            case .lower: lower += 1; lastSolid = value
            case .letter: letters += 1; lastSolid = value
            case .digit: digits += 1; lastSolid = value
            case .terminal: pendingSentence = 1; lastSolid = value
            case .pause: pauses += 1; lastSolid = value
            case .opening:
                depth += 1
                if value == 0x201C { highQuotes += 1 } else if value == 0x201E { lowQuotes += 1 }
            case .closing: depth -= 1
            case .quote: quotes += 1
            default: lastSolid = value
            }
            at += size
            line.end = at
        }
        line.indent = indent
        line.width = width
        line.spaces = spaces
        line.firstToken = firstToken
        line.ambiguous = ambiguous
        line.sentences = sentences
        line.han = han
        line.kana = kana
        line.hangul = hangul
        line.upper = upper
        line.lower = lower
        line.letters = letters
        line.digits = digits
        line.pauses = pauses
        line.depth = depth
        line.highQuotes = highQuotes
        line.lowQuotes = lowQuotes
        line.quotes = quotes
        line.last = last
        line.lastSolid = lastSolid
        // White space at the end is not part of the width.
        if started, spaces > 0 { trimWidth(&line, upTo: at) }
        position = at + 1
        return at
    }

    /// Whether twelve bytes of UTF-8 are four scalars of U+5000–U+9FFF, by their leads: E5 to E9.
    @inline(__always)
    private static func areFourHan(_ place: UnsafePointer<UInt8>) -> Bool {
        let first = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
        let last = UInt64(UInt32(littleEndian: UnsafeRawPointer(place + 8).loadUnaligned(as: UInt32.self)))
        guard first & 0x00F0_0000_F000_00F0 == 0x00E0_0000_E000_00E0, last & 0xF000 == 0xE000 else { return false }
        // Adding 11 to the lower half reaches 16 from 5 on, adding 6 reaches it from 10 on.
        let leads = first & 0x000F_0000_0F00_000F | last & 0x0F00
        return (leads &+ 0x000B_0000_0B00_0B0B) & 0x0010_0000_1000_1010 == 0x0010_0000_1000_1010
            && (leads &+ 0x0006_0000_0600_0606) & 0x0010_0000_1000_1010 == 0
    }

    /// U+4E00–U+9FFF, by the first two bytes.
    @inline(__always)
    private static func isHan(_ place: UnsafePointer<UInt8>) -> Bool {
        (UInt16(place[0]) << 8 | UInt16(place[1])) &- 0xE4B8 <= 0xE9BF - 0xE4B8
    }

    private func trimWidth(_ line: inout LineMetrics, upTo end: Int) {
        var at = line.end
        while at < end {
            let lead = bytes[at]
            if lead == 0x0D || lead == 0x0A { break }
            let size = UTF8Scalar.length(lead: lead)
            line.width -= lead == 0xE3 || lead == 0xEF ? 2 : 1
            line.spaces -= 1
            at += size
        }
    }
}
