/// The bytes of a document as they arrived, in blocks, so that a document that grows is never copied as a whole and
/// copies of the value share what they have in common.
struct FeedBytes: Sendable {
    private var blocks: [[UInt8]] = []
    private(set) var count = 0

    private static let blockSize = 1 << 20

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let room = blocks.count * Self.blockSize - count
            if room == 0 {
                blocks.append([])
                // A small document has no use for a whole block.
                if count > 0 { blocks[blocks.count - 1].reserveCapacity(Self.blockSize) }
                continue
            }
            let part = rest.prefix(room)
            blocks[blocks.count - 1].append(contentsOf: UnsafeRawBufferPointer(rebasing: part))
            count += part.count
            rest = rest.dropFirst(part.count)
        }
    }

    /// Lends the bytes of a range, which are copied only where they cross from one block to the next.
    func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let first = range.lowerBound / Self.blockSize
        let start = range.lowerBound - first * Self.blockSize
        if start + range.count <= Self.blockSize, first < blocks.count {
            return blocks[first].withUnsafeBytes {
                body(UnsafeRawBufferPointer(rebasing: $0[start..<start + range.count]))
            }
        }
        return bytes(range).withUnsafeBytes(body)
    }

    /// A copy of the bytes of a range.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let block = at / Self.blockSize
            let start = at - block * Self.blockSize
            let end = min(Self.blockSize, start + range.upperBound - at)
            bytes += blocks[block][start..<end]
            at += end - start
        }
        return bytes
    }
}
