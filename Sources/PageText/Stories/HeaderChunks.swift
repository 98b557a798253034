import Newspaper

/// Headers in chunks: adding one never copies the others, and no second copy of all exists while a table is made of them.
struct HeaderChunks {
    private var chunks: [[StoryHeader]] = []
    private static let size = 1024

    var count: Int { chunks.isEmpty ? 0 : (chunks.count - 1) * Self.size + chunks[chunks.count - 1].count }

    subscript(place: Int) -> StoryHeader {
        get { chunks[place / Self.size][place % Self.size] }
        set { chunks[place / Self.size][place % Self.size] = newValue }
    }

    mutating func append(_ header: StoryHeader) {
        if count == chunks.count * Self.size {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.size)
        }
        chunks[chunks.count - 1].append(header)
    }

    /// The headers as a table.
    consuming func table() -> HeaderTable {
        var table = HeaderTable()
        table.reserve(count)
        chunks.reverse()
        while var chunk = chunks.popLast() {
            chunk.reverse()
            while let header = chunk.popLast() { table.append(header) }
        }
        return table
    }
}
