import Newspaper
import PageLayout
import XML

/// A page of an ALTO file, in the units of the file.
struct AltoPage {
    /// What the file measures in.
    enum Unit: String {
        /// Dots of the picture, of which nobody knows how many go into an inch.
        case pixel
        /// Tenths of a millimetre.
        case mm10
        case inch1200

        /// Points a unit.
        var points: Double? {
            switch self {
            case .pixel: nil
            case .mm10: 72 / 254
            case .inch1200: 72 / 1200
            }
        }
    }

    /// Pictures or rules of a page that count.
    static let mostBoxes = 1000
    /// Lines of a page that have places; no page has a tenth of them. The others come behind them.
    private static let mostLines = 20_000

    var pictures: [Box] = []
    /// Graphical elements: rules, and frames.
    var rules: [Box] = []
    private var width = 0.0
    private var height = 0.0
    private var lines: [AltoLine] = []
    private var rest: [SheetLine] = []

    /// A page of which nothing is known.
    init() {}

    init(_ attributes: XMLAttributes) {
        width = max(0, attributes.number("WIDTH") ?? 0)
        height = max(0, attributes.number("HEIGHT") ?? 0)
    }

    mutating func append(_ line: AltoLine) {
        var line = line
        if lines.count < Self.mostLines {
            if let last = lines.indices.last { lines[last].join(to: &line) }
            if !line.words.isEmpty { lines.append(line) }
        } else if !line.words.isEmpty {
            line.settleHyphen()
            rest += AltoRuns(line, size: 1).whole
        }
    }

    /// The same page in points.
    func sheet(in unit: Unit) -> Sheet {
        var lines = lines
        var bottom = 0.0
        for at in lines.indices {
            lines[at].settleHyphen()
            // What has no place is below what came before it.
            if !lines[at].settleBoxes() {
                let size = lines[at].words.first?.style.size ?? 10
                lines[at].box = Box(
                    left: 0, top: bottom + size, right: size * Double(lines[at].count), bottom: bottom + 2 * size)
                _ = lines[at].settleBoxes()
            }
            bottom = lines[at].box?.bottom ?? bottom
        }
        let geometric = lines.map(\.size)
        let named = lines.map { line in line.words.compactMap { word in word.style.size.map { ($0, 1) } }.weighted() }
        let scale = scale(in: unit, geometric, named, lines)
        let sizes = AltoSizes(lines, geometric.map { $0 * scale }, named).sizes
        let boxes = lines.compactMap(\.box)
        var sheet = Sheet(
            width: scale * (width > 0 ? width : boxes.map(\.right).max() ?? 0),
            height: scale * (height > 0 ? height : boxes.map(\.bottom).max() ?? 0))
        for (line, size) in zip(lines, sizes) { sheet.lines += AltoRuns(line, size: size, scale: scale).lines }
        sheet.drawing = drawing(scale, sheet.lines)
        sheet.lines += rest
        return sheet
    }

    /// Points a unit. What files say of their units is often wrong: letters of a newspaper are neither as small as dust nor as
    /// large as a hand.
    private func scale(in unit: Unit, _ geometric: [Double], _ named: [Double?], _ lines: [AltoLine]) -> Double {
        let letters = zip(geometric, lines).map { (size: $0, letters: $1.count) }
        guard let usual = letters.weighted(), usual > 0 else { return unit.points ?? 1 }
        let points = zip(named, lines).compactMap { size, line in size.map { (size: $0, letters: line.count) } }
        let ratio = (points.weighted() ?? 10) / usual
        let doubt = points.isEmpty ? 2.5 : 1.6
        guard let points = unit.points, points < doubt * ratio, points > ratio / doubt else { return ratio }
        return points
    }

    /// What is drawn on the page, as far as the file says.
    private func drawing(_ scale: Double, _ lines: [SheetLine]) -> Drawing {
        var (across, down, pictures, frames): ([Box], [Box], [Box], [Box]) = ([], [], [], [])
        for rule in rules.map({ $0.scaled(scale) }) {
            if rule.height < 6, rule.width > 4 * rule.height {
                across.append(rule)
            } else if rule.width < 6, rule.height > 4 * rule.width {
                down.append(rule)
            } else if rule.width > 40, rule.height > 20 {
                frames.append(rule)
            }
        }
        for picture in self.pictures.map({ $0.scaled(scale) }) {
            let inside = lines.prefix(4000).count { picture.contains(middleOf: $0.box) }
            // A scan may be one picture with all that is on it.
            if inside * 2 > lines.count { continue }
            if inside > 2 { frames.append(picture) } else { pictures.append(picture) }
        }
        return Drawing(across: across, down: down, pictures: pictures, frames: frames)
    }
}

extension Box {
    /// The same box in other units.
    func scaled(_ scale: Double) -> Box {
        Box(left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale)
    }
}

/// The sizes of a page's lines, in points. What is measured of letters is never quite the same from line to line.
private struct AltoSizes {
    private(set) var sizes: [Double]

    init(_ lines: [AltoLine], _ measured: [Double], _ named: [Double?]) {
        sizes = zip(measured, named).map { $1 ?? $0 }
        let body = settle(lines.indices.filter { named[$0] == nil }, in: lines)
        var blocks: [Int: [Int]] = [:]
        for at in lines.indices where !body.contains(at) { blocks[lines[at].block, default: []].append(at) }
        for members in blocks.values { _ = settle(members, in: lines) }
    }

    /// Gives all lines that are about as large as most are the same size; returns those.
    private mutating func settle(_ members: [Int], in lines: [AltoLine]) -> Set<Int> {
        let letters = members.map { (size: sizes[$0], letters: lines[$0].count) }
        guard let usual = letters.weighted() else { return [] }
        let alike = members.filter { abs(sizes[$0] - usual) < 0.09 * usual }
        for at in alike { sizes[at] = usual }
        return Set(alike)
    }
}
