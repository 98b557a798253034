import Foundation

@testable import PageText

/// A page, and for each of its lines the labels that its gold allows.
final class GoldPage {
    let name: String
    let weight: Float
    /// Which half of our own pages it belongs to: 1 or 2; 0 for pages of which there are many, or that must be read right.
    let half: Int
    let bytes: UnsafeMutableBufferPointer<UInt8>
    let workspace: Workspace
    let page: LabeledPage
    var allowed: [LabelSet] = []

    init(_ name: String, weight: Float, half: Int, _ source: PageSource, at start: PageStart, costs: CostTable) {
        self.name = name
        self.weight = weight
        self.half = half
        bytes = .allocate(capacity: source.utf8.count)
        _ = bytes.initialize(from: source.utf8)
        workspace = Workspace(costs: costs)
        page = LabeledPage(at: start, of: UnsafeBufferPointer(bytes), settled: source.settled, workspace: workspace)
    }

    /// Forgets what a second reading found; or reads the page for the first time again, and finds it anew.
    func lookAgain(_ again: Bool) {
        for line in page.lines { line.second = [] }
        guard again else { return }
        SecondReading.mark(page.lines, labels(bonus: nil), page.bytes, page.shape, workspace.lineWords)
    }

    func labels(bonus: Float?) -> [Label] {
        workspace.leastCosts.find(in: workspace.costs)
        var labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
        labeler.limits = bonus.map { LabelLimits(labels: allowed, bonus: $0) }
        return labeler.run()
    }

    /// Prints each line that is misread, what it is and what it was taken for.
    func printMisread() {
        for (at, label) in labels(bonus: nil).enumerated() where !allowed[at].contains(label) {
            print(
                (name as NSString).lastPathComponent, page.lines[at].number, allowed[at].names, "→", label,
                page.text(page.lines[at]).prefix(60))
        }
    }

    /// Gives up what the gold says of lines where nothing that it says is possible; returns how many those are.
    func widen() -> Int {
        var count = 0
        var at = -1
        while count < page.lines.count {
            var labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
            labeler.limits = LabelLimits(labels: allowed)
            var steps: [Range<Int>]? = []
            _ = labeler.search(&steps)
            guard let dead = steps?.firstIndex(where: \.isEmpty) else { break }
            at = dead == at ? at - 1 : dead
            guard at >= 0 else { break }
            allowed[at] = LabelSet.all
            count += 1
        }
        return count
    }

    /// Adds the costs that make up the labels' path, times the factor.
    func count(_ labels: [Label], _ factor: Float, into sum: inout Weights) {
        let labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
        let notes = LinkNotes()
        var hypothesis = Hypothesis.beginning
        for (index, label) in labels.enumerated() {
            let observation = labeler.observation(at: index)
            guard let next = labeler.step(hypothesis, label, observation, notes: notes) else {
                fatalError("\(name): \(label) cannot follow \(hypothesis.label)")
            }
            hypothesis = next
            guard !observation.line.features.contains(.vertical) else { continue }
            labeler.evidence(of: observation).find(into: workspace.found)
            for at in 0..<workspace.found.count {
                let (feature, value) = workspace.found[at]
                sum.values[CostTable.place(of: .line(feature, label))] += factor * value
            }
            labeler.forms(at: index).forEach(label) { sum.values[CostTable.place(of: $0)] += factor }
        }
        _ = labeler.finalCost(hypothesis, notes: notes)
        for (cost, _) in notes.costs { sum.values[CostTable.place(of: cost)] += factor }
    }

    func wrong(_ labels: [Label]) -> Int {
        zip(labels, allowed).count { !$1.contains($0) }
    }
}

extension LabelSet {
    var names: String { Label.allCases.filter { contains($0) }.map { "\($0)" }.joined(separator: "/") }
}

/// All costs of a table, one after another.
struct Weights {
    var values = [Float](repeating: 0, count: CostTable.count)

    init() {}
    init(_ table: CostTable) { values = Array(UnsafeBufferPointer(start: table.values, count: CostTable.count)) }

    func write(to table: CostTable) { table.values.update(from: values, count: CostTable.count) }
}

extension CostTable {
    /// The table as it is read.
    var text: String {
        let labels = Label.allCases.map { "\($0)" }
        let forms = LineForm.allCases.flatMap { form in LineForm.allCases.map { "\(form)/\($0)" } }
        let relations = LineRelation.allCases.flatMap { relation in labels.map { "\(relation)/\($0)" } }
        let names = [Feature.allCases.map { "\($0)" }, forms, forms, labels, relations, relations]
        let links = LinkFeature.allCases.map { "\($0)" }
        let width = "row(,".count + (names[0] + labels + links).map(\.count).max()! + 1
        func number(_ value: Float) -> String {
            let hundredths = Int((value * 100).rounded())
            let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
            let digits = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
            return (hundredths < 0 ? "-" : "") + "\(whole)\(digits)"
        }
        func left(_ text: String) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
        func aligned(_ first: String, _ cells: [String]) -> String {
            let columns = zip(cells, labels).map { cell, label in
                String(repeating: " ", count: max(1, max(7, label.count + 1) - cell.count)) + cell
            }
            return left(first + ",") + columns.joined(separator: ",") + ")\n"
        }
        var text = """
            // What each feature says for a label (negative) or against it, in nats: 1 is a doubt, 5 all but rules it out.
            // Features are explained in Feature.swift and LinkFeature.swift. Written by .dev/fit.

            """
        let comments = [
            "The line's features.", "The line's form, and that of the line above.",
            "The line's form, and that of the line below.",
            "The label of the line before, and of the line.", "The same, by how the line stands to the one above.",
            "The same, by how the next line stands to it.",
        ]
        for (at, section) in Self.sections.enumerated() {
            // Columns are worth their blanks where a person may read them.
            let isAligned = section.name == Self.lines.name || section.name == Self.pairs.name
            func row(_ first: String, _ cells: [String]) -> String {
                isAligned ? aligned(first, cells) : ([first] + cells).joined(separator: ", ") + ")\n"
            }
            text += "\n// \(comments[at])\n" + row("section(\(section.name)", labels)
            for line in 0..<section.rows {
                let start = section.start + line * Self.stride
                text += row("row(\(names[at][line])", (0..<Label.count).map { number(values[start + $0]) })
            }
        }
        text += "\n// A line after another, by more than their labels.\nsection(links)\n"
        for link in LinkFeature.allCases {
            let cost = number(self[.link(link)])
            text += left("row(\(link),") + String(repeating: " ", count: max(0, 6 - cost.count)) + cost + ")\n"
        }
        return text
    }

    /// Reads such a table.
    init(_ text: String) throws {
        self.init()
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("row(") }
        guard rows.count * Self.stride == Self.count else {
            throw Failure(text: "\(rows.count) rows of costs, not \(Self.count / Self.stride)")
        }
        for (at, row) in rows.enumerated() {
            for (label, cell) in row.dropLast().split(separator: ",").dropFirst().enumerated() {
                guard let cost = Float(cell.drop { $0 == " " }) else { throw Failure(text: "'\(cell)' is no cost") }
                values[at * Self.stride + label] = cost
            }
        }
    }
}

/// A text of the gold, and what its lines are.
struct Piece {
    var text: [Unicode.Scalar]
    var first: LabelSet
    var later: LabelSet
    /// Pieces of one story, in order; furniture has its own.
    var story: Int
    var read = 0

    init(_ text: String, _ first: [Label], _ later: [Label], story: Int) {
        self.text = plain(text)
        self.first = LabelSet(first.map { LabelSet($0) })
        self.later = LabelSet(later.map { LabelSet($0) })
        self.story = story
    }
}

/// What of a text is compared: compatible forms, without white space and hyphens.
func plain(_ text: String) -> [Unicode.Scalar] {
    text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
        !$0.properties.isWhitespace && $0 != "-" && $0 != "\u{FEFF}" && $0 != "\u{200B}" && $0 != "\u{AD}"
    }
}

struct Gold {
    private var pieces: [Piece] = []
    private var last = 0

    init(_ gold: [String: Any]) {
        let items = gold["items"] as? [[String: Any]] ?? []
        let sections = Set(
            items.compactMap { ($0["section"] as? String).map { String(String.UnicodeScalarView(plain($0))) } })
        for text in gold["furniture"] as? [String] ?? [] {
            let isSection = sections.contains(String(String.UnicodeScalarView(plain(text))))
            let labels: [Label] = isSection ? [.rubric] : [.furniture]
            pieces.append(Piece(text, labels, labels, story: -1))
        }
        for (number, item) in items.enumerated() {
            func add(_ key: String, _ first: [Label], _ later: [Label]) {
                if let text = item[key] as? String { pieces.append(Piece(text, first, later, story: number)) }
            }
            add("continued", [.jumpFrom, .paragraph], [.jumpFrom, .paragraph, .more])
            add("kicker", [.kicker], [.kicker])
            add("headline", [.headline], [.headlineMore])
            add("deck", [.deck], [.deckMore, .deck])
            add("byline", [.byline, .signature, .paragraph], [.byline, .signature, .more, .paragraph])
            for block in item["body"] as? [[String: Any]] ?? [] {
                guard let text = block["text"] as? String else { continue }
                let isHead = block["type"] as? String == "crosshead"
                pieces.append(
                    Piece(
                        text, isHead ? [.crosshead] : [.paragraph], isHead ? [.crosshead, .more] : [.more],
                        story: number))
            }
            // A picture without a story or a heading begins an item of its own.
            var isOwn = item["kind"] as? String == "photo" && (item["headline"] as? String ?? "").isEmpty
            for photo in item["photos"] as? [[String: Any]] ?? [] {
                let caption = (photo["caption"] as? String ?? "") + (photo["credit"] as? String ?? "")
                pieces.append(Piece(caption, isOwn ? [.picture] : [.caption], [.captionMore], story: number))
                isOwn = false
            }
            add("continues", [.jumpTo, .more, .paragraph], [.jumpTo, .more])
        }
    }

    /// The labels that a line may have; nil where it is found in no text.
    mutating func labels(of line: [Unicode.Scalar]) -> LabelSet? {
        var best: (pieces: [(index: Int, count: Int)], cost: Int)?
        // A list of contents says what headlines say: where a line is a whole text, it may be any text that is the same.
        var same: LabelSet = []
        for start in order where !isRead(start) {
            guard let parts = match(line, from: start) else { continue }
            let piece = pieces[start]
            // A text that was begun goes on; a new one is near the last.
            var cost = piece.read > 0 ? (start == last ? 0 : 1) : 2
            if piece.read == 0, piece.story >= 0 { cost += abs(piece.story - max(0, pieces[last].story)) * 2 }
            if piece.text.count - piece.read < line.count { cost += 1 }
            if piece.read == 0, piece.text.count == line.count { same.formUnion(piece.first) }
            if best.map({ cost < $0.cost }) ?? true { best = (parts, cost) }
        }
        guard let best else { return nil }
        // A line with text in it is text, whatever stands before or after.
        func isText(_ index: Int) -> Bool {
            pieces[index].later.contains(.more) && !pieces[index].first.contains(.byline)
        }
        var main = best.pieces[0]
        for part in best.pieces
        where isText(part.index) == isText(main.index) ? part.count > main.count : isText(part.index) {
            main = part
        }
        let piece = pieces[main.index]
        var labels = piece.read == 0 ? piece.first : piece.later
        if piece.read == 0, piece.text.count == line.count { labels.formUnion(same) }
        for part in best.pieces { pieces[part.index].read += part.count }
        last = best.pieces[best.pieces.count - 1].index
        return labels
    }

    private var order: [Int] { [last] + pieces.indices }

    private func isRead(_ index: Int) -> Bool { pieces[index].read >= pieces[index].text.count }

    private func match(_ line: [Unicode.Scalar], from start: Int) -> [(index: Int, count: Int)]? {
        var parts: [(index: Int, count: Int)] = []
        var at = 0
        var index = start
        while true {
            let rest = pieces[index].text[pieces[index].read...]
            let count = min(rest.count, line.count - at)
            guard zip(rest, line[at...]).prefix(count).allSatisfy({ $0 == $1 }) else { return nil }
            parts.append((index, count))
            at += count
            if at == line.count { return parts }
            // The rest of the line is in other texts of the same story.
            guard
                let next = pieces.indices.first(where: { other in
                    pieces[other].story == pieces[start].story && !isRead(other)
                        && !parts.contains { $0.index == other }
                        && pieces[other].text[pieces[other].read] == line[at] && pieces[start].story >= 0
                })
            else { return nil }
            index = next
        }
    }
}

struct Failure: Error { var text: String }

/// Fits costs, as the settings say.
struct Fitting {
    /// The costs that pages are read with: the first for most, the others for a half of our own each. All are written while one
    /// table is fitted; for a second reading only what it adds.
    let tables: [CostTable]
    let epochs: Int
    let rate: Float
    let margin: Float
    /// How far costs go back to the prior after each round.
    let pull: Float

    /// Where the costs are that a second reading adds.
    private static let added = CostTable.place(of: .line(.goesOn0, .furniture))..<CostTable.above.start

    private func write(_ weights: Weights, isSecond: Bool) {
        for table in tables {
            if isSecond {
                for at in Self.added { table.values[at] = weights.values[at] }
            } else {
                weights.write(to: table)
            }
        }
    }

    /// The average of the costs over the second half of the rounds.
    func run(_ train: [GoldPage], _ aside: [GoldPage], from before: Weights, isSecond: Bool = false) -> Weights {
        var scales = [Float](repeating: 1, count: CostTable.count)
        // What counts Han has values far above 1, and would outweigh all else.
        for ramp in [
            Feature.over7, .over14, .over26, .over36, .hanOver26, .rubricWordOver7, .uncreditedOver24,
            .interposedOver24,
        ] {
            for label in Label.allCases { scales[CostTable.place(of: .line(ramp, label))] = 1.0 / 100 }
        }
        for at in scales.indices where Self.added.contains(at) != isSecond { scales[at] = 0 }
        var weights = before
        if !isSecond { write(weights, isSecond: false) }
        var sum = Weights()
        var steps: Float = 0
        var random: UInt64 = 1
        var order = train.indices.flatMap { Array(repeating: $0, count: max(1, Int(train[$0].weight))) }
        for epoch in 1...epochs {
            for at in order.indices.reversed() {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(at, Int(random >> 33) % (at + 1))
            }
            var updates = 0
            let speed = rate / (1 + Float(epoch - 1) * 0.2)
            for index in order {
                let page = train[index]
                let wanted = page.labels(bonus: 0)
                let found = page.labels(bonus: margin)
                if page.wrong(wanted) == 0, page.wrong(found) > 0 {
                    updates += 1
                    var step = Weights()
                    page.count(wanted, -1, into: &step)
                    page.count(found, 1, into: &step)
                    // The step that would just make the gold the cheapest reading, by the margin; but a page turns nothing over.
                    let costs = isSecond ? Weights(page.workspace.costs) : weights
                    var (loss, square) = (margin * Float(page.wrong(found)), Float(0))
                    for at in step.values.indices where step.values[at] != 0 {
                        loss -= costs.values[at] * step.values[at]
                        square += step.values[at] * step.values[at] * scales[at]
                    }
                    let size = min(speed, max(0, loss) / max(1, square))
                    for at in step.values.indices where step.values[at] != 0 {
                        weights.values[at] += size * step.values[at] * scales[at]
                    }
                    write(weights, isSecond: isSecond)
                }
                if epoch * 2 > epochs {
                    for at in sum.values.indices { sum.values[at] += weights.values[at] }
                    steps += 1
                }
            }
            for at in weights.values.indices {
                weights.values[at] += pull * (before.values[at] - weights.values[at])
            }
            write(weights, isSecond: isSecond)
            if epoch % 5 == 0, !aside.isEmpty { Fit.report("round \(epoch), \(updates) updates", train, aside) }
        }
        for at in sum.values.indices { weights.values[at] = (sum.values[at] / steps * 100).rounded() / 100 }
        write(weights, isSecond: isSecond)
        Fit.report("average", train, aside)
        return weights
    }
}

@main
enum Fit {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var (epochs, rate, margin, weight): (Int, Float, Float, Float) = (8, 0.005, 1, 1)
        var pull: Float = 0.01
        var out = "Sources/CCostTable/costs.txt"
        var prior: String?
        var (isChecking, isListing) = (false, false)
        let tables = [CostTable(), CostTable(), CostTable()]
        let table = tables[0]
        for table in tables { Weights(.standard).write(to: table) }
        var pages: [GoldPage] = []
        var lost = 0
        while !arguments.isEmpty {
            let argument = arguments.removeFirst()
            func value() throws -> String {
                guard !arguments.isEmpty else { throw Failure(text: "\(argument) needs a value") }
                return arguments.removeFirst()
            }
            switch argument {
            case "--epochs": epochs = Int(try value()) ?? epochs
            case "--rate": rate = Float(try value()) ?? rate
            case "--margin": margin = Float(try value()) ?? margin
            case "--pull": pull = Float(try value()) ?? pull
            case "--weight": weight = Float(try value()) ?? weight
            case "--out": out = try value()
            case "--prior": prior = try value()
            case "--edition":
                let folder = URL(fileURLWithPath: try value())
                try readEdition(folder, URL(fileURLWithPath: try value()), weight, tables, &pages, &lost)
            case "--check": isChecking = true
            case "--list": isListing = true
            default: try read(URL(fileURLWithPath: argument), weight, tables, &pages, &lost)
            }
        }
        if let prior {
            Weights(try CostTable(String(contentsOf: URL(fileURLWithPath: prior), encoding: .utf8))).write(to: table)
        }
        // What must be read right is not kept aside.
        let isAside = pages.enumerated().map { $0.offset % 10 == 9 && $0.element.weight < 20 }
        let train = zip(pages, isAside).filter { !$0.1 }.map(\.0)
        let aside = zip(pages, isAside).filter(\.1).map(\.0)
        print(
            "\(pages.count) pages, \(pages.reduce(0) { $0 + $1.allowed.count }) lines, \(lost) found in no text of their gold"
        )
        report("before", train, aside)
        if isChecking {
            if isListing { for page in pages { page.printMisread() } }
            return
        }

        // What a second reading adds is fitted when the first is, and over first readings as good as those of pages that nobody has
        // learnt from: each half of our own pages is first read by costs that are fitted without it.
        let fitting = Fitting(tables: tables, epochs: epochs, rate: rate, margin: margin, pull: pull)
        let start = Weights(table)
        for page in pages { page.lookAgain(false) }
        report("first reading", train, aside)
        let whole = fitting.run(train, aside, from: start)
        let halves = [1, 2].map { half in fitting.run(train.filter { $0.half != half }, [], from: start) }
        for (table, weights) in zip(tables, [whole] + halves) { weights.write(to: table) }
        for page in pages { page.lookAgain(true) }
        report("second reading", train, aside)
        fitting.run(train, aside, from: whole, isSecond: true).write(to: table)
        try table.text.write(toFile: out, atomically: true, encoding: .utf8)
    }

    static func report(_ name: String, _ train: [GoldPage], _ aside: [GoldPage]) {
        func rate(_ pages: [GoldPage]) -> String {
            let wrong = pages.map { $0.wrong($0.labels(bonus: nil)) }
            let lines = pages.reduce(0) { $0 + $1.allowed.count }
            let right = 100 - 100 * Double(wrong.reduce(0, +)) / Double(max(1, lines))
            return String(format: "%.2f %% of lines, %d of %d pages", right, wrong.count { $0 == 0 }, pages.count)
        }
        print("\(name): \(rate(train)); aside: \(rate(aside))")
    }

    /// Reads the pages of a folder: page.txt with gold.json, pages that a reader has corrected, and folders of such.
    static func read(
        _ folder: URL, _ weight: Float, _ tables: [CostTable], _ pages: inout [GoldPage], _ lost: inout Int
    ) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        if names.contains("page.txt"), names.contains("gold.json") {
            try add(
                Array(Data(contentsOf: folder.appendingPathComponent("page.txt"))),
                folder.appendingPathComponent("gold.json"), named: folder, weight, tables, &pages, &lost)
        }
        for name in names {
            let inner = folder.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: inner.path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try read(inner, weight, tables, &pages, &lost)
            } else if name.hasSuffix(".corrections"), names.contains(String(name.dropLast(12))) {
                // What a reader has not corrected may be anything that fits to what they have.
                let file = folder.appendingPathComponent(String(name.dropLast(12)))
                let source = PageSource(
                    path: file.path, utf8: Array(try Data(contentsOf: file)),
                    corrections: PageCorrections(file: Array(try Data(contentsOf: inner))))
                add(source, file, weight, tables, &pages, &lost) { $1.settled.isEmpty ? LabelSet.all : $1.settled }
            }
        }
    }

    /// Reads an edition: a folder with a text a page, in the order of their names, and one gold for all.
    static func readEdition(
        _ folder: URL, _ gold: URL, _ weight: Float, _ tables: [CostTable], _ pages: inout [GoldPage],
        _ lost: inout Int
    ) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        let texts = try names.sorted().map { Array(try Data(contentsOf: folder.appendingPathComponent($0))) }
        try add(Array(texts.joined(separator: [0x0C])), gold, named: folder, weight, tables, &pages, &lost)
    }

    /// Adds the pages of a text, with their gold.
    static func add(
        _ utf8: [UInt8], _ gold: URL, named name: URL, _ weight: Float, _ tables: [CostTable],
        _ pages: inout [GoldPage], _ lost: inout Int
    ) throws {
        guard let object = try JSONSerialization.jsonObject(with: Data(contentsOf: gold)) as? [String: Any] else {
            throw Failure(text: "\(gold.path): no gold")
        }
        var gold = Gold(object)
        add(PageSource(path: "page.txt", utf8: utf8), name, weight, tables, &pages, &lost) { page, line in
            // Who wrote a story is its first line only where that begins the report.
            let labels = gold.labels(of: plain(page.text(line)))
            let isByline =
                labels?.contains(.byline) == true && line.features.isDisjoint(with: [.dateline, .startsJump])
            return isByline ? labels?.subtracting(LabelSet(.paragraph)) : labels
        }
    }

    /// Adds the pages of a source, with what is known of each of their lines.
    static func add(
        _ source: PageSource, _ file: URL, _ weight: Float, _ tables: [CostTable], _ pages: inout [GoldPage],
        _ lost: inout Int, labels: (LabeledPage, TextLine) -> LabelSet?
    ) {
        var starts: [PageStart] = []
        source.utf8.withUnsafeBufferPointer { bytes in
            _ = LabeledPage.forEach(in: bytes, settled: .none, workspace: Workspace()) { _, start, _ in
                starts.append(start)
                return true
            }
        }
        for start in starts {
            let own = pages.count { $0.half > 0 }
            let half = weight > 1 && weight < 20 ? own % 2 + 1 : 0
            let page = GoldPage(file.path, weight: weight, half: half, source, at: start, costs: tables[half])
            for line in page.page.lines {
                let labels = labels(page.page, line)
                if labels == nil { lost += 1 }
                page.allowed.append(labels ?? .all)
                line.settled = []
            }
            lost += page.widen()
            pages.append(page)
        }
    }
}
