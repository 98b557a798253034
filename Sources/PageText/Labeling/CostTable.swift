import CCostTable

/// What each feature says for or against each label, in nats: 1 is a doubt, 5 all but rules a label out. Negative costs speak
/// for a label.
///
/// The table is the file `Sources/CCostTable/costs.txt`, which `.dev/fit` writes and the C compiler reads: sections with a column a
/// label and a row for each feature of a line, for each two forms of a line and of its neighbour, for each label of the line before
/// (and so in each relation to the line above, and to the one below), and a section for link features.
struct CostTable: @unchecked Sendable {
    /// All costs, `count` of them, section after section, `stride` a row; a link feature has one. Those of ``standard`` may not be
    /// written to.
    let values: UnsafeMutablePointer<Float>

    /// Labels for which there is room; what `EmissionCosts` adds up at once.
    static let stride = Int(BROADSHEET_COST_COLUMNS)

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
    private static let links = Section("links", after: pairsBelow, LinkFeature.count)
    static let count = links.start + links.rows * stride

    /// The program's own.
    static let standard = CostTable(rows: broadsheet_cost_values(), count: broadsheet_cost_rows)

    /// A table of zeros. Its memory is never given back.
    init() {
        values = .allocate(capacity: Self.count)
        values.initialize(repeating: 0, count: Self.count)
    }

    /// Traps where there are not exactly the rows that there must be.
    private init(rows: UnsafePointer<Float>, count: Int) {
        precondition(Label.count <= Self.stride && count * Self.stride == Self.count, "rows of costs are missing")
        values = UnsafeMutablePointer(mutating: rows)
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
        case .link(let link): links.start + Int(link.rawValue) * stride
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
