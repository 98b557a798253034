import TextDecoding
import TextSearch

/// The sentences of a text: they end behind 。？！ and the marks that close what was opened (GB/T 15834, 4.1 to 4.3), behind . ? ! before
/// white space, and with the line.
struct Sentences {
    /// UTF-8 bytes of the text, without the white space around the sentence; in order. At most `most`: the last has the rest.
    private(set) var ranges: [Range<Int>] = []
    /// What each is compared by. Those without letters and figures are left out.
    private(set) var tokens: [FoldedTokens] = []

    /// Sentences of a text that are told apart.
    static let most = 1 << 11

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let end = ranges.count + 1 < Self.most ? Self.end(bytes, from: start) : bytes.count
                add(bytes, start..<end)
                start = end
            }
        }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, let length = Self.space(bytes, at: start) { start += length }
        while start < end {
            let last = bytes.scalarStart(before: end, from: start)
            guard Self.space(bytes, at: last) != nil else { break }
            end = last
        }
        guard start < end else { return }
        var tokens = FoldedTokens()
        tokens.add(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        guard !tokens.tokens.isEmpty else { return }
        ranges.append(start..<end)
        self.tokens.append(tokens)
    }

    /// Where the sentence ends that begins at an offset: behind its marks.
    private static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        while at < bytes.count {
            let place = at
            let (point, length) = bytes.scalar(at: at)
            at += length
            switch point {
            case 0x0A, 0x2028, 0x2029: return at
            // 。？！｡
            case 0x3002, 0xFF1F, 0xFF01, 0xFF61: return closed(bytes, from: at)
            case 0x21, 0x2E, 0x3F:
                let end = closed(bytes, from: at)
                let isEnd = end == bytes.count || space(bytes, at: end) != nil
                if isEnd, point != 0x2E || !goesOn(bytes, stop: place, next: end, from: start) { return end }
                at = end
            default: break
            }
        }
        return bytes.count
    }

    /// Behind further marks of the end, and those that close: quotation marks and brackets.
    private static func closed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        while at < bytes.count {
            let (point, length) = bytes.scalar(at: at)
            switch point {
            case 0x21, 0x22, 0x27, 0x29, 0x2E, 0x3F, 0x5D, 0xBB, 0x2019, 0x201D, 0x2026, 0x3002, 0x3009, 0x300B, 0x300D,
                0x300F, 0x3011, 0x3015, 0x3017, 0xFF01, 0xFF09, 0xFF1F, 0xFF61:
                at += length
            default: return at
            }
        }
        return at
    }

    /// Whether a stop is no end: behind a short word with a capital ("Mr.", "J.", "St."), or before a small letter.
    private static func goesOn(
        _ bytes: UnsafeBufferPointer<UInt8>, stop: Int, next: Int, from start: Int
    ) -> Bool {
        var first = next
        while first < bytes.count, let length = space(bytes, at: first) {
            if bytes[first] == 0x0A { return false }
            first += length
        }
        if first < bytes.count, 0x61...0x7A ~= bytes[first] { return true }
        var word = stop
        while word > start, stop - word < 4, 0x61...0x7A ~= bytes[word - 1] | 0x20 { word -= 1 }
        return (1...3).contains(stop - word) && 0x41...0x5A ~= bytes[word] && (word == start || bytes[word - 1] == 0x20)
    }

    /// The length of the white space at an offset; nil where there is none.
    private static func space(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        let (point, length) = bytes.scalar(at: offset)
        switch point {
        case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            return length
        default: return nil
        }
    }
}
