/// Applies the events of a log to a table in batches: one by one, each of a million would wait for memory.
struct MarkLoader {
    private(set) var marks: MarkTable
    /// Whether an event has changed the table.
    private(set) var hasChanges = false
    /// The latest time of all events.
    private(set) var latest: Int64 = 0

    private let device: Int
    private let expected: Int
    private var batch: [MarkEvent] = []
    private var applied = 0

    private static let batchSize = 128

    /// - Parameters:
    ///   - device: the index, in the table, of the device that the events come from.
    ///   - expected: about how many events there will be.
    init(_ marks: MarkTable, device: Int, expected: Int) {
        self.marks = marks
        self.device = device
        self.expected = expected
        batch.reserveCapacity(Self.batchSize)
    }

    @inline(__always)
    mutating func add(_ event: MarkEvent) {
        latest = max(latest, event.time)
        batch.append(event)
        if batch.count == Self.batchSize { finish() }
    }

    /// Applies the rest; `marks` is complete only then.
    mutating func finish() {
        applied += batch.count
        // The beginning of a long log shows how much memory the rest needs.
        if applied == Self.batchSize * 64, expected > applied * 2 { marks.reserve(times: expected / applied) }
        if marks.apply(batch, from: device) { hasChanges = true }
        batch.removeAll(keepingCapacity: true)
    }
}
