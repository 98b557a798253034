/// Sets paragraphs one after the other, in memory that is used again.
struct ParagraphSetter: ~Copyable {
    var units: Units
    /// What stands before each unit, and before the end.
    private(set) var sums: UnsafeMutablePointer<Measures>
    /// Cells added before a unit, or taken away.
    private(set) var adjustments: UnsafeMutablePointer<Int8>
    private var capacity: Int
    /// How far the optimum looks about, where not as far as the measure asks.
    var search: Search?
    var nodes: ContiguousArray<Node> = []
    var plans: ContiguousArray<LinePlan> = []
    var positions: ContiguousArray<Int32> = []
    /// Column of the cell that was added to the line above where it was only one.
    var lastOddColumn = -9

    /// With room for so many bytes of text; more is found when it is wanted.
    init(capacity: Int) {
        self.capacity = capacity + 8
        units = Units(capacity: capacity + 8)
        sums = .allocate(capacity: capacity + 8)
        adjustments = .allocate(capacity: capacity + 8)
        nodes.reserveCapacity(64)
        plans.reserveCapacity(32)
    }

    deinit {
        sums.deallocate()
        adjustments.deallocate()
    }

    /// Sets valid UTF-8. `origin` is its place in the paragraph; only the paragraph's beginning has the first indent, and
    /// only its end closes it.
    mutating func set(
        _ bytes: UnsafeBufferPointer<UInt8>, origin: Int, opens: Bool, closes: Bool, style: ParagraphStyle,
        into lines: inout [Line]
    ) {
        prepare(bytes, origin: origin, style: style)
        guard units.count > 0 else {
            lines.append(Line(glyphs: [], source: origin..<origin + bytes.count, endsParagraph: closes))
            return
        }
        let frame = LineFrame(style, units)
        let end = origin + bytes.count
        var start = 0
        var first = opens
        repeat {
            var stop = start
            repeat { stop += 1 } while stop < units.count && units[stop].joint != .always
            stop = min(stop, units.count)
            planLines(start, stop, first: first, frame: frame)
            emit(first: first, closes: closes && stop == units.count, end: end, frame: frame, into: &lines)
            start = stop
            first = false
        } while start < units.count
    }

    /// Sets valid UTF-8 as a headline; as a paragraph where it cannot be one.
    mutating func setHeadline(_ bytes: UnsafeBufferPointer<UInt8>, style: ParagraphStyle, into lines: inout [Line]) {
        prepare(bytes, origin: 0, style: style)
        let frame = LineFrame(style, units)
        if planHeadline(frame: frame) {
            emit(first: true, closes: true, end: bytes.count, frame: frame, into: &lines)
        } else {
            set(bytes, origin: 0, opens: true, closes: true, style: style, into: &lines)
        }
    }

    private mutating func emit(first: Bool, closes: Bool, end: Int, frame: LineFrame, into lines: inout [Line]) {
        if lines.isEmpty { lines.reserveCapacity(plans.count) }
        for (index, plan) in plans.enumerated() {
            let start = Int(units[plan.start].offset)
            lines.append(
                Line(
                    glyphs: glyphs(plan, indent: frame.indent(first: first && index == 0), frame: frame),
                    source: start..<(plan.end < units.count ? Int(units[plan.end].offset) : end),
                    endsParagraph: closes && index == plans.count - 1))
        }
    }

    /// Reads the text into units, joints and sums.
    mutating func prepare(_ bytes: UnsafeBufferPointer<UInt8>, origin: Int, style: ParagraphStyle) {
        units.ambiguousIsWide = style.ambiguousIsWide
        units.read(bytes, origin: origin)
        units.readMarks(restoring: style.restoresPunctuation)
        units.findJoints()
        measure()
    }

    private mutating func measure() {
        let count = units.count
        if count + 1 > capacity {
            sums.deallocate()
            adjustments.deallocate()
            capacity = count + 8
            sums = .allocate(capacity: capacity)
            adjustments = .allocate(capacity: capacity)
        }
        let measures = Measures.units
        var sum = Measures()
        let base = units.base
        for index in 0..<count {
            sums[index] = sum
            sum = sum &+ measures[Int(base[index].gap.rawValue) << 2 | Int(base[index].cells)]
        }
        sums[count] = sum
        adjustments.initialize(repeating: 0, count: count)
    }

    /// What a line from `start` measures up to `end`, without the gap before it and the blanks at its end.
    @inline(__always)
    func content(_ start: Int, _ end: Int) -> Measures {
        sums[trimmed(start, end)] &- sums[start] &- Measures.of(units[start].gap)
    }

    /// The end without the blanks before it.
    @inline(__always)
    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start + 1, units[end - 1].role.isBlank { end -= 1 }
        return end
    }

    /// How far the last mark of a line may hang.
    @inline(__always)
    func reach(_ start: Int, _ end: Int, _ hanging: ParagraphStyle.Hanging) -> HangingReach {
        if hanging == .none { return [] }
        let last = trimmed(start, end) - 1
        let unit = units[last]
        guard unit.cells == 2, unit.role == .stop || unit.role == .closer || unit.role == .exclamation else {
            return []
        }
        let mayHangWhole =
            hanging == .full && unit.role == .stop && last > start && !units[last - 1].role.isClosingMark
        return mayHangWhole ? [.half, .full] : .half
    }
}

/// One line as it will be set: its units, and what is done to fill the measure.
struct LinePlan {
    var start: Int
    var end: Int
    /// The end of what is shown; blanks, and in headlines a comma, are not.
    var shownEnd: Int
    var fit: Fit
    /// Whether a soft hyphen is shown at its end.
    var hyphen = false
}

/// The style as the lines need it: always with room for one character.
struct LineFrame {
    let measure: Int
    let firstIndent: Int
    let otherIndent: Int
    let hanging: ParagraphStyle.Hanging
    let alignment: ParagraphStyle.Alignment

    init(_ style: ParagraphStyle, _ units: borrowing Units) {
        measure = max(2, min(style.measure, 10_000))
        otherIndent = max(0, min(style.indent, measure - 2))
        var first = max(0, min(style.firstIndent, measure - 2))
        // The blank left half of an opening mark is part of the indent.
        if first > style.indent, first >= 2, units.count > 0, units[0].role == .opener || units[0].role == .quoteOpen {
            first -= 1
        }
        firstIndent = first
        hanging = style.hanging
        alignment = style.alignment
    }

    func indent(first: Bool) -> Int { first ? firstIndent : otherIndent }
    func room(first: Bool) -> Int { measure - indent(first: first) }
}

extension Role {
    /// Not shown at a line's end.
    @inline(__always) var isBlank: Bool { self == .space || self == .wideSpace || self == .newline }
}
