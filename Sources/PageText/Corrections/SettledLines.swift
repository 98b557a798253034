import Newspaper

/// The lines of a source that a reader has said something about. This is gold: what fits the parser's costs to pages takes a
/// line that is settled as labeled by hand.
struct SettledLines: Sendable {
    /// For the offset at which a settled line begins, the number of its correction.
    private(set) var numbers: [Int: Int] = [:]
    private let corrections: [LineCorrection]
    /// For the offset at which a line begins, what it may be by the page's layout.
    private let roles: [Int: LaidLine.Role]

    /// No line is settled.
    static let none = SettledLines()

    private init() { (corrections, roles) = ([], [:]) }

    /// Finds the lines that corrections speak of: those with the same words; of several the ones whose neighbours are the
    /// same too, or at least one of them.
    ///
    /// - Parameter bytes: a source, as `PageSource` holds it.
    init(_ corrections: [LineCorrection], in bytes: UnsafeBufferPointer<UInt8>, roles: [Int: LaidLine.Role] = [:]) {
        self.corrections = corrections
        self.roles = roles
        guard !corrections.isEmpty else { return }
        var wanted: [FoldedWords: [Int]] = [:]
        for (number, correction) in corrections.enumerated() {
            wanted[FoldedWords(correction.words), default: []].append(number)
        }
        var found: [FoldedWords: [Place]] = [:]
        var scanner = LineScanner(bytes)
        var lines: ContiguousArray<TextLine> = []
        while scanner.nextPage(into: &lines) {
            for at in lines.indices {
                let key = LineCorrection.key(of: Self.beginning(lines[at], bytes))
                guard wanted[key] != nil else { continue }
                func neighbour(_ at: Int) -> FoldedWords {
                    let text = lines.indices.contains(at) ? Self.beginning(lines[at], bytes) : ""
                    return LineCorrection.neighbourKey(of: text)
                }
                found[key, default: []].append(
                    Place(start: lines[at].start, before: neighbour(at - 1), after: neighbour(at + 1)))
            }
        }
        for (key, places) in found { settle(places, wanted[key] ?? []) }
    }

    /// Equal lines, and the corrections with their words.
    private mutating func settle(_ places: [Place], _ corrections: [Int]) {
        var likenesses = [Int](repeating: -1, count: places.count)
        for number in corrections {
            let correction = self.corrections[number]
            let (before, after) = (FoldedWords(correction.before), FoldedWords(correction.after))
            let likeness = places.map { ($0.before == before ? 1 : 0) + ($0.after == after ? 1 : 0) }
            let most = likeness.max() ?? 0
            // Which of several lines is meant cannot be told where no neighbour is the same.
            guard most > 0 || places.count == 1 else { continue }
            for at in places.indices where likeness[at] == most && most >= likenesses[at] {
                likenesses[at] = most
                numbers[places[at].start] = number
            }
        }
    }

    private struct Place {
        var start: Int
        var before: FoldedWords
        var after: FoldedWords
    }

    /// As much of a line as its words are recognised by.
    private static func beginning(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
        // A scalar has four bytes at most.
        var end = min(line.end, line.start + 4 * LineCorrection.longestWords + 4)
        while end < line.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return String(of: bytes, line.start..<end)
    }

    /// What was said about the line that begins at an offset; nil for most.
    func correction(at start: Int) -> LineCorrection? { numbers[start].map { corrections[$0] } }

    /// Marks the labels that settled lines may have.
    func mark(_ lines: ContiguousArray<TextLine>) {
        guard !numbers.isEmpty || !roles.isEmpty else { return }
        for at in lines.indices {
            if let role = roles[lines[at].start] {
                (lines[at].settled, lines[at].block) = (role.labels, role.block)
                lines[at].isItem = role == .item
            }
            if let correction = correction(at: lines[at].start) {
                (lines[at].settled, lines[at].block) = (correction.ruling.labels, nil)
            }
        }
    }
}

extension LineRuling {
    /// The labels of a line about which this was said.
    var labels: LabelSet {
        switch self {
        case .kind(let kind): LabelSet(Label.allCases.filter { $0.kind == kind }.map { LabelSet($0) })
        case .joins: LabelSet(.more)
        case .begins: LabelSet(.paragraph)
        }
    }
}
