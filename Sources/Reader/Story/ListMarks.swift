import Newspaper
import Typesetting

/// How wide the marks of a story's lists are, item after item. Of a long list those near the item count: its numbers grow by a figure
/// now and then.
struct ListMarks {
    let ambiguousIsWide: Bool
    /// Of the list that is open at each level: the item before which its width holds.
    private var found: [Int: (until: Int, cells: Int)] = [:]

    /// Items before and after one that are looked at.
    private static let reach = 100

    init(ambiguousIsWide: Bool) { self.ambiguousIsWide = ambiguousIsWide }

    /// Cells of the widest mark of the list that an item belongs to.
    mutating func widest(at index: Int, in body: [Block]) -> Int {
        let level = body[index].level
        if let known = found[level], index < known.until { return known.cells }
        let isNumbered = body[index].mark.map(Self.isNumber)
        /// A list of another kind is another list.
        func goesOn(_ block: Block) -> Bool {
            guard block.kind == .item, block.level >= level else { return false }
            return block.level > level || isNumbered == nil || block.mark == nil
                || block.mark.map(Self.isNumber) == isNumbered
        }
        let from = max(0, index - Self.reach)
        let first = body[from..<index].lastIndex { !goesOn($0) }.map { $0 + 1 } ?? from
        let to = min(body.count, index + Self.reach)
        let end = body[index..<to].firstIndex { !goesOn($0) } ?? to
        let isWide = ambiguousIsWide
        let widest =
            body[first..<end].lazy.filter { $0.level == level }.compactMap(\.mark)
            .map { cells(of: $0, ambiguousIsWide: isWide) }.max() ?? 1
        found[level] = (min(end, index + Self.reach / 2), widest)
        return widest
    }

    private static func isNumber(_ mark: String) -> Bool {
        mark.utf8.count > 1 && !"•◦▪–-*".contains(mark.first ?? " ")
    }
}
