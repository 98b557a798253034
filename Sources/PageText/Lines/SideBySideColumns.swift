import Glibc
import TextDecoding

/// Columns that stand side by side on a page's lines, as programs leave them that keep the layout of a page (pdftotext
/// -layout), read one after another.
enum SideBySideColumns {
    /// A text whose columns come one after another.
    struct Text {
        var utf8: [UInt8]
        /// For each line, the number of the line that it was printed on, from 1.
        var printedLines: [Int32]
    }

    /// Lines of the longest page that is looked at: none is printed with as many.
    private static let longest = 600

    /// The text with its columns one after another; nil where it has no columns.
    static func read(_ text: [UInt8]) -> Text? {
        text.withUnsafeBufferPointer { bytes in
            guard hasGaps(bytes), hasShortPage(bytes) else { return nil }
            // Nothing is written before the first page with columns.
            var result = Text(utf8: [], printedLines: [])
            var (start, hasColumns): (Int, Bool) = (0, false)
            var number: Int32 = 1
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0C) ?? bytes.count
                let (lines, endsWithBreak) = lines(of: bytes, start..<end)
                if lines.count <= longest, var grid = ColumnGrid(bytes, lines), grid.readColumns() {
                    if !hasColumns {
                        hasColumns = true
                        result.utf8.reserveCapacity(bytes.count)
                        result.utf8 += bytes[..<start]
                        result.printedLines += 1..<number
                    }
                    for line in grid.output {
                        result.utf8 += bytes[line.bytes]
                        result.utf8.append(0x0A)
                        result.printedLines.append(number + Int32(line.row))
                    }
                } else if hasColumns {
                    result.utf8 += bytes[start..<end]
                    for row in lines.indices.dropLast(endsWithBreak ? 0 : 1) {
                        result.printedLines.append(number + Int32(row))
                    }
                }
                number += Int32(endsWithBreak ? lines.count : lines.count - 1)
                if hasColumns, end < bytes.count { result.utf8.append(0x0C) }
                start = end + 1
            }
            guard hasColumns else { return nil }
            result.printedLines.append(number)
            return result
        }
    }

    /// Whether a page has few enough lines to be looked at.
    private static func hasShortPage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var start = 0
        while start < bytes.count {
            let found = memchr(base + start, 0x0C, bytes.count - start)
            let end = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base } ?? bytes.count
            var (place, breaks) = (start, 0)
            while breaks <= longest, let found = memchr(base + place, 0x0A, end - place) {
                place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
                breaks += 1
            }
            if breaks <= longest { return true }
            start = end + 1
        }
        return false
    }

    /// Whether as many lines have two blanks between words as a gutter needs. Most texts have none: each second byte is
    /// looked at.
    private static func hasGaps(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var (place, found) = (1, 0)
        while place < bytes.count {
            guard base[place] == 0x20 else {
                place += 2
                // Han text has few blanks.
                if base[place - 2] >= 0x80 {
                    while place + 8 <= bytes.count, !hasBlank(base + place) { place += 8 }
                }
                continue
            }
            var (start, end) = (place, place)
            while start > 0, base[start - 1] == 0x20 { start -= 1 }
            while end < bytes.count, base[end] == 0x20 { end += 1 }
            if end - start > 1, start > 0, base[start - 1] > 0x20, end < bytes.count, base[end] > 0x20 {
                found += 1
                guard found < ColumnGrid.fewestLines else { return true }
                guard let lineEnd = memchr(base + end, 0x0A, bytes.count - end) else { return false }
                end = UnsafePointer(lineEnd.assumingMemoryBound(to: UInt8.self)) - base
            }
            place = end | 1
        }
        return false
    }

    /// Whether one of eight bytes is a blank.
    @inline(__always)
    private static func hasBlank(_ place: UnsafePointer<UInt8>) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let word = UnsafeRawPointer(place).loadUnaligned(as: UInt64.self) ^ (ones &* 0x20)
        return (word &- ones) & ~word & (ones &* 0x80) != 0
    }

    /// The lines of a page, without their breaks, and whether the last one has a break.
    private static func lines(of bytes: UnsafeBufferPointer<UInt8>, _ page: Range<Int>) -> ([Range<Int>], Bool) {
        var lines: [Range<Int>] = []
        var start = page.lowerBound
        while start < page.upperBound {
            var end = start
            while end < page.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            lines.append(start..<end)
            guard end < page.upperBound else { return (lines, false) }
            if bytes[end] == 0x0D, end + 1 < page.upperBound, bytes[end + 1] == 0x0A { end += 1 }
            start = end + 1
        }
        return (lines, true)
    }
}
