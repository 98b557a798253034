import CCostTable

/// What each feature says for or against each label, in nats: 1 is a doubt, 5 all but rules a label out. Negative costs speak
/// for a label.
///
/// The table is the file `Sources/CCostTable/costs.txt`, which `.dev/fit` writes: sections with a column a label and a row for each
/// feature of a line, for each two forms of a line and of its neighbour, for each label of the line before (and so in each relation
/// to the line above, and to the one below), and a section for link features.
struct CostTable: @unchecked Sendable {
    /// All costs, `count` of them, section after section: `stride` a row, but one a link feature.
    let values: UnsafeMutablePointer<Float>

    /// Labels for which there is room; what `EmissionCosts` adds up at once.
    static let stride = 20

    /// A part of the table.
    struct Section {
        let name: String
        let start: Int
        let rows: Int

        fileprivate init(_ name: String, at start: Int = 0, _ rows: Int) {
            (self.name, self.start, self.rows) = (name, start, rows)
        }

        fileprivate init(_ name: String, after section: Section, _ rows: Int) {
            self.init(name, at: section.start + section.rows * CostTable.stride, rows)
        }
    }

    static let lines = Section("lines", Feature.count)
    static let above = Section("above", after: lines, LineForm.count * LineForm.count)
    static let below = Section("below", after: above, LineForm.count * LineForm.count)
    static let pairs = Section("pairs", after: below, Label.count)
    static let pairsAbove = Section("pairsAbove", after: pairs, LineRelation.count * Label.count)
    static let pairsBelow = Section("pairsBelow", after: pairsAbove, LineRelation.count * Label.count)
    /// All but the link features.
    static let sections = [lines, above, below, pairs, pairsAbove, pairsBelow]
    private static let links = pairsBelow.start + pairsBelow.rows * stride
    static let count = links + LinkFeature.count

    /// The program's own.
    static let standard = CostTable(UnsafeBufferPointer(start: broadsheet_cost_text(), count: broadsheet_costs_size))

    /// A table of zeros. Its memory is never given back.
    init() {
        precondition(Label.count <= Self.stride)
        values = .allocate(capacity: Self.count)
        values.initialize(repeating: 0, count: Self.count)
    }

    /// Reads a table; traps where it has not exactly the rows that there must be.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.init()
        var reader = CostReader(text)
        for section in Self.sections {
            reader.beginSection()
            for row in 0..<section.rows {
                reader.beginRow()
                let start = values + section.start + row * Self.stride
                for label in 0..<Label.count { start[label] = reader.number() }
            }
        }
        reader.beginSection()
        for link in 0..<LinkFeature.count {
            reader.beginRow()
            values[Self.links + link] = reader.number()
        }
        reader.end()
    }

    /// Where a cost stands among all.
    @inline(__always)
    static func place(of cost: Cost) -> Int {
        switch cost {
        case .line(let feature, let label): place(lines, Int(feature.rawValue), label)
        case .above(let form, let other, let label): place(above, forms(form, other), label)
        case .below(let form, let other, let label): place(below, forms(form, other), label)
        case .pair(let from, let to): place(pairs, Int(from.rawValue), to)
        case .pairAbove(let relation, let from, let to): place(pairsAbove, after(relation, from), to)
        case .pairBelow(let relation, let from, let to): place(pairsBelow, after(relation, from), to)
        case .link(let link): links + Int(link.rawValue)
        }
    }

    @inline(__always)
    private static func place(_ section: Section, _ row: Int, _ label: Label) -> Int {
        section.start + row * stride + Int(label.rawValue)
    }

    @inline(__always)
    private static func forms(_ form: LineForm, _ other: LineForm) -> Int {
        Int(form.rawValue) * LineForm.count + Int(other.rawValue)
    }

    @inline(__always)
    private static func after(_ relation: LineRelation, _ from: Label) -> Int {
        Int(relation.rawValue) * Label.count + Int(from.rawValue)
    }

    @inline(__always)
    subscript(cost: Cost) -> Float { values[Self.place(of: cost)] }

    /// The costs of all labels for what the cost is one of.
    @inline(__always)
    func row(of cost: Cost) -> UnsafeRawPointer { UnsafeRawPointer(values + Self.place(of: cost)) }
}

/// Reads the words of a table of costs: lines that begin with # are comments, a section begins with a line in square brackets, a
/// row with its name, and a point is no cost.
private struct CostReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    private mutating func skipLine() {
        while at < text.count, text[at] != 0x0A { at += 1 }
        at += 1
    }

    private mutating func skipComments() {
        while at < text.count, text[at] == 0x23 || text[at] == 0x0A { skipLine() }
    }

    mutating func beginSection() {
        skipComments()
        precondition(at < text.count && text[at] == 0x5B, "a section of costs is missing")
        skipLine()
    }

    mutating func beginRow() {
        skipComments()
        precondition(at < text.count && text[at] != 0x5B, "a row of costs is missing")
        while text[at] > 0x20 { at += 1 }
    }

    /// Digits with at most two decimals.
    mutating func number() -> Float {
        while text[at] == 0x20 { at += 1 }
        let isNegative = text[at] == 0x2D
        if isNegative { at += 1 }
        precondition(text[at] == 0x2E || (0x30...0x39).contains(text[at]), "a cost is missing")
        var (value, scale, isFraction): (Int32, Int32, Bool) = (0, 1, false)
        while text[at] > 0x20 {
            if text[at] == 0x2E {
                isFraction = true
            } else {
                value = value * 10 + Int32(text[at] - 0x30)
                if isFraction { scale *= 10 }
            }
            at += 1
        }
        let number = Float(value) / Float(scale)
        return isNegative ? -number : number
    }

    mutating func end() {
        skipComments()
        precondition(at >= text.count, "there are more rows of costs than features")
    }
}
