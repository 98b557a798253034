/// The name that was most likely meant: the one that takes the fewest changed, added, left out or exchanged letters
/// (optimal string alignment distance), upper and lower case alike; nil where that is more than a third of the letters after
/// the last full stop, or more than one for short names.
package func spellingSuggestion(for name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    // Nobody mistypes this much.
    guard wanted.count <= 64 else { return nil }
    let own = wanted.count - (wanted.lastIndex(of: ".").map { $0 + 1 } ?? 0)
    let limit = max(1, (own + 1) / 3)
    let distances = names.map { ($0, distance(wanted, Array($0.lowercased().unicodeScalars))) }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
    return best.0
}

private func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...other.count)
    for (row, letter) in one.enumerated() {
        var here = [row + 1]
        for (column, target) in other.enumerated() {
            var best = min(above[column] + (letter == target ? 0 : 1), above[column + 1] + 1, here[column] + 1)
            if row > 0, column > 0, letter == other[column - 1], one[row - 1] == target {
                best = min(best, before[column - 1] + 1)
            }
            here.append(best)
        }
        (before, above) = (above, here)
    }
    return above[other.count]
}
