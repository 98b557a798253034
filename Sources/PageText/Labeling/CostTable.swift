import CCostTable

/// What each feature says for or against each label, in nats: 1 is a doubt, 5 all but rules a label out. Negative costs speak
/// for a label.
///
/// The table is the file `Sources/CCostTable/costs.txt`, which `.dev/fit` writes: a section for the features of lines with a
/// column a label, one for labels after labels, and one for link features.
struct CostTable: @unchecked Sendable {
    /// `stride` costs a feature, one a label.
    let lines: UnsafeMutablePointer<Float>
    /// `stride` costs a label: those of the labels after it.
    let pairs: UnsafeMutablePointer<Float>
    let links: UnsafeMutablePointer<Float>

    /// Labels for which there is room; what `EmissionCosts` adds up at once.
    static let stride = 20
    /// The program's own.
    static let standard = CostTable(UnsafeBufferPointer(start: broadsheet_cost_text(), count: broadsheet_costs_size))

    /// A table of zeros. Its memory is never given back.
    init() {
        precondition(Label.count <= Self.stride)
        lines = .allocate(capacity: Self.stride * Feature.count)
        lines.initialize(repeating: 0, count: Self.stride * Feature.count)
        pairs = .allocate(capacity: Self.stride * Label.count)
        pairs.initialize(repeating: 0, count: Self.stride * Label.count)
        links = .allocate(capacity: LinkFeature.count)
        links.initialize(repeating: 0, count: LinkFeature.count)
    }

    /// Reads a table; traps where it has not exactly one row for each feature, label and link.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.init()
        var reader = CostReader(text)
        reader.beginSection()
        for feature in 0..<Feature.count {
            reader.beginRow()
            for label in 0..<Label.count { lines[feature * Self.stride + label] = reader.number() }
        }
        reader.beginSection()
        for from in 0..<Label.count {
            reader.beginRow()
            for to in 0..<Label.count { pairs[from * Self.stride + to] = reader.number() }
        }
        reader.beginSection()
        for link in 0..<LinkFeature.count {
            reader.beginRow()
            links[link] = reader.number()
        }
        reader.end()
    }

    @inline(__always)
    func row(of feature: Feature) -> UnsafeRawPointer {
        UnsafeRawPointer(lines + Int(feature.rawValue) * Self.stride)
    }
    @inline(__always)
    subscript(feature: Feature, label: Label) -> Float {
        lines[Int(feature.rawValue) * Self.stride + Int(label.rawValue)]
    }
    @inline(__always)
    subscript(link: LinkFeature) -> Float { links[Int(link.rawValue)] }
    @inline(__always)
    subscript(from: Label, to: Label) -> Float { pairs[Int(from.rawValue) * Self.stride + Int(to.rawValue)] }
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
