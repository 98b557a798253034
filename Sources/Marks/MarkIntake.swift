/// Takes the events of a log in by batches: a million one by one would each wait for memory.
struct MarkIntake {
    private(set) var marks: Marks
    /// Whether an event was news.
    private(set) var isNews = false
    /// The latest time of all.
    private(set) var latest: Int64 = 0

    private let device: Int
    private let expected: Int
    private var batch: [MarkEvent] = []
    private var taken = 0

    private static let batchSize = 128

    /// What is added is that device's, and about so many events.
    init(_ marks: Marks, device: Int, expected: Int) {
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

    /// To be called before `marks` is looked at.
    mutating func finish() {
        taken += batch.count
        // The beginning of a long log tells how much room the rest needs.
        if taken == Self.batchSize * 64, expected > taken * 2 { marks.reserve(times: expected / taken) }
        if marks.apply(batch, from: device) { isNews = true }
        batch.removeAll(keepingCapacity: true)
    }
}
