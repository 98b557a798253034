/// By how many cells the reader has made panes larger than they would be, or smaller.
package struct PaneSizes: Sendable, Hashable {
    /// Columns of the sections and of the stories where all three panes stand side by side.
    package var sections = 0
    var stories = 0
    /// Columns of both where the body stands beside them, and rows of the sections there.
    package var lists = 0
    var sectionRows = 0

    init() {}

    private static let names: [(name: String, size: WritableKeyPath<PaneSizes, Int> & Sendable)] = [
        ("sections", \.sections), ("stories", \.stories), ("lists", \.lists), ("section-rows", \.sectionRows),
    ]

    /// Reads `description`; what is no size is passed over.
    package init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let size = Int(parts[1]), abs(size) <= 1000 else { continue }
            for (name, path) in Self.names where name == parts[0] { self[keyPath: path] = size }
        }
    }

    /// `stories -4`, a line each.
    package var description: String {
        Self.names.map { "\($0.name) \(self[keyPath: $0.size])\n" }.joined()
    }
}
