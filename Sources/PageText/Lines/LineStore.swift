/// Memory for the lines of one page after another.
final class LineStore {
    private var blocks: [UnsafeMutablePointer<LineMetrics>] = []
    private var count = 0
    /// Lines in a block.
    private static let block = 1024

    deinit { for block in blocks { block.deallocate() } }

    /// Makes all lines invalid and their memory free for the next page.
    func clear() { count = 0 }

    func add(_ metrics: LineMetrics) -> TextLine {
        if count == blocks.count * Self.block { blocks.append(.allocate(capacity: Self.block)) }
        let place = blocks[count / Self.block] + count % Self.block
        place.initialize(to: metrics)
        count += 1
        return TextLine(at: place)
    }
}
