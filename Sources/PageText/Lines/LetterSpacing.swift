import Glibc
import TextDecoding

/// Characters that were set apart to fill a line: headlines (春 耕 正 当 时), names (方 敏 行), dates (11 月 20 日).
///
/// A run is three or more characters with the same blanks between each two, figures among them only as figures of a date or of
/// a page. Two characters are left to those who know names: 王 伟.
package enum LetterSpacing {
    /// The text with such runs closed; nil where it has none.
    package static func closed(_ text: [UInt8]) -> [UInt8]? {
        text.withUnsafeBufferPointer { bytes in
            var (result, copied): ([UInt8], Int) = ([], 0)
            var candidates = Candidates(bytes)
            var place = 0
            while let candidate = candidates.first(from: place) {
                var (start, end) = (candidate, candidate)
                while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
                while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
                for gap in SpacedLine(bytes, start..<end).gapsToClose() {
                    result += bytes[copied..<gap.lowerBound]
                    copied = gap.upperBound
                }
                place = end
            }
            guard copied > 0 else { return nil }
            return result + bytes[copied...]
        }
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0C || byte == 0x0D }

    /// The blanks after which one character and a blank follow, or a figure after Han: of most texts none. Each byte is looked
    /// at once for each kind of blank.
    private struct Candidates {
        /// How blanks begin: space, tab, no-break space, U+2000 to U+202F, ideographic space.
        private static let leads: [UInt8] = [0x20, 0x09, 0xC2, 0xE2, 0xE3]

        private let bytes: UnsafeBufferPointer<UInt8>
        /// The first of each kind that was found; the end where there is none.
        private var found = [Int](repeating: -1, count: leads.count)

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func first(from place: Int) -> Int? {
            var first = bytes.count
            for (index, lead) in Self.leads.enumerated() {
                if found[index] < place { found[index] = find(lead, from: place) }
                first = min(first, found[index])
            }
            return first < bytes.count ? first : nil
        }

        private func find(_ lead: UInt8, from start: Int) -> Int {
            guard let base = bytes.baseAddress else { return bytes.count }
            var place = start
            while place < bytes.count, let found = memchr(base + place, Int32(lead), bytes.count - place) {
                let at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
                let length = blank(at)
                if length > 0, fits(at, after: at + length) { return at }
                place = at + max(1, length)
            }
            return bytes.count
        }

        private func byte(_ place: Int) -> UInt8 { place >= 0 && place < bytes.count ? bytes[place] : 0 }

        /// The length of the blank at a place; 0 where there is none.
        private func blank(_ place: Int) -> Int {
            switch byte(place) {
            case 0x20, 0x09: 1
            case 0xC2: byte(place + 1) == 0xA0 ? 2 : 0
            case 0xE2:
                byte(place + 1) == 0x80 && (0x80...0x8A).contains(byte(place + 2))
                    || byte(place + 1) == 0x80 && byte(place + 2) == 0xAF ? 3 : 0
            case 0xE3: byte(place + 1) == 0x80 && byte(place + 2) == 0x80 ? 3 : 0
            default: 0
            }
        }

        private func fits(_ start: Int, after place: Int) -> Bool {
            switch byte(place) {
            case 0xE3...0xED: return blank(place) == 0 && blank(place + 3) > 0
            case 0x30...0x39:
                let before = byte(beforeBlanks(start))
                return before >= 0x80 || isLetterOrDigit(before) && blank(place + 1) > 0
            case 0x41...0x5A, 0x61...0x7A:
                // B Y
                let before = beforeBlanks(start)
                return isLetterOrDigit(byte(before)) && !isLetterOrDigit(byte(before - 1))
                    && !isLetterOrDigit(byte(place + 1))
            default: return false
            }
        }

        private func beforeBlanks(_ place: Int) -> Int {
            var before = place - 1
            while before > 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
            return before
        }

        private func isLetterOrDigit(_ byte: UInt8) -> Bool {
            byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        }
    }
}
