/// One way to label all lines up to a line, and its cost.
struct Hypothesis {
    var cost: Float
    /// The label of the last line.
    var label: Label
    var state: DecoderState
    /// Index of the last line of the open paragraph; -1 where none is open.
    var lastTextLine: Int32
    /// Brackets and curly quotes that the open paragraph has opened and not closed.
    var depth: Int16
    /// The open paragraph has an odd number of straight quotes so far.
    var hasOddQuotes = false
    /// The open paragraph is an item of a list.
    var isItem = false
    /// Index of the hypothesis that this one extends, among those of the line before.
    var previous: Int32

    /// What stands before a page's first line.
    static var beginning: Self {
        Hypothesis(cost: 0, label: .furniture, state: [], lastTextLine: -1, depth: 0, previous: -1)
    }

    /// Brackets and quotes of any kind that are still open.
    var openMarks: Int { Int(depth) + (hasOddQuotes ? 1 : 0) }

    /// Its index among all pairs of label and state.
    var slot: Int { Int(label.rawValue) * DecoderState.count + Int(state.rawValue) }

    /// Pairs of label and state.
    static let slotCount = Label.count * DecoderState.count
}

/// A growing array of hypotheses whose memory is used for one page after another.
final class HypothesisStore {
    private(set) var start: UnsafeMutablePointer<Hypothesis>
    private var capacity: Int
    var count = 0

    init(capacity: Int = 1024) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    subscript(index: Int) -> Hypothesis { start[index] }

    /// Makes room for so many hypotheses after the last.
    func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let wider = UnsafeMutablePointer<Hypothesis>.allocate(capacity: capacity)
        wider.update(from: start, count: count)
        start.deallocate()
        start = wider
    }
}
