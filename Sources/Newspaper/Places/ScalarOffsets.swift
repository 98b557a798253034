import TextDecoding

/// Byte offsets and scalar offsets in the blocks of one story.
///
/// The screen counts bytes, a place on disk counts scalars. A block's scalars are counted once, when one of its offsets is
/// first asked for; after that either offset is found in the time that reading 64 KiB takes, however long the block is.
package struct ScalarOffsets: Sendable {
    let body: [Block]
    /// For each block that is longer than a stride, how many scalars begin before each of its strides.
    private var counts: [Int: [Int]] = [:]

    /// UTF-8 bytes between two counts.
    static let stride = 1 << 16

    /// Counts nothing yet, and copies no text.
    package init(_ body: [Block]) { self.body = body }

    /// How many of a block's scalars begin before a byte offset; one inside a scalar is taken for the scalar's beginning,
    /// one outside the text for the nearest end.
    package mutating func scalars(before byte: Int, inBlock index: Int) -> Int {
        let byte = scalarStart(at: byte, inBlock: index)
        var text = body[index].text
        return text.withUTF8 { bytes in
            let number = byte / Self.stride
            let counted = number == 0 ? 0 : counts(ofBlock: index, bytes)[number]
            return counted + Self.scalars(in: bytes, number * Self.stride..<byte)
        }
    }

    /// The byte offset at which a block's scalar begins; of one outside the text, the nearest end.
    package mutating func byte(ofScalar scalar: Int, inBlock index: Int) -> Int {
        var text = body[index].text
        return text.withUTF8 { bytes in
            var place = 0
            var left = max(scalar, 0)
            if bytes.count > Self.stride, left > 0 {
                let counts = counts(ofBlock: index, bytes)
                var (low, high) = (0, counts.count)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if counts[middle] <= left { low = middle } else { high = middle }
                }
                place = low * Self.stride
                left -= counts[low]
            }
            while place + 8 <= bytes.count, left >= 8 {
                left -= 8 - Self.tails(in: bytes, at: place)
                place += 8
            }
            while place < bytes.count {
                if !UTF8Scalar.isTail(bytes[place]) {
                    if left == 0 { return place }
                    left -= 1
                }
                place += 1
            }
            return bytes.count
        }
    }

    /// The offset itself, brought into the text's bounds and back to the beginning of the scalar that it is in.
    func scalarStart(at byte: Int, inBlock index: Int) -> Int {
        var text = body[index].text
        return text.withUTF8 { bytes in
            var byte = min(max(byte, 0), bytes.count)
            while byte > 0, byte < bytes.count, UTF8Scalar.isTail(bytes[byte]) { byte -= 1 }
            return byte
        }
    }

    private mutating func counts(ofBlock index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        if let known = counts[index] { return known }
        var sums = [0]
        for start in Swift.stride(from: 0, through: bytes.count - Self.stride, by: Self.stride) {
            sums.append(sums[sums.count - 1] + Self.scalars(in: bytes, start..<start + Self.stride))
        }
        counts[index] = sums
        return sums
    }

    /// How many scalars begin in a range of the bytes: as many as there are bytes that do not continue one.
    private static func scalars(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = range.count
        var place = range.lowerBound
        while place + 8 <= range.upperBound {
            count -= tails(in: bytes, at: place)
            place += 8
        }
        while place < range.upperBound {
            if UTF8Scalar.isTail(bytes[place]) { count -= 1 }
            place += 1
        }
        return count
    }

    /// How many of eight bytes continue a scalar: the highest bit is set and the next is not.
    @inline(__always)
    private static func tails(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
            fromByteOffset: place, as: UInt64.self)
        return ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
    }
}
