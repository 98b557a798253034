import Glibc
import TextDecoding

/// Characters that are there twice because the printing faked bold by setting them twice: 渡渡口口大大桥桥通通车车.
///
/// Five characters in a row that are all doubled show it; a word of Chinese has two (高高兴兴). On a page that has such a run,
/// whole lines of two doubled characters and more are read once as well.
enum DoubledCharacters {
    /// The text with each doubled character once; nil where it has none.
    static func merged(_ text: [UInt8]) -> [UInt8]? {
        text.withUnsafeBufferPointer { bytes in
            guard lines(of: bytes, contains: { pairs(in: bytes, $0).count >= fewest }) else { return nil }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            _ = lines(of: bytes) { line in
                append(bytes, line, to: &result)
                return false
            }
            return result
        }
    }

    /// Pairs that no text has by itself.
    private static let fewest = 5

    /// Whether a line fits; lines end behind their break.
    private static func lines(of bytes: UnsafeBufferPointer<UInt8>, contains fits: (Range<Int>) -> Bool) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var start = 0
        while start < bytes.count {
            let end = memchr(base + start, 0x0A, bytes.count - start).map {
                UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base + 1
            }
            if fits(start..<(end ?? bytes.count)) { return true }
            start = end ?? bytes.count
        }
        return false
    }

    /// The doubled characters that the line begins with, after white space: how many, where they end, and whether they are all
    /// of the line.
    private static func pairs(
        in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
    ) -> (count: Int, start: Int, end: Int, isWhole: Bool) {
        var place = skippingSpace(bytes, from: line.lowerBound, to: line.upperBound)
        let start = place
        var (count, end) = (0, place)
        while place < line.upperBound {
            let (scalar, length) = bytes.scalar(at: place)
            guard place + 2 * length <= line.upperBound, isDoubling(scalar),
                bytes.scalar(at: place + length).value == scalar
            else { break }
            count += 1
            place += 2 * length
            end = place
            // 大大桥桥　通通车车
            place = skippingSpace(bytes, from: place, to: line.upperBound)
        }
        return (count, start, end, place == line.upperBound)
    }

    private static func skippingSpace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var place = start
        while place < end {
            let (scalar, length) = bytes.scalar(at: place)
            guard CharacterClasses.shared.of(scalar) == .space else { break }
            place += length
        }
        return place
    }

    /// Figures are no evidence: 1122.
    private static func isDoubling(_ scalar: UInt32) -> Bool {
        switch CharacterClasses.shared.of(scalar) {
        case .han, .kana, .hangul, .pause, .terminal, .opening, .closing: true
        default: false
        }
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, to result: inout [UInt8]) {
        let found = pairs(in: bytes, line)
        guard found.count >= fewest || found.isWhole && found.count >= 2 else {
            result += bytes[line]
            return
        }
        result += bytes[line.lowerBound..<found.start]
        var place = found.start
        while place < found.end {
            let (scalar, length) = bytes.scalar(at: place)
            result += bytes[place..<place + length]
            place += CharacterClasses.shared.of(scalar) == .space ? length : 2 * length
        }
        result += bytes[found.end..<line.upperBound]
    }
}
