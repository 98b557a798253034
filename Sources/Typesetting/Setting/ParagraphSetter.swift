/// Typesets paragraphs one after the other, in buffers that are reused.
struct ParagraphSetter: ~Copyable {
    var records: ClusterRecords
    /// For each record and for the end, the metrics of all records before it.
    private(set) var sums: UnsafeMutablePointer<PrefixMetrics>
    /// For each record, the cells added before it by justification; negative where cells are taken away.
    private(set) var adjustments: UnsafeMutablePointer<Int8>
    /// The number of elements in `sums` and in `adjustments`.
    private var capacity: Int
    /// The limits of the search; nil for the ones that suit the measure.
    var search: SearchLimits?
    /// The nodes of the search for line ends.
    var nodes: ContiguousArray<BreakNode> = []
    /// The lines of the current paragraph.
    var plans: ContiguousArray<LinePlan> = []
    /// Indices of records, collected for one step of justification.
    var positions: ContiguousArray<Int32> = []
    /// The column of the latest cell that was added to a line of Chinese, this one or the one above.
    var addedColumn: Int?

    /// Allocates buffers for `capacity` bytes of text. They grow when needed.
    init(capacity: Int) {
        self.capacity = capacity + 8
        records = ClusterRecords(capacity: capacity + 8)
        sums = .allocate(capacity: capacity + 8)
        adjustments = .allocate(capacity: capacity + 8)
        nodes.reserveCapacity(64)
        plans.reserveCapacity(32)
    }

    deinit {
        sums.deallocate()
        adjustments.deallocate()
    }

    /// Typesets a piece of a paragraph and appends its lines to `lines`.
    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - origin: the offset of `bytes` in the paragraph.
    ///   - opens: whether the piece starts the paragraph and so has the first-line indent.
    ///   - closes: whether the piece ends the paragraph.
    mutating func set(
        _ bytes: UnsafeBufferPointer<UInt8>, origin: Int, opens: Bool, closes: Bool, style: ParagraphStyle,
        into lines: inout [Line]
    ) {
        prepare(bytes, origin: origin, style: style)
        guard records.count > 0 else {
            lines.append(Line(glyphs: [], source: origin..<origin + bytes.count, endsParagraph: closes))
            return
        }
        let frame = LineFrame(style, records)
        let end = origin + bytes.count
        var start = 0
        var first = opens
        repeat {
            var stop = start
            repeat { stop += 1 } while stop < records.count && records[stop].breakBefore != .always
            stop = min(stop, records.count)
            planLines(start, stop, first: first, frame: frame)
            emit(first: first, closes: closes && stop == records.count, end: end, frame: frame, into: &lines)
            start = stop
            first = false
        } while start < records.count
    }

    /// Typesets valid UTF-8 as a headline, or as a paragraph if `planHeadline` refuses it.
    mutating func setHeadline(_ bytes: UnsafeBufferPointer<UInt8>, style: ParagraphStyle, into lines: inout [Line]) {
        prepare(bytes, origin: 0, style: style)
        let frame = LineFrame(style, records)
        if planHeadline(frame: frame) {
            emit(first: true, closes: true, end: bytes.count, frame: frame, into: &lines)
        } else {
            set(bytes, origin: 0, opens: true, closes: true, style: style, into: &lines)
        }
    }

    /// Appends the lines of `plans` to `lines`.
    private mutating func emit(first: Bool, closes: Bool, end: Int, frame: LineFrame, into lines: inout [Line]) {
        if lines.isEmpty { lines.reserveCapacity(plans.count) }
        for (index, plan) in plans.enumerated() {
            let start = Int(records[plan.start].offset)
            lines.append(
                Line(
                    glyphs: glyphs(plan, indent: frame.indent(first: first && index == 0), frame: frame),
                    source: start..<(plan.end < records.count ? Int(records[plan.end].offset) : end),
                    endsParagraph: closes && index == plans.count - 1))
        }
    }

    /// Computes the records of a text, their breaks and glue, and the prefix sums.
    mutating func prepare(_ bytes: UnsafeBufferPointer<UInt8>, origin: Int, style: ParagraphStyle) {
        records.ambiguousIsWide = style.ambiguousIsWide
        // A quote that is drawn two cells wide has its blank inside.
        records.padsQuotes = style.padsQuotes && !style.ambiguousIsWide
        records.read(bytes, origin: origin)
        records.readMarks(restoring: style.restoresPunctuation)
        records.findBreaks()
        sumMetrics()
    }

    /// Fills `sums`, and clears `adjustments`.
    private mutating func sumMetrics() {
        let count = records.count
        if count + 1 > capacity {
            sums.deallocate()
            adjustments.deallocate()
            capacity = count + 8
            sums = .allocate(capacity: capacity)
            adjustments = .allocate(capacity: capacity)
        }
        let metrics = PrefixMetrics.table
        var sum = PrefixMetrics()
        let base = records.base
        for index in 0..<count {
            sums[index] = sum
            sum = sum &+ metrics[Int(base[index].glueBefore.rawValue) << 2 | Int(base[index].cells)]
        }
        sums[count] = sum
        adjustments.initialize(repeating: 0, count: count)
    }

    /// The metrics of a line from `start` to `end`, without the glue before it and the blanks at its end.
    @inline(__always)
    func content(_ start: Int, _ end: Int) -> PrefixMetrics {
        sums[trimmed(start, end)] &- sums[start] &- PrefixMetrics.of(records[start].glueBefore)
    }

    /// `end` moved back over the blanks before it.
    @inline(__always)
    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start + 1, records[end - 1].role.isBlank { end -= 1 }
        return end
    }

    /// How far the last mark of a line may hang (clreq 3.1.6). Only a stop that follows no other mark hangs whole.
    @inline(__always)
    func reach(_ start: Int, _ end: Int, _ hanging: ParagraphStyle.Hanging) -> HangingReach {
        if hanging == .none { return [] }
        let last = trimmed(start, end) - 1
        let record = records[last]
        guard record.cells == 2, record.role == .stop || record.role == .closer || record.role == .exclamation else {
            return []
        }
        let mayHangWhole =
            hanging == .full && record.role == .stop && last > start && !records[last - 1].role.isClosingMark
        return mayHangWhole ? [.half, .full] : .half
    }
}
