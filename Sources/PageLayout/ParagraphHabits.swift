import Newspaper

/// How paragraphs begin on a page.
struct ParagraphHabits {
    /// How far first lines are indented, in points; nil where they are not.
    let indent: Double?
    /// From one line of a paragraph to the next, in points, where more of it parts paragraphs; nil where it does not.
    let step: Double?

    init(_ blocks: [TextBlock], _ body: BodyStyle) {
        var counts: [Int: Int] = [:]
        var lines = 0
        for block in blocks where block.isBody && block.lines.count > 2 {
            let left = ColumnEdge.left(of: block.lines)
            for line in block.lines {
                lines += 1
                let indent = (line.box.left - left) / body.size
                if indent > 0.4, indent < 4 { counts[Int((indent * 4).rounded()), default: 0] += 1 }
            }
        }
        let all = counts.values.reduce(0, +)
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        indent = most.flatMap { all * 40 > lines ? Double($0.key) / 4 * body.size : nil }
        var steps: [Int: Int] = [:]
        for block in blocks where block.isBody {
            for (above, line) in zip(block.lines, block.lines.dropFirst()) {
                steps[Int(min(1e6, (line.box.top - above.box.top) * 4).rounded()), default: 0] += 1
            }
        }
        let usual = steps.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) / 4 }
        let wide = steps.filter { Double($0.key) / 4 > 1.2 * (usual ?? .infinity) }.values.reduce(0, +)
        step = usual.flatMap { wide * 25 > steps.values.reduce(0, +) ? $0 : nil }
    }
}

/// Where a column's lines begin.
enum ColumnEdge {
    /// Of several edges the one that most lines have; of equals the outer one.
    static func left(of lines: [SheetLine]) -> Double {
        var counts: [Int: Int] = [:]
        for line in lines { counts[Int(max(-1e6, min(1e6, line.box.left.rounded()))), default: 0] += 1 }
        let least = lines.map(\.box.left).min() ?? 0
        // Where every second line is indented, the edge is still the outer one.
        if let outer = counts[Int(max(-1e6, min(1e6, least.rounded())))], outer * 5 >= lines.count { return least }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) } ?? least
    }
}
